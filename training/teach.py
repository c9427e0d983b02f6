"""Label Dutch sentences with the help of Frog and a large parser, for the small pipeline to learn from.

    apt-get install frog wdutch && pip install torch
    python training/teach.py prepare ../shared/data records.json
    python training/teach.py train records.json teacher-0.pt --seed 0      (and so on for other seeds)
    python training/teach.py label records.json training/data teacher-0.pt teacher-1.pt
    python training/teach.py lexicon records.json /usr/share/dict/dutch training/data/lexicon.tsv.gz

What comes out, `data/silver-*.conllu.gz` and the lexicon, is kept in the repository: `build.py` needs none of this.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run one of the three steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    prepare = steps.add_parser("prepare", help="read treebanks and own sentences, ask Frog")
    prepare.add_argument("data", type=Path)
    prepare.add_argument("out", type=Path)
    train = steps.add_parser("train", help="train one teacher")
    train.add_argument("records", type=Path)
    train.add_argument("out", type=Path)
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--steps", type=int, default=2000)
    label = steps.add_parser("label", help="write the silver files")
    label.add_argument("records", type=Path)
    label.add_argument("out", type=Path)
    label.add_argument("teachers", type=Path, nargs="+")
    lexicon = steps.add_parser("lexicon", help="tag a word list, ask Frog")
    lexicon.add_argument("records", type=Path)
    lexicon.add_argument("words", type=Path)
    lexicon.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    # Each step has needs of its own: the first Frog, the others torch.
    if args.step == "prepare":
        from teacher.prepare import prepare as run_prepare

        run_prepare(args.data, args.out)
    elif args.step == "train":
        from teacher.train import train_to

        train_to(args.records, args.out, steps=args.steps, seed=args.seed)
    elif args.step == "lexicon":
        from teacher.lexicon import make_lexicon

        make_lexicon(args.records, args.words, args.out)
    else:
        from teacher.label import label as run_label

        run_label(args.records, args.out, args.teachers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
