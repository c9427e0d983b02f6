"""Strategies for a quotation whose own sentence names nobody: the sentences and paragraphs around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.scene import (
    candidate_of,
    clause_subject,
    sentence_before_of,
    subject_of,
)
from interview_cli.model import Candidate

if TYPE_CHECKING:
    from interview_cli.attribution.scene import Scene
    from interview_cli.attribution.setting import Setting


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
    previous = sentence_before_of(scene, setting)
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
    return clause_subject(scene, previous, "sentence_before", 0.7)


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
