"""One run of a command: inputs in, batches through a renderer, failures reported, the exit code remembered."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from interview_cli import inputs
from interview_cli.cli.output import Messages, Output
from interview_cli.errors import InterviewError, UsageError
from interview_cli.render import RENDERERS, Batch, View
from interview_cli.safe import visible
from interview_cli.source import canonical_encoding, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from interview_cli.model import Analysis, Source
    from interview_cli.nlp import Pipeline
    from interview_cli.render import Format

    Work = Callable[["Session", Source], Batch]


class Options(NamedTuple):
    """What the shared options say."""

    files: list[str] | None = None
    format: Format = "table"
    output: str | None = None
    encoding: str | None = None
    quiet: bool = False
    pipeline: str = "auto"


class Session:
    """Reads the inputs one after the other and hands each to the work of a command.

    An input that can't be read is one line on standard error; the others go on. The first failure's exit code is
    that of the run.
    """

    def __init__(self, options: Options) -> None:
        if options.encoding:
            canonical_encoding(options.encoding)  # a wrong name is one error, not one for every input
        self.code = 0
        self.messages = Messages(quiet=options.quiet)
        self._options = options
        self._pipeline: Pipeline | None = None

    def run(self, work: Work, command: str, **view: Any) -> int:  # noqa: ANN401 (fields of View)
        """Print what `work` makes of each input and return the exit code."""
        options = self._options
        with Output(options.output) as output:
            found = self._inputs()
            shown = View(command, several=len(found) > 1, width=output.width, colour=output.colour, **view)
            batches = self._batches(found, work)
            first = next(batches, None)
            if first is not None:  # where nothing could be read, nothing is printed: no empty table, no `[]`
                self._print(output, shown, _chain(first, batches))
        return self.code

    def _print(self, output: Output, view: View, batches: Iterator[Batch]) -> None:
        format_ = self._options.format
        if view.command == "export" and view.several:
            format_ = "jsonl"
        for piece in RENDERERS[format_](view, batches):
            self.messages.clear()
            output.write(piece)
        self.messages.clear()

    def _inputs(self) -> list[inputs.Input | InterviewError]:
        if self._options.files:
            return [*inputs.find(self._options.files)]
        found, note = inputs.default()
        if note:
            self.messages.note(note)
        return [*found]

    def _batches(self, found: list[inputs.Input | InterviewError], work: Work) -> Iterator[Batch]:
        for number, one in enumerate(found, start=1):
            if isinstance(one, InterviewError):
                self.fail(one)
                continue
            if len(found) > 1:
                self.messages.progress(f"{number}/{len(found)} {one.name}")
            batch = self._batch(one, work)
            if batch is not None:
                yield batch

    def _batch(self, one: inputs.Input, work: Work) -> Batch | None:
        """Do the work for one input. A defect of the program is reported like a failure, and the others go on."""
        try:
            source = self.read(one)
            return work(self, source)
        except InterviewError as error:
            if error.exit_code == 4:
                raise  # without a pipeline no input can be done
            self.fail(error)
        except Exception as error:
            self.fail(defect(one.name, error))
        return None

    def read(self, one: inputs.Input) -> Source:
        """Read and decode one input; an empty one is worth a note, but no failure."""
        source = decode(one.read(), name=one.name, encoding=self._options.encoding)
        if not source.text.strip():
            self.messages.note(f"{one.name}: is {'blank' if source.text else 'empty'}; there is nothing in it to find")
        return source

    def analyze(self, source: Source, *, indirect: bool = False) -> Analysis:
        """Find everything in one input; the pipeline is loaded when the first input needs it."""
        from interview_cli import nlp
        from interview_cli.pipeline import analyze

        if self._pipeline is None:
            self.messages.progress("loading the pipeline …")
            gc.disable()  # as at start-up: what is being loaded is no garbage
            try:
                self._pipeline = nlp.load(self._options.pipeline)
            finally:
                gc.enable()
            self.messages.progress(f"reading {source.name}")
        return analyze(source, pipeline=self._pipeline, indirect=indirect)

    def print_text(self) -> int:
        """Print one input's text. On a terminal control characters are shown, one sign for each."""
        if not self._options.files and sys.stdin.isatty():
            raise UsageError("text needs a document; name one FILE, or - for standard input")
        found = inputs.find(self._options.files or [inputs.STDIN])
        if len(found) != 1:
            raise UsageError(f"text prints one document, not {len(found)}; name one FILE")
        with Output(self._options.output) as output:
            if isinstance(found[0], InterviewError):
                raise found[0]
            source = self.read(found[0])
            output.write(visible(source.text) if output.on_terminal else source.text)
        return 0

    def show(self, batch: Batch, command: str) -> int:
        """Print records that come from no input."""
        with Output(self._options.output) as output:
            self._print(output, View(command, width=output.width, colour=output.colour), iter([batch]))
        return 0

    def fail(self, error: InterviewError) -> None:
        """Report a failure and remember its exit code."""
        self.messages.error(error)
        self.code = self.code or error.exit_code


def defect(name: str, error: Exception) -> InterviewError:
    """Return the failure that a defect of the program is reported as; INTERVIEW_DEBUG=1 shows where it is."""
    if os.environ.get("INTERVIEW_DEBUG"):
        raise error
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return InterviewError(f"{name}: could not be processed ({what}); please report this")


def _chain(first: Batch, rest: Iterator[Batch]) -> Iterator[Batch]:
    yield first
    yield from rest
