"""What is neither text under a heading nor a heading, though it is as short: credits, quotes set apart, programmes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import CLOSING_QUOTES, CREDIT_WORDS, NAME_INFIXES, OPENING_QUOTES

if TYPE_CHECKING:
    from interview_cli.structure.lines import Line
    from interview_cli.structure.view import View


def signature(view: View) -> bool:
    """Tell whether the unit is `– Naam` under a quoted line: who said it, and no list item."""
    sign, before, after = view.unit.sign, view.before, view.after
    if sign is None or sign.kind != "dash" or before is None or not before.line.is_quoted or before.sign is not None:
        return False
    words = view.line.text[sign.length :].split(None, 6)
    alone = after is None or after.sign is None
    return alone and len(words) <= 5 and words[0][0].isupper() and not view.line.end_mark


def bare_signature(view: View) -> bool:
    """Tell whether the unit is a name, alone on its line under a quoted one: `Sam de Wit` below `“…”`."""
    before, line = view.before, view.line
    if (
        before is None
        or not before.line.is_quoted
        or before.sign is not None
        or line.end_mark
        or not 1 < line.words < 5
    ):
        return False
    words = line.text.split()
    if not all(word[0].isupper() or word in NAME_INFIXES for word in words):
        return False
    from interview_cli.lexicon.given import is_given  # few documents need this table

    return is_given(words[0])


def stage_direction(view: View) -> bool:
    """Tell whether the unit stands in brackets: `(Gelach en applaus.)`."""
    return view.line.is_bracketed


def credit(view: View) -> bool:
    """Tell whether the unit is a credit, a reference or an address: `Foto: …`, `Lees ook: …`, a URL."""
    text = view.line.text[:200].casefold()
    opening = text.partition(":")[0].strip()
    return (":" in text and opening in CREDIT_WORDS) or "://" in text or text.startswith("www.")


def pull_quote(view: View) -> bool:
    """Tell whether the unit is `"…" - Naam`: words set apart, with who said them."""
    return bool(_pull_quote().search(view.line.text[-100:])) and view.line.text[0] in OPENING_QUOTES + ","


def fact(view: View) -> bool:
    """Tell whether the unit is `Geboren: 1961, Alblasserdam`, one of several such lines."""
    near = (view.before, view.after)
    return is_fact(view.line) and any(unit is not None and is_fact(unit.line) for unit in near)


def clock(view: View) -> bool:
    """Tell whether the unit opens with a time, as in a programme."""
    return view.unit.sign is None and opens_with_time(view.line)


def opens_with_time(line: Line) -> bool:
    """Tell whether a line opens with a time of the day or of a recording: `17:30 uur`, `(02:15)`."""
    return bool(_clock().match(line.text))


def is_fact(line: Line) -> bool:
    """Tell whether a line is one or two words, a colon, and what is the case, without a full stop."""
    key, colon, value = line.text[:200].partition(": ")
    return bool(colon) and len(key.split()) <= 2 and not line.end_mark and len(value.split()) <= 12


@cache
def _pull_quote() -> re.Pattern[str]:
    return re.compile(rf"(?:[{re.escape(CLOSING_QUOTES)}]|'')[.,]?\s*[-–—]{{1,2}}\s*[^\W\d_][^?!]{{1,60}}$")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.,]\d{2,3})*[\])]?(?:\s|$)")
