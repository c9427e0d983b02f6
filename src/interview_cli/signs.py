"""The signs of list items: bullets, dashes, numbers, letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from interview_cli.lexicon.structure import BULLET_SIGNS, DASH_SIGNS


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


def is_glued(text: str) -> bool:
    """Tell whether a line opens with a dash and a capital right behind it: perhaps an item of a list (`-Melk`)."""
    return text[0] in DASH_SIGNS and text[1:2].isupper() and not text.endswith(text[0])


@cache
def _circle() -> re.Pattern[str]:
    """Return the second bullet of word processors, an `o` with a tab or wide blank behind it."""
    return re.compile(r"o(?:\t|\u00a0|[ ]{2,})\s*(?=\S)")


@cache
def _sign() -> re.Pattern[str]:
    bullets, dashes = re.escape(BULLET_SIGNS), re.escape(DASH_SIGNS)
    return re.compile(
        rf"(?:(?P<bullet>[{bullets}])\s*|(?P<dash>[{dashes}])\s+"
        r"|(?P<number>\d{1,3}[.)]|\(\d{1,3}\))\s+|(?P<letter>[a-z][.)]|\([a-z]\))\s+)(?=\S)"
    )
