"""Train spaCy's default CPU configuration of ner on the same documents, and print its entities table.

    python training/baseline.py [DATA] [--steps 6000]

How hard the held-out documents are is told by what the usual configuration reaches on them.
"""

from __future__ import annotations

import argparse
import os
import random
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.cli.init_config import init_config
from spacy.util import load_model_from_config, minibatch
from thinc.api import fix_random_seed

from evaluate import DEFAULT_DATA, entity_rows
from recipe.conllu import held_out
from recipe.examples import Scheme, with_entities
from recipe.markup import read_ner


def main(argv: list[str] | None = None) -> int:
    """Train and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=DEFAULT_DATA)
    parser.add_argument("--steps", type=int, default=6000)
    args = parser.parse_args(argv)
    fix_random_seed(0)
    config = init_config(lang="nl", pipeline=["tok2vec", "ner"], optimize="efficiency", gpu=False)
    nlp = load_model_from_config(config, auto_fill=True)
    scheme = Scheme(args.data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    passages = [p for _, _, p in read_ner(args.data / "dutch/ner.jsonl") if not held_out(p.document)]
    blank, dice = spacy.blank("nl"), random.Random(0)
    optimizer = nlp.initialize(lambda: [with_entities(blank, p, scheme) for p in passages])
    step = 0
    while step < args.steps:
        dice.shuffle(passages)
        for batch in minibatch(passages, 32):  # type: ignore[no-untyped-call]
            nlp.update([with_entities(nlp, p, scheme) for p in batch], sgd=optimizer, drop=0.1)
            step += 1
            if step == args.steps:
                break
    entity_rows(nlp, args.data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
