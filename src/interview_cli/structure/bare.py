"""Lists that lost their signs on the way: a label, then lines that are no headings and no text.

Copied from a web page, `Belangrijkste inzichten:` is often followed by bare lines. Sentences are taken for items below
a label that boxes and lists are called by or that recurs, lines without a full stop below any.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from interview_cli.structure.profile import PROSE
from interview_cli.structure.rules.listing import MAX_LABEL, is_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.structure.units import Unit

#: An item without a sign is no longer, in words and sentences; text after the list is.
_WORDS, _SENTENCES = 45, 2


def find(units: Sequence[Unit]) -> frozenset[int]:
    """Return the numbers of the units that are list items without a sign."""
    if not any(_could_label(unit) for unit in units):
        return frozenset()
    counts = Counter(unit.line.text.casefold() for unit in units if _could_label(unit))
    labels = {
        number
        for number, unit in enumerate(units)
        if _could_label(unit)
        and (is_box(unit.line) or counts[unit.line.text.casefold()] > 1 or _is_unmarked(units, number + 1))
    }
    found: set[int] = set()
    for number in labels:
        items = _items(units, number + 1)
        if len(items) > 1:
            found.update(items)
    return frozenset(found)


def _items(units: Sequence[Unit], start: int) -> range:
    """Return the numbers of the items that begin at `start`."""
    end = start
    while end < len(units) and _could_be_item(units[end], units[start]):
        end += 1
    heads = end > start and end < len(units) and not _could_label(units[end])
    # A list whose items have full stops ends before a line that has none, which _could_be_item sees; one whose items
    # have none ends one line before the text, with a heading.
    return range(start, end - 1 if heads and not units[start].line.end_mark else end)


def _is_unmarked(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a unit is as short as a heading and has no mark: right below a colon it is none."""
    return number < len(units) and units[number].line.words < PROSE and not units[number].line.end_mark


def _could_label(unit: Unit) -> bool:
    line = unit.line
    return unit.sign is None and unit.mark is None and line.end_mark == ":" and line.words <= MAX_LABEL


def _could_be_item(unit: Unit, first: Unit) -> bool:
    """Tell whether a unit goes on with the list that `first` opens: as short, ended and spaced in the same way."""
    line = unit.line
    if unit.sign is not None or unit.mark is not None or line.words > _WORDS or line.end_mark == ":":
        return False
    if line.is_quoted or line.sentences > _SENTENCES or line.gap > max(1, first.line.gap):
        return False
    ended = line.is_sentence == first.line.is_sentence or line.end_mark in (";", ",")
    return ended and (line.words < PROSE or line.is_sentence)
