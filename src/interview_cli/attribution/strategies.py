"""Who says a quotation: an ordered list of small strategies. Each looks for one pattern and answers or passes.

A strategy returns a `Candidate`: a speaker with the words that name him, the cue, and a confidence. Its name is the
function's name and becomes `Quote.method`. The order is from the surest to the most general.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.phrases import Phrase, phrase_at, with_attachment
from interview_cli.lexicon.cues import GENERIC, OWN_WORDS, PERCEPTION, SPEECH_NOUNS, SUBJECT_PRONOUNS
from interview_cli.model import Candidate, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_cli.attribution.discourse import Discourse, Event
    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word
    from interview_cli.model import Document
    from interview_cli.places import Sections

DASHES = frozenset({"-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What all strategies see: the document as words and events, and the settings of its quotations.

    `decided` grows as quotations are attributed in reading order: index → what was decided for it.
    `speech` tells whose words a whole block is (a turn, an answer of the interviewee), by block number.
    """

    document: Document
    words: Sequence[Word]
    discourse: Discourse
    settings: Sequence[Setting]
    names: Mapping[int, str]
    speech: Mapping[int, str]
    sections: Sections
    decided: dict[int, Candidate] = field(default_factory=dict)


Strategy = Callable[["Scene", "Setting"], Candidate | None]


def candidate_of(
    scene: Scene, method: str, phrase: Phrase | None, cue: Cue | None, confidence: float
) -> Candidate | None:
    """Return a candidate whose speaker is the person that `phrase` stands for; None where it names nobody."""
    if phrase is None:
        return None
    named = _speaker(scene, phrase)
    if named is None:
        return None
    name, wide = named
    return Candidate(method, name, wide.span(scene.words), cue, confidence)


def _speaker(scene: Scene, phrase: Phrase) -> tuple[str, Phrase] | None:
    """Return the canonical name of whom `phrase` stands for, and the phrase with what describes him."""
    words = scene.words
    event = scene.discourse.at(phrase.head) or scene.discourse.at(phrase.first)
    if event is not None:
        return event.name, Phrase(event.first, event.last, phrase.head, phrase.form)
    first = words[phrase.first]
    if phrase.form == "pronoun":
        features = SUBJECT_PRONOUNS.get(first.lower, "u")
        if features[0] in "02" or first.lower in ("die", "deze"):
            return None
        return first.lower.removeprefix("-"), phrase
    for at in range(phrase.first, phrase.last):
        if (name := scene.names.get(words[at].start)) is not None:
            return name, phrase
    if phrase.form != "name":
        phrase = with_attachment(words, phrase, end=min(len(words), phrase.last + 6))
    text = scene.document.text[phrase.span(words).start : phrase.span(words).end]
    text = " ".join(text.split())
    return (text if phrase.form == "name" else text[:1].lower() + text[1:]), phrase


def _skip(words: Sequence[Word], right: Sequence[int], marks: frozenset[str]) -> Sequence[int]:
    while right and words[right[0]].text in marks:
        right = right[1:]
    return right


# --- beside the quotation -------------------------------------------------------------------------------------------


def dash_name(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…" – Jansen, directeur` at the end of a block."""
    right, words = setting.right, scene.words
    if len(right) < 2 or words[right[0]].text not in DASHES or len(right) > 12:
        return None
    phrase = phrase_at(words, right[1], end=right[-1] + 1)
    if phrase is None or phrase.form != "name" or cues.first_verb_cue(words, right) is not None:
        return None
    return candidate_of(scene, "dash_name", phrase, None, 0.97)


def cue_inside(scene: Scene, setting: Setting) -> Candidate | None:
    """`– Nee, zei hij, dat kan niet.`: a reporting clause inside dialogue that no marks set apart."""
    aside, words = setting.quotation.aside, scene.words
    if aside is None:
        return None
    window = [at for at in range(setting.first, setting.last) if aside.start <= words[at].start < aside.end]
    found = cues.verb_cue(words, window[0], window, beside=True) if window else None
    if found is None:
        return None
    return candidate_of(
        scene, "cue_inside", cues.subject_behind(words, window[0], end=window[-1] + 1), found.cue(words), 0.95
    )


def cue_after(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", zegt X`, `"…", aldus X`, `"…", zo vat X samen`: a cue right behind the quotation, in inverted order."""
    words = scene.words
    right = _skip(words, setting.right, frozenset({",", "'", '"', "[", "]"}))
    if not right:
        return None
    end = right[-1] + 1
    if words[right[0]].lower in ("zo", "dus", "nog", "ook", "dan", "toch", "al") and len(right) > 1:
        source = cues.source_phrase(words, right[0], end=end)
        right = right if source else right[1:]
    source = cues.source_phrase(words, right[0], end=end)
    if source is not None:
        return candidate_of(scene, "cue_after", source[1], source[0], 0.97)
    found = cues.verb_cue(words, right[0], right, beside=True)
    if found is None:
        return _any_verb_after(scene, setting, right, end)
    if found.verb.kind == "hear":
        return None
    subject = cues.subject_behind(words, right[0], end=end)
    if not found.verb.strong and (subject is None or scene.discourse.at(subject.head) is None):
        return None
    answer = candidate_of(scene, "cue_after", subject, found.cue(words), 0.96 if found.verb.strong else 0.9)
    return _turned(scene, setting, answer, subject) if found.verb.kind == "answer" else answer


def _turned(scene: Scene, setting: Setting, answer: Candidate | None, subject: Phrase | None) -> Candidate | None:
    """Nobody answers himself: `antwoordt hij` is another than who spoke just before."""
    before = scene.decided.get(setting.index - 1)
    event = scene.discourse.at(subject.head) if subject is not None else None
    if answer is None or event is None or event.form != "pronoun" or before is None or before.speaker != answer.speaker:
        return answer
    other = scene.discourse.other_than(event, event.name)
    return replace(answer, speaker=other, confidence=0.85) if other is not None else answer


def heard(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", luidde het antwoord`, `"…", kreeg hij te horen`: whoever the sentence before sets against the hearer."""
    words = scene.words
    right = _skip(words, setting.right, frozenset({","}))
    found = cues.verb_cue(words, right[0], right, beside=True) if right else None
    if found is None and right and words[right[0]].lower in ("wordt", "werd", "worden", "werden"):
        return _passive(scene, right)
    if found is None or found.verb.kind != "hear":
        return None
    if len(right) > 1 and words[right[1]].lower in GENERIC:
        return Candidate("heard", None, None, found.cue(words), 0.8)
    hearer = cues.subject_behind(words, right[0], end=right[-1] + 1)
    event = scene.discourse.at(hearer.head) if hearer is not None else None
    hearers = {event.name if event else scene.discourse.interviewee}
    for other in reversed(_events(scene, _sentence_before(scene, setting))):
        if other.name not in hearers:
            return Candidate("heard", other.name, _span(scene, other), found.cue(words), 0.75)
    return None


def _passive(scene: Scene, right: Sequence[int]) -> Candidate | None:
    """`"…", wordt er geroepen (door X)`: somebody, unless X is named."""
    words = scene.words
    found = cues.last_verb_cue(words, right)
    if found is None:
        return None
    for at in right:
        if words[at].lower == "door":
            phrase = phrase_at(words, at + 1, end=right[-1] + 1, oblique=True)
            return candidate_of(scene, "passive", phrase, found.cue(words), 0.85)
    return Candidate("passive", None, None, found.cue(words), 0.8)


def _any_verb_after(scene: Scene, setting: Setting, right: Sequence[int], end: int) -> Candidate | None:
    """Take any verb in inverted order behind a comma or `!`/`?` for a reporting verb, if a person follows it."""
    words = scene.words
    verb = words[right[0]]
    if verb.pos not in ("VERB", "AUX") or verb.capital or not setting.opens_sentence:
        return None
    subject = phrase_at(words, right[0] + 1, end=end)
    if subject is None or scene.discourse.at(subject.first) is None:
        return None
    if verb.lower in ("is", "was", "heeft", "had", "wordt", "werd", "zijn", "waren"):
        return None
    return candidate_of(scene, "verb_after", subject, Cue(verb.span, verb.lemma), 0.8)


def interrupted(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", zegt X, "…"`: the second half is the speaker's of the first."""
    before = scene.decided.get(setting.earlier)
    if before is None or before.speaker is None or before.cue is None:
        return None
    between = [at for at in setting.left if scene.words[at].text != ","]
    cue_inside = any(scene.words[at].start >= before.cue.span.start for at in between)
    if not between or not cue_inside or scene.settings[setting.earlier].quotation.outer.end > before.cue.span.start:
        return None
    rest = [at for at in between if scene.words[at].start > before.cue.span.end]
    if scene.words[between[-1]].text == ":" and cues.last_verb_cue(scene.words, rest) is not None:
        return None  # "…", zei X, en Y riep: "…"
    return Candidate("interrupted", before.speaker, before.mention, before.cue, before.confidence)


def colon_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`X zegt: "…"`, `Jansen: "…"`, `zijn conclusie: "…"`: a colon right before the quotation."""
    words, left = scene.words, setting.left
    if not left or words[left[-1]].text != ":":
        return None
    clause = left[:-1]
    if not clause:
        return None
    found = cues.last_verb_cue(words, clause) or cues.last_verb_cue(words, clause, beside=True)
    if found is not None and not found.passive:
        subject = subject_of(scene, found.word, clause)
        if (answer := candidate_of(scene, "colon_before", subject, found.cue(words), 0.95)) is not None:
            return answer
    return _label(scene, clause) or _speech_noun(scene, clause) or _clause_subject(scene, clause, "colon_before", 0.85)


def _label(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`Jansen: "…"`: nothing but a name or a person before the colon, with an adverb at most."""
    phrase = phrase_at(scene.words, clause[0], end=clause[-1] + 1)
    if phrase is None or len(clause) > 12 or any(scene.words[at].pos in ("VERB", "AUX") for at in clause):
        return _last_person(scene, clause) if len(clause) <= 12 and not _has_verb(scene, clause) else None
    return candidate_of(scene, "colon_label", phrase, None, 0.93)


def _has_verb(scene: Scene, clause: Sequence[int]) -> bool:
    return any(scene.words[at].pos in ("VERB", "AUX") for at in clause)


def _last_person(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`Toen de verkeersleider, bloedkalm: "…"`: the one person in a verbless clause."""
    events = _events(scene, clause)
    if not events or events[0].form == "pronoun":
        return None
    event = events[-1]
    return Candidate("colon_label", event.name, _span(scene, event), None, 0.9)


def _speech_noun(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`zijn conclusie: "…"`, `de reactie van X: "…"`, `had X maar één vraag: "…"`."""
    words = scene.words
    for at in reversed(clause):
        if words[at].pos == "NOUN" and (words[at].lower in SPEECH_NOUNS or words[at].lemma in SPEECH_NOUNS):
            cue = Cue(words[at].span, words[at].lemma)
            if at + 1 in clause and words[at + 1].lower == "van":
                phrase = phrase_at(words, at + 2, end=clause[-1] + 1)
                if (answer := candidate_of(scene, "speech_noun", phrase, cue, 0.92)) is not None:
                    return answer
            return _clause_subject(scene, clause, "speech_noun", 0.9, cue=cue)
    return None


def _clause_subject(
    scene: Scene, clause: Sequence[int], method: str, confidence: float, *, cue: Cue | None = None
) -> Candidate | None:
    """Take the subject of the clause, if it is a person: a pronoun, a name, a role."""
    events = _events(scene, clause)
    subjects = [event for event in events if event.subject] or events[:1]
    if not subjects:
        return None
    event = subjects[-1]
    return Candidate(method, event.name, _span(scene, event), cue, confidence)


def _events(scene: Scene, clause: Sequence[int]) -> list[Event]:
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


def _span(scene: Scene, event: Event) -> Span:
    return Span(scene.words[event.first].start, scene.words[event.last - 1].end)


def subject_of(scene: Scene, verb: int, clause: Sequence[int]) -> Phrase | None:
    """Return the subject of a verb in `clause`, by the parse where it gives a person, else by position."""
    words = scene.words
    if words[verb].lower.endswith("en") and any(words[at].lower in PERCEPTION for at in clause if at < verb):
        for first in range(max(clause[0], verb - 6), verb):  # hoorde ze een investeerder zeggen
            phrase = phrase_at(words, first, end=verb)
            if phrase is not None and phrase.last == verb and phrase.form != "pronoun":
                return phrase
    parsed = cues.parsed_subject(words, verb, clause)
    behind = cues.subject_behind(words, verb, end=clause[-1] + 1)
    before = cues.subject_before(words, verb, clause)
    for phrase in (parsed, behind, before):
        if phrase is not None and scene.discourse.at(phrase.head) is not None:
            return phrase
    return parsed or before or behind


# --- elsewhere in the sentence --------------------------------------------------------------------------------------


def source_in_sentence(scene: Scene, setting: Setting) -> Candidate | None:
    """`volgens X "…"`, `"…" is volgens hem …`, `in de woorden van X, "…"`."""
    words = scene.words
    for side in (tuple(reversed(setting.left)), setting.right):
        for at in side:
            if words[at].text in (";", ":") and side is setting.right:
                break
            source = cues.source_phrase(words, at, end=max(side) + 1)
            if source is not None:
                answer = candidate_of(scene, "source", source[1], source[0], 0.9)
                if answer is not None:
                    return answer
    return None


def cue_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`X noemt dat "…"`, `X zei dat hij "…" was`: the nearest reporting verb before it in its sentence."""
    words = scene.words
    idiom = cues.idiom(words, setting.left)
    if idiom is not None:
        answer = _clause_subject(scene, setting.left, "cue_before", 0.9, cue=idiom)
        if answer is not None:
            return answer
    left = _own_clause(words, setting.left)
    for window in (left, setting.left):
        found = cues.last_verb_cue(words, window)
        if found is None or found.passive:
            continue
        subject = subject_of(scene, found.word, window)
        answer = candidate_of(scene, "cue_before", subject, found.cue(words), 0.88)
        if answer is not None:
            return answer
    return None


def _own_clause(words: Sequence[Word], left: Sequence[int]) -> Sequence[int]:
    """Cut off what stands before the last semicolon or comma with a coordinator behind it."""
    for place in range(len(left) - 1, -1, -1):
        if words[left[place]].text == ";":
            return left[place + 1 :]
    return left


def cue_behind_fragment(scene: Scene, setting: Setting) -> Candidate | None:
    """`Dat er "…" bestaat, tekent hij daarbij aan`: a reporting verb later in the sentence."""
    words = scene.words
    found = cues.first_verb_cue(words, setting.right)
    if found is None or found.passive or found.verb.kind == "hear":
        return None
    subject = cues.subject_behind(words, found.word, end=setting.right[-1] + 1)
    if subject is None:
        subject = subject_of(scene, found.word, setting.right)
    return candidate_of(scene, "cue_behind", subject, found.cue(words), 0.8)


def own_words(scene: Scene, setting: Setting) -> Candidate | None:
    """`is naar eigen zeggen "…"`: the subject of the clause."""
    words = scene.words
    for at in setting.left:
        for phrase in OWN_WORDS:
            if tuple(word.lower for word in words[at : at + len(phrase)]) == phrase:
                cue = Cue(Span(words[at].start, words[at + len(phrase) - 1].end), " ".join(phrase))
                return _clause_subject(scene, setting.left, "own_words", 0.9, cue=cue)
    return None


# --- the sentences around -------------------------------------------------------------------------------------------


def continued(scene: Scene, setting: Setting) -> Candidate | None:
    """A quotation over several paragraphs stays one speaker's."""
    if not setting.quotation.continues:
        return None
    before = scene.decided.get(setting.index - 1)
    if before is None or before.speaker is None:
        return None
    return Candidate("continued", before.speaker, before.mention, None, min(0.9, before.confidence))


def same_breath(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", zegt X. "…"`: a quotation that follows on a sentence with a quotation and its cue."""
    before = scene.decided.get(setting.index - 1)
    if before is None or before.speaker is None or not setting.opens_sentence:
        return None
    other = scene.settings[setting.index - 1]
    if other.quotation.block != setting.quotation.block or other.high != setting.low:
        return None
    if before.cue is None and other.last != setting.first:
        return None
    return Candidate("same_breath", before.speaker, before.mention, before.cue, min(0.93, before.confidence))


def sentence_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`Dat klinkt veel, erkent Aydoğan. "…"`, `El Bakkali houdt vol. "…"`: a cue in the sentence before."""
    if not setting.opens_sentence:
        return None
    previous = _sentence_before(scene, setting)
    if not previous:
        return None
    words = scene.words
    found = cues.last_verb_cue(words, previous)
    if found is not None and not found.passive and found.verb.kind != "hear":
        subject = cues.subject_behind(words, found.word, end=previous[-1] + 1)
        if subject is None or scene.discourse.at(subject.head) is None:
            subject = subject_of(scene, found.word, previous)
        if subject is not None and scene.discourse.at(subject.head) is not None:
            return candidate_of(scene, "sentence_before", subject, found.cue(words), 0.8)
    return _clause_subject(scene, previous, "sentence_before", 0.7)


def _sentence_before(scene: Scene, setting: Setting) -> list[int]:
    """Return the narration of the sentence before, within the block."""
    words, last = scene.words, setting.low - 1
    if last < 0 or words[last].block != setting.quotation.block:
        return []
    number = scene.discourse.sentences[last]
    first = last
    while first > 0 and scene.discourse.sentences[first - 1] == number:
        first -= 1
    return [at for at in range(first, last + 1) if words[at].quotation < 0]


def carried(scene: Scene, setting: Setting) -> Candidate | None:
    """A paragraph that opens with a quotation without a cue: the interviewee goes on, or whoever spoke last."""
    if not setting.opens_sentence or scene.speech.get(setting.quotation.block):
        return None
    block = setting.quotation.block
    recent = [
        before.speaker
        for index in range(setting.index - 1, max(-1, setting.index - 7), -1)
        if (before := scene.decided.get(index)) is not None
        and before.speaker is not None
        and block - scene.settings[index].quotation.block <= 3
    ]
    if not recent:
        return None
    topic = scene.discourse.interviewee
    if topic is not None and topic != recent[0]:
        return Candidate("carried", topic, None, None, 0.6)
    return Candidate("carried", recent[0], None, None, 0.7 if recent[0] == topic else 0.55)


def interviewee(scene: Scene, setting: Setting) -> Candidate | None:
    """The person interviewed, where nobody else is in play."""
    name = scene.discourse.interviewee
    if name is None or scene.speech.get(setting.quotation.block):
        return None
    return Candidate("interviewee", name, None, None, 0.6)


#: Surest first. The first answer decides; `--explain` shows the others.
STRATEGIES: tuple[Strategy, ...] = (
    dash_name,
    cue_inside,
    cue_after,
    heard,
    interrupted,
    colon_before,
    continued,
    source_in_sentence,
    own_words,
    cue_before,
    cue_behind_fragment,
    same_breath,
    sentence_before,
    carried,
    interviewee,
)
