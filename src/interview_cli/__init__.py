"""Read Dutch interviews: sections, bullet lists, quotes with their speakers, entities.

    from interview_cli import analyze, read

    for quote in analyze(read("interview.txt")).quotes:
        print(quote.speaker, quote.kind, quote.method)

Importing this package loads nothing heavy: spaCy comes with the first `analyze`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.errors import InterviewError, PipelineError, SourceError, UsageError

if TYPE_CHECKING:
    from os import PathLike

    from interview_cli.model import Analysis, Document, Source
    from interview_cli.nlp import Pipeline

__version__ = "0.1.0"
__all__ = ["InterviewError", "PipelineError", "SourceError", "UsageError", "__version__", "analyze", "parse", "read"]


def read(path: str | PathLike[str], *, encoding: str | None = None) -> Source:
    """Read and decode one file. Raises `SourceError` where there is no text to be had from it."""
    from os import fspath

    from interview_cli.inputs import Input
    from interview_cli.source import decode

    name = fspath(path)
    return decode(Input(name, name).read(), name=name, encoding=encoding)


def parse(source: Source) -> Document:
    """Find the structure of a text: front matter, headings, lists, turns. Needs no pipeline."""
    from interview_cli.structure import parse

    return parse(source)


def analyze(source: Source, *, pipeline: Pipeline | str = "auto", indirect: bool = False) -> Analysis:
    """Find the quotes, speakers and entities of a text as well.

    A name or path of a pipeline is loaded anew on every call: for many documents load it once with `nlp.load`.
    `indirect` adds reported clauses (`X zegt dat …`) to the quotes.
    """
    from interview_cli import nlp
    from interview_cli.pipeline import analyze

    loaded = nlp.load(pipeline) if isinstance(pipeline, str) else pipeline
    return analyze(source, pipeline=loaded, indirect=indirect)
