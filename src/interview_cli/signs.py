"""The signs of list items: bullets, dashes, numbers, letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from interview_cli.lexicon.structure import BULLET_SIGNS, DASH_SIGNS

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
    first = text[0]
    if first == "o" and _circle().match(text):
        return Sign("bullet", 0, len(text) - len(text[1:].lstrip()))
    if not (first in DASH_SIGNS or first in BULLET_SIGNS or first == "(" or first.isalnum()):
        return None
    match = _sign().match(text)
    if match is None or match.end() == len(text):
        return None
    value = match[0].strip(" \t().")
    if match.lastgroup == "number":
        return Sign("number", int(value), match.end())
    if match.lastgroup == "letter":
        return Sign("letter", ord(value) - ord("a") + 1, match.end())
    return Sign("bullet" if match.lastgroup == "bullet" else "dash", 0, match.end())


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
def _circle() -> re.Pattern[str]:
    """Return the second bullet of word processors, an `o` with a tab or wide blank behind it."""
    return re.compile(r"o(?:\t|\u00a0|[ ]{2,})\s*(?=\S)")


@cache
def _sign() -> re.Pattern[str]:
    bullets, dashes = re.escape(BULLET_SIGNS), re.escape(DASH_SIGNS)
    return re.compile(
        rf"(?:(?P<bullet>[{bullets}])\ufe0f?\s*|(?P<dash>[{dashes}])\s+"
        r"|(?P<number>\d{1,3}[.)]|\(\d{1,3}\))\s+|(?P<letter>[a-z][.)]|\([a-z]\))\s+)(?=\S)"
    )
