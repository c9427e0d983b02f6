"""The byline: who published a document and when."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from interview_cli.document import Byline, Span
from interview_cli.lexicon.structure import (
    BYLINE_NEEDS_COLON,
    BYLINE_OPENINGS,
    CREDIT_WORDS,
    NAME_INFIXES,
    PICTURE_WORDS,
    PUBLICATION_WORDS,
    PUBLISHER_WORDS,
    REPORTER_WORDS,
)
from interview_cli.structure.dates import find_date, iso_date
from interview_cli.structure.lines import alternation

if TYPE_CHECKING:
    from interview_cli.structure.lines import Line

#: Longer is no byline: in words, in characters.
_WORDS, _LONGEST = 30, 400
#: Signs that stand between the parts of a byline.
_SEPARATING = frozenset("•·|–—/-")


def is_byline(line: Line) -> bool:
    """Tell whether a line could say who published the document and when."""
    if line.words > _WORDS or len(line.text) > _LONGEST or line.end_mark in ("?", "!", ":", "…"):
        return False
    opening = _opening().match(line.text)
    if opening is not None and (opening["colon"] or opening["word"].lower() not in BYLINE_NEEDS_COLON):
        rest = line.text[opening.end() :]
        word = opening["word"].lower()
        short = word in ("door", "by") and line.words <= 4 and not line.end_mark
        short |= word == "van onze" and _is_reporter(rest.split()[0].lower()) and not line.end_mark
        after_colon = bool(opening["colon"]) and not (rest[:1].islower() and rest.split()[0] not in NAME_INFIXES)
        return short or after_colon or bool(find_date(rest) or _opens_with_name(rest) or _separator().search(rest))
    date = find_date(line.text)
    if date is not None:
        rest = line.text[: date.start()] + line.text[date.end() :]
        lower = [word for word in re.findall(r"[^\W\d_]+", rest) if word.islower() and word not in NAME_INFIXES]
        return len(lower) <= 4 and (line.end_mark != "." or len(lower) <= 1)
    if not _SEPARATING & {*line.text} and PICTURE_WORDS.isdisjoint(line.text.lower().split()):
        return False
    parts = [part for part in _separator().split(line.text) if part]
    named = len(parts) > 1 and line.words <= 12 and not line.end_mark
    return named and all(map(_is_name, map(_without_credit, parts)))


def _is_reporter(noun: str) -> bool:
    """Tell whether a noun is a reporter's: verslaggever, rechtbankverslaggever."""
    return noun in REPORTER_WORDS or any(noun.endswith(word) for word in REPORTER_WORDS if len(word) > 5)


def is_byline_above(line: Line) -> bool:
    """Tell whether a line is a byline above the title, and not a title: `Samenvatting: werk`, `Jan | De podcast`."""
    opening = _opening().match(line.text)
    opens = opening is not None and opening["word"].lower() not in BYLINE_NEEDS_COLON
    return (opens or find_date(line.text) is not None) and is_byline(line)


def is_set_apart(line: Line) -> bool:
    """Tell whether a byline could stand below text: it opens as bylines do, or its date is a part of its own.

    `De avond van 14 maart 2020` is a heading.
    """
    date = find_date(line.text)
    return opens_byline(line) or date is None or line.text[: date.start()].rstrip()[-1:] in ("", *",•·|–—/-(")


def read(text: str, span: Span) -> Byline:
    """Return what a byline says."""
    line = span.of(text)
    return Byline(span=span, publisher=_publisher(line), date=iso_date(line))


def opens_byline(line: Line) -> bool:
    return _opening().match(line.text) is not None


def is_picture_credit(line: Line) -> bool:
    match = _opening().match(line.text)
    return match is not None and match["word"].lower() in PICTURE_WORDS


def is_credit(line: Line) -> bool:
    """Tell whether a line below a byline goes on with it: `Beeld Ruud Kamerling`."""
    return is_byline(line) or (is_picture_credit(line) and line.words <= 6 and _is_name(_without_credit(line.text)))


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
    return names[-1] if names and (len(split) > 1 or opened or _is_publication(names[-1])) else None


def _is_publication(name: str) -> bool:
    """Tell whether a name before a date is a publisher's and not a place: `De Limburger`, `NRC`, `Buurtkrant`."""
    words = name.split()
    article = len(words) > 1 and words[0].lower() in ("de", "het", "the")
    return article or (name.isupper() and len(name) <= 4) or any(word in name.lower() for word in PUBLICATION_WORDS)


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
    pictures = alternation(PICTURE_WORDS)
    return re.compile(rf"\s+[•·|–—/-]\s+|\s*[|•·]\s*|,?\s+(?=(?:{pictures})\s)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    """Return the simplest byline before its date, `door NAME • `: the name may hold anything."""
    return re.compile(r"(?:door|by)\s*:?\s+(?P<name>\S.*?)\s*(?:[•·|–—,-]\s*|\()(?:[a-z]{6,9}\s+)?$", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{alternation(BYLINE_OPENINGS)})(?:\s*(?P<colon>:)\s*|\s+)", re.IGNORECASE)
