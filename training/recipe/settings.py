"""The numbers of the recipe: layers, steps, rates, seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Encoder:
    """A tok2vec: rows of its hash tables for normal form, prefix, suffix and shape; width and depth."""

    rows: tuple[int, int, int, int]
    width: int = 96
    depth: int = 4

    def config(self) -> dict[str, Any]:
        return {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": self.width,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                "rows": list(self.rows),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": self.width,
                "depth": self.depth,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        }


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to train. The rate climbs during `warmup`, then falls in a line to nought.

    `clean`: the share of the steps, at the end, that see only the vintages nearest to 2025.
    """

    steps: int
    words: int
    rate: float = 0.001
    warmup: int = 200
    dropout: float = 0.1
    clean: float = 0.0
    seed: int = 0


#: A prefix is one letter and a shape has few values: most rows go to words and to endings of three letters.
SYNTAX_ENCODER = Encoder(rows=(5000, 500, 2500, 500))
ENTITY_ENCODER = Encoder(rows=(5000, 500, 2500, 1000))
SYNTAX = Schedule(steps=5500, words=500, clean=0.5)
ENTITIES = Schedule(steps=6500, words=500, dropout=0.15)
PARSER_HIDDEN, ENTITY_HIDDEN = 128, 64
