"""Who has which role: `wethouder Jorrit Sonnemans`, `Kato Wuytack, modeontwerpster`, `Hij is de trainer`."""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import lru_cache
from typing import TYPE_CHECKING

from interview_cli.attribution.phrases import phrase_at
from interview_cli.lexicon.cues import ARRIVING, CREDITS, FORMERLY, POSSESSIVES
from interview_cli.lexicon.people import KIN, ROLE_SYNONYMS, WIDER_ROLES, noun_gender, person_noun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.attribution.words import Word
    from interview_cli.model import Block

#: How many introduced roles back and ahead a role noun may reach.
REACH = 100
#: So many words behind a name its role begins and ends.
SIGHT = 12


class Roles:
    """The role nouns that stand next to names, in reading order: (word, noun, name).

    A role of kin, or in a turn, is its owner's: `mijn vrouw` is another's wife in another's mouth.
    """

    def __init__(self, words: Sequence[Word], blocks: Sequence[Block], names: Mapping[int, str]) -> None:
        self._words = words
        self._blocks = blocks
        self._known: list[tuple[int, str, str]] = []
        self.genders: dict[str, str] = {}  # of the people with a role that says it
        for at, word in enumerate(words):
            if (name := names.get(word.start)) is not None:
                self._read_before(at, name)
                self._read_behind(at, name)

    def find(self, at: int, noun: str, *, owned: bool) -> str | None:
        """Return the person introduced with this role: the nearest before word `at`, else the first after."""
        if owned:
            noun = self._owned(at, noun)
        here = bisect_left(self._known, (at,))
        for _, role, name in (*reversed(self._known[max(0, here - REACH) : here]), *self._known[here : here + REACH]):
            if same_role(noun, role):
                return name
        return None

    def note(self, at: int, name: str, *, owned: bool = False) -> None:
        """Note that the noun at word `at` says who `name` is."""
        word = self._words[at]
        noun = word.lower
        if word.pos not in ("NOUN", "PROPN", "ADJ", "X") or not person_noun(noun):
            return
        if known := noun_gender(noun):
            self.genders.setdefault(name, known)
        if owned or (at > 0 and self._words[at - 1].lower in POSSESSIVES):
            noun = self._owned(at, noun)
        insort(self._known, (at, noun, name))

    def _read_before(self, at: int, name: str) -> None:
        """Read `wethouder Sonnemans`, `machinist en schrijver Hylkema`, `de tweede gast, Thijmen Baldewsingh`."""
        words, block = self._words, self._words[at].block
        before = at - 1
        while before >= 0 and words[before].lower.endswith(".") and words[before].lower != ".":
            before -= 1  # ir., dr.
        if before > 0 and words[before].text == ",":
            before -= 1
        if before < 0 or words[before].block != block:
            return
        if before > 0 and words[before].text == ":" and (role := CREDITS.get(words[before - 1].lower)):
            insort(self._known, (at, role, name))
        self.note(before, name)
        if before > 1 and words[before - 1].lower == "en" and words[before - 2].block == block:
            self.note(before - 2, name)

    def _read_behind(self, at: int, name: str) -> None:
        """Read `, hoogleraar in Gent,`, `(41), trainer van`, `is de directeur`."""
        words, block = self._words, self._words[at].block
        while at < len(words) and (words[at].capital or words[at].pos == "PROPN"):
            at += 1
        if at + 1 < len(words) and words[at].lower in ARRIVING and words[at + 1].text == ",":
            at += 1  # schuift X aan, biologisch teler in Y
        while at < len(words) and (words[at].lower in ("(", ")", ",", "is", "was") or words[at].text.isdigit()):
            at += 1
            if words[at - 1].lower in (",", "is", "was"):
                break
        else:
            return
        while at < len(words) and words[at].lower in FORMERLY:
            at += 1
        if at < len(words) and words[at].block == block:
            phrase = phrase_at(words, at, end=min(len(words), at + SIGHT))
            if phrase is not None and phrase.form not in ("name", "pronoun"):
                self.note(phrase.head, name, owned=phrase.form == "possessive")

    def _owned(self, at: int, noun: str) -> str:
        """Return a noun as its owner's. In the narration only kin has one: `haar vennote` was introduced as vennote."""
        block = self._words[at].block
        speaker = (self._blocks[block].speaker or "") if 0 <= block < len(self._blocks) else ""
        return f"{speaker}'s {noun}" if speaker or noun in KIN else noun


def same_role(noun: str, role: str) -> bool:
    """Tell whether a noun may name who has a role: `trainer` and `voetbaltrainer`, `keeper` and `doelman`.

    Or whether it is a wider one: `de onderzoeker` for a hoogleraar.
    """
    short, long = sorted((noun, role), key=len)
    if long.endswith(short) and (len(short) > 3 or short == long):
        return True
    return role.endswith(WIDER_ROLES.get(noun, ("\0",))) or bool(_synonyms(noun) & _synonyms(role))


@lru_cache(maxsize=1 << 12)
def _synonyms(noun: str) -> frozenset[int]:
    """Return the numbers of the groups of synonyms that a noun or its last part is in."""
    return frozenset(number for number, group in enumerate(ROLE_SYNONYMS) if noun.endswith(group))
