"""The first layer of the embedded pipeline's encoders: hashed features of a token, and its word classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import intify_attr
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, Ragged, chain, concatenate, list2ragged, ragged2list

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
        distinct(chain(concatenate(*tables, *classes), mix)),
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


def distinct(layer: Model[Any, Any]) -> Model[Ragged, Ragged]:
    """Apply `layer` to rows of features, where nothing is learned to each different row once: words come again."""
    dims = {name: layer.maybe_get_dim(name) for name in ("nI", "nO")}
    return Model("distinct", _forward_distinct, init=_init_distinct, layers=[layer], dims=dims)


def _forward_distinct(
    model: Model[Ragged, Ragged], rows: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    layer: Model[Any, Any] = model.layers[0]
    if is_train:
        found, back = layer(rows.data, is_train)
        return Ragged(found, rows.lengths), lambda d: Ragged(back(d.data), d.lengths)
    data: Any = rows.data
    keys = (data * _MULTIPLIERS[: data.shape[1]]).sum(axis=1)
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    return Ragged(layer.predict(data[first])[place], rows.lengths), lambda d: d


def _init_distinct(model: Model[Ragged, Ragged], X: Ragged | None = None, Y: Ragged | None = None) -> None:  # noqa: N803
    model.layers[0].initialize(X=X.data if X is not None else None, Y=Y.data if Y is not None else None)
    for name in model.dim_names:
        if model.has_dim(name) is None and model.layers[0].has_dim(name):
            model.set_dim(name, model.layers[0].get_dim(name))


#: Odd numbers that make one number of a row of features, of 64 bits: two different rows hardly ever have the same.
_MULTIPLIERS = np.array([pow(0x9E3779B97F4A7C15, n, 2**64) for n in range(1, 33)], dtype=np.uint64)
