"""Text → `Document`: the structure of plain text that has no markup.

text ─ lines.split ─→ Line[] ─ turns.find ─→ marks ─ units.join ─→ Unit[]
Unit[] ─ frontmatter.find ─→ title … ─ profile.measure, bare.find, rules.kinds ─→ kinds ─ sections.group ─→ Document
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from interview_cli.document import Block, Document, Span
from interview_cli.structure import (
    bare,
    byline,
    conversation,
    frontmatter,
    lines,
    numbering,
    profile,
    rules,
    sections,
    stamps,
    turns,
    units,
    voices,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.document import BlockKind, Source
    from interview_cli.structure.units import Unit


def parse(source: Source) -> Document:
    """Return the structure of a text: its blocks, in order and disjoint, and its sections."""
    text = source.text
    split = lines.split(text)
    marks = turns.find(split)
    found = units.join(text, split, marks)
    kinds, levels = _kinds(found)
    names = voices.Names(text, dict.fromkeys(mark.label for mark in marks.values()))
    blocks = _blocks(text, found, kinds, levels, names)
    title, subtitle, published = (_front(blocks, kind) for kind in ("title", "subtitle", "byline"))
    interviewee = _interviewee(text, blocks, [span.of(text) for span in (title, subtitle) if span], names)
    blocks = _with_answers(text, blocks, interviewee)
    return Document(
        source=source,
        blocks=tuple(blocks),
        sections=sections.group(blocks),
        title=title,
        subtitle=subtitle,
        byline=byline.read(text, published) if published else None,
        interviewee=interviewee,
    )


def _kinds(found: Sequence[Unit]) -> tuple[list[BlockKind], Mapping[int, int]]:
    """Return the kind of each unit, and the levels of numbered headings, by the number of the unit.

    Rows of asterisks and the like stand between the others without a say in what those are.
    """
    worded = [number for number, unit in enumerate(found) if unit.line.has_letters]
    kinds: list[BlockKind] = ["paragraph"] * len(found)
    front = frontmatter.find([found[number] for number in worded])
    for at, kind in front.items():
        kinds[worded[at]] = kind
    places = [number for at, number in enumerate(worded) if at not in front]
    body = [found[number] for number in places]
    levels = numbering.find(body)
    decided = rules.kinds(body, profile.measure(body), frozenset(levels), bare.find(body))
    for number, kind in zip(places, decided, strict=True):
        kinds[number] = kind
    return kinds, {places[at]: level for at, level in levels.items()}


def _blocks(
    text: str,
    found: Sequence[Unit],
    kinds: Sequence[BlockKind],
    levels: Mapping[int, int],
    names: voices.Names,
) -> list[Block]:
    """Return the blocks; neighbouring lines of one byline or subtitle make one."""
    speakers: dict[str, str] = {}
    blocks: list[Block] = []
    for number, (unit, kind) in enumerate(zip(found, kinds, strict=True)):
        outer = Span(unit.line.start, unit.line.end)
        if kind in ("subtitle", "byline") and blocks and blocks[-1].kind == kind:
            outer = Span(blocks.pop().outer.start, outer.end)
            blocks.append(Block(kind, outer, outer))
        elif unit.mark is not None:
            speaker = None
            if unit.mark.style != "exchange":
                label = unit.mark.label
                speaker = speakers.get(label) or speakers.setdefault(label, names.fullest(label))
            stamp = unit.mark.timestamp or unit.stamp
            inner = _after(text, outer, unit.offset + unit.mark.length)
            inner = Span(inner.start, inner.end - stamps.length_of_closing(inner.of(text)))
            blocks.append(Block(kind, outer, inner, speaker=speaker, timestamp=stamp))
        elif unit.sign is not None and kind in ("list_item", "question"):
            blocks.append(Block(kind, outer, _after(text, outer, unit.sign.length)))
        else:
            blocks.append(Block(kind, outer, outer, level=levels.get(number, 1) if kind == "heading" else 0))
    return blocks


def _after(text: str, outer: Span, length: int) -> Span:
    """Return what is left of a span without its first `length` characters and the blanks behind them."""
    rest = text[outer.start + length : outer.end]
    return Span(outer.end - len(rest.lstrip()), outer.end)


def _front(blocks: Sequence[Block], kind: BlockKind) -> Span | None:
    """Return the span of the document's title, subtitle or byline."""
    return next((block.span for block in blocks if block.kind == kind), None)


def _interviewee(text: str, blocks: Sequence[Block], front: Sequence[str], names: voices.Names) -> str | None:
    asked = next((number for number, block in enumerate(blocks) if block.kind == "question"), None)
    if not front and asked is None:
        return None
    intro = "\n".join(block.span.of(text) for block in blocks[:asked] if block.kind == "paragraph") if asked else ""
    return voices.interviewee(front, intro, names, asked=asked is not None)


def _with_answers(text: str, blocks: Sequence[Block], interviewee: str | None) -> list[Block]:
    """Give paragraphs their speakers.

    The interviewee's are what follows a question, as long as `ik` speaks and no reporter does, and labelled answers.
    Within a conversation, a paragraph below a turn is still its speaker's, stage directions aside.
    """
    last_turn = max((number for number, block in enumerate(blocks) if block.kind == "turn"), default=0)
    answered: list[Block] = []
    answering = directly = False
    speaking: str | None = None
    for number, block in enumerate(blocks):
        if block.kind in ("question", "heading"):
            answering = directly = block.kind == "question"
            speaking = None
        elif block.kind == "turn":
            block = block if block.speaker else replace(block, speaker=interviewee)
            speaking = block.speaker if number < last_turn else None
        elif block.kind == "paragraph" and speaking and text[block.span.start] not in "([":
            block = replace(block, speaker=speaking)
        elif block.kind == "paragraph" and answering:
            words = block.span.of(text)
            if conversation.speaks_of_self(words) or (directly and not conversation.is_narrated(words)):
                block = replace(block, speaker=interviewee)
            directly = False
        answered.append(block)
    return answered
