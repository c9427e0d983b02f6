"""Train nl_core_interview_sm: `python training/build.py [DATA] [--out DIR]`, about half an hour on two cores."""

from __future__ import annotations

import argparse
import multiprocessing
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from recipe.assemble import assemble
from recipe.augment import Names
from recipe.train import train_entities, train_syntax

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parent.parent / "shared/data"
PACKAGE_DATA = HERE.parent / "src/interview_cli/models/nl_core_interview_sm"


def main(argv: list[str] | None = None) -> int:
    """Train both halves at the same time, then put them together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=DEFAULT_DATA, help="folder with dutch/")
    parser.add_argument("--out", type=Path, default=PACKAGE_DATA, help="where the pipeline goes")
    parser.add_argument("--work", type=Path, default=HERE / "build", help="where its two halves go")
    parser.add_argument("--only", choices=("syntax", "entities", "assemble"), help="do one part")
    args = parser.parse_args(argv)
    syntax, entities = args.work / "syntax", args.work / "entities"
    own = HERE / "data"
    parts = {
        "syntax": multiprocessing.Process(target=train_syntax, args=(args.data, syntax)),
        "entities": multiprocessing.Process(
            target=train_entities, args=(args.data, own, Names.load(own / "names"), entities)
        ),
    }
    chosen = [part for name, part in parts.items() if args.only in (None, name)]
    for part in chosen:
        part.start()
    for part in chosen:
        part.join()
        if part.exitcode:
            return 1
    if args.only in (None, "assemble"):
        assemble(syntax, entities, args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
