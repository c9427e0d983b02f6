"""What stands before the text: title, subtitle or role, byline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import CREDIT_WORDS, ENGLISH_ROLES, KICKERS, SUBTITLE_WORDS
from interview_cli.structure.byline import (
    is_byline,
    is_byline_above,
    is_credit,
    is_picture_credit,
    is_set_apart,
    opens_byline,
)
from interview_cli.structure.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.document import BlockKind
    from interview_cli.structure.lines import Line
    from interview_cli.structure.units import Unit

#: Longer is no title, no subtitle. In words.
_TITLE, _SUBTITLE = 25, 35
#: Nor is a line with more characters, however few blanks it has.
_LONGEST = 400
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
    elif is_byline_above(units[0].line) and _is_free(units[1]) and _is_title(units[1].line):
        found[0], first = "byline", 1
    byline = None if found.get(0) == "byline" else _byline(units, first + 1)
    if not _is_title(units[first].line, below_byline=byline is not None and byline <= first + 2):
        return {}
    found[first] = "title"
    if byline is not None:
        end = byline
        while end < len(units) and end < byline + 3 and _is_free(units[end]) and is_credit(units[end].line):
            found[end] = "byline"
            end += 1
    after = first + 1
    if after < len(units) and after not in found and _is_subtitle(units, after, byline):
        found[after] = "subtitle"
        if byline is not None and byline - after == 2 and _can_be_subtitle(units[after + 1].line):
            found[after + 1] = "subtitle"
    return found


def _is_free(unit: Unit) -> bool:
    return unit.mark is None and unit.sign is None


def _is_title(line: Line, *, below_byline: bool = False) -> bool:
    """Tell whether a document's first line is a title: short, and no sentence.

    A full stop at its end (`… Jr.`) is allowed where a byline stands near.
    """
    if line.words > _TITLE or len(line.text) > _LONGEST or not line.has_letters or line.end_mark in (":", ";", ","):
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
        line = units[number].line
        in_text = any(unit.line.is_sentence for unit in units[start:number])
        if in_text and not candidates and not is_set_apart(line):
            continue
        if is_byline(line) and not (is_picture_credit(line) and not candidates) and not _is_role(line):
            candidates.append(number)
        elif candidates:
            break
    if len(candidates) > 1 and candidates[0] == start and not opens_byline(units[start].line):
        above = _is_wordy(units[start].line) or opens_byline(units[candidates[1]].line)
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
    return spaced or said or following.mark is not None or (byline is None and _opens_with_role(unit.line))


def _can_be_subtitle(line: Line) -> bool:
    if line.words > _SUBTITLE or line.end_mark in (":", ";", ",") or not line.has_letters:
        return False
    return line.end_mark != "." or line.sentences == 1


def _is_role(line: Line) -> bool:
    """Tell whether what looks like a byline is a role: `CEO van Nova • Auteur`."""
    return not opens_byline(line) and find_date(line.text) is None and _opens_with_role(line)


def _opens_with_role(line: Line) -> bool:
    """Tell whether a line opens with somebody's role, `Medeoprichter van …`: more than a word, unlike `Deelnemers`."""
    if line.words == 1:
        return False
    from interview_cli.lexicon.people import person_noun  # only documents without a byline need this table

    word = line.text.split(None, 1)[0].strip(",").lower()
    return word in ENGLISH_ROLES or person_noun(word)


def _is_wordy(line: Line) -> bool:
    """Tell whether most of a line's words are common ones, as in a subtitle that has a date."""
    words: list[str] = re.findall(r"[^\W\d_]+", line.text)
    return sum(word.islower() for word in words) > len(words) / 2
