"""The options that several commands share, declared once."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_cli.render import Format

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Files, folders, or - for standard input.", show_default=False),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to print the result. [default: table]", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the result to FILE, whole or not at all."),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of the input. [default: UTF-8, else Windows-1252]"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress; errors are still shown.")]
PipelineName = Annotated[
    str,
    typer.Option(
        "--pipeline",
        metavar="NAME|PATH",
        envvar="INTERVIEW_PIPELINE",
        help="The Dutch spaCy pipeline to use; auto takes nl_core_news_sm where it is installed.",
    ),
]
SectionOption = Annotated[
    int | None, typer.Option("--section", metavar="N", help="Only this section (see: interview sections).")
]
Indirect = Annotated[
    bool, typer.Option("--indirect", help="Indirect speech as well: X zegt dat …, volgens X …, without marks.")
]
