"""List items for a terminal: an outline of section, label and items, with a hanging indent."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from interview_cli.render.layout import Cell, rendered, text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from interview_cli.render import Batch


def render(batch: Batch, *, width: int, colour: bool) -> str:
    """Return the outline of one input."""
    from rich.padding import Padding

    items: list[RenderableType] = []
    for section, records in groupby(batch.records, lambda record: record["section"]):
        if items:
            items.append("")
        items.append(_hanging(Cell(str(section), "dim"), Cell(batch.headings.get(section) or "(no heading)", "bold")))
        for record in records:
            if record["index"] == 0 and record["label"]:
                items.append(Padding(text(Cell(record["label"], "cyan")), (0, 0, 0, 4)))
            indent = 6 if record["label"] else 4
            items.append(Padding(_hanging(Cell("•", "dim"), Cell(record["text"]), sign_width=1), (0, 0, 0, indent)))
    return rendered(items, width=width, colour=colour)


def _hanging(sign: Cell, body: Cell, *, sign_width: int = 3) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", width=sign_width, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(text(sign), text(body))
    return grid
