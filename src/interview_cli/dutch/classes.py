"""Word classes: what is known of single words, in four numbers each, for an encoder to look at.

They come from a large encoder (see `training/teacher/classes.py`), so that a small one knows something of names and
words that it never met in training. Words that are used alike have the same first number, and so on.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import LOWER, ORTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    Array = np.ndarray[Any, Any]

#: Numbers of one word; each is 1 to VALUES, 0 is: unknown.
CODES, VALUES = 4, 255
#: The name of the table in a pipeline's vocabulary.
TABLE = "word_classes"


class WordClasses:
    """Words by 32 bits of spaCy's hash of the form: of 10,000 unknown words, one is taken for a known one."""

    def __init__(self, keys: Array, codes: Array) -> None:
        """`keys`: (words,) uint32, rising; `codes`: (words, CODES) uint8."""
        self._keys, self._codes = keys, codes

    @classmethod
    def of(cls, hashes: Array, codes: Array) -> WordClasses:
        """Make them from 64-bit hashes in any order."""
        keys, first = np.unique(hashes.astype(np.uint32), return_index=True)
        return cls(keys, codes[first].astype(np.uint8))

    @classmethod
    def of_vocab(cls, vocab: Vocab) -> WordClasses:
        """Return those that a pipeline carries; they are unpacked once and kept in its table."""
        if not vocab.lookups.has_table(TABLE):
            return cls(np.zeros(0, np.uint32), np.zeros((0, CODES), np.uint8))
        table: Any = vocab.lookups.get_table(TABLE)
        if not hasattr(table, "unpacked"):
            table.unpacked = cls._unpack(table)
        unpacked: WordClasses = table.unpacked
        return unpacked

    @classmethod
    def _unpack(cls, table: Mapping[str, bytes]) -> WordClasses:
        steps = np.frombuffer(zlib.decompress(table["steps"]), "<u4")
        codes = np.frombuffer(zlib.decompress(table["codes"]), np.uint8).reshape(CODES, -1)
        return cls(np.cumsum(steps, dtype=np.uint32), np.ascontiguousarray(codes.T))

    def put(self, vocab: Vocab) -> None:
        """Make a pipeline carry them."""
        steps = np.diff(self._keys, prepend=np.uint32(0)).astype("<u4")
        table = {
            "steps": zlib.compress(steps.tobytes(), 9),
            "codes": zlib.compress(np.ascontiguousarray(self._codes.T).tobytes(), 9),
        }
        if vocab.lookups.has_table(TABLE):
            vocab.lookups.remove_table(TABLE)
        vocab.lookups.add_table(TABLE, table)

    def __call__(self, doc: Doc) -> Array:
        """Return (tokens, CODES): the numbers of the form as it stands, else of its small letters, else noughts."""
        found = np.zeros((len(doc), CODES), dtype=np.uint64)
        if len(self._keys):
            for attribute in (LOWER, ORTH):
                wanted = doc.to_array([attribute]).reshape(-1).astype(np.uint32)
                at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
                known = self._keys[at] == wanted
                found[known] = self._codes[at[known]]
        return found
