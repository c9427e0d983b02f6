"""What finding and attributing quotes costs beside the pipeline, and how it grows with the length of a text.

    python benchmarks/attribution.py FILE... [--pipeline NAME|PATH] [--megabytes 0.1 1 10]

The files are joined and repeated until they are as long as each size wants. Times are seconds of CPU; `share` is that
of quotes and attribution in the pipeline's own time on the same text.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from interview_cli import attribution, entities, nlp, quotes, source, structure

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the CPU seconds that `work` takes, and its result."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def main(argv: list[str] | None = None) -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--pipeline", default="auto")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[0.1, 1.0])
    args = parser.parse_args(argv)
    pipeline = nlp.load(args.pipeline)
    text = "\n\n".join(path.read_text("utf-8").strip() for path in args.files) + "\n\n"
    print(
        "| MB | quotes | structure | pipeline | entities | quotes, attribution | share |\n|---|---|---|---|---|---|---|"
    )
    for size in args.megabytes:
        times = max(1, round(size * 1e6 / len(text.encode())))
        print(row(size, (text * times).encode(), pipeline), flush=True)
    return 0


def row(size: float, raw: bytes, pipeline: nlp.Pipeline) -> str:
    """Run every step once and return a line of the table."""
    decoded = source.decode(raw, name="-")
    parsing, document = timed(lambda: structure.parse(decoded))
    annotating, doc = timed(lambda: pipeline.annotate(document))
    naming, found = timed(lambda: entities.find(document, doc))
    attributing, quoted = timed(lambda: attribution.attribute(document, doc, quotes.find(document), found))
    cells = (f"{seconds:.2f}" for seconds in (parsing, annotating, naming, attributing))
    return f"| {size:g} | {len(quoted)} | {' | '.join(cells)} | {attributing / annotating:.1%} |"


if __name__ == "__main__":
    raise SystemExit(main())
