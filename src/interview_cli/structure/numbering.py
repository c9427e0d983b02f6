"""Numbered headings: which units `1 Inleiding`, `2.1 Zoeken` or `3. Conclusie` are, and how deep.

A number makes a heading only in a series (1 before 2, 1 before 1.1), else `14 hectare peren` would be one; and a
numbered line beside the next number is an item of a list.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.units import Unit

_MAX_WORDS = 18


def find(units: Sequence[Unit]) -> Mapping[int, int]:
    """Return the levels of the units that are numbered headings, by the number of the unit: `1` is 1, `1.1` is 2."""
    paths = {
        number: path
        for number, unit in enumerate(units)
        if number + 1 < len(units) and unit.mark is None and (path := read(unit.line)) is not None
    }
    plain = {number for number in paths if not _is_item(units, paths, number)}
    seen: set[tuple[int, ...]] = set()
    found: dict[int, int] = {}
    for number, path in paths.items():
        if number in plain and (path[-1] == 1 or (*path[:-1], path[-1] - 1) in seen):
            found[number] = len(path)
            seen.add(path)
    return found if len(found) > 1 else {}


def read(line: Line) -> tuple[int, ...] | None:
    """Return the number that a heading-like line opens with, as its parts: `2.1 Zoeken` gives (2, 1)."""
    if not line.text[0].isdigit() or line.words > _MAX_WORDS or line.end_mark in (".", ":", ";", ",") or line.rows > 1:
        return None
    match = _number().match(line.text)
    return tuple(map(int, match["path"].split("."))) if match else None


def _is_item(units: Sequence[Unit], paths: Mapping[int, tuple[int, ...]], number: int) -> bool:
    """Tell whether the unit's number has a full stop or bracket and its neighbour's is the next one."""
    if units[number].sign is None or len(paths[number]) > 1:
        return False
    before, after = (units[at].sign if 0 <= at < len(units) else None for at in (number - 1, number + 1))
    colon = number > 0 and units[number - 1].line.end_mark == ":"
    return colon or (before is not None and before.kind == "number") or (after is not None and after.kind == "number")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?P<path>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+[\"“„‘'«,(]{0,2}[^\W\d_]")
