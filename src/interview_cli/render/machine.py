"""JSON, JSON Lines and CSV: for programs. Texts are exact here; only CSV shows control characters as signs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from interview_cli.safe import escape_json, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_cli.records import Record
    from interview_cli.render import Batch, View

#: The columns of CSV by command. A nested field is spread over several: `mention` is its text, then its place.
CSV_COLUMNS = {
    "sections": ("source", "index", "level", "heading", "start", "end", "paragraphs", "lists", "items", "words"),
    "bullets": ("source", "section", "label", "index", "text", "start", "end"),
    "quotes": (
        *("source", "section", "index", "text", "start", "end", "kind", "speaker"),
        *("mention", "mention_start", "mention_end", "cue", "cue_lemma", "cue_start", "cue_end"),
        *("method", "confidence", "repeats"),
    ),
    "entities": ("source", "name", "label", "count"),
    "speakers": ("source", "name", "quotes", "words", "share", "sections", "mentions"),
    "pipelines": ("name", "version", "path", "size_mb", "licence", "used", "reason"),
}
_MENTION_COLUMNS = ("text", "start", "end", "section")


def json_document(record: object) -> str:
    """Return one value as indented JSON with a line end."""
    return escape_json(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def json_array(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield one array over all inputs; for `export` of one input just its object."""
    if view.command == "export":
        for batch in batches:
            yield from (json_document(record) for record in batch.records)
        return
    lead = "[\n"
    for batch in batches:
        for record in batch.records:
            yield lead + _indented(record)
            lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def _indented(record: Record) -> str:
    lines = escape_json(json.dumps(record, ensure_ascii=False, indent=2)).split("\n")
    return "\n".join("  " + line for line in lines)


def json_lines(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield one record a line."""
    for batch in batches:
        for record in batch.records:
            yield escape_json(json.dumps(record, ensure_ascii=False, separators=(",", ":"))) + "\n"


def csv_rows(view: View, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield a header row and one row a record (`--mentions`: one row a mention)."""
    import csv
    import io

    columns = CSV_COLUMNS[view.command]
    if view.mentions:
        columns += _MENTION_COLUMNS
    if view.explain:
        columns += ("rejected",)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    yield buffer.getvalue()
    for batch in batches:
        for record in batch.records:
            buffer.seek(0)
            buffer.truncate()
            for row in _mention_rows(record) if view.mentions else [_flat(record)]:
                writer.writerow([_cell(row.get(column)) for column in columns])
            yield buffer.getvalue()


def _mention_rows(record: Record) -> list[Record]:
    return [{**record, **mention} for mention in record["mentions"]]


def _flat(record: Record) -> Record:
    """Spread the nested fields `mention` and `cue`."""
    flat = dict(record)
    for name in ("mention", "cue"):
        nested = record.get(name)
        if isinstance(nested, dict):
            flat |= {f"{name}_{key}": value for key, value in nested.items()} | {name: nested["text"]}
    return flat


def _cell(value: Any) -> str:  # noqa: ANN401 (whatever JSON can hold)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_candidate(item) if isinstance(item, dict) else str(item) for item in value)
    return visible(str(value))


def _candidate(candidate: Record) -> str:
    return visible(f"{candidate['method']}: {candidate['speaker'] or 'nobody'} ({candidate['confidence']})")
