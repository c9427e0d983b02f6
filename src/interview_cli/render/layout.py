"""Rows of cells → lines: a Rich table that fits a terminal, or plain aligned columns for a pipe.

On a pipe a record is one line, nothing is cut or folded, and the last column is not padded: `grep` and `less -S`
work, whatever a document holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from interview_cli.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.text import Text

#: Cells longer than this don't widen their column on a pipe; they push the rest of their own line.
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with the Rich style it has where there is colour, and how far it is indented."""

    text: str
    style: str = ""
    indent: int = 0

    def shown(self) -> str:
        """Return the text on one line and harmless."""
        return " " * self.indent + one_line(self.text)


@dataclass(frozen=True, slots=True)
class Column:
    """How a column looks. `widest` bounds its width on a terminal; one that `folds` gives way to the others.

    The `main` one, with texts of any length, comes last on a pipe.
    """

    title: str
    right: bool = False
    folds: bool = False
    widest: int | None = None
    main: bool = False


def rendered(items: Sequence[RenderableType], *, width: int, colour: bool) -> str:
    """Return what Rich makes of `items`, without the blanks it puts at line ends.

    Everything that Rich would read from the environment is given, so that the same call gives the same text.
    """
    from io import StringIO

    from rich.console import Console

    console = Console(
        file=StringIO(),
        width=width,
        height=100,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for item in items:
        console.print(item)
    assert isinstance(console.file, StringIO)
    return "".join(line.rstrip() + "\n" for line in console.file.getvalue().split("\n")[:-1])


def text(cell: Cell) -> Text:
    """Return a cell as Rich text: never as markup, control characters shown."""
    from rich.text import Text

    return Text(cell.shown(), style=cell.style)


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> RenderableType:
    """Return a table for a terminal: long texts fold inside their columns."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    result = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column in columns:
        result.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.folds,
            overflow="fold",
            max_width=column.widest,
        )
    for row in rows:
        result.add_row(*map(text, row))
    return result


def lines(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, colour: bool) -> Iterator[str]:
    """Yield a header line and a line for each row, for a pipe."""
    order = sorted(range(len(columns)), key=lambda at: columns[at].main)
    columns = [columns[at] for at in order]
    cells = [[Cell(row[at].shown(), row[at].style) for at in order] for row in rows]
    widths = [
        max(cell_len(column.title), *(size for row in cells if (size := cell_len(row[at].text)) <= _WIDEST), 0)
        for at, column in enumerate(columns)
    ]
    head = [Cell(column.title, "bold") for column in columns]
    for row in (head, *cells):
        yield (
            "  ".join(
                _padded(cell, column, width, last=column is columns[-1], colour=colour)
                for cell, column, width in zip(row, columns, widths, strict=True)
            ).rstrip()
            + "\n"
        )


def _padded(cell: Cell, column: Column, width: int, *, last: bool, colour: bool) -> str:
    shown = styled(cell, colour=colour)
    gap = " " * max(0, width - cell_len(cell.text))
    return gap + shown if column.right else shown if last else shown + gap


def styled(cell: Cell, *, colour: bool) -> str:
    """Return the cell's text with the escape codes of its style, if there is colour."""
    if not colour or not cell.style or not cell.text:
        return cell.text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(cell.style).render(cell.text, color_system=ColorSystem.STANDARD)
