"""Text → `Document`: the structure of plain text that has no markup.

    text ─ lines.split ─→ Line[] ─ turns.find ─→ marks ─ units.join ─→ Unit[]
    Unit[] ─ frontmatter.find ─→ title … ─ profile.measure, rules.kinds ─→ kinds ─ sections.group ─→ Document
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli import frontmatter, lines, numbering, profile, rules, sections, turns, units, voices
from interview_cli.document import Block, Document, Span
from interview_cli.lexicon.structure import ANSWER_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.document import BlockKind, Source
    from interview_cli.units import Unit


def parse(source: Source) -> Document:
    """Return the structure of a text: its blocks, in order and disjoint, and its sections."""
    text = source.text
    split = lines.split(text)
    found = units.join(text, split, turns.find(split))
    kinds, levels = _kinds(found)
    blocks = _blocks(text, found, kinds, levels)
    front = {kind: _span_of(blocks, kind) for kind in ("title", "subtitle", "byline")}
    byline = front["byline"]
    names = voices.Names(text)
    return Document(
        source=source,
        blocks=tuple(blocks),
        sections=sections.group(blocks),
        title=front["title"],
        subtitle=front["subtitle"],
        byline=frontmatter.read_byline(text, byline) if byline else None,
        interviewee=None,
    )


def _kinds(found: Sequence[Unit]) -> tuple[list[BlockKind], dict[int, int]]:
    """Return the kind of each unit, and the levels of numbered headings."""
    front = frontmatter.find(found)
    start = max(front, default=-1) + 1
    if len(front) < start:  # a paragraph between title and byline
        return _mixed(found, front)
    body = found[start:]
    levels = numbering.find(body)
    kinds = rules.kinds(body, profile.measure(body), frozenset(levels))
    return [*(front[number] for number in range(start)), *kinds], {start + at: level for at, level in levels.items()}


def _mixed(found: Sequence[Unit], front: dict[int, BlockKind]) -> tuple[list[BlockKind], dict[int, int]]:
    places = [number for number in range(len(found)) if number not in front]
    body = [found[number] for number in places]
    levels = numbering.find(body)
    kinds = dict(zip(places, rules.kinds(body, profile.measure(body), frozenset(levels)), strict=True))
    whole: list[BlockKind] = [front[number] if number in front else kinds[number] for number in range(len(found))]
    return whole, {places[at]: level for at, level in levels.items()}


def _blocks(
    text: str, found: Sequence[Unit], kinds: Sequence[BlockKind], levels: dict[int, int]
) -> list[Block]:
    names = voices.Names(text)
    speakers: dict[str, str | None] = {}
    blocks: list[Block] = []
    for number, (unit, kind) in enumerate(zip(found, kinds, strict=True)):
        outer = Span(unit.line.start, unit.line.end)
        if kind in ("title", "subtitle", "byline") and blocks and blocks[-1].kind == kind:
            whole = Span(blocks[-1].outer.start, outer.end)
            blocks[-1] = Block(kind, whole, whole)
        elif unit.mark is not None:
            mark = unit.mark
            start = unit.line.start + unit.offset + mark.length
            rest = text[start : outer.end]
            start += len(rest) - len(rest.lstrip())
            if mark.label not in speakers:
                speakers[mark.label] = None if mark.style == "exchange" else names.fullest(mark.label)
            blocks.append(
                Block(kind, outer, Span(start, outer.end), speaker=speakers[mark.label], timestamp=mark.timestamp or unit.stamp)
            )
        elif kind in ("list_item", "question") and unit.sign is not None:
            blocks.append(Block(kind, outer, Span(outer.start + unit.sign.length, outer.end)))
        else:
            level = levels.get(number, 1) if kind == "heading" else 0
            blocks.append(Block(kind, outer, outer, level=level))
    return blocks


def _span_of(blocks: Sequence[Block], kind: BlockKind) -> Span | None:
    return next((block.span for block in blocks[:8] if block.kind == kind), None)
