"""Indirect speech: `X zegt dat …`, `volgens X …`, `…, aldus X` without quotation marks.

The span is the reported clause: from `dat` to the end of its sentence, or what `volgens X` and `, zegt X` stand
beside. A sentence that quotes is left to its quotations.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.scene import candidate_of, subject_of
from interview_cli.lexicon.cues import CLAUSE_VERBS, NO_CLAUSE
from interview_cli.model import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_cli.attribution.scene import Scene
    from interview_cli.model import Candidate

#: Blocks whose sentences may report; front matter and headings sum up.
_BLOCKS = frozenset({"paragraph", "list_item", "turn", "question"})
_CONJUNCTIONS = frozenset({"dat", "of"})
#: Most words between a reporting verb and its conjunction: zei gisteren in een brief aan de Kamer dat.
_REACH = 9
_KINDS = frozenset({"say", "ask", "answer", "think", "judge", "write", "manner"})
_MARKS = frozenset({",", ".", ";", ":", "?", "!", "…", "...", ")", "("})


def find(scene: Scene) -> tuple[Quote, ...]:
    """Return the reported clauses in reading order, numbered from 0."""
    found: list[Quote] = []
    for sentence in _sentences(scene):
        report = _that_clause(scene, sentence) or _source(scene, sentence) or _inverted(scene, sentence)
        if report is None or report[1].speaker is None:
            continue
        window, chosen = report
        span = _span(scene, window)
        if span is not None:
            found.append(_quote(scene, len(found), span, chosen))
    return tuple(found)


def _sentences(scene: Scene) -> Iterator[list[int]]:
    """Yield the words of each sentence without a quotation in it."""
    blocks = scene.document.blocks
    for _, places in groupby(range(len(scene.words)), key=lambda at: scene.discourse.sentences[at]):
        sentence = list(places)
        block = scene.words[sentence[0]].block
        if blocks[block].kind in _BLOCKS and all(scene.words[at].quotation < 0 for at in sentence):
            yield sentence


def _that_clause(scene: Scene, sentence: Sequence[int]) -> tuple[Sequence[int], Candidate] | None:
    """`De wethouder benadrukt dat …`, `hij vroeg zich af of …`."""
    words = scene.words
    for place, at in enumerate(sentence):
        if words[at].lower not in _CONJUNCTIONS or words[at].pos in ("PRON", "DET") or place == 0:
            continue
        before = sentence[max(0, place - _REACH) : place]
        found = cues.last_verb_cue(words, before) or _weak(cues.last_verb_cue(words, before, beside=True))
        if found is None or found.passive or found.verb.kind not in _KINDS or found.verb.lemma in NO_CLAUSE:
            continue
        if any(words[near].text in _MARKS for near in before if found.word < near < before[-1]):
            continue
        chosen = candidate_of(
            scene, "indirect_clause", subject_of(scene, found.word, sentence[:place]), found.cue(words), 0.85
        )
        if chosen is not None:
            return _until_break(scene, sentence[place:]), chosen
    return None


def _weak(found: cues.VerbCue | None) -> cues.VerbCue | None:
    """Keep a weak verb that reports where a clause follows it: vreest dat."""
    return found if found is not None and found.verb.lemma in CLAUSE_VERBS else None


def _until_break(scene: Scene, clause: Sequence[int]) -> Sequence[int]:
    """Cut a clause where a new main clause begins: at a semicolon, at `, maar`, `, en` with a subject and its verb."""
    words = scene.words
    for place, at in enumerate(clause):
        if words[at].text == ";":
            return clause[:place]
        if words[at].text != "," or place + 3 >= len(clause):
            continue
        joint, subject, verb = (words[near] for near in clause[place + 1 : place + 4])
        if (
            joint.lower in ("maar", "en", "want", "dus")
            and subject.pos in ("PRON", "PROPN")
            and verb.pos in ("VERB", "AUX")
        ):
            return clause[:place]
    return clause


def _source(scene: Scene, sentence: Sequence[int]) -> tuple[Sequence[int], Candidate] | None:
    """`Volgens X is het plan onhaalbaar`, `Het plan is volgens X onhaalbaar`, `…, aldus X`."""
    words = scene.words
    for place, at in enumerate(sentence):
        source = cues.source_phrase(words, at, end=sentence[-1] + 1)
        if source is None:
            continue
        chosen = candidate_of(scene, "indirect_source", source[1], source[0], 0.85)
        if chosen is None or chosen.mention is None:
            return None
        behind = [near for near in sentence[place:] if words[near].start >= chosen.mention.end]
        if place == 0:
            return behind, chosen
        if all(words[near].text in _MARKS for near in behind):
            return sentence[:place], chosen
        return sentence, chosen
    return None


def _inverted(scene: Scene, sentence: Sequence[int]) -> tuple[Sequence[int], Candidate] | None:
    """`Dat klinkt veel, erkent Aydoğan`: a reporting clause at the end of its sentence."""
    words = scene.words
    for place in range(2, len(sentence) - 1):
        if words[sentence[place - 1]].text not in (",", "?", "!"):
            continue
        rest = sentence[place:]
        found = cues.verb_cue(words, rest[0], rest, beside=True)
        if found is None or not found.verb.strong or found.verb.kind not in _KINDS or len(rest) > _REACH:
            continue
        subject = cues.subject_behind(words, rest[0], end=rest[-1] + 1)
        chosen = candidate_of(scene, "indirect_inverted", subject, found.cue(words), 0.85)
        if chosen is not None and any(words[at].pos in ("VERB", "AUX") for at in sentence[: place - 1]):
            return sentence[: place - 1], chosen
    return None


def _span(scene: Scene, window: Sequence[int]) -> Span | None:
    """Return the characters of a clause without the marks at its ends."""
    words = [scene.words[at] for at in window]
    while words and words[-1].text in _MARKS:
        words.pop()
    while words and words[0].text in _MARKS:
        words.pop(0)
    return Span(words[0].start, words[-1].end) if len(words) > 1 else None


def _quote(scene: Scene, index: int, span: Span, chosen: Candidate) -> Quote:
    return Quote(
        index=index,
        section=scene.sections.at(span.start),
        span=span,
        outer=span,
        kind="indirect",
        speaker=chosen.speaker,
        mention=chosen.mention,
        cue=chosen.cue,
        method=chosen.method,
        confidence=chosen.confidence,
    )
