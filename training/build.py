"""Train nl_core_interview_sm: `python training/build.py [DATA] [--out DIR]`, about forty minutes on two cores."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy

from evaluate import performance
from recipe.assemble import assemble
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
    parts = {"syntax": train_syntax, "entities": train_entities}
    chosen = [
        multiprocessing.Process(target=part, args=(args.data, HERE / "data", args.work / name))
        for name, part in parts.items()
        if args.only in (None, name)
    ]
    for process in chosen:
        process.start()
    for process in chosen:
        process.join()
        if process.exitcode:
            return 1
    if args.only in (None, "assemble"):
        assemble(args.work / "syntax", args.work / "entities", args.out)
        meta = args.out / "meta.json"
        described = json.loads(meta.read_text(encoding="utf-8"))
        described["performance"] = performance(spacy.load(args.out), args.data)
        meta.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
