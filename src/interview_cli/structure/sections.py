"""Blocks → sections: what stands under each heading, with list items gathered in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.document import Block, ItemList, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FRONT = ("title", "subtitle", "byline")


def group(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the sections of a document. Front matter belongs to none; the first section may lack a heading."""
    opened: list[list[Block]] = []
    for block in blocks:
        if block.kind in _FRONT:
            continue
        if block.kind == "heading" or not opened:
            opened.append([])
        opened[-1].append(block)
    return tuple(_section(index, blocks) for index, blocks in enumerate(opened))


def _section(index: int, blocks: Sequence[Block]) -> Section:
    heading = blocks[0] if blocks[0].kind == "heading" else None
    return Section(
        index=index,
        level=heading.level if heading else 1,
        heading=heading,
        span=Span(blocks[0].outer.start, blocks[-1].outer.end),
        parts=tuple(_parts(blocks[1:] if heading else blocks)),
    )


def _parts(blocks: Iterable[Block]) -> Iterable[Block | ItemList]:
    label: Block | None = None
    items: list[Block] = []
    for block in blocks:
        if block.kind == "list_item":
            items.append(block)
            continue
        if label or items:
            yield ItemList(label, tuple(items))
            label, items = None, []
        if block.kind == "list_label":
            label = block
        else:
            yield block
    if label or items:
        yield ItemList(label, tuple(items))
