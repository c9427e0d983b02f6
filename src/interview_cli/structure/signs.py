"""The signs of list items: bullets, dashes, numbers, letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from interview_cli.lexicon.structure import BULLET_SIGNS, DASH_SIGNS

#: Behind a sign it asks for its coloured form.
_EMOJI = "\ufe0f"
#: Pictures such as 👉 come from here on in Unicode, below it is punctuation.
_FIRST_PICTURE = "\u2190"
#: With their selectors they take fewer characters.
_PICTURE = 8


class Sign(NamedTuple):
    """The sign of a list item: `-`, `•`, `1.`, `(a)`. `length` counts characters from the line's start to its words."""

    kind: Literal["bullet", "dash", "number", "letter"]
    value: int  # of a number or letter, counted from 1; else 0
    length: int


def read_sign(text: str) -> Sign | None:
    """Return the sign that a line opens with, if it looks like that of a list item.

    >>> read_sign("2) Bel de klant.")
    Sign(kind='number', value=2, length=3)
    """
    first, second = text[0], text[1:2]
    if first in BULLET_SIGNS:
        return _sign("bullet", text, 1 + (second == _EMOJI))
    if first in DASH_SIGNS:
        return _sign("dash", text, 1) if second.isspace() else None
    if first == "o":  # the second bullet of word processors has a tab or a wide blank behind it
        return _sign("bullet", text, 1) if second in ("\t", "\u00a0") or text[1:3] == "  " else None
    return _counted(text) if first.isdigit() or first == "(" or second in (".", ")") else None


def _sign(kind: Literal["bullet", "dash"], text: str, length: int) -> Sign | None:
    """Return a sign with the blanks behind it, if words follow."""
    words = text[length:].lstrip()
    return Sign(kind, 0, len(text) - len(words)) if words else None


def _counted(text: str) -> Sign | None:
    """Return the number or letter that a line opens with."""
    match = _number().match(text)
    if match is None:
        return None
    value = match[0].strip(" \t().")
    if match.lastgroup == "number":
        return Sign("number", int(value), match.end())
    return Sign("letter", ord(value) - ord("a") + 1, match.end())


def read_doubtful(text: str) -> Sign | None:
    """Return the sign of a line that is one only beside another: a dash glued to a capital (`-Melk`), a picture."""
    if text[0] in DASH_SIGNS:
        glued = text[1:2].isupper() and not text.endswith(text[0])
        return Sign("dash", 0, 1) if glued else None
    if text[0] < _FIRST_PICTURE or text[0].isalnum():
        return None
    picture = text[:_PICTURE].split(None, 1)[0]
    if len(picture) >= min(_PICTURE, len(text)) or any(map(str.isalnum, picture)):
        return None
    return Sign("bullet", 0, len(text) - len(text[len(picture) :].lstrip()))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<number>\d{1,3}[.)]|\(\d{1,3}\))|(?P<letter>[a-z][.)]|\([a-z]\)))\s+(?=\S)")
