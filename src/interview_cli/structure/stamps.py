"""Time stamps in transcripts: `[00:12:31]`, `#00:12:31.5#`, `0:05`, and ranges of them."""

from __future__ import annotations

import re
from functools import cache

_TIME_SIGNS = frozenset(":.")
_STAMP_OPENERS = tuple("[(#<0123456789")
_TIME = r"\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
_CLOCK = r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?(?![\w:])"


def stamp_at(head: str, at: int) -> tuple[str | None, int]:
    """Return the time stamp at a place of a line, without its brackets, and where it ends."""
    if head[at : at + 1] not in _STAMP_OPENERS:
        return None, at
    match = _stamp().match(head, at)
    return (timestamp_of(match[0]), match.end()) if match else (None, at)


def stamp_before_end(text: str) -> re.Match[str] | None:
    """Return the time stamp that a line ends in, if it does."""
    timed = text[-1] in "0123456789)]>#" and not _TIME_SIGNS.isdisjoint(text[-14:])
    return _stamp_at_end().search(text) if timed else None


def length_of_closing(text: str) -> int:
    """Return how much of a turn's end is the time at which it ended, `#00:12:31.5#`, with the blanks before it."""
    match = _closing().search(text[-40:]) if text.endswith("#") else None
    return len(match[0]) if match else 0


def is_time_alone(text: str) -> bool:
    """Tell whether a line holds a time stamp and nothing else."""
    return len(text) < 40 and text[0] in _STAMP_OPENERS and bool(_stamp().fullmatch(text))


def timestamp_of(text: str) -> str:
    """Return a time stamp without its brackets."""
    return text.strip(" []()#<>{}")


@cache
def _stamp() -> re.Pattern[str]:
    """Return a time stamp: in brackets or hashes, or bare with colons; perhaps a range."""
    return re.compile(
        rf"[\[(<]\s*{_TIME}(?:\s*(?:-->|->|-|–)\s*{_TIME})?\s*[\])>]|#{_TIME}#|{_CLOCK}(?:\s*(?:-->|->|-|–)\s*{_CLOCK})?"
    )


@cache
def _stamp_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=\s)|(?<=[,–-]))(?:{_stamp().pattern})$")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\s*#{_TIME}#$")
