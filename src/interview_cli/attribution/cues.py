"""Finding the words that announce a quotation, and the subject that goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli.attribution.phrases import phrase_at
from interview_cli.lexicon.cues import (
    COMPOUND_CUES,
    FIRST_PERSON,
    IDIOMS,
    MODALS,
    POSSESSIVES,
    SOURCE_PHRASES,
    SOURCE_PREPOSITIONS,
)
from interview_cli.lexicon.verbs import verb_forms
from interview_cli.model import Cue, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.phrases import Phrase
    from interview_cli.attribution.words import Word
    from interview_cli.lexicon.verbs import ReportingVerb

#: Word classes that no form of a verb is mistaken for: `uit` is not the stem of `uiten`.
_NEVER_VERBS = frozenset({"DET", "PRON", "CCONJ", "NUM"})
#: The same for forms of reporting verbs that are function words as well.
_FUNCTION_WORDS = frozenset({"uit", "meen"})
_PASSIVE_AUX = frozenset({"wordt", "worden", "werd", "werden"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb in the text: its word, the table's entry, and the word of its separable particle or -1."""

    word: int
    verb: ReportingVerb
    particle: int = -1
    passive: bool = False

    def cue(self, words: Sequence[Word]) -> Cue:
        """Return it as a record's cue."""
        return Cue(words[self.word].span, self.verb.lemma)


def verb_cue(words: Sequence[Word], at: int, window: Sequence[int], *, beside: bool = False) -> VerbCue | None:
    """Return the reporting verb at word `at`, if there is one.

    `window` holds the words of its clause: a separable verb needs its particle there. `beside` says that it stands
    right beside a quotation, where the word class is certain and weak verbs count.
    """
    word = words[at]
    entries = verb_forms().get(word.lower)
    if not entries:
        return None
    if at and _is_noun_there(words[at - 1]):
        return None
    if word.pos in _NEVER_VERBS or word.lower in _FUNCTION_WORDS or (not beside and word.pos not in ("VERB", "AUX")):
        return None
    if not beside and word.lower.endswith("en") and _is_only_possible(words, window):
        return None
    passive = _is_passive(words, at, window)
    ordered = sorted(entries, key=lambda verb: (not verb.particle, not verb.strong))
    for verb in ordered:
        if not (beside or verb.strong or _is_compound(words, verb.lemma, window)):
            continue
        if verb.particle and word.lower not in verb.joined:
            particle = _particle(words, at, verb.particle, window)
            if particle >= 0:
                return VerbCue(at, verb, particle, passive)
        elif not verb.reflexive or _has_reflexive(words, window):
            return VerbCue(at, verb, -1, passive)
    return None


def _is_noun_there(before: Word) -> bool:
    """Tell whether what stands before a form makes it a noun: hetzelfde antwoord, een vraag."""
    return before.pos in ("DET", "NUM") or before.lower in POSSESSIVES or before.lower.endswith("zelfde")


def _is_only_possible(words: Sequence[Word], window: Sequence[int]) -> bool:
    """Tell whether a modal takes the report away: `kan niet zeggen dat`. Who says `ik moet zeggen` says it."""
    near = {words[at].lower for at in window}
    return bool(near & MODALS) and not near & FIRST_PERSON


def _particle(words: Sequence[Word], at: int, particle: str, window: Sequence[int]) -> int:
    """Return the word of the particle: behind its verb, and not a preposition with an object of its own."""
    for near in window:
        if near > at and words[near].lower == particle:
            object_of = words[near].dep == "case" and near + 1 < len(words) and words[near + 1].pos in ("DET", "PRON")
            if not object_of:
                return near
    return -1


def _is_compound(words: Sequence[Word], lemma: str, window: Sequence[int]) -> bool:
    """Tell whether a helper makes a weak verb a reporting one: wil weten, laat weten."""
    helpers = COMPOUND_CUES.get(lemma, frozenset())
    return any(words[near].lower in helpers for near in window)


def idiom(words: Sequence[Word], window: Sequence[int]) -> Cue | None:
    """Return `had het over` and `houdt het op` where they end right before the quotation."""
    if not window:
        return None
    for verb, (forms, preposition) in IDIOMS.items():
        if words[window[-1]].lower == preposition:
            for at in window:
                if words[at].lower in forms and any(words[near].lower in ("het", "'t") for near in window if near > at):
                    return Cue(words[at].span, verb)
    return None


def _has_reflexive(words: Sequence[Word], window: Sequence[int]) -> bool:
    return any(words[near].lower in ("zich", "me", "mij", "je", "ons") for near in window)


def _is_passive(words: Sequence[Word], at: int, window: Sequence[int]) -> bool:
    """Tell whether it is a participle with `worden`: the subject hears, or nobody is named."""
    participle = words[at].lower.startswith("ge") or words[at].lemma != words[at].lower
    return participle and any(words[near].lower in _PASSIVE_AUX and near != at for near in window)


def last_verb_cue(words: Sequence[Word], window: Sequence[int], *, beside: bool = False) -> VerbCue | None:
    """Return the reporting verb nearest to the end of `window`."""
    for at in reversed(window):
        found = verb_cue(words, at, window, beside=beside)
        if found is not None:
            return found
    return None


def first_verb_cue(words: Sequence[Word], window: Sequence[int], *, beside: bool = False) -> VerbCue | None:
    """Return the reporting verb nearest to the start of `window`."""
    for at in window:
        found = verb_cue(words, at, window, beside=beside)
        if found is not None:
            return found
    return None


def source_phrase(words: Sequence[Word], at: int, *, end: int) -> tuple[Cue, Phrase] | None:
    """Return `volgens X`, `aldus X`, `in de woorden van X` that starts at word `at`, with X."""
    word = words[at]
    if word.lower in SOURCE_PREPOSITIONS:
        phrase = phrase_at(words, at + 1, end=end, oblique=True)
        return (Cue(word.span, word.lower), phrase) if phrase else None
    for phrase_words, lemma in SOURCE_PHRASES.items():
        size = len(phrase_words)
        if (
            word.lower == phrase_words[0]
            and at + size < end
            and tuple(near.lower for near in words[at : at + size]) == phrase_words
        ):
            phrase = phrase_at(words, at + size, end=end, oblique=True)
            span = Span(word.start, words[at + size - 1].end)
            return (Cue(span, lemma), phrase) if phrase else None
    return None


def subject_behind(words: Sequence[Word], verb: int, *, end: int) -> Phrase | None:
    """Return the subject in inverted order: `zegt X`, `herinnert zijn dochter zich`, `zegt nu ook X`."""
    at = verb + 1
    for _ in range(4):
        if at >= end or words[at].text in (",", ":", ".", ";"):
            return None
        if words[at].lower in ("dat", "of") and words[at].pos == "SCONJ":
            return None  # zegt erbij dat werkgevers
        phrase = phrase_at(words, at, end=end)
        if phrase is not None and words[at].lower not in ("zich", "zichzelf"):
            return phrase
        if words[at].pos not in ("ADV", "ADJ", "PRON", "VERB", "CCONJ", "SCONJ") and words[at].lower not in ("zich",):
            return None
        at += 1
    return None


def subject_before(words: Sequence[Word], verb: int, window: Sequence[int]) -> Phrase | None:
    """Return the subject in straight order: the phrase that ends right before the verb, adverbs aside."""
    start = window[0] if window else verb
    for first in range(verb - 1, start - 1, -1):
        if words[first].text in (":", ";"):
            break
        phrase = phrase_at(words, first, end=verb)
        if phrase is not None and phrase.form != "bare" and words[first].lower not in ("zich",):
            widest = _widened(words, first, verb, start)
            return widest or phrase
    return None


def _widened(words: Sequence[Word], first: int, verb: int, start: int) -> Phrase | None:
    """Return the phrase of which the found one is an attachment: `een woordvoerder van [de RDW]`."""
    for at in range(max(start, first - 4), first):
        phrase = phrase_at(words, at, end=verb)
        if (
            phrase is not None
            and phrase.form not in ("pronoun", "bare")
            and (
                phrase.last > first
                or (words[phrase.last].lower in ("van", "bij", "uit", "met") and phrase.last == first - 1)
            )
        ):
            return phrase
    return None


def parsed_subject(words: Sequence[Word], verb: int, window: Sequence[int]) -> Phrase | None:
    """Return the subject that the parser gives the verb, or the verb of which this one is a complement."""
    inside = set(window)
    heads = {verb}
    if words[verb].dep in ("aux", "aux:pass", "xcomp", "conj", "cop") and words[verb].head in inside:
        heads.add(words[verb].head)
    for heading in (verb, *sorted(heads - {verb})):
        for at in window:
            if words[at].head == heading and words[at].dep in ("nsubj", "nsubj:pass"):
                phrase = phrase_around(words, at, window)
                if phrase is not None:
                    return phrase
    return None


def phrase_around(words: Sequence[Word], at: int, window: Sequence[int]) -> Phrase | None:
    """Return the widest phrase within `window` that covers word `at`."""
    end = window[-1] + 1
    for first in range(max(window[0], at - 5), at + 1):
        phrase = phrase_at(words, first, end=end)
        if phrase is not None and phrase.first <= at < phrase.last:
            return phrase
    return None
