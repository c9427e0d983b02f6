"""Train nl_core_interview_sm: `python training/build.py [DATA] [--out DIR]`, about forty minutes on one core."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from recipe.assemble import assemble
from recipe.settings import Settings
from recipe.train import train

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parent.parent / "shared/data"
PACKAGE_DATA = HERE.parent / "src/interview_cli/models/nl_core_interview_sm"


def main(argv: list[str] | None = None) -> int:
    """Train, then leave out what only training needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=DEFAULT_DATA, help="folder with dutch/")
    parser.add_argument("--out", type=Path, default=PACKAGE_DATA, help="where the pipeline goes")
    parser.add_argument("--work", type=Path, default=HERE / "build", help="where the trained pipeline goes first")
    args = parser.parse_args(argv)
    train(args.data, HERE / "data", args.work, Settings())
    assemble(args.work, args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
