"""FILE arguments → inputs: files, `-`, folders, or what is read when none is given.

A folder stands for its documents, found recursively and sorted. What can't be read becomes an error in the list,
so that the others are still read.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.errors import SourceError
from interview_cli.source import MAX_BYTES, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

STDIN = "-"
#: The files of a folder that are documents. A file that is named itself may have any name.
SUFFIXES = (".txt", ".text")
SHIPPED = "sam-altman-a16z-2025-10-08.txt"


class Input(NamedTuple):
    """One document to read. `name` is the path as the user gave it; `path` is null for standard input."""

    name: str
    path: str | None

    def read(self, stdin: BinaryIO | None = None) -> bytes:
        """Return all bytes. Raises `SourceError` where that fails."""
        try:
            if self.path is None:
                return _limited(stdin or sys.stdin.buffer, self.name)
            with Path(self.path).open("rb") as file:
                return _limited(file, self.name)
        except FileNotFoundError:
            raise SourceError(f"{self.name}: does not exist; check the name") from None
        except PermissionError:
            raise SourceError(f"{self.name}: may not be read; check its permissions") from None
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise SourceError(f"{self.name}: cannot be read ({reason}); check the file") from None


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return data


def find(files: Sequence[str]) -> list[Input | SourceError]:
    """Return what the FILE arguments stand for, in their order."""
    return [found for name in files for found in _expand(name)]


def _expand(name: str) -> Iterator[Input | SourceError]:
    if name == STDIN:
        yield Input(STDIN, None)
    elif os.path.isdir(name):  # noqa: PTH112 (never raises, whatever the name holds)
        paths = _documents(name)
        yield from (Input(path, path) for path in paths)
        if not paths:
            kinds = " or ".join(SUFFIXES)
            yield SourceError(f"{name}: has no documents; name a file, or a folder with {kinds} files")
    else:
        yield Input(name, name)


def _documents(folder: str) -> list[str]:
    """Return the documents below `folder`, sorted; hidden files and folders are left out."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        documents = (name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith("."))
        found += [os.path.join(root, name) for name in documents]  # noqa: PTH118 (keeps the name as it was given)
    return sorted(found)


def default() -> tuple[list[Input | SourceError], str | None]:
    """Return what is read without FILE arguments, and the note that says so.

    Standard input where something is piped in; else the folder `corpus`; else the interview in this package.
    """
    if _is_piped():
        return [Input(STDIN, None)], None
    if Path("corpus").is_dir():
        return find(["corpus"]), "no FILE given: reading the folder corpus"
    shipped = Path(__file__).parent / "data" / SHIPPED
    return [
        Input(SHIPPED, str(shipped))
    ], f"no FILE given: reading the interview that ships with this program, {SHIPPED}"


def _is_piped() -> bool:
    """Tell a pipe or a redirected file from a terminal, and from the nothing (/dev/null) that jobs are given."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)
