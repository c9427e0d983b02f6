"""What stands before the text: title, subtitle or role, byline."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from interview_cli.dates import find_date, iso_date
from interview_cli.document import Byline, Span
from interview_cli.lexicon.structure import (
    BYLINE_NEEDS_COLON,
    BYLINE_OPENINGS,
    CREDIT_WORDS,
    ENGLISH_ROLES,
    KICKERS,
    NAME_INFIXES,
    PICTURE_WORDS,
    PUBLISHER_WORDS,
    REPORTER_WORDS,
    SUBTITLE_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.document import BlockKind
    from interview_cli.lines import Line
    from interview_cli.units import Unit

#: Longer is no title, no subtitle, no byline. In words.
_TITLE, _SUBTITLE, _BYLINE = 25, 35, 30
#: A title that opens with a small letter is no longer. In words.
_SMALL_TITLE = 8
#: The byline is sought among so many units after the title.
_REACH = 4


def find(units: Sequence[Unit]) -> dict[int, BlockKind]:
    """Return the kinds of the units that are front matter, by the number of the unit."""
    found: dict[int, BlockKind] = {}
    if len(units) < 2 or not _is_free(units[0]):
        return found
    first = 0
    if units[0].line.text.casefold() in KICKERS and _is_free(units[1]) and _is_title(units[1].line):
        found[0], first = "subtitle", 1
    elif _is_byline_above(units[0].line) and _is_free(units[1]) and _is_title(units[1].line):
        found[0], first = "byline", 1
    byline = None if found.get(0) == "byline" else _byline(units, first + 1)
    if not _is_title(units[first].line, below_byline=byline is not None and byline <= first + 2):
        return {}
    found[first] = "title"
    if byline is not None:
        end = byline
        while end < len(units) and end < byline + 3 and _is_free(units[end]) and is_byline(units[end].line):
            found[end] = "byline"
            end += 1
    after = first + 1
    if after < len(units) and after not in found and _is_subtitle(units, after, byline):
        found[after] = "subtitle"
        if byline is not None and byline - after == 2 and _can_be_subtitle(units[after + 1].line):
            found[after + 1] = "subtitle"
    return found


def is_byline(line: Line) -> bool:
    """Tell whether a line could say who published the document and when."""
    if line.words > _BYLINE or line.end_mark in ("?", "!", ":", "…"):
        return False
    opening = _opening().match(line.text)
    if opening is not None and (opening["colon"] or opening["word"].lower() not in BYLINE_NEEDS_COLON):
        rest = line.text[opening.end() :]
        word = opening["word"].lower()
        short = word in ("door", "by") and line.words <= 4 and not line.end_mark
        short |= word == "van onze" and rest.split()[0].lower() in REPORTER_WORDS and not line.end_mark
        named = opening["colon"] or find_date(rest) or _opens_with_name(rest) or _separator().search(rest)
        return bool(named) or short
    date = find_date(line.text)
    if date is not None:
        rest = line.text[: date.start()] + line.text[date.end() :]
        lower = [word for word in re.findall(r"[^\W\d_]+", rest) if word.islower() and word not in NAME_INFIXES]
        return len(lower) <= 4 and (line.end_mark != "." or len(lower) <= 1)
    parts = [part for part in _separator().split(line.text) if part]
    named = len(parts) > 1 and line.words <= 12 and not line.end_mark
    return named and all(map(_is_name, map(_without_credit, parts))) and not _is_role(line)


def _is_byline_above(line: Line) -> bool:
    """Tell whether a line is a byline above the title, and not a title: `Samenvatting: werk`, `Jan | De podcast`."""
    opening = _opening().match(line.text)
    opens = opening is not None and opening["word"].lower() not in BYLINE_NEEDS_COLON
    return (opens or find_date(line.text) is not None) and is_byline(line)


def read_byline(text: str, span: Span) -> Byline:
    """Return what a byline says."""
    line = span.of(text)
    return Byline(span=span, publisher=_publisher(line), date=iso_date(line))


def _is_free(unit: Unit) -> bool:
    return unit.mark is None and unit.sign is None


def _is_title(line: Line, *, below_byline: bool = False) -> bool:
    """Tell whether a document's first line is a title: short, and no sentence.

    A full stop at its end (`… Jr.`) is allowed where a byline stands near.
    """
    if line.words > _TITLE or not line.has_letters or line.end_mark in (":", ";", ","):
        return False
    if line.end_mark == "." and not (line.words <= _TITLE // 2 and line.sentences == 1 and below_byline):
        return False
    if line.is_bracketed or "://" in line.text or line.text.partition(":")[0].casefold() in CREDIT_WORDS:
        return False
    return line.is_capitalised or (line.words <= _SMALL_TITLE and not line.end_mark)


def _byline(units: Sequence[Unit], start: int) -> int | None:
    """Return the number of the byline, sought a little way into the text."""
    candidates: list[int] = []
    for number in range(start, min(start + _REACH, len(units))):
        if not _is_free(units[number]):
            break
        if is_byline(units[number].line) and not (_is_picture_credit(units[number].line) and not candidates):
            candidates.append(number)
        elif candidates:
            break
    if len(candidates) > 1 and candidates[0] == start and not _opens_byline(units[start].line):
        above = _is_wordy(units[start].line) or _opens_byline(units[candidates[1]].line)
        return candidates[1] if above else candidates[0]
    return candidates[0] if candidates else None


def _is_subtitle(units: Sequence[Unit], number: int, byline: int | None) -> bool:
    """Tell whether the unit after the title is its subtitle and no heading or text."""
    unit = units[number]
    if not _is_free(unit) or number + 1 >= len(units):
        return False
    if byline is not None and byline > number:
        return _can_be_subtitle(unit.line)
    if not _can_be_subtitle(unit.line) or unit.line.end_mark == ".":
        return False
    following = units[number + 1]
    spaced = following.line.gap > unit.line.gap == 0 and not following.sign
    words = re.findall(r"[^\W\d_]+", unit.line.text.lower())
    said = any(word in SUBTITLE_WORDS for word in words) or (byline is not None and byline < number)
    return spaced or said or following.mark is not None or (byline is None and _is_role(unit.line))


def _can_be_subtitle(line: Line) -> bool:
    if line.words > _SUBTITLE or line.end_mark in (":", ";", ",") or not line.has_letters:
        return False
    return line.end_mark != "." or line.sentences == 1


def _is_role(line: Line) -> bool:
    """Tell whether a line opens with somebody's role: `Medeoprichter van …`, `Co-founder of …`."""
    from interview_cli.lexicon.people import person_noun  # only documents without a byline need this table

    word = line.text.split(None, 1)[0].strip(",").lower()
    return word in ENGLISH_ROLES or person_noun(word)


def _opens_byline(line: Line) -> bool:
    return _opening().match(line.text) is not None


def _is_picture_credit(line: Line) -> bool:
    match = _opening().match(line.text)
    return match is not None and match["word"].lower() in PICTURE_WORDS


def _is_wordy(line: Line) -> bool:
    """Tell whether most of a line's words are common ones, as in a subtitle that has a date."""
    words: list[str] = re.findall(r"[^\W\d_]+", line.text)
    return sum(word.islower() for word in words) > len(words) / 2


def _opens_with_name(text: str) -> bool:
    words = text.replace(",", " ").split()[:6]
    rest = [word for word in words if word.lower() not in REPORTER_WORDS]
    return bool(rest) and (rest[0][0].isupper() or any(map(str.isdigit, rest[0])))


def _without_credit(part: str) -> str:
    """Return what a part of a byline says behind `foto's` and the like."""
    match = _opening().match(part)
    return part[match.end() :] if match and match["word"].lower() in PICTURE_WORDS else part


def _is_name(text: str) -> bool:
    """Tell whether a part of a byline is a name: capitals and infixes only."""
    words = text.split()
    return bool(words) and all(word[0].isupper() or word.lower() in NAME_INFIXES for word in words)


def _publisher(line: str) -> str | None:
    """Return who published: whom `bron` or `door` names; else the last of several parts that are no date."""
    date = find_date(line)
    whole = _whole().match(line, 0, date.start()) if date is not None and date.end() == len(line) else None
    if whole is not None:
        return whole["name"]
    split = [part.strip(" ,()") for part in _separator().split(line)]
    parts = [part for part in split if part and _without_credit(part) == part]
    for word in PUBLISHER_WORDS:
        for part in parts:
            match = re.match(rf"{re.escape(word)}\s*(?::|\s)\s*", part, re.IGNORECASE)
            if match and (name := _name(part[match.end() :])):
                return name
    opened = _opening().match(line)
    if opened is not None and (opened["word"].lower() not in ("van onze", "onze") or " in " in line):
        return None
    names = [name for part in parts if (name := _name(part[_start(part) :]))]
    return names[-1] if names and (len(split) > 1 or opened) else None


def _start(part: str) -> int:
    match = _opening().match(part)
    return match.end() if match else 0


def _name(text: str) -> str | None:
    """Return the name that a part of a byline opens with, without date, place and additions."""
    date = find_date(text)
    text = text[: date.start()] if date else text
    text = re.split(r"\s*[(,;]|\s+en\s+|\s+met\s+", text.strip(" ,()"))[0].strip(" .:")
    words = text.split()
    while words and words[0].lower() in REPORTER_WORDS and words[0].islower():
        words = words[1:]
    return " ".join(words) if words and not words[0].isdigit() and words[0].lower() not in CREDIT_WORDS else None


@cache
def _separator() -> re.Pattern[str]:
    """Return what stands between the parts of a byline; a credit for pictures is a part by itself."""
    pictures = "|".join(re.escape(word) for word in sorted(PICTURE_WORDS, key=len, reverse=True))
    return re.compile(rf"\s+[•·|–—/-]\s+|\s*[|•·]\s*|,?\s+(?=(?:{pictures})\s)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    """Return the simplest byline before its date, `door NAME • `: the name may hold anything."""
    return re.compile(r"(?:door|by)\s*:?\s+(?P<name>\S.*?)\s*(?:[•·|–—,-]\s*|\()(?:[a-z]{6,9}\s+)?$", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(BYLINE_OPENINGS, key=len, reverse=True))
    return re.compile(rf"(?P<word>{words})(?:\s*(?P<colon>:)\s*|\s+)", re.IGNORECASE)
