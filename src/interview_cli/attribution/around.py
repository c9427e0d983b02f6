"""Strategies for a quotation whose own sentence names nobody: the sentences and paragraphs around it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.scene import (
    candidate_of,
    clause_subject,
    events_in,
    just_spoken,
    sentence_before_of,
    sentence_left,
    span_of,
    subject_of,
)
from interview_cli.attribution.words import index_at
from interview_cli.lexicon.cues import ADDRESS
from interview_cli.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.attribution.scene import Scene
    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word

#: The subject of the sentence behind a quotation stands among so many words.
_NEAR = 6
#: In blocks: how far the last speaker may be, and how far back an exchange reaches.
_PAUSE, _EXCHANGE = 2, 6
#: How far back, in quotations and blocks, the last speaker may be who goes on.
_CARRIED, _FAR = 7, 3
#: A protagonist has at least so many quotations with a cue, and this share of them.
_CUED, _MOSTLY = 3, 0.6
#: Blocks whose quotations are taken from the text below them.
DISPLAY = frozenset({"title", "subtitle", "heading"})
#: Fewer words are the same by chance.
_ECHOED = 3
#: So many changes of speaker between neighbouring paragraphs make a dialogue.
_CHANGES = 3


def own_turn(scene: Scene, setting: Setting) -> Candidate | None:
    """A turn or answer that is wholly between marks: its words are its speaker's."""
    speaker = scene.speech.get(setting.quotation.block)
    if speaker is None:
        return None
    span, words, depth = setting.block.span, scene.words, 0
    for at in range(index_at(words, span.start), index_at(words, span.end)):
        depth += words[at].text in ("(", "[")
        if words[at].quotation < 0 and not depth and words[at].text[:1].isalnum():
            return None
        depth -= words[at].text in (")", "]")
    return Candidate("own_turn", speaker, None, None, 0.95)


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
    before = just_spoken(scene, setting) if setting.opens_sentence else None
    if before is None or (before.cue is None and scene.settings[setting.index - 1].last != setting.first):
        return None
    return Candidate("same_breath", before.speaker, before.mention, before.cue, min(0.89, before.confidence))


def sentence_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`Dat klinkt veel, erkent Aydoğan. "…"`, `El Bakkali houdt vol. "…"`: a cue in the sentence before."""
    if not setting.opens_sentence:
        return None
    previous = sentence_before_of(scene, setting)
    if not previous:
        return None
    words = scene.words
    for at in previous:
        source = cues.source_phrase(words, at, end=previous[-1] + 1)
        if source is not None:
            return candidate_of(scene, "sentence_before", source[1], source[0], 0.75)
    found = cues.last_verb_cue(words, previous)
    if found is not None and not found.passive and found.verb.kind != "hear":
        subject = cues.subject_behind(words, found.word, end=previous[-1] + 1)
        if subject is None or scene.discourse.at(subject.head) is None:
            subject = subject_of(scene, found.word, previous)
        if subject is not None and scene.discourse.at(subject.head) is not None:
            return candidate_of(scene, "sentence_before", subject, found.cue(words), 0.8)
    return clause_subject(scene, previous, "sentence_before", 0.7)


def echo(scene: Scene, setting: Setting) -> Candidate | None:
    """A heading or pull quote with words that are quoted in the text, where their speaker stands."""
    spoken = scene.decided.get(scene.echoes.get(setting.index, -1))
    if spoken is None or spoken.speaker is None:
        return None
    return Candidate("echo", spoken.speaker, spoken.mention, spoken.cue, min(0.9, spoken.confidence))


def is_display(scene: Scene, setting: Setting) -> bool:
    """Tell whether a quotation is there to be seen first: in a title or heading, or a paragraph by itself."""
    whole = setting.opens_block and setting.quotation.outer.end >= setting.block.span.end - 1
    return setting.block.kind in DISPLAY or (setting.block.kind == "paragraph" and whole)


def echoes(scene: Scene) -> dict[int, int]:
    """Find for each display quotation another one, not for display, that has its words in the same order."""
    shown = {setting.index for setting in scene.settings if is_display(scene, setting)}
    keys = {
        setting.index: _key(scene.words[setting.first : setting.last]) for setting in (scene.settings if shown else ())
    }
    wanted: dict[tuple[str, ...], list[int]] = {}
    for index in shown:
        if len(keys[index]) >= _ECHOED:
            wanted.setdefault(keys[index][:_ECHOED], []).append(index)
    found: dict[int, int] = {}
    for other, key in keys.items():
        for at in range(len(key) - _ECHOED + 1) if other not in shown else ():
            for index in wanted.get(key[at : at + _ECHOED], ()):
                if key[at : at + len(keys[index])] == keys[index]:
                    found.setdefault(index, other)
    return found


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.lower for word in words if word.text[:1].isalnum())


def sentence_after(scene: Scene, setting: Setting) -> Candidate | None:
    """`"…" Jansen haalt zijn schouders op.`: the person whom the sentence right behind it is about."""
    if not setting.opens_sentence or setting.right:
        return None
    words, at = scene.words, setting.high
    following: list[int] = []
    while at < len(words) and words[at].block == setting.quotation.block and words[at].quotation < 0:
        if following and scene.discourse.sentences[at] != scene.discourse.sentences[following[0]]:
            break
        following.append(at)
        at += 1
    if not following or words[following[-1]].text == ":":
        return None
    subjects = [event for event in events_in(scene, following[:_NEAR]) if event.subject]
    if not subjects:
        return None
    return Candidate("sentence_after", subjects[0].name, span_of(scene, subjects[0]), None, 0.65)


def answering(scene: Scene, setting: Setting) -> Candidate | None:
    """A paragraph of which the first words are quoted, right below an interviewer's question: the interviewee's."""
    blocks, number = scene.document.blocks, setting.quotation.block
    asked = setting.opens_block and number > 0 and blocks[number - 1].kind == "question"
    name = scene.document.interviewee
    return Candidate("interviewee", name, None, None, 0.85) if asked and name is not None else None


def turn_taking(scene: Scene, setting: Setting) -> Candidate | None:
    """A paragraph of speech without a cue, where paragraphs take turns.

    It is whom the last speaker addressed, or went on to be silent while somebody nodded, else who spoke before him.
    """
    if not scene.alternates or not setting.opens_block:
        return None
    block, last = setting.quotation.block, scene.decided.get(setting.index - 1)
    previous = scene.settings[setting.index - 1]
    if last is None or last.speaker is None or block - previous.quotation.block > _PAUSE:
        return None
    spoken_to = addressee(scene, previous)
    if spoken_to not in (None, last.speaker):
        return Candidate("turn_taking", spoken_to, None, None, 0.75)
    without = {last.speaker, addressee(scene, setting)}
    if block - previous.quotation.block == _PAUSE:
        subject = clause_subject(scene, list(range(previous.high, setting.first)), "turn_taking", 0.6)
        if subject is not None and subject.speaker != last.speaker and last.speaker != addressee(scene, setting):
            return Candidate("turn_taking", last.speaker, None, None, 0.6)
    for index in range(setting.index - 2, -1, -1):
        before = scene.decided.get(index)
        if block - scene.settings[index].quotation.block > _EXCHANGE:
            break
        if before is not None and before.speaker not in (None, *without):
            return Candidate("turn_taking", before.speaker, None, None, 0.65)
    for event in reversed(scene.discourse.before(setting.first, blocks=_EXCHANGE)):
        if event.name not in without and not event.plural:
            return Candidate("turn_taking", event.name, None, None, 0.5)
    return None


def addressee(scene: Scene, setting: Setting) -> str | None:
    """Return whom a quotation calls by name: `Kom, Frits, begin maar`."""
    words = scene.words
    for at in range(setting.first + 1, setting.last):
        if not words[at].name_end or words[at].start not in scene.names:
            continue
        end = at
        while end < setting.last and words[end].end <= words[at].name_end:
            end += 1
        before = at - 1 if words[at - 1].lower not in ADDRESS else at - 2
        apart = words[before].text == "," or before <= setting.first
        if apart and (end >= setting.last or not words[end].text[:1].isalnum()):
            return scene.names[words[at].start]
    return None


def alternates(scene: Scene, decided: Mapping[int, Candidate]) -> bool:
    """Tell whether paragraphs that open with a quotation mostly have another speaker than the one before.

    `decided` has the speakers that are certain: those whom the text names beside or within.
    """
    changes = same = 0
    for one, two in pairwise(scene.settings):
        if two.quotation.block - one.quotation.block != 1 or not (one.opens_block and two.opens_block):
            continue
        speakers = [decided[each.index].speaker for each in (one, two) if each.index in decided]
        if len(speakers) == 2 and None not in speakers:
            changes += speakers[0] != speakers[1]
            same += speakers[0] == speakers[1]
    return changes >= _CHANGES and changes > same


def carried(scene: Scene, setting: Setting) -> Candidate | None:
    """A paragraph that opens with a quotation without a cue: the interviewee goes on, or whoever spoke last."""
    if not setting.opens_sentence or scene.speech.get(setting.quotation.block) or setting.block.kind in DISPLAY:
        return None
    if scene.alternates and setting.opens_block:
        return None
    if not scene.alternates and (last := _last_in_block(scene, setting)) is not None:
        return Candidate("carried", last, None, None, 0.65)
    block = setting.quotation.block
    for index in range(setting.index - 1, max(-1, setting.index - _CARRIED), -1):
        before = scene.decided.get(index)
        if block - scene.settings[index].quotation.block > _FAR:
            return None
        if before is not None and before.speaker is not None:
            if before.speaker == scene.protagonist:
                return Candidate("carried", before.speaker, None, None, 0.7)
            break
    else:
        return None
    return Candidate("carried", scene.protagonist, None, None, 0.6) if scene.protagonist else None


def _last_in_block(scene: Scene, setting: Setting) -> str | None:
    """Return the speaker of the quotation right before, if it stands in the same block."""
    last = scene.decided.get(setting.index - 1)
    if last is None or scene.settings[setting.index - 1].quotation.block != setting.quotation.block:
        return None
    return last.speaker


def protagonist(scene: Scene, decided: Mapping[int, Candidate]) -> str | None:
    """Return the person interviewed, else who says most of what has a cue, if that is most of it."""
    if scene.document.interviewee is not None:
        return scene.document.interviewee
    counts = Counter(candidate.speaker for candidate in decided.values() if candidate.speaker is not None)
    for name, times in counts.most_common(1):
        if times >= _CUED and (times >= _MOSTLY * counts.total() or name == scene.discourse.people.topic):
            return name
    return None


def only_person(scene: Scene, setting: Setting) -> Candidate | None:
    """A fragment in a sentence about one person: `Hij regelt het liever "aan de koffietafel"`."""
    if setting.opens_sentence or setting.block.kind in DISPLAY:
        return None
    said = cues.last_verb_cue(scene.words, sentence_left(scene, setting))
    if said is not None and said.passive:
        return None  # zo werd er gezegd
    himself = scene.speech.get(setting.quotation.block)
    around = events_in(scene, [*sentence_left(scene, setting), *setting.right])
    found = [event for event in around if event.name != himself]
    names = {event.name for event in found}
    subjects = [event for event in found if event.subject]
    if len(names) != 1 or not subjects or subjects[0].plural:
        return None
    return Candidate("only_person", subjects[0].name, span_of(scene, subjects[0]), None, 0.6)


def interviewee(scene: Scene, setting: Setting) -> Candidate | None:
    """The person interviewed, where nobody else is in play."""
    name = scene.protagonist or (scene.discourse.interviewee if is_display(scene, setting) else None)
    if name is None or scene.speech.get(setting.quotation.block) or setting.block.kind == "question":
        return None
    return Candidate("interviewee", name, None, None, 0.6)
