"""The mark of a turn: speaker's label and time stamp at the start of a line, in the ways that tools write them.

Guards: no colon inside a word or a number (URLs, 17:30), at most 63 characters, no sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from interview_cli.lexicon.structure import (
    ABBREVIATIONS,
    ANSWER_LABELS,
    HONORIFICS,
    NAME_INFIXES,
    NO_SPEAKERS,
    QUESTION_LABELS,
    ROLE_LABELS,
)
from interview_cli.structure.stamps import stamp_at, stamp_before_end, timestamp_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Longer is no speaker's name (QualCoder's limit).
MAX_LABEL = 63
_MAX_WORDS = 6
#: A mark ends within so many characters.
_SIGHT = 160
_NOT_IN_LABEL = frozenset(':[]<>{}|"“”„«»?!;\t(')

LabelStyle = Literal["exchange", "code", "role", "capitals", "name", "phrase"]


class Mark(NamedTuple):
    """What stands before the words of a turn. `length` counts characters from the start of its line to those words."""

    label: str
    style: LabelStyle
    timestamp: str | None
    length: int
    alone: bool  # nothing follows on its line

    @property
    def key(self) -> str:
        """The label without regard to case; of `Vraag 2`, what it has in common with `Vraag 1`."""
        key = self.label.casefold()
        return key.split()[0].rstrip(".") if self.style == "exchange" else key


def read(text: str) -> Mark | None:
    """Return the mark that a line opens with, if it could be one.

    >>> read("[00:12:31] JAN: Ja.")
    Mark(label='JAN', style='capitals', timestamp='00:12:31', length=16, alone=False)
    >>> read("Om 17:30 begon het.") is None
    True
    """
    head = text[:_SIGHT]
    if ":" not in head and "]" not in head and not (len(text) < 100 and head[-1].isdigit()):
        return None
    stamp, at = stamp_at(head, 0)
    at = _skip(head, at, "-–" if stamp else "")
    shaped = (
        _in_bold(head, at)
        or _in_brackets(head, at)
        or _before_colon(head, at, stamped=bool(stamp))
        or _beside_time(head, at, stamp)
    )
    if shaped is None:
        return None
    label, style, inner, end = shaped
    behind, end = stamp_at(head, _skip(head, end))
    end = _skip(head, end)
    return Mark(label, style, stamp or inner or behind, end, end == len(text))


def read_bare(text: str) -> Mark | None:
    """Return the mark of a line that is a speaker's label and nothing else, without a colon."""
    label, _ = _without_addition(text) if len(text) <= MAX_LABEL else ("", None)
    style = _style(label)
    return Mark(label, style, None, len(text), alone=True) if style and style != "phrase" else None


#: A label, its style, the time stamp inside it, and where what is said begins.
_Shape = tuple[str, "LabelStyle", str | None, int]


def _in_brackets(head: str, at: int) -> _Shape | None:
    """Read `[SPEAKER_00]:` or `[INT]`; other words in brackets, as `[gelach]`, are no label without a colon."""
    close = head.find("]", at, at + MAX_LABEL)
    if head[at : at + 1] != "[" or close < 0:
        return None
    label = head[at + 1 : close].strip()
    stamp, end = stamp_at(head, _skip(head, close + 1))
    end = _skip(head, end)
    colon = head[end : end + 1] == ":"
    style = _style(label)
    return (label, style, stamp, end + colon) if style and (colon or style == "code") else None


def _in_bold(head: str, at: int) -> _Shape | None:
    """Read `**Jan:** …` and `**Jan**: …`, as copied from Markdown."""
    close = head.find("**", at + 2, at + MAX_LABEL) if head.startswith("**", at) else -1
    if close < 0:
        return None
    inner, end = head[at + 2 : close].strip(), close + 2
    outside = head[end : end + 1] == ":"
    label = inner.rstrip(": ")
    style = _style(label)
    return (label, style, None, end + outside) if style and (outside or inner.endswith(":")) else None


def _before_colon(head: str, at: int, *, stamped: bool) -> _Shape | None:
    """Read `Jan:`, `Respondent 3 (v, 42):` or `Jan (00:12):`. No blank behind the colon makes it a URL or a time."""
    colon = head.find(":", at)
    while 0 <= colon < len(head) - 1 and not head[colon + 1].isspace():
        colon = head.find(":", colon + 1)
    if not 0 < colon - at <= MAX_LABEL + 40:
        return None
    label, stamp = _without_addition(head[at:colon].strip())
    style = _style(label)
    return (label, style, stamp, colon + 1) if style else None


def _beside_time(head: str, at: int, stamp: str | None) -> _Shape | None:
    """Read `Anna de Vries  0:05` or `0:05 Anna de Vries`, alone on its line."""
    rest = head[at:].rstrip()
    if len(rest) > MAX_LABEL + 20 or not rest:
        return None
    match = None if stamp else stamp_before_end(rest)
    if stamp is None and match is None:
        return None
    label, _ = _without_addition(rest[: match.start()].rstrip(" \t,-–") if match else rest)
    style = _style(label)
    return (label, style, timestamp_of(match[0]) if match else None, len(head)) if style else None


def _without_addition(label: str) -> tuple[str, str | None]:
    """Take off what stands in brackets behind a label: `(v, 42)`, which goes, or a time stamp, which is kept."""
    if label[-1:] not in (")", "]"):
        return label, None
    start = max(label.rfind("("), label.rfind("["))
    if start < 1:
        return label, None
    stamp, _ = stamp_at(label, start)
    return label[:start].rstrip(), stamp


def _skip(head: str, at: int, signs: str = "") -> int:
    while at < len(head) and (head[at].isspace() or head[at] in signs):
        at += 1
    return at


def _style(label: str) -> LabelStyle | None:
    """Return what kind of label it is, or nothing if it can be none."""
    words = label.split()
    key = label.casefold().rstrip(".")
    if not words or len(words) > _MAX_WORDS or key in NO_SPEAKERS or len(label) > MAX_LABEL or _NOT_IN_LABEL & {*label}:
        return None
    numbered = len(words) == 2 and words[1].isdigit()
    if (words[0].casefold() if numbered else key) in QUESTION_LABELS | ANSWER_LABELS:
        return "exchange"
    if _code().fullmatch(label):
        return "code"
    first = words[0].casefold().rstrip(".")
    if first in ROLE_LABELS and (len(words) == 1 or (len(words) == 2 and words[1].strip("#()").isalnum())):
        return "role"
    if not _can_be_name(words):
        return None
    if label.isupper() and len(label) > 1:
        return "capitals"
    small = NAME_INFIXES | HONORIFICS
    if all(word[0].isupper() or word.casefold() in small or _is_title(word) for word in words):
        return "name"
    return "phrase"


def _can_be_name(words: Iterable[str]) -> bool:
    """Tell whether words could name somebody: they open with a capital and end no sentence."""
    words = list(words)
    if not (words[0][0].isupper() or _is_title(words[0])):
        return False
    for word in words:
        if word.endswith(".") and not _is_title(word) and not _initials().fullmatch(word):
            return False
        if not (word[0].isalpha() or word[0] in "'’&(") or "/" in word:
            return False
    return True


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in ABBREVIATIONS and word[-1:] == "."


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,5}")


@cache
def _code() -> re.Pattern[str]:
    """Return what tools write for a speaker: SPEAKER_00, S00, R1, P12."""
    return re.compile(r"(?:SPEAKER|Speaker|speaker|SPREKER|Spreker)[_ ]?\d{1,3}|[A-Z]{1,3}\d{1,3}")
