"""Strategies for what stands right before or behind a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.phrases import phrase_at
from interview_cli.attribution.scene import (
    can_speak,
    candidate_of,
    clause_subject,
    events_in,
    just_spoken,
    sentence_before_of,
    span_of,
    subject_of,
    without_leading,
)
from interview_cli.lexicon.cues import (
    COMPOUND_SPEECH,
    COPULAS,
    GENERIC,
    RECEIVING,
    RESUMING,
    SOUNDING,
    SPEECH_NOUNS,
    STANDING,
)
from interview_cli.lexicon.people import person_noun
from interview_cli.model import Candidate, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.phrases import Phrase
    from interview_cli.attribution.scene import Scene
    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word


DASHES = frozenset({"-", "–", "—", "--"})
#: A respondent's code: R7, P12.
_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}")
#: What a line may begin with before a name.
_LINE_STARTS = DASHES | {">", ",", "*", "|"}
#: A line that only names somebody has fewer words.
_NAME_LINE = 12


def dash_name(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…" – Jansen, directeur` at the end of a block."""
    right, words = setting.right, scene.words
    if len(right) < 2 or words[right[0]].text not in DASHES or len(right) > 12:
        return None
    phrase = phrase_at(words, right[1], end=right[-1] + 1)
    if phrase is None or phrase.form != "name" or cues.first_verb_cue(words, right) is not None:
        return None
    return candidate_of(scene, "dash_name", phrase, None, 0.97)


def in_brackets(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…" (vrouw, 34 jaar)`, `"…" (R7)`: who says it stands in brackets behind it, as in reports."""
    words, right = scene.words, setting.right
    close = next((place for place, at in enumerate(right[:_NAME_LINE]) if words[at].text == ")"), None)
    if len(right) < 3 or words[right[0]].text != "(" or close is None or close < 2:
        return None
    inside = right[1:close]
    first = words[inside[0]]
    if any(words[at].pos in ("VERB", "AUX") for at in inside) or not (_CODE.fullmatch(first.text) or can_speak(first)):
        return None
    span = Span(first.start, words[inside[-1]].end)
    return Candidate("in_brackets", " ".join(span.of(scene.document.text).split()), span, None, 0.9)


def name_line(scene: Scene, setting: Setting) -> Candidate | None:
    """A quotation that is a paragraph by itself, with a line behind or before it that only names somebody."""
    words, block = scene.words, setting.quotation.block
    if not setting.opens_block or any(word.text[:1].isalnum() for word in words[setting.last : setting.high]):
        right = without_leading(words, setting.right, _LINE_STARTS)
        return _name_alone(scene, right) if setting.opens_block and "\n" in _between(scene, setting, right) else None
    behind = [
        at for at in range(setting.high, min(len(words), setting.high + _NAME_LINE)) if words[at].block == block + 1
    ]
    before = [at for at in range(max(0, setting.low - _NAME_LINE), setting.low) if words[at].block == block - 1]
    return _name_alone(scene, without_leading(words, behind, _LINE_STARTS)) or _name_alone(scene, before)


def _between(scene: Scene, setting: Setting, right: Sequence[int]) -> str:
    """Return the characters between a quotation and the words behind it."""
    return scene.document.text[setting.quotation.outer.end : scene.words[right[0]].start] if right else ""


def _name_alone(scene: Scene, line: Sequence[int]) -> Candidate | None:
    """Return the person whom a line names: a name, perhaps a comma and a role, and nothing else."""
    words = scene.words
    if not line or len(line) >= _NAME_LINE or scene.document.blocks[words[line[0]].block].kind in ("heading", "title"):
        return None
    phrase = phrase_at(words, line[0], end=line[-1] + 1)
    if phrase is None or phrase.form != "name" or not words[phrase.first].name_end:
        return None
    rest = [at for at in line if at >= phrase.last]
    if rest and (words[rest[0]].text not in (",", "(") or any(words[at].pos in ("VERB", "AUX") for at in rest)):
        return None
    return candidate_of(scene, "name_line", phrase, None, 0.93)


def noun_after(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", is zijn antwoord`, `"…", luidt het advies van X`: a noun for somebody's words behind the quotation."""
    words = scene.words
    right = without_leading(words, setting.right, frozenset({","}))
    if len(right) < 2 or words[right[0]].lower not in COPULAS:
        return None
    for at in right[1:5]:
        if words[at].pos != "NOUN":
            continue
        cue = Cue(words[at].span, words[at].lemma)
        owner = _last_owner(scene, setting, at) or _owner(scene, at, right)
        if owner is not None:
            return Candidate("noun_after", owner, None, cue, 0.85)
        if _is_speech_noun(words[at]) and at + 1 in right and words[at + 1].lower == "van":
            phrase = phrase_at(words, at + 2, end=right[-1] + 1, oblique=True)
            return candidate_of(scene, "noun_after", phrase, cue, 0.9)
        break
    return None


def _last_owner(scene: Scene, setting: Setting, noun: int) -> str | None:
    """Return whose noun it is behind a quotation: the last one of that gender in the sentence before."""
    possessive = next((word.lower for word in scene.words[noun - 2 : noun] if word.lower in ("zijn", "haar")), None)
    if possessive is None:
        return None
    for event in reversed(events_in(scene, sentence_before_of(scene, setting))):
        if event.gender == ("f" if possessive == "haar" else "m") and not event.plural:
            return event.name
    return None


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
        scene, "cue_inside", cues.subject_behind(words, window[0], end=window[-1] + 1), found.cue(words), 0.88
    )


def _stands_there(scene: Scene, right: Sequence[int]) -> Candidate | None:
    """`"…", stond erop`, `"…" staat er op het bord`: the words stand somewhere, nobody says them."""
    words = scene.words
    if words[right[0]].lower not in STANDING or not any(
        words[at].lower.startswith(("er", "op", "in")) for at in right[1:3]
    ):
        return None
    return Candidate("written", None, None, Cue(words[right[0]].span, words[right[0]].lemma), 0.75)


def cue_after(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…", zegt X`, `"…", aldus X`, `"…", zo vat X samen`: a cue right behind the quotation, in inverted order."""
    words = scene.words
    right = without_leading(words, setting.right, frozenset({",", "'", '"', "[", "]"}))
    if not right:
        return None
    end = right[-1] + 1
    if words[right[0]].lower in ("zo", "dus", "nog", "ook", "dan", "toch", "al") and len(right) > 1:
        source = cues.source_phrase(words, right[0], end=end)
        right = right if source else right[1:]
    source = cues.source_phrase(words, right[0], end=end)
    if source is not None:
        return candidate_of(scene, "cue_after", source[1], source[0], 0.97, anybody=True)
    if (written := _stands_there(scene, right)) is not None:
        return written
    found = cues.verb_cue(words, right[0], right, beside=True)
    if found is None:
        return _any_verb_after(scene, setting, right, end)
    if found.verb.kind == "hear":
        return None
    subject = cues.subject_behind(words, right[0], end=end)
    if not found.verb.strong and (subject is None or scene.discourse.at(subject.head) is None):
        return None
    confidence = 0.96 if found.verb.strong else 0.9
    answer = candidate_of(scene, "cue_after", subject, found.cue(words), confidence, anybody=True)
    if answer is None and subject is not None and words[subject.first].lower in GENERIC:
        return Candidate("cue_after", None, None, found.cue(words), 0.7)
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
    right = without_leading(words, setting.right, frozenset({","}))
    found = cues.verb_cue(words, right[0], right, beside=True) if right else None
    auxiliary = right and words[right[0]].lower in ("wordt", "werd", "worden", "werden")
    if found is None and auxiliary and setting.opens_sentence:
        return _passive(scene, right)
    if found is None or found.verb.kind != "hear":
        return None
    if len(right) > 1 and words[right[1]].lower in GENERIC:
        return Candidate("heard", None, None, found.cue(words), 0.8)
    for at in right[1:]:
        if words[at].lower in ("van", "bij"):  # krijgen ze van de bank te horen
            phrase = phrase_at(words, at + 1, end=right[-1] + 1, oblique=True)
            return candidate_of(scene, "heard", phrase, found.cue(words), 0.85, anybody=True)
    if words[right[0]].lower in SOUNDING and not any(words[at].pos == "NOUN" for at in right[1:3]):
        return Candidate("heard", None, None, found.cue(words), 0.7)  # klinkt het: who says it isn't said
    hearer = cues.subject_behind(words, right[0], end=right[-1] + 1)
    event = scene.discourse.at(hearer.head) if hearer is not None else None
    hearers = {event.name if event else scene.discourse.interviewee}
    for other in reversed(events_in(scene, sentence_before_of(scene, setting))):
        if other.name not in hearers:
            return Candidate("heard", other.name, span_of(scene, other), found.cue(words), 0.75)
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
            return candidate_of(scene, "passive", phrase, found.cue(words), 0.85, anybody=True)
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
    if found is not None and not found.passive and found.verb.kind != "hear":
        subject = subject_of(scene, found.word, clause)
        # A pronoun stands before a colon in many a clause that is not its speech: over half of what went wrong here.
        confidence = 0.88 if subject is not None and subject.form == "pronoun" else 0.95
        if (answer := candidate_of(scene, "colon_before", subject, found.cue(words), confidence)) is not None:
            return answer
    return (
        _label(scene, clause)
        or _speech_noun(scene, clause)
        or _written(scene, clause)
        or clause_subject(scene, clause, "colon_before", 0.85)
        or _resumed(scene, setting, clause)
    )


def _written(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`Op het bord staat: "…"`: the words stand somewhere, nobody says them."""
    for at in clause:
        if scene.words[at].lower in STANDING and not any(event.subject for event in events_in(scene, clause)):
            return Candidate("written", None, None, Cue(scene.words[at].span, scene.words[at].lemma), 0.7)
    return None


def _label(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`Jansen: "…"`: nothing but a name or a person before the colon, with an adverb at most."""
    if len(clause) > _NAME_LINE or any(scene.words[at].pos in ("VERB", "AUX") for at in clause):
        return None
    phrase = phrase_at(scene.words, clause[0], end=clause[-1] + 1)
    if phrase is None:
        return _last_person(scene, clause)
    if phrase.form == "name" and not (scene.discourse.at(phrase.first) or scene.words[phrase.first].name_end):
        return None
    return candidate_of(scene, "colon_label", phrase, None, 0.93)


def _last_person(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`Toen de verkeersleider, bloedkalm: "…"`: the one person in a verbless clause."""
    events = events_in(scene, clause)
    if not events or events[0].form == "pronoun":
        return None
    event = events[-1]
    return Candidate("colon_label", event.name, span_of(scene, event), None, 0.9)


def _owner(scene: Scene, noun: int, clause: Sequence[int]) -> str | None:
    """Return whose `haar conclusie`, `zijn enige vraag` it is."""
    for at in range(noun - 1, max(noun - 4, clause[0] - 1), -1):
        if scene.words[at].lower in ("zijn", "z'n", "haar"):
            return scene.discourse.owner(scene.words, at)
        if scene.words[at].pos not in ("ADJ", "NUM", "ADV") or person_noun(scene.words[at].lower):
            break
    return None


def _resumed(scene: Scene, setting: Setting, clause: Sequence[int]) -> Candidate | None:
    """`"…", zegt hij. Na een korte stilte: "…"`: the same speaker goes on, after words that name nobody."""
    before = just_spoken(scene, setting) if scene.words[clause[0]].lower in RESUMING else None
    if before is None:
        return None
    return replace(before, method="same_breath", confidence=min(0.85, before.confidence))


def _is_speech_noun(word: Word) -> bool:
    """Tell whether a noun is one for words that somebody says: conclusie, vraag, luisteraarsvraag."""
    return bool({word.lower, word.lemma} & SPEECH_NOUNS) or word.lower.endswith(COMPOUND_SPEECH)


def _speech_noun(scene: Scene, clause: Sequence[int]) -> Candidate | None:
    """`zijn conclusie: "…"`, `de reactie van X: "…"`, `had X maar één vraag: "…"`."""
    words = scene.words
    for at in reversed(clause):
        if words[at].pos == "NOUN" and _is_speech_noun(words[at]):
            cue = Cue(words[at].span, words[at].lemma)
            if any(words[near].lower in RECEIVING for near in clause):
                return Candidate("heard", None, None, cue, 0.7)
            source = next((near for near in clause if near > at and words[near].lower == "van"), None)
            if source is not None:
                phrase = phrase_at(words, source + 1, end=clause[-1] + 1, oblique=True)
                if (answer := candidate_of(scene, "speech_noun", phrase, cue, 0.92)) is not None:
                    return answer
            owner = _owner(scene, at, clause)
            if owner is not None:
                return Candidate("speech_noun", owner, None, cue, 0.88)
            return clause_subject(scene, clause, "speech_noun", 0.9, cue=cue)
    return None
