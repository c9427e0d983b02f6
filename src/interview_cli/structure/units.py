"""Lines → units: the lines of one paragraph, list item or turn, joined where the text is wrapped.

Most documents have a paragraph on a line and need nothing. Others break their lines at a fixed width: there, a line
goes on if the first word of the next one would not have fitted on it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.lexicon.structure import CLOSING_QUOTES
from interview_cli.structure import lines as lines_
from interview_cli.structure import stamps
from interview_cli.structure.signs import read_doubtful, read_sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.marks import Mark
    from interview_cli.structure.signs import Sign

#: Wider than this no text is wrapped; lines above it are paragraphs.
_WIDEST = 132
#: Of the lines followed by another one, this share must be full before a text counts as wrapped; at least three lines.
_FULL_SHARE, _FULL_LINES = 0.3, 3
#: In a wrapped text no more than this share of the lines is longer: an address, a list that was pasted in.
_LONGER_SHARE = 0.1
#: The last line of a paragraph may be longer than all lines that go on below, by a word.
_LONG_WORD = 12
#: At these widths a single broken sentence will do, where no line is longer.
_COMMON = range(60, 91)
#: A line without a mark at its end may be so many characters shorter: typists don't count.
_SLACK = 4
#: A line that goes on with a small letter takes at least this share of the width, unless it is a title above `door …`.
_LONG_SHARE = 0.8

#: For each blank line so many short last lines have another one right below, where blank lines part the paragraphs.
_SPACED_SHARE = 0.1


class Unit(NamedTuple):
    """A line, or the lines that make one block, with the mark or sign that they open with."""

    line: Line
    mark: Mark | None = None
    sign: Sign | None = None
    stamp: str | None = None  # a time stamp that stood on a line of its own before it
    offset: int = 0  # characters between the unit's start and the line of its mark


def join(text: str, lines: Sequence[Line], marks: Mapping[int, Mark]) -> tuple[Unit, ...]:
    """Return the units of a text. `marks` are those of the lines that open turns, by the number of the line."""
    width = wrap_width(lines)
    spaced = width is not None and _is_spaced(lines, width)
    signs = _signs(lines, marks)
    units: list[Unit] = []
    at = 0
    while at < len(lines):
        first = at
        stamp, offset = None, 0
        if stamps.is_time_alone(lines[at].text) and at + 1 in marks and marks[at + 1].timestamp is None:
            stamp = stamps.timestamp_of(lines[at].text)
            at += 1
            offset = lines[at].start - lines[first].start
        mark, sign = marks.get(at), signs[at]
        at += 1
        while at < len(lines) and at not in marks:
            if not (_goes_on(lines, signs, first, at, mark, width) or (spaced and _fills(lines, signs, at, width))):
                break
            at += 1
        units.append(Unit(lines_.join(text, list(lines[first:at])), mark, sign, stamp, offset))
    return tuple(units)


def _signs(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Sign | None]:
    """Return the signs of the lines, doubtful ones where two lines in a row open with one of a kind."""
    signs = [None if number in marks else read_sign(line.text) for number, line in enumerate(lines)]
    doubtful = {
        number: sign
        for number, line in enumerate(lines)
        if number not in marks and signs[number] is None and (sign := read_doubtful(line.text)) is not None
    }
    for number, sign in doubtful.items():
        if any(near in doubtful and doubtful[near].kind == sign.kind for near in (number - 1, number + 1)):
            signs[number] = sign
    return signs


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which a text is wrapped, or nothing if it is not."""
    lengths = [len(line.text) + line.indent for line in lines]
    followed = [number for number in range(len(lines) - 1) if lines[number + 1].gap == 0]
    if not followed:
        return None
    width = max((lengths[number] for number in followed if " " in lines[number].text), default=0)
    longer = sum(1 for length in lengths if length > width + _LONG_WORD)
    if not 30 <= width <= _WIDEST or longer > _LONGER_SHARE * len(lines):
        return None
    full = [number for number in followed if _is_full(lines[number], lines[number + 1], width)]
    broken = sum(1 for number in full if lines[number + 1].text[0].islower() and not lines[number].end_mark)
    if broken and width in _COMMON and not longer:
        return width  # no line is longer, and a sentence goes on in the next one
    if len(full) < max(_FULL_LINES, _FULL_SHARE * len(followed)):
        return None
    open_ended = sum(1 for number in full if not lines[number].is_sentence)
    return width if open_ended >= 0.5 * len(full) else None


def _goes_on(
    lines: Sequence[Line],
    signs: Sequence[Sign | None],
    first: int,
    at: int,
    mark: Mark | None,
    width: int | None,
) -> bool:
    """Tell whether line `at` belongs to the unit that began at `first`."""
    line, before = lines[at], lines[at - 1]
    if mark is not None and mark.alone and at - first <= 1:
        return True  # the label stands on its line, whatever stands next is what is said
    if stamps.is_time_alone(line.text) or line.gap:
        return False
    full = width is not None and _is_full(before, line, width if before.end_mark else width - _SLACK)
    if (sign := signs[at]) is not None:
        if not full or signs[first] is not None or sign.kind == "bullet":
            return False
        if sign.kind == "dash" and before.text.endswith(tuple(CLOSING_QUOTES)):
            return at + 1 == len(lines) or signs[at + 1] is None  # `"…" – Naam`, broken before the dash
        return not before.end_mark and _is_lower(line, sign)
    if mark is not None and mark.alone:
        return True
    if signs[first] is not None and line.indent > lines[first].indent:
        return True
    if full:
        if at - first == 1 and before.is_quoted and line.is_capitalised:
            return False  # a title or heading in quotation marks that takes all of the line
        return not (before.is_sentence and _stands_alone(lines, signs, at, width))
    lower = line.opening.islower() and not line.is_capitalised and before.end_mark in ("", ",")
    return lower and (signs[first] is not None or (width is not None and len(before.text) >= _LONG_SHARE * width))


def _is_spaced(lines: Sequence[Line], width: int) -> bool:
    """Tell whether blank lines part the paragraphs: below a short last line stands hardly ever another line."""
    gaps = sum(line.gap > 0 for line in lines)
    unspaced = sum(
        1
        for before, line in pairwise(lines)
        if not line.gap and before.is_sentence and line.is_capitalised and len(before.text) < _LONG_SHARE * width
    )
    return gaps > 2 and unspaced <= _SPACED_SHARE * gaps


def _fills(lines: Sequence[Line], signs: Sequence[Sign | None], at: int, width: int | None) -> bool:
    """Tell whether a line goes on below a long one, where blank lines part the paragraphs of a wrapped text."""
    line, before = lines[at], lines[at - 1]
    if width is None or line.gap or signs[at] is not None or stamps.is_time_alone(line.text):
        return False
    return len(before.text) + before.indent >= _LONG_SHARE * width and not _stands_alone(lines, signs, at, width)


def _stands_alone(lines: Sequence[Line], signs: Sequence[Sign | None], at: int, width: int | None) -> bool:
    """Tell whether a line is a heading or a label below a full one: short, without a full stop, and text follows."""
    line = lines[at]
    if at + 1 >= len(lines) or width is None or not line.is_capitalised or _is_full(line, lines[at + 1], width):
        return False
    following = lines[at + 1]
    if line.end_mark == ":":
        return signs[at + 1] is not None
    return not line.end_mark and (following.is_capitalised or signs[at + 1] is not None)


def _is_lower(line: Line, sign: Sign) -> bool:
    return line.text[sign.length].islower()


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted on this one."""
    word = following.text[: width + 1].split(None, 1)[0]
    return len(line.text) + line.indent + 1 + len(word) > width
