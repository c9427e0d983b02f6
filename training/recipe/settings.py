"""The numbers of the recipe: layers, steps, rates, seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: SPACY tells whether a blank follows: by that, a straight quotation mark opens or closes.
ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY")


@dataclass(frozen=True, slots=True)
class Settings:
    """One training. The rate climbs during `warmup`, then falls in a line to nought."""

    #: Rows of the hash tables, one for each of `ATTRIBUTES`. A prefix is one letter and a shape has few values: most
    #: rows go to words and to endings of three letters.
    rows: tuple[int, ...] = (8000, 500, 3000, 1000, 10)
    width: int = 96
    depth: int = 4
    parser_hidden: int = 96
    entity_hidden: int = 64
    steps: int = 8000
    words: int = 600
    rate: float = 0.001
    warmup: int = 200
    dropout: float = 0.1
    #: How often each treebank sentence of 2025 and each own sentence is seen while an older one is seen once.
    gold_times: int = 2
    own_times: int = 1
    seed: int = 0

    def encoder(self) -> dict[str, Any]:
        """The tok2vec that all components share."""
        return {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": self.width,
                "attrs": list(ATTRIBUTES),
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

    def rate_at(self, step: int) -> float:
        """The learning rate of one step, at least a hundredth of the highest."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        return self.rate * max(0.01, (self.steps - step) / (self.steps - self.warmup))
