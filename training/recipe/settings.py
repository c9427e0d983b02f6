"""The numbers of the recipe: layers, steps, rates, seeds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """One training. The rate climbs during `warmup`, then falls in a line to nought."""

    #: What the encoder sees of a word, and the rows of the hash table for each. A prefix is one letter and a shape has
    #: few values: most rows go to words and to endings of three letters.
    tables: dict[str, int]
    depth: int
    hidden: int
    steps: int
    width: int = 96
    #: What the encoder sees of each of a word's class numbers.
    class_width: int = 48
    #: Candidates of each maxout unit of the encoder: two cost a third less time than the usual three.
    pieces: int = 2
    words: int = 600
    rate: float = 0.001
    warmup: int = 200
    dropout: float = 0.1
    #: How often each sentence that people annotated is seen while any other is seen once.
    gold_times: int = 1
    #: How often a noun, adjective or verb gives way to another of its kind, in sentences where that happens at all.
    other_words: float = 0.0
    seed: int = 0

    def encoder(self) -> dict[str, Any]:
        """The tok2vec."""
        return {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "interview.WordClassEmbed.v1",
                "width": self.width,
                "attrs": list(self.tables),
                "rows": list(self.tables.values()),
                "class_width": self.class_width,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": self.width,
                "depth": self.depth,
                "window_size": 1,
                "maxout_pieces": self.pieces,
            },
        }

    def rate_at(self, step: int) -> float:
        """The learning rate of one step, at least a hundredth of the highest."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        return self.rate * max(0.01, (self.steps - step) / (self.steps - self.warmup))


#: SPACY tells whether a blank follows: by that, a straight quotation mark opens or closes.
SYNTAX = Settings(
    tables={"NORM": 10000, "SUFFIX": 4000, "SHAPE": 500, "SPACY": 10},
    depth=4,
    pieces=3,
    hidden=96,
    steps=12000,
    gold_times=2,
    other_words=0.10,
)
ENTITIES = Settings(
    tables={"NORM": 6000, "PREFIX": 500, "SUFFIX": 3000, "SHAPE": 1000},
    depth=4,
    hidden=64,
    steps=19000,
    dropout=0.15,
    gold_times=2,
    other_words=0.10,
)
#: Entities again, at last: mostly what people annotated, so that their conventions weigh more than the authors'.
ENTITIES_LAST = replace(ENTITIES, steps=2500, rate=0.0004, warmup=100, dropout=0.2, gold_times=6, seed=3)
