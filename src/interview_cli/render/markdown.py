"""Markdown to paste into a document, a wiki or an issue. Signs that mean something in Markdown are escaped."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from interview_cli.render.words import plural
from interview_cli.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from interview_cli.records import Record
    from interview_cli.render import Batch, View

_SIGNS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([#+\-=])(?=[#+\-=\s]|$)")


def render(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield one piece for each input, with its name as a heading where there are several."""
    first = True
    for batch in batches:
        body = "\n".join(_BODIES[view.command](view, batch))
        title = f"# {escape(batch.title or batch.source)}\n\n" if view.several else ""
        yield ("" if first else "\n") + title + body + ("\n" if body else "")
        first = False


def escape(text: str) -> str:
    """Return text that Markdown shows as it is written, on one line."""
    escaped = _SIGNS.sub(r"\\\1", one_line(text))
    return _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


def _sections(view: View, batch: Batch) -> Iterator[str]:
    for record in batch.records:
        heading = escape(record["heading"]) if record["heading"] is not None else "(no heading)"
        parts = [plural(record[name + "s"], name) for name in ("paragraph", "item", "word") if record[name + "s"]]
        indent = "  " * max(0, record["level"] - 1)
        yield f"{indent}- **{heading}**" + (f" ({', '.join(parts)})" if parts else "")


def _bullets(view: View, batch: Batch) -> Iterator[str]:
    lead = ""
    for section, in_section in groupby(batch.records, lambda record: record["section"]):
        if heading := batch.headings.get(section):
            yield f"{lead}{'#' * (3 if view.several else 2)} {escape(heading)}\n"
            lead = ""
        for items in _lists(in_section):
            if label := items[0]["label"]:
                yield f"{lead}**{escape(label)}**\n"
                lead = ""
            for record in items:
                yield f"{lead}- {escape(record['text'])}"
                lead = ""
            lead = "\n"


def _lists(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Split records where a new list begins: its item has index 0 again."""
    items: list[Record] = []
    for record in records:
        if items and record["index"] <= items[-1]["index"]:
            yield items
            items = []
        items.append(record)
    if items:
        yield items


def _quotes(view: View, batch: Batch) -> Iterator[str]:
    lead = ""
    for record in batch.records:
        speaker = escape(record["speaker"]) if record["speaker"] else "(unknown)"
        yield f"{lead}> {escape(record['text'])}\n>\n> — {speaker}, *{record['kind']}*"
        lead = "\n"
        if view.explain:
            yield f"\n- {_evidence(record)}"
            yield from (f"- lost: {_evidence(candidate)}" for candidate in record["rejected"])


def _evidence(record: Record) -> str:
    parts = [f"`{record['method']}`", f"{record['confidence']:.2f}", escape(record["speaker"] or "nobody")]
    parts += [f"{name} “{escape(record[name]['text'])}”" for name in ("mention", "cue") if record[name]]
    return ", ".join(parts)


def _entities(view: View, batch: Batch) -> Iterator[str]:
    if not view.mentions:
        return _grid(batch.records, ("name", "label", "count"))
    rows = [{**record, **mention} for record in batch.records for mention in record["mentions"]]
    return _grid(rows, ("name", "label", "text", "section", "start", "end"))


def _speakers(view: View, batch: Batch) -> Iterator[str]:
    return _grid(
        [{**record, "share": f"{record['share']:.1%}"} for record in batch.records],
        ("name", "quotes", "words", "share", "sections"),
    )


def _pipelines(view: View, batch: Batch) -> Iterator[str]:
    return _grid(batch.records, ("name", "version", "size_mb", "licence", "used", "reason"))


def _grid(records: Iterable[Record], columns: tuple[str, ...]) -> Iterator[str]:
    rows = [[_cell(record[column]) for column in columns] for record in records]
    if not rows:
        return
    numeric = [all(re.fullmatch(r"[\d.%]*", row[at]) for row in rows) for at in range(len(columns))]
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join(' ---: ' if right else ' --- ' for right in numeric)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return escape(value) if isinstance(value, str) else str(value)


_BODIES: dict[str, Callable[[View, Batch], Iterator[str]]] = {
    "sections": _sections,
    "bullets": _bullets,
    "quotes": _quotes,
    "entities": _entities,
    "speakers": _speakers,
    "pipelines": _pipelines,
}
