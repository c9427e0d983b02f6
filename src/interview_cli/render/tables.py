"""Tables for people: what each command shows, on a terminal and on a pipe."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from interview_cli.render import explain, outline
from interview_cli.render.layout import Cell, Column, lines, rendered, styled, table, text
from interview_cli.render.words import plural
from interview_cli.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from interview_cli.records import Record
    from interview_cli.render import Batch, View

    Grid = tuple[Sequence[Column], Sequence[Sequence[Cell]]]

KIND_STYLES = {"direct": "green", "fragment": "cyan", "term": "dim", "indirect": "magenta"}
#: From this width on, a terminal has room for how a quote was attributed.
_WIDE = 110
_BAR = 24


def render(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield one table for each input; where there are several, a line with its name and title above it."""
    for number, batch in enumerate(batches):
        if view.several:
            yield ("\n" if number else "") + _heading(view, batch)
        yield from _piped(view, batch) if view.width is None else [_on_terminal(view, batch, view.width)]


def _heading(view: View, batch: Batch) -> str:
    name = styled(Cell(one_line(batch.source), "bold"), colour=view.colour)
    title = f"  {one_line(batch.title)}" if batch.title else ""
    return name + title + ("\n\n" if view.width else "\n")


def _piped(view: View, batch: Batch) -> Iterator[str]:
    if view.explain:
        yield from explain.render(batch, width=None, colour=view.colour)
    else:
        yield from lines(*_GRIDS[view.command](view, batch), colour=view.colour)


def _on_terminal(view: View, batch: Batch, width: int) -> str:
    caption = rendered([text(Cell(_SUMMARIES[view.command](batch.records), "dim"))], width=width, colour=view.colour)
    if not batch.records:
        return caption
    if view.explain:
        body = "".join(explain.render(batch, width=width, colour=view.colour))
    elif view.command == "bullets":
        body = outline.render(batch, width=width, colour=view.colour)
    else:
        grid = table(*_GRIDS[view.command](view, batch))
        body = rendered([grid], width=width, colour=view.colour)
    return body + "\n" + caption


def _sections(view: View, batch: Batch) -> Grid:
    columns = (
        Column("#", right=True),
        Column("heading", folds=True, main=True),
        *(Column(name, right=True) for name in ("paragraphs", "lists", "items", "words")),
    )
    return columns, [
        (
            _index(record["index"]),
            Cell(record["heading"] or "(no heading)", _heading_style(record), indent=2 * max(0, record["level"] - 1)),
            *(_count(record[name]) for name in ("paragraphs", "lists", "items", "words")),
        )
        for record in batch.records
    ]


def _heading_style(record: Record) -> str:
    return "dim" if record["heading"] is None else "bold" if record["level"] <= 1 else ""


def _bullets(view: View, batch: Batch) -> Grid:
    columns = (Column("section", right=True), Column("label"), Column("#", right=True), Column("text"))
    return columns, [
        (_index(record["section"]), Cell(record["label"] or ""), _index(record["index"]), Cell(record["text"]))
        for record in batch.records
    ]


def _quotes(view: View, batch: Batch) -> Grid:
    columns = [
        Column("#", right=True),
        Column("speaker", folds=True, widest=20),
        Column("kind"),
        *([Column("section", right=True)] if view.width is None else []),
        Column("quote", folds=True, main=True),
    ]
    if view.width is None or view.width >= _WIDE:
        columns += [Column("cue", folds=True, widest=20), Column("rule", folds=True, widest=26)]
    if view.width is None:
        columns.append(Column("conf", right=True))
    colours = explain.speaker_styles(batch.records)
    rows = []
    for record in batch.records:
        cells = {
            "#": _index(record["index"]),
            "speaker": Cell(record["speaker"] or "–", colours.get(record["speaker"], "dim")),
            "kind": Cell(explain.kind(record), KIND_STYLES.get(record["kind"], "")),
            "section": _index(record["section"]),
            "cue": Cell(record["cue"]["text"] if record["cue"] else "", "dim"),
            "rule": Cell(record["method"], "dim"),
            "conf": Cell(f"{record['confidence']:.2f}"),
            "quote": Cell(record["text"], "dim" if record["kind"] == "term" else ""),
        }
        rows.append([cells[column.title] for column in columns])
    return columns, rows


def _entities(view: View, batch: Batch) -> Grid:
    if view.mentions:
        return _mentions(view, batch)
    columns = (
        Column("name", folds=True, widest=40),
        Column("label"),
        Column("count", right=True),
        Column("also written", folds=True),
    )
    return columns, [
        (Cell(record["name"], "bold"), Cell(record["label"], "cyan"), _count(record["count"]), Cell(_others(record)))
        for record in batch.records
    ]


def _others(record: Record) -> str:
    """Name the other ways in which an entity is written, the most frequent first."""
    forms = Counter(one_line(mention["text"]) for mention in record["mentions"])
    del forms[record["name"]]
    return ", ".join(form for form, _ in sorted(forms.items(), key=lambda item: -item[1]))


def _mentions(view: View, batch: Batch) -> Grid:
    places = ("section", "start", "end")
    columns = (
        Column("name", folds=True, widest=40),
        Column("label"),
        *(Column(name, right=True) for name in places),
        Column("text", folds=True),
    )
    rows = []
    for record in batch.records:
        for number, mention in enumerate(record["mentions"]):
            named = number == 0 or view.width is None  # on a terminal once, on a pipe in every line
            rows.append(
                (
                    Cell(record["name"] if named else "", "bold"),
                    Cell(record["label"] if named else "", "cyan"),
                    *(_index(mention[name]) for name in places),
                    Cell(mention["text"]),
                )
            )
    return columns, rows


def _speakers(view: View, batch: Batch) -> Grid:
    columns = (
        Column("speaker", folds=True, widest=32),
        *(Column(name, right=True) for name in ("quotes", "words", "share")),
        Column("sections", folds=True, widest=20),
        Column(""),
    )
    colours = explain.speaker_styles([{"speaker": record["name"]} for record in batch.records])
    return columns, [
        (
            Cell(record["name"], colours[record["name"]]),
            _count(record["quotes"]),
            _count(record["words"]),
            Cell(f"{record['share']:.1%}"),
            Cell(_ranges(record["sections"])),
            Cell(_bar(record["share"]), colours[record["name"]].replace("bold ", "")),
        )
        for record in batch.records
    ]


def _ranges(indices: Sequence[int]) -> str:
    """Return `1–3 5` for [1, 2, 3, 5]."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return " ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _bar(share: float) -> str:
    """Return a bar in eighths of a character; who spoke at all has at least the thinnest one."""
    eighths = max(round(share * _BAR * 8), 1 if share else 0)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def _pipelines(view: View, batch: Batch) -> Grid:
    columns = (
        Column("used"),
        Column("name"),
        Column("version"),
        Column("MB", right=True),
        Column("licence", folds=True, widest=14),
        Column("why", folds=True),
        *((Column("path"),) if view.width is None else ()),
    )
    return columns, [
        (
            Cell("✓" if record["used"] else "", "green"),
            Cell(record["name"], "bold" if record["used"] else ""),
            Cell(record["version"]),
            Cell(f"{record['size_mb']:.1f}"),
            Cell(record["licence"]),
            Cell(record["reason"]),
            *((Cell(record["path"]),) if view.width is None else ()),
        )
        for record in batch.records
    ]


def _index(number: int | None) -> Cell:
    return Cell("" if number is None else str(number), "dim")


def _count(number: int) -> Cell:
    return Cell(str(number) if number else "–", "" if number else "dim")


_GRIDS: dict[str, Callable[[View, Batch], Grid]] = {
    "sections": _sections,
    "bullets": _bullets,
    "quotes": _quotes,
    "entities": _entities,
    "speakers": _speakers,
    "pipelines": _pipelines,
}


def _sum(records: Sequence[Record], *names: str) -> str:
    return " · ".join(plural(sum(record[name + "s"] for record in records), name) for name in names)


def _quotes_summary(records: Sequence[Record]) -> str:
    kinds = Counter(record["kind"] for record in records)
    speakers = {record["speaker"] for record in records} - {None}
    counts = [f"{count} {kind}" for kind, count in kinds.most_common()]
    return " · ".join([plural(len(records), "quote"), plural(len(speakers), "speaker"), *counts])


_SUMMARIES: dict[str, Callable[[Sequence[Record]], str]] = {
    "sections": lambda records: f"{plural(len(records), 'section')} · {_sum(records, 'paragraph', 'item', 'word')}",
    "bullets": lambda records: plural(len(records), "item"),
    "quotes": _quotes_summary,
    "entities": lambda records: (
        f"{plural(len(records), 'entity', 'entities')} · "
        f"{plural(sum(record['count'] for record in records), 'mention')}"
    ),
    "speakers": lambda records: f"{plural(len(records), 'speaker')} · {_sum(records, 'quote', 'word')}",
    "pipelines": lambda records: plural(len(records), "pipeline"),
}
