"""Noun phrases that can name a speaker, read off words by position.

A chunker on parts of speech is used rather than the parse alone: reporting clauses are short, their order is fixed,
and a small parser errs on them more often than on the word classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli.lexicon.cues import (
    CLOTHES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    SPEECH_NOUNS,
    SUBJECT_PRONOUNS,
)
from interview_cli.lexicon.people import person_noun
from interview_cli.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.words import Word

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_HEAD = frozenset({"ADJ", "NUM", "ADV", "X", "SYM"})
_CLOSED_CLASSES = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT", "NUM"})
#: Adverbs that no noun phrase begins with.
_ADVERBS = frozenset({"ook", "nog", "dan", "toen", "er", "hier", "daar", "nu", "al", "niet"})
_TITLES = frozenset({"ir.", "dr.", "drs.", "mr.", "prof.", "ing.", "mevr.", "dhr.", "st.", "jr.", "sr.", "ds."})
_INFIXES = frozenset({"van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "el", "al", "von", "la", "le", "di",
                      "du", "da", "bin", "ben", "op", "in"})  # fmt: skip
#: Words that no name consists of, whatever a tagger takes them for at the start of a sentence.
_NO_NAMES = POSSESSIVES | SUBJECT_PRONOUNS.keys() | OBJECT_PRONOUNS.keys() | DETERMINERS - _INFIXES
#: Prepositions that may belong to a person's description: een woordvoerder van de RDW, de man met de hoed.
_ATTACHED = frozenset({"van", "bij", "uit", "met", "in"})
#: The one that belongs to a definite person's: de directeur van de school, not: zijn moeder in Almere.
_OF = frozenset({"van"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words[first:last], its head noun (or pronoun, or first word of a name) at `head`.

    `form`: pronoun | name | indefinite | definite | possessive | bare.
    """

    first: int
    last: int
    head: int
    form: str

    def span(self, words: Sequence[Word]) -> Span:
        """Return the characters it covers."""
        return Span(words[self.first].start, words[self.last - 1].end)


def phrase_at(words: Sequence[Word], at: int, *, end: int, oblique: bool = False) -> Phrase | None:
    """Return the noun phrase that starts at word `at` and ends before `end`, or None.

    `oblique` admits the object forms (volgens hem, aldus haar).
    """
    if at >= end or not any(map(str.isalnum, words[at].text)):
        return None
    word = words[at]
    if word.lower == "dat" and word.pos == "SCONJ":
        return None
    if word.lower in ("een", "één", "iemand") and at + 2 < end and words[at + 1].lower == "van":
        inner = phrase_at(words, at + 2, end=end, oblique=True)
        return Phrase(at, inner.last, inner.head, "indefinite") if inner is not None else None
    if word.lower in SUBJECT_PRONOUNS or (oblique and word.lower in OBJECT_PRONOUNS):
        as_determiner = word.lower in DETERMINERS or word.lower in POSSESSIVES
        if not (as_determiner and _has_head(words, at + 1, end)):
            return Phrase(at, at + 1, at, "pronoun")
    if _name_part(word, at, words):
        last = _name_end(words, at, end)
        return Phrase(at, last, at, "name")
    form = _determined(word)
    if form is None and word.pos == "ADV":
        return None
    if form is None and _opens_with_verb(words, at, end):
        return None
    head = _head(words, at + 1 if form else at, end)
    if head is None or (form is None and words[head].pos == "ADJ"):
        return None
    last = head + 1
    if last < end and (words[last].lower in _TITLES or _name_part(words[last], last, words)):
        last = _name_end(words, last, end)  # wethouder Jorrit Sonnemans
    return Phrase(at, last, head, form or "bare")


def _opens_with_verb(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether a finite verb stands at `at`, a number before it aside: in 1953 noemde burgemeester X het."""
    verb = at + 1 if words[at].pos == "NUM" and at + 1 < end else at
    return words[verb].pos == "VERB" and not person_noun(words[verb].lower)


def _determined(word: Word) -> str | None:
    if word.lower in ("een", "'n", "eene", "eenen", "twee", "drie", "enkele", "sommige"):
        return "indefinite"
    if word.lower in POSSESSIVES:
        return "possessive"
    if word.lower in DETERMINERS or word.pos == "DET":
        return "definite"
    return None


def _has_head(words: Sequence[Word], at: int, end: int) -> bool:
    return _head(words, at, end) is not None


def _head(words: Sequence[Word], at: int, end: int) -> int | None:
    """Return the last noun of the run of adjectives and nouns that starts at `at`.

    A noun for a person ends the run: Dutch writes compounds as one word, so what follows is a verb that was mistagged.
    """
    head = None
    while at < end:
        word = words[at]
        verb = head is not None and word.pos == "VERB"  # heeft het kaartje bewaard
        person = word.pos not in _CLOSED_CLASSES and not verb and person_noun(word.lower)
        nominal = person or word.pos in _NOMINAL or (word.capital and word.text.isalpha() and head is None)
        if nominal and not (head is not None and word.capital and word.pos == "PROPN"):
            head = at
            if person and not (at + 1 < end and words[at + 1].pos == "NOUN" and person_noun(words[at + 1].lower)):
                break
        elif not _before_head(words, at, end) or head is not None or word.lower in _ADVERBS:
            break
        at += 1
    return head


def _before_head(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether a word may stand between a determiner and its noun: an adjective, a number, a participle."""
    word = words[at]
    if word.pos in _BEFORE_HEAD:
        return True
    participle = word.pos in ("VERB", "AUX") and word.lower.endswith(("de", "te", "en", "end", "ende"))
    return participle and at + 1 < end and words[at + 1].pos in _NOMINAL


def _name_part(word: Word, at: int, words: Sequence[Word]) -> bool:
    """Tell whether a name may start here: a capital that no sentence start explains, or a proper noun."""
    if word.name_end:
        return True
    if not word.capital or not word.text[0].isalpha() or word.lower in _NO_NAMES:
        return False
    if word.pos == "PROPN":
        return True
    inside = at > 0 and words[at - 1].block == word.block and not words[at - 1].ends_sentence
    return inside and word.pos in ("NOUN", "X", "ADJ") and word.text[-1:].isalpha()


def _name_end(words: Sequence[Word], at: int, end: int) -> int:
    """Return where a name ends: capitals, with the infixes and titles between them."""
    start = last = at
    while at < end and words[at].end <= words[last].name_end:
        at += 1
    if at > last:
        return at
    while at < end:
        word = words[at]
        if word.capital and (word.pos in ("PROPN", "NOUN", "X", "ADJ", "SYM", "ADP", "DET") or at == last):
            at += 1
            last = at
        elif word.lower in _TITLES:
            at += 1
            last = max(last, at)
        elif word.lower in _INFIXES and at - start < 2 and _infix_continues(words, at, end):
            at += 1
        elif word.text.isdigit() and at == last and len(word.text) <= 3 and at > 0 and words[at - 1].capital:
            at += 1  # Respondent 14
            last = at
            break
        else:
            break
    return max(last, 1)


def _infix_continues(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether a capital follows within a run of at most three infixes, glued by nothing but blanks."""
    for ahead in range(at + 1, min(at + 4, end)):
        if words[ahead].capital:
            return words[ahead].pos in ("PROPN", "NOUN", "X", "ADJ") and words[at].lower not in ("in", "op")
        if words[ahead].lower not in _INFIXES:
            return False
    return False


def with_attachment(words: Sequence[Word], phrase: Phrase, *, end: int) -> Phrase:
    """Extend an unnamed person by what describes him: `een woordvoerder` → `een woordvoerder van de RDW`."""
    allowed = _ATTACHED if phrase.form == "indefinite" else _OF
    if phrase.last >= end or words[phrase.last].lower not in allowed:
        return phrase
    preposition, at = words[phrase.last].lower, phrase.last + 1
    inner = phrase_at(words, at, end=end, oblique=True)
    if inner is None:
        numeral = at < end and words[at].pos == "NUM"  # een moeder van drie
        return Phrase(phrase.first, at + 1, phrase.head, phrase.form) if numeral else phrase
    in_reply = words[inner.head].lower in SPEECH_NOUNS  # schrijft het bedrijf in een reactie
    worn = words[inner.head].lower.endswith(CLOTHES)  # een man in een overall, in pyjama, but: een man in een winkel
    somewhere = preposition == "in" and inner.form != "bare" and not worn
    beside_him = inner.form == "pronoun" and preposition != "van"
    if in_reply or somewhere or beside_him:
        return phrase
    return Phrase(phrase.first, inner.last, phrase.head, phrase.form)


def core_end(words: Sequence[Word], phrase: Phrase) -> int:
    """Return where a phrase ends without what is attached to it: `onderzoekers` of `onderzoekers van de TU Delft`."""
    return next((at for at in range(phrase.head + 1, phrase.last) if _attaches(words, at)), phrase.last)


def _attaches(words: Sequence[Word], at: int) -> bool:
    """Tell whether a preposition opens an attachment; the infix of a surname does not."""
    return words[at].lower in _ATTACHED and not (words[at - 1].capital and words[at].pos != "ADP")
