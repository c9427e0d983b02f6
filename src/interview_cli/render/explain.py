"""Why each quote has its speaker: the rule that decided, its evidence in the text, and the candidates that lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.methods import METHODS, REPORTED
from interview_cli.render.layout import Cell, rendered, styled, text
from interview_cli.safe import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_cli.records import Record
    from interview_cli.render import Batch

_SPEAKER_STYLES = ("bold yellow", "bold blue", "bold magenta", "bold cyan", "bold green", "bold red")


def speaker_styles(records: Iterable[Record]) -> dict[str, str]:
    """Give each speaker a style, in the order in which they first speak."""
    names = dict.fromkeys(record["speaker"] for record in records if record["speaker"] is not None)
    return {name: _SPEAKER_STYLES[number % len(_SPEAKER_STYLES)] for number, name in enumerate(names)}


def kind(record: Record) -> str:
    """Return a quote's kind, with the number of the earlier quote that it repeats."""
    return record["kind"] if record["repeats"] is None else f"{record['kind']} =#{record['repeats']}"


def render(batch: Batch, *, width: int | None, colour: bool) -> Iterator[str]:
    """Yield a paragraph for each quote; on a pipe its lines are as long as their texts."""
    styles = speaker_styles(batch.records)
    for record in batch.records:
        head = (
            Cell(f"{record['index']:>3}", "dim"),
            Cell(record["speaker"] or "nobody named", styles.get(record["speaker"], "dim")),
            Cell(kind(record), "dim"),
        )
        yield "  ".join(_shown(cell, colour=colour) for cell in head) + "\n"
        rows = [(label, Cell(value, style)) for label, value, style in _rows(record)]
        yield _folded(rows, width, colour=colour) if width else _unfolded(rows, colour=colour)
        yield "\n"


def _shown(cell: Cell, *, colour: bool) -> str:
    return styled(Cell(visible(cell.text), cell.style), colour=colour)


def _rows(record: Record) -> Iterator[tuple[str, str, str]]:
    yield "quote", record["text"], ""
    yield "rule", f"{_named(record['method'])}, confidence {record['confidence']:.2f}", "green"
    yield from _evidence(record)
    for candidate in record["rejected"]:
        who = candidate["speaker"] or "nobody"
        because = "; ".join(f"{label} {value}" for label, value, _ in _evidence(candidate))
        lost = f"{candidate['method']}: {who}, confidence {candidate['confidence']:.2f}"
        yield "lost", f"{lost} ({because})" if because else lost, "dim"


def _named(method: str) -> str:
    """Return a rule's name with what it says."""
    name, *rest = method.split(", ")
    says = METHODS.get(name) or REPORTED.get(name)
    return ", ".join([f"{name} ({says})" if says else name, *rest])


def _evidence(record: Record) -> Iterator[tuple[str, str, str]]:
    if cue := record["cue"]:
        yield "cue", f"“{cue['text']}” ({cue['lemma']}) at {cue['start']}–{cue['end']}", ""
    if mention := record["mention"]:
        yield "named", f"“{mention['text']}” at {mention['start']}–{mention['end']}", ""


def _unfolded(rows: list[tuple[str, Cell]], *, colour: bool) -> str:
    return "".join(
        f"     {label:<5} {_shown(Cell(one_line(value.text), value.style), colour=colour)}\n" for label, value in rows
    )


def _folded(rows: list[tuple[str, Cell]], width: int, *, colour: bool) -> str:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=4)
    grid.add_column(width=5, no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row("", text(Cell(label, "dim")), text(value))
    return rendered([grid], width=width, colour=colour)
