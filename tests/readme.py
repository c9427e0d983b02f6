"""The examples of README.md: run them and compare, or write what they print now.

    python tests/readme.py            # rewrites the output below each command

A block marked `console` holds commands after `$` with their output below; a number (`console 12`) shows that many
lines, then `…`. Commands run as a reader would see them: on a terminal of 80 columns, in the project's folder. The
table below `<!-- the rules -->` is rewritten as well.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.methods import METHODS, REPORTED

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console(?: (\d+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_RULES = re.compile(r"(<!-- the rules -->\n)(?:\|.*\n)*")


class Example(NamedTuple):
    """A command with the output that the README shows, and how many lines of it (0: all)."""

    command: str
    output: str
    lines: int


def examples(text: str) -> Iterator[Example]:
    """Yield the commands of all blocks."""
    for match in _BLOCK.finditer(text):
        yield from _examples(match)


def _examples(match: re.Match[str]) -> Iterator[Example]:
    for part in re.split(r"^\$ ", match[2], flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Example(command, output, int(match[1] or 0))


def run(example: Example) -> str:
    """Return what a command prints on a terminal of 80 columns without colours, cut as the example is."""
    folder = Path(sys.executable).parent
    surroundings = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(Path.home()),
        "TERM": "dumb",
        "COLUMNS": "80",
        "LINES": "24",
        "LANG": "C.UTF-8",
        "INTERVIEW_PIPELINE": "nl_core_interview_sm",
    }
    screen, terminal = os.openpty()
    with subprocess.Popen(
        ["bash", "-c", example.command], cwd=ROOT, env=surroundings, stdin=terminal, stdout=terminal, stderr=terminal
    ):
        os.close(terminal)
        printed = b"".join(iter(lambda: _read(screen), b"")).decode().replace("\r\n", "\n")
    os.close(screen)
    lines = printed.splitlines(keepends=True)
    return "".join([*lines[: example.lines], "…\n"]) if 0 < example.lines < len(lines) else printed


def _read(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""


def rewrite(text: str) -> str:
    """Return the README with the output that its commands give now."""

    def block(match: re.Match[str]) -> str:
        body = "".join(f"$ {example.command}\n{run(example)}" for example in _examples(match))
        return f"```console{' ' + match[1] if match[1] else ''}\n{body}```"

    return _RULES.sub(lambda match: match[1] + rules(), _BLOCK.sub(block, text))


def rules() -> str:
    """Return the table of the rules that name a speaker."""
    rows = [f"| {name} | {says} |\n" for name, says in (METHODS | REPORTED).items()]
    return "".join(["| rule | what it says |\n| --- | --- |\n", *rows])


if __name__ == "__main__":
    README.write_text(rewrite(README.read_text("utf-8")), "utf-8")
