"""The commands. Each turns its options into a piece of work for every input; `Session` does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from interview_cli import records
from interview_cli.cli.options import (
    Encoding,
    Files,
    FormatOption,
    Indirect,
    Json,
    OutputOption,
    PipelineName,
    Quiet,
    SectionOption,
)
from interview_cli.cli.output import Output
from interview_cli.cli.session import Options, Session
from interview_cli.errors import UsageError
from interview_cli.lexicon.labels import ENTITY_LABELS
from interview_cli.render import Batch, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_cli.model import Analysis, Document, Source
    from interview_cli.records import Record

Kind = Literal["direct", "fragment", "term", "indirect"]


def sections(
    files: Files = None,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> int:
    """Show the headed sections and how much each holds."""
    options = _options(files, format_, json, output, encoding, quiet)
    return Session(options).run(lambda session, source: _structured(source, records.sections), "sections")


def bullets(
    files: Files = None,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> int:
    """Show the list items, each with the label of its list."""
    options = _options(files, format_, json, output, encoding, quiet)
    return Session(options).run(lambda session, source: _structured(source, records.bullets), "bullets")


def quotes(
    files: Files = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only quotes of this speaker; part of a name will do."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only quotes of this kind.")] = None,
    section: SectionOption = None,
    indirect: Indirect = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show for each quote the rule, its evidence and the candidates that lost.")
    ] = False,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    pipeline: PipelineName = "auto",
    quiet: Quiet = False,
) -> int:
    """Show the quotes with their kind and speaker."""

    def work(session: Session, source: Source) -> Batch:
        analysis = session.analyze(source, indirect=indirect or kind == "indirect")
        found = _in_section(analysis.document, records.quotes(analysis, explain=explain), section)
        found = [record for record in found if kind is None or record["kind"] == kind]
        return _batch(analysis.document, _by_speaker(session, analysis, found, speaker))

    options = _options(files, format_, json, output, encoding, quiet, pipeline)
    return Session(options).run(work, "quotes", explain=explain)


def entities(
    files: Files = None,
    label: Annotated[
        list[str] | None,
        typer.Option("--label", metavar="LABEL", help=f"Only this label; repeatable. {', '.join(ENTITY_LABELS)}."),
    ] = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="A row for every mention (JSON always has them).")
    ] = False,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    pipeline: PipelineName = "auto",
    quiet: Quiet = False,
) -> int:
    """Show the people, organisations and other names, each once."""
    labels = {name.upper() for name in label or ()}
    if unknown := sorted(labels - ENTITY_LABELS.keys()):
        raise UsageError(f"--label {unknown[0]}: no such label; labels are {', '.join(ENTITY_LABELS)}")

    def work(session: Session, source: Source) -> Batch:
        analysis = session.analyze(source)
        found = [record for record in records.entities(analysis) if not labels or record["label"] in labels]
        return _batch(analysis.document, found)

    options = _options(files, format_, json, output, encoding, quiet, pipeline)
    return Session(options).run(work, "entities", mentions=mentions)


def speakers(
    files: Files = None,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    pipeline: PipelineName = "auto",
    quiet: Quiet = False,
) -> int:
    """Show who speaks how much."""

    def work(session: Session, source: Source) -> Batch:
        analysis = session.analyze(source)
        return _batch(analysis.document, records.speakers(analysis))

    options = _options(files, format_, json, output, encoding, quiet, pipeline)
    return Session(options).run(work, "speakers")


def export(
    files: Files = None,
    indirect: Indirect = False,
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    encoding: Encoding = None,
    pipeline: PipelineName = "auto",
    quiet: Quiet = False,
) -> int:
    """Print everything about each document as JSON.

    One object; of several inputs one object a line. `interview schema` describes it.
    """
    if format_ not in (None, "json", "jsonl"):
        raise UsageError(f"export is JSON, not {format_}; use --format json or jsonl, or another command")

    def work(session: Session, source: Source) -> Batch:
        return Batch(source.name, [records.export(session.analyze(source, indirect=indirect))])

    options = _options(files, format_ or "json", json, output, encoding, quiet, pipeline)
    return Session(options).run(work, "export")


def text(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="One file, or - for standard input.")
    ] = None,
    output: OutputOption = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> int:
    """Print exactly the text that all offsets index."""
    return Session(_options(files, None, False, output, encoding, quiet)).print_text()


def pipelines(
    format_: FormatOption = None,
    json: Json = False,
    output: OutputOption = None,
    quiet: Quiet = False,
) -> int:
    """Show the installed pipelines and which one is used.

    The name of one goes into --pipeline or INTERVIEW_PIPELINE.
    """
    from interview_cli import nlp

    session = Session(_options(None, format_, json, output, None, quiet))
    code = session.show(Batch("", records.pipelines(nlp.installed())), "pipelines")
    session.messages.note(f"to install another: {nlp.INSTALL_HINT}")
    return code


def schema(output: OutputOption = None) -> int:
    """Print the JSON Schema of export."""
    from interview_cli.render.machine import json_document
    from interview_cli.schema import EXPORT

    return _print(json_document(EXPORT), output)


#: In the order in which `interview --help` lists them.
COMMANDS: dict[str, Callable[..., int]] = {
    "sections": sections,
    "bullets": bullets,
    "quotes": quotes,
    "speakers": speakers,
    "entities": entities,
    "export": export,
    "text": text,
    "pipelines": pipelines,
    "schema": schema,
}


def _print(text: str, path: str | None) -> int:
    with Output(path) as output:
        output.write(text)
    return 0


def _options(
    files: list[str] | None,
    format_: Format | None,
    json: bool,
    output: str | None,
    encoding: str | None,
    quiet: bool,
    pipeline: str = "auto",
) -> Options:
    if json and format_ not in (None, "json"):
        raise UsageError(f"--json and --format {format_} exclude each other; give one of them")
    return Options(
        files=files,
        format="json" if json else format_ or "table",
        output=output,
        encoding=encoding,
        quiet=quiet,
        pipeline=pipeline,
    )


def _structured(source: Source, make: Callable[[Document], list[Record]]) -> Batch:
    from interview_cli.structure import parse

    document = parse(source)
    return _batch(document, make(document))


def _batch(document: Document, found: list[Record]) -> Batch:
    return Batch(
        document.source.name,
        found,
        title=document.title.of(document.text) if document.title else None,
        headings={
            section.index: section.heading.span.of(document.text) if section.heading else None
            for section in document.sections
        },
    )


def _in_section(document: Document, found: list[Record], section: int | None) -> list[Record]:
    if section is None:
        return found
    indices = [section.index for section in document.sections]
    if section not in indices:
        there = f"sections are {indices[0]} to {indices[-1]}" if indices else "it has no sections"
        raise UsageError(f"{document.source.name}: has no section {section}; {there} (see: interview sections)")
    return [record for record in found if record["section"] == section]


def _by_speaker(session: Session, analysis: Analysis, found: list[Record], name: str | None) -> list[Record]:
    """Keep the quotes of speakers whose name holds `name`; say who there is where nobody's does."""
    if name is None:
        return found
    wanted = name.casefold()
    speakers = sorted({quote.speaker for quote in analysis.quotes if quote.speaker is not None})
    if not any(wanted in speaker.casefold() for speaker in speakers):
        there = f"speakers are {', '.join(speakers)}" if speakers else "no quote in it has a speaker"
        session.messages.note(f"{analysis.document.source.name}: no speaker '{name}'; {there}")
    return [record for record in found if wanted in (record["speaker"] or "").casefold()]
