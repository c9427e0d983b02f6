"""What all strategies see, and the steps that several of them take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.phrases import Phrase, core_end, phrase_at, with_attachment
from interview_cli.lexicon.cues import CLAUSE_OPENERS, PERCEPTION, SUBJECT_PRONOUNS, TIME_NOUNS
from interview_cli.lexicon.organisations import ANY_GROUP, GROUPS
from interview_cli.lexicon.people import person_noun
from interview_cli.model import Candidate, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_cli.attribution.discourse import Discourse
    from interview_cli.attribution.reference import Event
    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word
    from interview_cli.model import Document
    from interview_cli.places import Sections


@dataclass(frozen=True, slots=True)
class Scene:
    """What all strategies see: the document as words and events, and the settings of its quotations.

    `names` has who or what is named at an offset, `groups` those that are organisations.
    `decided` grows as quotations are attributed in reading order: index → what was decided for it.
    `echoes`: quotations in headings and on lines of their own → the one in the text whose words they repeat.
    `alternates`: neighbouring paragraphs of speech are mostly not one speaker's, as in a novel.
    `protagonist`: the person interviewed, else who says most of what has a cue.
    `speech` tells whose words a whole block is (a turn, an answer of the interviewee), by block number.
    """

    document: Document
    words: Sequence[Word]
    discourse: Discourse
    settings: Sequence[Setting]
    names: Mapping[int, str]
    groups: Mapping[int, str]
    speech: Mapping[int, str]
    sections: Sections
    echoes: Mapping[int, int] = field(default_factory=dict)
    alternates: bool = False
    protagonist: str | None = None
    decided: dict[int, Candidate] = field(default_factory=dict)


#: How sure it can be at most who is meant by a noun phrase of each form, and by one that is no known person.
_FORMS = {"definite": 0.88, "possessive": 0.85, "indefinite": 0.88, "bare": 0.88}
_UNLISTED = 0.88
#: So many words back a group's name is looked for.
_GROUP_REACH = 300

Strategy = Callable[["Scene", "Setting"], Candidate | None]


def candidate_of(
    scene: Scene, method: str, phrase: Phrase | None, cue: Cue | None, confidence: float, *, anybody: bool = False
) -> Candidate | None:
    """Return a candidate whose speaker is the person that `phrase` stands for; None where it names nobody.

    `anybody`: whatever stands there speaks (`"…", zegt de kaart`); else a noun has to be a person's or a group's.
    """
    if phrase is None:
        return None
    named = _speaker(scene, phrase, anybody=anybody)
    if named is None:
        return None
    name, wide = named
    event = scene.discourse.at(phrase.head) or scene.discourse.at(phrase.first)
    return Candidate(method, name, wide.span(scene.words), cue, _confident(confidence, event))


def _confident(confidence: float, event: Event | None) -> float:
    """Temper a rule's confidence by how certain it is whom the words name."""
    if event is None:
        return min(confidence, _UNLISTED)
    return min(confidence, event.certainty, _FORMS.get(event.form, confidence))


def _speaker(scene: Scene, phrase: Phrase, *, anybody: bool) -> tuple[str, Phrase] | None:
    """Return the canonical name of whom `phrase` stands for, and the phrase with what describes him."""
    words = scene.words
    event = scene.discourse.at(phrase.head) or scene.discourse.at(phrase.first)
    if event is not None:
        return event.name, Phrase(event.first, event.last, phrase.head, phrase.form)
    first = words[phrase.first]
    if phrase.form == "pronoun":
        features = SUBJECT_PRONOUNS.get(first.lower, "u")
        if first.lower == "iemand":
            return first.lower, phrase
        if features[0] in "02" or first.lower in ("die", "deze"):
            return None
        return first.lower.removeprefix("-"), phrase
    for at in range(phrase.first, core_end(words, phrase)):
        if (name := scene.names.get(words[at].start)) is not None:
            return name, phrase
    if phrase.form != "name" and not (anybody or can_speak(words[phrase.head])):
        return None
    if words[phrase.head].lower in TIME_NOUNS:
        return None
    if phrase.form == "definite" and phrase.last == phrase.head + 1 and (group := _named_group(scene, phrase)):
        return group, phrase
    if phrase.form != "name":
        phrase = with_attachment(words, phrase, end=min(len(words), phrase.last + 6))
    text = scene.document.text[phrase.span(words).start : phrase.span(words).end]
    text = " ".join(text.split())
    return (text if phrase.form == "name" else text[:1].lower() + text[1:]), phrase


def _named_group(scene: Scene, phrase: Phrase) -> str | None:
    """Return which `de vereniging` it is: the last that was named so, `ondernemersvereniging Havenkwartier`."""
    words, noun = scene.words, scene.words[phrase.head].lower
    for at in range(phrase.first - 1, max(0, phrase.first - _GROUP_REACH), -1):
        if words[at].lower.endswith(noun) and can_speak(words[at]):
            return scene.names.get(words[at + 1].start)
        if noun in ANY_GROUP and (name := scene.groups.get(words[at].start)) is not None:
            return name
    return None


def can_speak(word: Word) -> bool:
    """Tell whether a noun is one of people or of a group: de trainer, het ministerie, de wijkraad."""
    noun = word.lower
    return person_noun(noun) or any(noun == group or (noun.endswith(group) and len(group) > 3) for group in GROUPS)


def without_leading(words: Sequence[Word], right: Sequence[int], marks: frozenset[str]) -> Sequence[int]:
    while right and words[right[0]].text in marks:
        right = right[1:]
    return right


def clause_subject(
    scene: Scene, clause: Sequence[int], method: str, confidence: float, *, cue: Cue | None = None
) -> Candidate | None:
    """Take the subject of the clause, if it is a person: a pronoun, a name, a role."""
    events = events_in(scene, clause)
    subjects = [event for event in events if event.subject] or events[:1]
    if not subjects:
        return None
    main = [event for event in subjects if scene.words[scene.words[event.last - 1].head].dep == "ROOT"]
    event = (main or subjects)[-1]
    return Candidate(method, event.name, span_of(scene, event), cue, _confident(confidence, event))


def events_in(scene: Scene, clause: Sequence[int]) -> list[Event]:
    """Return the people mentioned in a clause, but for those who are only a source (`volgens X`)."""
    found = []
    for at in clause:
        event = scene.discourse.at(at)
        if (
            event is not None
            and event.first == at
            and (
                at == 0
                or scene.words[at - 1].lower not in ("volgens", "van", "door", "met", "aan", "voor", "bij", "naar")
            )
        ):
            found.append(event)
    return found


def span_of(scene: Scene, event: Event) -> Span:
    return Span(scene.words[event.first].start, scene.words[event.last - 1].end)


def subject_of(scene: Scene, verb: int, clause: Sequence[int]) -> Phrase | None:
    """Return the subject of a verb in `clause`, by the parse where it gives a person, else by position."""
    words = scene.words
    if words[verb].lower.endswith("en") and any(words[at].lower in PERCEPTION for at in clause if at < verb):
        for first in range(max(clause[0], verb - 6), verb):  # hoorde ze een investeerder zeggen
            phrase = phrase_at(words, first, end=verb)
            if phrase is not None and phrase.last == verb and phrase.form != "pronoun":
                return phrase
    behind = cues.subject_behind(words, verb, end=clause[-1] + 1)
    if (
        behind is not None
        and behind.first == verb + 1
        and behind.form == "pronoun"
        and scene.discourse.at(behind.first)
    ):
        return behind  # Als student zei ze al
    comma = max((at for at in clause if at < verb and words[at].text == ","), default=-1)
    opened = [at for at in clause if comma < at < verb and words[at].lower in CLAUSE_OPENERS]
    if opened:  # a subordinate clause: its subject stands right behind its conjunction
        phrase = phrase_at(words, opened[-1] + 1, end=verb + 1)
        if phrase is not None and scene.discourse.at(phrase.head) is not None:
            return phrase
    if verb > 0 and words[verb - 1].text == ",":  # Haar auteur is, zegt ze, …
        phrase = phrase_at(words, verb + 1, end=clause[-1] + 1)
        between = phrase is not None and (phrase.last > clause[-1] or words[phrase.last].text in (",", ":"))
        if phrase is not None and scene.discourse.at(phrase.head) is not None and between:
            return phrase
    parsed = cues.parsed_subject(words, verb, clause)
    before = cues.subject_before(words, verb, clause)
    for phrase in (parsed, behind, before):
        if phrase is not None and (scene.discourse.at(phrase.head) or can_speak(words[phrase.head])):
            return phrase
    if behind is not None and behind.first == verb + 1 and behind.last >= clause[-1] and behind.form != "pronoun":
        return behind  # zei mijn promotor: …
    named = [event for event in events_in(scene, [at for at in clause if at < verb]) if event.subject]
    if named:
        return Phrase(named[-1].first, named[-1].last, named[-1].first, named[-1].form)
    return parsed or before or behind


def just_spoken(scene: Scene, setting: Setting) -> Candidate | None:
    """Return what was decided for the quotation before, if its sentence ends right before this one's, in its block."""
    before = scene.decided.get(setting.index - 1)
    if before is None or before.speaker is None:
        return None
    other = scene.settings[setting.index - 1]
    return before if other.quotation.block == setting.quotation.block and other.high == setting.low else None


def sentence_left(scene: Scene, setting: Setting) -> list[int]:
    """Return all narration before a quotation in its sentence, that before other quotations included."""
    return [at for at in range(setting.low, setting.first) if scene.words[at].quotation < 0]


def sentence_before_of(scene: Scene, setting: Setting) -> list[int]:
    """Return the narration of the sentence before, within the block; of the one before that if it only asks."""
    before = _sentence_at(scene, setting, setting.low - 1)
    asks = bool(before) and scene.words[before[-1]].text == "?" and not events_in(scene, before)
    return (_sentence_at(scene, setting, before[0] - 1) or before) if asks else before


def _sentence_at(scene: Scene, setting: Setting, last: int) -> list[int]:
    """Return the narration of the sentence that ends with word `last`, within the quotation's block."""
    words = scene.words
    if last < 0 or words[last].block != setting.quotation.block:
        return []
    number = scene.discourse.sentences[last]
    first = last
    while first > 0 and scene.discourse.sentences[first - 1] == number:
        first -= 1
    return [at for at in range(first, last + 1) if words[at].quotation < 0]
