"""Records → text, one function for each format.

A renderer takes the batches one by one (a batch is what one input gave) and yields pieces of text, so that the first
document is on the screen while the second is still being read.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from interview_cli.render import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from interview_cli.records import Record

Format = Literal["table", "json", "jsonl", "csv", "markdown"]


class Batch(NamedTuple):
    """The records of one input. Tables and Markdown name its sections, hence the `headings` by section index."""

    source: str
    records: Sequence[Record]
    title: str | None = None
    headings: Mapping[int, str | None] = MappingProxyType({})


class View(NamedTuple):
    """What is shown and where. `width` is null where the output is no terminal: lines are then as long as it takes."""

    command: str
    several: bool = False  # more than one input: tables and Markdown name each
    mentions: bool = False  # entities: a row for each mention
    explain: bool = False  # quotes: why each has its speaker
    width: int | None = None
    colour: bool = False


def _table(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    from interview_cli.render import tables

    return tables.render(view, batches)


def _markdown(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    from interview_cli.render import markdown

    return markdown.render(view, batches)


#: Tables and Markdown are imported when they are needed: a script that asks for JSON doesn't wait for Rich.
RENDERERS: dict[Format, Callable[[View, Iterable[Batch]], Iterator[str]]] = {
    "table": _table,
    "json": machine.json_array,
    "jsonl": machine.json_lines,
    "csv": machine.csv_rows,
    "markdown": _markdown,
}
