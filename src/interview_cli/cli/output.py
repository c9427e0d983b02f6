"""Where text goes: results to standard output or, atomically, to a file; everything else to standard error."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from interview_cli.errors import InterviewError
from interview_cli.safe import visible

if TYPE_CHECKING:
    from types import TracebackType

NARROWEST, WIDEST = 40, 200


class ReaderGoneError(Exception):
    """Whoever read standard output has closed it, as `head` does. Typer would make a BrokenPipeError a failure."""


class Messages:
    """Notes, errors and progress on standard error. Progress is one line that the next message replaces."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._live = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = False

    def error(self, message: object) -> None:
        """Say in one line what went wrong."""
        self._say(f"interview: {message}")

    def note(self, message: str) -> None:
        """Say something that is good to know, unless the user wants quiet."""
        if not self._quiet:
            self._say(f"interview: {message}")

    def progress(self, message: str) -> None:
        """Show what is going on, on a terminal only."""
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r\x1b[K" + visible(message)[:width])
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the progress line away, before anything else is printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _say(self, message: str) -> None:
        self.clear()
        # sys.stderr escapes what its encoding lacks, so this can't fail.
        sys.stderr.write(visible(" ".join(message.split())) + "\n")
        sys.stderr.flush()


class Output:
    """Standard output, or a file that appears only when all is written.

    A context manager: leaving it with an exception, or before anything was written, leaves an existing file alone.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path = None if path == "-" else path
        self._temporary: str | None = None
        self._wrote = False
        self._file: IO[bytes] = self._open(path) if path is not None else sys.stdout.buffer

    @property
    def on_terminal(self) -> bool:
        """Tell whether somebody is watching."""
        return self._path is None and sys.stdout.isatty()

    @property
    def width(self) -> int | None:
        """The columns that tables may take; null where they may take as many as they need."""
        if not self.on_terminal:
            return None
        return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))

    @property
    def colour(self) -> bool:
        """Tell whether colours are wanted: on a terminal, or where FORCE_COLOR asks for them."""
        if os.environ.get("NO_COLOR") or self._path is not None:
            return False
        if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return self.on_terminal and os.environ.get("TERM") != "dumb"

    def write(self, text: str) -> None:
        """Write text as UTF-8, its line ends as they are."""
        self._wrote = True
        try:
            self._file.write(text.encode("utf-8", "surrogateescape"))
            if self._path is None:
                self._file.flush()
        except BrokenPipeError:
            raise ReaderGoneError from None
        except OSError as error:
            raise _unwritable(self._path or "standard output", error) from None

    def _open(self, path: str) -> IO[bytes]:
        """Open a temporary file beside `path`; a device or pipe is written to directly."""
        import tempfile

        try:
            if Path(path).exists() and not Path(path).is_file():
                return Path(path).open("wb")
            target = Path(path).resolve()
            handle, self._temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
        except (OSError, ValueError) as error:
            raise _unwritable(path, error) from None
        return os.fdopen(handle, "wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None:
            return
        try:
            self._file.close()
            if self._temporary and kind is None and self._wrote:
                self._replace(self._temporary, Path(self._path).resolve())
                self._temporary = None
        except OSError as problem:
            raise _unwritable(self._path, problem) from None
        finally:
            if self._temporary:
                Path(self._temporary).unlink(missing_ok=True)

    def _replace(self, temporary: str, target: Path) -> None:
        """Put the finished file in its place, with the rights that a file written directly would have."""
        try:
            mode = stat.S_IMODE(target.stat().st_mode)
        except FileNotFoundError:
            umask = os.umask(0)
            os.umask(umask)
            mode = 0o666 & ~umask
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)


def _unwritable(path: str, error: Exception) -> InterviewError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InterviewError(f"{path}: cannot be written ({reason}); choose another place with -o")
