"""Transcripts: which lines open a turn, and with whose label.

`label: text` is common in prose too (`Let op: …`), so a label needs evidence from the document: it recurs, or labels of
one kind alternate. Guards: no colon inside a word or a number (URLs, 17:30), at most 63 characters, no sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from interview_cli.lexicon.structure import (
    ABBREVIATIONS,
    ANSWER_LABELS,
    NAME_INFIXES,
    NO_SPEAKERS,
    QUESTION_LABELS,
    ROLE_LABELS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from interview_cli.lines import Line

#: Longer is no speaker's name (QualCoder's limit).
MAX_LABEL = 63
_MAX_WORDS = 6
#: Of the lines between the first and the last turn, at least so many open one, if labels look like ordinary words.
_SHARE = 0.25
_SIGHT = 160

LabelStyle = Literal["exchange", "code", "role", "capitals", "name", "phrase"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before the words of a turn. `length` counts characters from the start of its line to those words."""

    label: str
    style: LabelStyle
    timestamp: str | None
    length: int
    alone: bool  # nothing follows on its line

    @property
    def key(self) -> str:
        """The label without regard to case."""
        return self.label.casefold()


def find(lines: Sequence[Line]) -> Mapping[int, Mark]:
    """Return the marks of the lines that open a turn, by the number of the line."""
    candidates = {number: mark for number, line in enumerate(lines) if (mark := read(line.text)) is not None}
    if len(candidates) < 2:
        return {}
    counts = Counter(mark.key for mark in candidates.values())
    speakers = {key for key, count in counts.items() if count > 1}
    if not _is_conversation(candidates, speakers, len(lines)):
        speakers = _short_conversation(candidates)
    if not speakers:
        return {}
    return _with_single_turns(candidates, speakers, len(lines))


def read(text: str) -> Mark | None:
    """Return the mark that a line opens with, if it could be one.

    >>> read("[00:12:31] JAN: Ja.")
    Mark(label='JAN', style='capitals', timestamp='00:12:31', length=16, alone=False)
    >>> read("Om 17:30 begon het.") is None
    True
    """
    head = text[:_SIGHT]
    if ":" not in head and "]" not in head:
        return None
    for pattern in _patterns():
        match = pattern.match(head)
        if match is None:
            continue
        label = match["label"].strip()
        style = _style(label, bracketed=pattern is _patterns()[0])
        if style is None:
            continue
        stamps = [match["before"], match["after"], match.groupdict().get("behind")]
        stamp = next((stamp.strip(" []()#<>{}") for stamp in stamps if stamp), None)
        return Mark(label, style, stamp, match.end(), match.end() == len(text))
    return None


def is_time_alone(text: str) -> bool:
    """Tell whether a line holds a time stamp and nothing else."""
    return len(text) < 40 and bool(_time_alone().fullmatch(text))


def timestamp_of(text: str) -> str:
    """Return a time stamp without its brackets."""
    return text.strip(" []()#<>{}")


def _is_conversation(candidates: Mapping[int, Mark], speakers: set[str], lines: int) -> bool:
    """Tell whether the labels that recur are those of speakers."""
    marks = [mark for mark in candidates.values() if mark.key in speakers]
    if not marks:
        return False
    if sum(mark.timestamp is not None for mark in marks) > 1:
        return True
    if len(speakers) < 2 and len({mark.key for mark in candidates.values()}) < 2:
        return False
    if all(mark.style in ("exchange", "code", "role", "capitals") for mark in marks):
        return True
    numbers = [number for number, mark in candidates.items() if mark.key in speakers]
    return len(marks) >= _SHARE * (numbers[-1] - numbers[0] + 1)


def _short_conversation(candidates: Mapping[int, Mark]) -> set[str]:
    """Return the labels of a conversation in which each speaks once: adjacent, and unmistakably speakers."""
    numbers = list(candidates)
    keys = {mark.key for mark in candidates.values()}
    adjacent = numbers[-1] - numbers[0] + 1 <= 2 * len(numbers)
    return keys if adjacent and len(keys) > 1 and all(map(_is_surely_speaker, candidates.values())) else set()


def _with_single_turns(candidates: Mapping[int, Mark], speakers: set[str], lines: int) -> dict[int, Mark]:
    """Add, within the conversation, the labels that occur once: somebody from the audience has one turn."""
    numbers = [number for number, mark in candidates.items() if mark.key in speakers]
    styles = {mark.style for number, mark in candidates.items() if mark.key in speakers}
    timed = any(candidates[number].timestamp for number in numbers)
    first, last = numbers[0], numbers[-1]
    dense = len(numbers) >= 0.8 * (last - first + 1)
    found: dict[int, Mark] = {}
    for number, mark in candidates.items():
        own = mark.key in speakers or _is_longer(mark.key, speakers)
        inside = first - 1 <= number <= last + 1 if mark.style in styles else first < number < last
        sure = (
            (timed and mark.timestamp is not None)
            or (mark.style == "capitals" and "capitals" in styles)
            or (mark.style in styles and (_is_surely_speaker(mark) or dense) and mark.style != "phrase")
        )
        if own or (inside and sure and number != first - 1):
            found[number] = mark
    return found


def _is_longer(key: str, speakers: set[str]) -> bool:
    """Tell whether a label is a speaker's in full: `ANNA DE VRIES` opens the first turn, `ANNA` the others."""
    words = key.split()
    return len(words) > 1 and (words[0] in speakers or words[-1] in speakers)


def _is_surely_speaker(mark: Mark) -> bool:
    """Tell whether a label is a speaker's by its looks: a role, capitals, a given name, several names."""
    if mark.style != "name":
        return mark.style != "phrase"
    from interview_cli.lexicon.given import is_given  # a table of names, which most documents never need

    words = mark.label.split()
    return is_given(words[0]) or (len(words) > 1 and any(map(str.isupper, (word[0] for word in words[1:]))))


def _style(label: str, *, bracketed: bool) -> LabelStyle | None:
    """Return what kind of label it is, or nothing if it can be none."""
    words = label.split()
    key = label.casefold().rstrip(".")
    if not words or len(words) > _MAX_WORDS or key in NO_SPEAKERS or len(label) > MAX_LABEL:
        return None
    if key in QUESTION_LABELS or key in ANSWER_LABELS:
        return "exchange"
    if _code().fullmatch(label):
        return "code"
    first = words[0].casefold().rstrip(".")
    if first in ROLE_LABELS and (len(words) == 1 or (len(words) == 2 and words[1].strip("#()").isalnum())):
        return "role"
    if bracketed or not _can_be_name(words):
        return None
    if label.isupper() and len(label) > 1:
        return "capitals"
    if all(word[0].isupper() or word.casefold() in NAME_INFIXES or _is_title(word) for word in words):
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


_STAMP = r"\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
_RANGE = rf"{_STAMP}(?:\s*(?:-->|->|-|–)\s*{_STAMP})?"
_BOXED = rf"(?:\[\s*{_RANGE}\s*\]|\(\s*{_RANGE}\s*\)|\#{_STAMP}\#|<\s*{_RANGE}\s*>)"
_BARE = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"


@cache
def _time_alone() -> re.Pattern[str]:
    return re.compile(rf"{_BOXED}|{_BARE}(?:\s*(?:-->|-|–)\s*{_BARE})?")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of a mark: label in brackets, label and colon, label and time alone on a line."""
    before = rf"(?:(?P<before>{_BOXED}|{_BARE}(?=\s))\s*[-–:]?\s*)?"
    extra = r"(?:\s*\((?!\d+[:.]\d)[^():\n]{1,40}\))?"
    label = rf"[^\W\d_][^:\[\]<>{{}}|\"“”„«»?!;#\t(]{{0,{MAX_LABEL - 1}}}?"
    return (
        re.compile(rf"{before}\[(?P<label>[^\W\d_][\w .-]{{0,40}})\]\s*(?P<after>{_BOXED})?\s*:?\s*(?P<behind>{_BOXED}\s*)?"),
        re.compile(rf"{before}(?P<label>{label}){extra}\s*(?P<after>{_BOXED})?\s*:(?=\s|$)\s*(?P<behind>{_BOXED}\s*)?"),
        re.compile(rf"{before}(?P<label>{label}){extra}(?:\s+|,\s*|\s*[-–]\s*)(?P<after>{_BOXED}|{_BARE})$"),
        re.compile(rf"(?P<before>{_BOXED}|{_BARE})\s+(?:-\s*)?(?P<label>{label}){extra}(?P<after>)$"),
    )
