"""Lists: their items and the lines that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import BOX_WORDS, LABEL_OPENINGS

if TYPE_CHECKING:
    from interview_cli.lines import Line
    from interview_cli.view import View

#: A label has no more words; one that is known by its first word, as `Belangrijkste inzichten`, no more than these.
MAX_LABEL, _SHORT_LABEL = 15, 4


def item(view: View) -> bool:
    """Tell whether a bullet, a dash or a number opens the unit."""
    return view.unit.sign is not None


def bare_item(view: View) -> bool:
    """Tell whether the unit is an item of a list that lost its signs."""
    return view.number in view.bare


def label(view: View) -> bool:
    """Tell whether the unit is a short clause with a colon, alone on its line before a list."""
    line = view.line
    return view.before_list and line.end_mark == ":" and line.words <= MAX_LABEL and line.sentences == 1


def box_label(view: View) -> bool:
    """Tell whether the unit is the name of a box (`In het kort`) or recurs, both before a list."""
    return view.before_list and (is_box(view.line) or _recurs(view))


def is_box(line: Line) -> bool:
    """Tell whether a line is what boxes and lists are called, with or without a colon."""
    if line.end_mark not in ("", ":"):
        return False
    text = line.text.rstrip(": ").casefold()
    return text in BOX_WORDS or (line.words <= _SHORT_LABEL and text.partition(" ")[0] in LABEL_OPENINGS)


def _recurs(view: View) -> bool:
    return view.line.end_mark in ("", "?") and view.line.text.casefold() in view.profile.repeated
