"""A table of lemmas that costs little to load: packed text, searched by bisection."""

from __future__ import annotations

import zlib
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Table:
    """(letter, form) → lemma. The letter tells what of a word is asked for; forms are in small letters.

    In bytes it is a sorted list of lines, `letter form TAB edit`, compressed with zlib. An edit is how many code points
    at the end of the form go, and what comes in their place: `2` and `us` in `musea TAB 2um`. It is unpacked when a
    word is first looked up.
    """

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._known: dict[tuple[str, str], str | None] = {}

    @classmethod
    def of(cls, entries: Mapping[tuple[str, str], str]) -> Table:
        """Make a table; no form has a tab or a line end."""
        lines = sorted(f"{letter}{form}\t{_edit(form, lemma)}" for (letter, form), lemma in entries.items())
        return cls(zlib.compress("\n".join(lines).encode("utf-8"), 9))

    def to_bytes(self) -> bytes:
        return self._packed

    def find(self, letter: str, form: str) -> str | None:
        """Return the lemma, or None."""
        key = (letter, form)
        if key not in self._known:
            self._known[key] = self._search(f"{letter}{form}\t", form)
        return self._known[key]

    @cached_property
    def _text(self) -> str:
        return zlib.decompress(self._packed).decode("utf-8")

    def _search(self, wanted: str, form: str) -> str | None:
        text = self._text
        low, high = 0, len(text)
        # The first line that is not before `wanted` begins at `low` in the end.
        while low < high:
            middle = (low + high) // 2
            begin = text.rfind("\n", low, middle) + 1 or low
            end = text.find("\n", middle)
            end = len(text) if end < 0 else end
            if text[begin:end] < wanted:
                low = end + 1
            else:
                high = begin
        if not text.startswith(wanted, low):
            return None
        end = text.find("\n", low)
        return _edited(form, text[low + len(wanted) : end if end >= 0 else len(text)])


def _edit(form: str, lemma: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return (
        f"{len(form) - same}\t{lemma[same:]}"
        if lemma[same : same + 1].isdigit()
        else f"{len(form) - same}{lemma[same:]}"
    )


def _edited(form: str, edit: str) -> str:
    size = len(edit) - len(edit.lstrip("0123456789"))
    return form[: len(form) - int(edit[:size])] + edit[size:].removeprefix("\t")
