"""The first layer of the embedded pipeline's encoders: hashed features of a token, and its word classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import intify_attr
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from interview_cli.dutch.classes import CODES, VALUES, WordClasses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc


@registry.architectures("interview.WordClassEmbed.v1")  # type: ignore[untyped-decorator]
def make_embedding(width: int, attrs: list[str], rows: list[int], class_width: int) -> Model[Any, Any]:
    """Return a layer like spaCy's MultiHashEmbed that also sees word classes.

    `attrs` and `rows` as there; each of a word's class numbers has a table of its own, `class_width` wide.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=i, seed=i + 8, dropout=0.0) for i, count in enumerate(rows)
    ]
    classes: list[Model[Any, Any]] = [
        HashEmbed(class_width, 2 * VALUES, column=len(attrs) + i, seed=i + 8 + len(attrs), dropout=0.0)
        for i in range(CODES)
    ]
    joined = width * len(tables) + class_width * CODES
    mix = Maxout(width, joined, nP=3, dropout=0.0, normalize=True)
    return chain(
        features([intify_attr(attr) for attr in attrs]),
        list2ragged(),
        with_array(chain(concatenate(*tables, *classes), mix)),
        ragged2list(),
    )


def features(attrs: Sequence[int]) -> Model[list[Doc], Any]:
    """Extract attributes and class numbers, (tokens, attributes + CODES) a document."""
    return Model("word_class_features", _forward, attrs={"columns": list(attrs)})


def _forward(model: Model[list[Doc], Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], list[Doc]]]:
    columns = model.attrs["columns"]
    found = []
    for doc in docs:
        hashes = doc.to_array(columns).reshape(len(doc), len(columns))
        found.append(np.hstack([hashes.astype(np.uint64), WordClasses.of_vocab(doc.vocab)(doc)]))
    return found, lambda _: []
