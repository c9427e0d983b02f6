"""Lists: their items and the lines that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import BOX_WORDS, LABEL_OPENINGS
from interview_cli.structure.profile import names_list

if TYPE_CHECKING:
    from interview_cli.structure.lines import Line
    from interview_cli.structure.view import View

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
    """Tell whether the unit names a list without a colon: a box (`In het kort`), a line that recurs.

    Where other labels have a colon, `Belangrijkste inzichten` without one is a heading.
    """
    if not view.before_list or view.line.end_mark not in ("", "?"):
        return False
    profile, before = view.profile, view.before
    if (
        is_box(view.line, strictly=profile.colon_labels or before is None)
        or view.line.text.casefold() in profile.repeated
    ):
        return True
    below_text = before is not None and (before.sign is not None or before.line.is_sentence)
    return profile.bare_labels and below_text and names_list(view.line)


def is_box(line: Line, *, strictly: bool = False) -> bool:
    """Tell whether a line is what boxes and lists are called, with or without a colon; `strictly`, by its full name."""
    if line.end_mark not in ("", ":"):
        return False
    text = line.text.rstrip(": ").casefold()
    opens = not strictly and line.words <= _SHORT_LABEL and text.partition(" ")[0] in LABEL_OPENINGS
    return opens or (text in BOX_WORDS)
