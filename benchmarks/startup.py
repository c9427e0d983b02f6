"""How long a user waits at the door: start-up against the least that Python and the libraries need.

    python benchmarks/startup.py [--runs 15]

Each pair is run one after the other, as often as asked; printed are both medians and the median of the ratios, which
a busy machine disturbs less. Exits with 1 where a ratio is above its limit. Compile the package first, as `pip
install .` does: `python -m compileall -q src`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FILE = str(ROOT / "corpus" / "sam-altman-a16z-2025-10-08.txt")
INTERVIEW = str(Path(sys.executable).with_name("interview"))
TYPER = [sys.executable, "-c", "import typer"]
SPACY = """
import sys
import spacy
from interview_cli import nlp
status = next(status for status in nlp.installed() if status.used)
spacy.load(status.path, exclude=["senter"])(open(sys.argv[1], encoding="utf-8").read())
"""


class Pair(NamedTuple):
    """A command of ours, what it is compared with, and how many times as long it may take."""

    name: str
    ours: list[str]
    base: list[str]
    limit: float


PAIRS = (
    Pair("sections --json / import typer", [INTERVIEW, "sections", "--json", FILE], TYPER, 1.5),
    Pair("sections as a table / import typer", [INTERVIEW, "sections", FILE], TYPER, 2.5),
    Pair("quotes / spaCy on the same text", [INTERVIEW, "quotes", FILE], [sys.executable, "-c", SPACY, FILE], 1.2),
)


def seconds(command: list[str]) -> float:
    """Return how long a command takes that writes to a terminal: there tables are laid out and coloured."""
    start = time.perf_counter()
    screen, terminal = os.openpty()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal) as program:
        os.close(terminal)
        while _read(screen):
            pass
    os.close(screen)
    if program.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {program.returncode}")
    return time.perf_counter() - start


def _read(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # how Linux says that the program is gone
        return b""


def main(argv: list[str] | None = None) -> int:
    """Measure all pairs and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args(argv).runs
    slow = False
    print(f"{'':35} {'ours':>8} {'base':>8} {'ratio':>6} {'limit':>6}")
    for pair in PAIRS:
        times = [(seconds(pair.ours), seconds(pair.base)) for _ in range(runs)]
        ratio = statistics.median(ours / base for ours, base in times)
        ours, base = (statistics.median(column) for column in zip(*times, strict=True))
        slow |= ratio > pair.limit
        print(f"{pair.name:35} {1000 * ours:5.0f} ms {1000 * base:5.0f} ms {ratio:6.2f} {pair.limit:6.2f}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
