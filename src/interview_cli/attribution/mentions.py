"""The mentions of people in a document, in reading order, and whom each names.

One pass from left to right over the narration. Each mention of a person becomes an event; a pronoun or a role noun
becomes an event of the person it most likely names (`reference`, `roles`), so chains (`Altman … hij … hij`) hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from interview_cli.attribution.discourse import Discourse
from interview_cli.attribution.known import KnownNames, topic
from interview_cli.attribution.phrases import Phrase, core_end, phrase_at, with_attachment
from interview_cli.attribution.reference import REACH, WRITER, Event, People, Wanted, refer
from interview_cli.attribution.roles import Roles
from interview_cli.lexicon.cues import (
    CHILDREN,
    GUESTS,
    OBJECT_PRONOUNS,
    PARENTS,
    PEERS,
    SOURCE_PREPOSITIONS,
    SPOUSES,
    SUBJECT_PRONOUNS,
)
from interview_cli.lexicon.people import ANYBODY, KIN, noun_gender, person_noun
from interview_cli.names import gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.words import Word
    from interview_cli.model import Block, Document, Entity

#: So many events back a role noun is looked for among people without a name.
_RECENT = 12
#: Possessives of a third person, with his gender.
_OWNED_BY = {"zijn": "m", "z'n": "m", "haar": "f", "d'r": "f"}
#: No phrase takes more words.
_LONGEST = 12
_PREDICATING = frozenset({"is", "was", "zijn", "waren", "wordt", "werd", "worden", "werden", "blijft", "bleef"})


def build(
    document: Document, words: Sequence[Word], entities: Sequence[Entity], *, sentences: tuple[int, ...]
) -> Discourse:
    """Collect the events of a document. `sentences` numbers the sentence of each word."""
    return _Builder(document, words, entities, sentences).build()


class _Builder:
    """The state of the one pass."""

    def __init__(
        self, document: Document, words: Sequence[Word], entities: Sequence[Entity], sentences: tuple[int, ...]
    ) -> None:
        self.words = words
        self.blocks: Sequence[Block] = document.blocks
        self.sentences = sentences
        self.names = KnownNames(entities)
        self.roles = Roles(words, document.blocks, self.names.starts)
        present = frozenset(block.speaker for block in document.blocks if block.kind == "turn" and block.speaker)
        self.people = People(topic(document, entities), genders=self.roles.genders, present=present)
        self.events: list[Event] = []
        self.sections = _section_starts(document.blocks)
        self.described = -1  # where the last phrase ended that said who somebody is

    def build(self) -> Discourse:
        at = 0
        while at < len(self.words):
            at = self._read(at)
        firsts = tuple(event.first for event in self.events)
        return Discourse(tuple(self.events), firsts, self.sentences, self.people)

    def _read(self, at: int) -> int:
        """Read the phrase that starts at word `at`, if one does, and return the word to go on with."""
        if self._is_label(at):
            return at + 1
        if self.words[at].quotation >= 0:
            event = self._quoted(at)
        else:
            source = at > 0 and self.words[at - 1].lower in SOURCE_PREPOSITIONS
            phrase = phrase_at(self.words, at, end=self._limit(at), oblique=source)
            if phrase is None:
                return at + 1
            if self._is_apposition(phrase) or self._is_predicate(phrase):
                self.roles.note(phrase.head, self.events[-1].name, owned=phrase.form == "possessive")
                self.described = with_attachment(self.words, phrase, end=self._limit(at)).last
                return self.described
            event = self._event(phrase)
        if event is None:
            return at + 1
        self.events.append(event)
        self.people.counts[event.name] += 1
        return max(event.last, at + 1)

    def _is_label(self, at: int) -> bool:
        """Tell whether a word is part of a byline, or of a turn's label or time stamp, which are no text."""
        word = self.words[at]
        if word.block < 0:
            return False
        block = self.blocks[word.block]
        return block.kind == "byline" or word.start < block.span.start

    def _is_apposition(self, phrase: Phrase) -> bool:
        """Tell whether a phrase says who the person right before it is: `Kwame, een promovendus uit Accra,`."""
        words, before = self.words, self.events[-1] if self.events else None
        if before is None or before.last != phrase.first - 1 or before.form == "pronoun":
            return False
        if words[phrase.first - 1].text != "," or phrase.form in ("name", "pronoun"):
            return False
        if phrase.form == "definite" and before.form != "name":
            return False
        end = with_attachment(words, phrase, end=self._limit(phrase.first)).last
        closed = end < len(words) and words[end].text in (",", ".", ")", ":", "?", "!")
        return (
            closed and person_noun(words[phrase.head].lower) and not self._is_plural(phrase, words[phrase.head].lower)
        )

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only says what the subject is: `Zijn vader was seinhuiswachter, een zwijgzaam man`."""
        words, first = self.words, phrase.first
        if phrase.form not in ("indefinite", "bare") or not self.events or not person_noun(words[phrase.head].lower):
            return False
        if first > 0 and words[first - 1].text == "," and self.described == first - 1:
            return True
        before = self.events[-1]
        beside = before.sentence == self.sentences[first] and before.subject and first > 0
        return beside and before.last == first - 1 and words[first - 1].lower in _PREDICATING

    def _quoted(self, at: int) -> Event | None:
        """Return a person named inside a quotation: whom `die` may mean behind it."""
        name = self.names.starts.get(self.words[at].start)
        if name is None:
            return None
        phrase = Phrase(at, at + 1, at, "quoted")
        return self._made(phrase, name, plural=False, sex=self._gender(name))

    def _limit(self, at: int) -> int:
        """Return the end of the words that a phrase starting at `at` may take: same block, outside quotations."""
        words, block = self.words, self.words[at].block
        last = min(len(words), at + _LONGEST)
        return next(
            (end for end in range(at + 1, last) if words[end].block != block or words[end].quotation >= 0),
            max(last, at + 1),
        )

    def _event(self, phrase: Phrase) -> Event | None:
        words = self.words
        name = self._named(phrase) or self._known(phrase)
        if name is None and phrase.form == "pronoun":
            return self._pronoun(phrase)
        noun = words[phrase.head].lower
        plural = False
        if name is None and phrase.head + 1 < phrase.last and phrase.form != "name":
            name = self._behind_noun(phrase)
        if name is None and phrase.form == "name":
            name = self._unlisted(phrase)
            if name is None:
                return None
        if name is None:
            if not person_noun(noun):
                return None
            if phrase.form == "bare" and (numbered := self._numbered(phrase)) is not None:
                return self._made(numbered, self._as_written(numbered).capitalize(), plural=False, sex="")
            plural = self._is_plural(phrase, noun)
            if phrase.form == "bare" and not plural and noun not in KIN:
                return None
            phrase = with_attachment(words, phrase, end=self._limit(phrase.first))
            name = (
                self._named_behind(phrase)
                or self._by_tie(phrase, noun)
                or self._by_role(phrase, noun)
                or self._by_company(phrase, noun)
                or self._as_guest(phrase, noun)
                or self._as_written(phrase)
            )
            if phrase.form == "possessive":
                self._note_owner(phrase, name)
        return self._made(phrase, name, plural=plural, sex=self._gender(name, noun))

    def _behind_noun(self, phrase: Phrase) -> str | None:
        """Return the name behind a role noun that the entities miss: `collega Marja Kuipers`."""
        words = self.words[phrase.head + 1 : phrase.last]
        if not person_noun(self.words[phrase.head].lower):
            return None
        text = " ".join(word.text for word in words)
        return self.names.unlisted(text, words[0].start, sure=len(words) > 1)

    def _known(self, phrase: Phrase) -> str | None:
        """Return the person of whose name the phrase is a part: `De Boer`, where the pipeline missed it."""
        words = self.words[phrase.first : phrase.last]
        if not words[-1].capital or phrase.form == "pronoun":
            return None
        return self.names.whole(" ".join(word.text for word in words))

    def _numbered(self, phrase: Phrase) -> Phrase | None:
        """Return `Respondent 14` as a name."""
        words, last = self.words, phrase.last
        if last == phrase.first + 1 and last < len(words) and words[last].text.isdigit():
            return Phrase(phrase.first, last + 1, phrase.head, "name")
        return None

    def _named_behind(self, phrase: Phrase) -> str | None:
        """Return the name in apposition: `de tweede gast, Thijmen Baldewsingh,`."""
        words, at = self.words, phrase.last
        if at + 1 >= len(words) or words[at].text != "," or words[at + 1].block != words[phrase.first].block:
            return None
        return self.names.starts.get(words[at + 1].start)

    def _as_guest(self, phrase: Phrase, noun: str) -> str | None:
        """Return whom the document is about for `de gast`, `haar gast`."""
        return self.people.topic if noun in GUESTS and phrase.form in ("definite", "possessive") else None

    def _is_plural(self, phrase: Phrase, noun: str) -> bool:
        if self.words[phrase.first].lower in ("een", "'n", "het", "'t", "elke", "iedere"):
            return False
        lemma = self.words[phrase.head].lemma.lower()
        return lemma != noun and noun.endswith(("en", "s", "eren", "lui", "lieden")) and len(noun) > len(lemma)

    def _unlisted(self, phrase: Phrase) -> str | None:
        """Return the person whom a name means that the entities miss."""
        words = self.words[phrase.first : phrase.last]
        if person_noun(words[0].lower) and len(words) > 1:
            if words[1].text.isdigit():
                return " ".join(word.text for word in words)  # Respondent 14
            words = words[1:] if words[1].capital else words  # Huisgenote Zoë
        return self.names.unlisted(" ".join(word.text for word in words), words[0].start)

    def _note_owner(self, phrase: Phrase, name: str) -> None:
        owner = self._owner(phrase)
        if owner not in (None, name):
            self.people.owners[name] = owner

    def _owner(self, phrase: Phrase) -> str | None:
        """Return whose it is behind `zijn` or `haar`."""
        sex = _OWNED_BY.get(self.words[phrase.first].lower)
        owner = self.refer(phrase.first, sex=sex, plural=False) if sex is not None else None
        return owner[0] if owner is not None else None

    def _by_tie(self, phrase: Phrase, noun: str) -> str | None:
        """Return who `zijn dochter` is beside `haar vader`, or `haar man` beside `zijn vrouw`: the other end."""
        third = self.words[phrase.first].lower in _OWNED_BY  # mijn man is another's
        if not third and phrase.form != "definite":
            return None
        beside = PARENTS if noun in CHILDREN else SPOUSES if noun in SPOUSES and third else ()
        for event in reversed(self.events[-_RECENT:]):
            owner = self.people.owners.get(event.name)
            if owner is not None and event.name.split()[-1] in beside:
                return owner
        return None

    def _by_company(self, phrase: Phrase, noun: str) -> str | None:
        """Return who `zijn tafelgenoot` is where only two people are spoken of by name: the other one."""
        owner = self._owner(phrase) if noun in PEERS else None
        if owner is None:
            return None
        counts = self.people.counts.items()
        others = [name for name, times in counts if times > 1 and name[:1].isupper() and name != owner]
        return others[0] if len(others) == 1 else None

    def _made(self, phrase: Phrase, name: str, *, plural: bool, sex: str) -> Event:
        word = self.words[phrase.first]
        subject = phrase.form != "quoted" and self._is_subject(phrase)
        return Event(
            phrase.first, phrase.last, name, phrase.form, sex, plural, subject, word.block, self.sentences[phrase.first]
        )

    def _is_subject(self, phrase: Phrase) -> bool:
        """Tell whether the parser calls it a subject, or its place in the sentence does: beside the finite verb."""
        words, first, last = self.words, phrase.first, phrase.last
        behind_verb = first > 0 and words[first - 1].pos in ("VERB", "AUX")
        if behind_verb and self.events and self.events[-1].subject and self.events[-1].last == first - 1:
            return False  # De wethouder ontving Swinkels
        if any(words[at].dep.startswith("nsubj") and not first <= words[at].head < last for at in range(first, last)):
            return True
        opens = self._opens_sentence(first)
        if not opens and person_noun(words[first - 1].lower):
            opens = self._opens_sentence(first - 1)  # Spoordeskundige Gijsbert Halsema van de universiteit is
        last = with_attachment(words, phrase, end=self._limit(first)).last if phrase.form == "name" else last
        if opens and last < len(words) and words[last].pos in ("VERB", "AUX"):
            return True
        return behind_verb and not opens

    def _opens_sentence(self, at: int) -> bool:
        return at == 0 or self.sentences[at - 1] != self.sentences[at] or self.words[at - 1].quotation >= 0

    def _named(self, phrase: Phrase) -> str | None:
        """Return the person whose name stands in the phrase itself, not in what is attached to it."""
        for at in range(phrase.first, core_end(self.words, phrase)):
            name = self.names.starts.get(self.words[at].start)
            if name is not None:
                return self.names.fuller(name)
        return None

    def _gender(self, name: str, noun: str = "") -> str:
        if name not in self.people.genders:
            sex = noun_gender(noun) if noun else None
            self.people.genders[name] = sex or gender(name.split()[0]) or ""
        return self.people.genders[name]

    def _by_role(self, phrase: Phrase, noun: str) -> str | None:
        """Return the person introduced with this role, by name or without one."""
        if phrase.form not in ("definite", "possessive"):
            return None
        name = self.roles.find(phrase.first, noun, owned=phrase.form == "possessive")
        if name is not None or phrase.form == "possessive":
            return name
        return self._nameless(noun) if phrase.last == phrase.head + 1 else None

    def _nameless(self, noun: str) -> str | None:
        """Return who `de technicus` is after `een technicus`, and `de man` after anybody who may be a man."""
        sex = noun_gender(noun)
        for event in reversed(self.events[-_RECENT:] if noun in ANYBODY else self.events[-REACH:]):
            if event.form not in ("indefinite", "definite", "possessive") or event.plural:
                continue
            head = self._head_of(event)
            if head == noun or (noun in ANYBODY and noun_gender(head) in (None, sex)):
                return event.name
        return None

    def _speaker(self, at: int) -> str:
        block = self.words[at].block
        return (self.blocks[block].speaker or "") if 0 <= block < len(self.blocks) else ""

    def _head_of(self, event: Event) -> str:
        phrase = phrase_at(self.words, event.first, end=event.last)
        return self.words[phrase.head].lower if phrase else ""

    def _as_written(self, phrase: Phrase) -> str:
        """Return the phrase as the text has it, without the capital of a sentence start."""
        text = " ".join(word.text for word in self.words[phrase.first : phrase.last])
        named = phrase.form == "name" or self.words[phrase.first].pos == "PROPN"
        return text if named else text[:1].lower() + text[1:]

    def _pronoun(self, phrase: Phrase) -> Event | None:
        word = self.words[phrase.first]
        features = SUBJECT_PRONOUNS.get(word.lower) or OBJECT_PRONOUNS[word.lower]
        if features[0] in "012":
            name = self._in_person(phrase.first, features)
            return self._made(phrase, name, plural=False, sex="") if name else None
        if word.lower == "die" and self.events and self._is_relative(phrase.first):
            before = self.events[-1]
            return replace(self._made(phrase, before.name, plural=before.plural, sex=before.gender), form="relative")
        plural = features[1] == "p" or (word.lower in ("ze", "zij") and self._plural_verb(phrase.first))
        found = self.refer(phrase.first, sex=features[0], plural=plural)
        if found is None:
            return None
        name, certainty = found
        sex = features[0] if features[0] in "mfn" else self._gender(name)
        if word.lower in ("zij", "ze") and not plural and not sex:
            sex = "f"
        if sex and not self.people.genders.get(name):
            self.people.genders[name] = sex
        return replace(self._made(phrase, name, plural=plural, sex=sex), certainty=certainty)

    def _in_person(self, at: int, features: str) -> str | None:
        """Return whose `ik` it is, the turn's speaker's or the writer's; `u` in a question is who is interviewed."""
        if features == "1s":
            return self._speaker(at) or WRITER
        block = self.words[at].block
        asked = 0 <= block < len(self.blocks) and self.blocks[block].kind == "question"
        return self.people.topic if features == "2s" and asked else None

    def _is_relative(self, at: int) -> bool:
        """Tell whether `die` right behind a person begins a relative clause: `Bart Hoogland, die het zag,`."""
        return self.events[-1].last == at or (self.events[-1].last == at - 1 and self.words[at - 1].text == ",")

    def _plural_verb(self, at: int) -> bool:
        """Tell whether the verb next to `ze` is plural."""
        for near in (at + 1, at - 1):
            if 0 <= near < len(self.words) and self.words[near].pos in ("VERB", "AUX"):
                return self.words[near].lower.endswith("en")
        return False

    def refer(self, at: int, *, sex: str, plural: bool) -> tuple[str, float] | None:
        """Return the likeliest person for a pronoun at word `at`, and how likely. Nobody means himself by `hij`."""
        word = self.words[at]
        wanted = Wanted(
            sex,
            plural,
            word.block,
            self.sentences[at],
            section=self.sections[word.block] if word.block >= 0 else 0,
            female=word.lower in ("zij", "ze", "haar"),
            near=word.lower in ("die", "deze", "laatstgenoemde"),
            without=self._speaker(at),
        )
        return refer(self.events, wanted, self.people)


def _section_starts(blocks: Sequence[Block]) -> list[int]:
    """Return for each block the number of the heading before it."""
    starts: list[int] = []
    for number, block in enumerate(blocks):
        starts.append(number if block.kind == "heading" else starts[-1] if starts else 0)
    return starts
