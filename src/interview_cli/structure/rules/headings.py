"""Headings: short lines in the style of the document's other headings, with something to head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.structure.conversation import addresses, is_first_person, opens_quoted
from interview_cli.structure.profile import PROSE
from interview_cli.structure.rules.asides import is_fact, opens_with_time
from interview_cli.structure.view import View

if TYPE_CHECKING:
    from collections.abc import Collection

    from interview_cli.document import BlockKind
    from interview_cli.structure.lines import Line

#: A heading has no more words.
MAX_HEADING = 18
#: So many heading-like lines in a row are something else: a cast, an address, a poem.
_RUN = 4
#: So many of its longer words have a capital where a heading is written in Title Case.
_TITLED = 0.6
#: A heading that ends in a colon has no more words.
_COLON_HEADING = 8


def numbered_heading(view: View) -> bool:
    """Tell whether the unit is `1 Inleiding` or `2.1 Zoeken als bijbaan`, one of a series."""
    return view.number in view.numbered


def heading(view: View) -> bool:
    """Tell whether the unit is short, ends without a mark in a text that has marks, and something follows."""
    line = view.line
    if not _has_shape(view) or line.end_mark or _is_broken(view):
        return False
    if view.profile.punctuated < 0.5:
        return line.title_case >= 0.75 and line.words > 1 and view.before_text
    return _heads_something(view)


def marked_heading(view: View) -> bool:
    """Tell whether the unit is a heading that ends in `?`, `!` or `…`, one sentence, in the style of the others."""
    line, before = view.line, view.before
    if not _has_shape(view) or line.end_mark not in ("?", "!", "…") or not view.before_text:
        return False
    if view.profile.title_case and (line.title_case >= _TITLED or line.end_mark != "?"):
        return line.title_case >= _TITLED
    if line.sentences > 1 or (before is not None and before.line.end_mark == ":"):
        return False
    return _heads_more(view) and (line.end_mark == "?" or not line.is_quoted)


def colon_heading(view: View) -> bool:
    """Tell whether the unit is `Conclusie:` above a paragraph, in a document whose headings end that way."""
    return view.profile.colon_headings and view.line.end_mark == ":" and is_colon_heading(view)


def is_colon_heading(view: View) -> bool:
    """Tell whether a line with a colon could be a heading: a few words, and nobody's speech follows."""
    line, after = view.line, view.after
    if line.words > _COLON_HEADING or not line.is_capitalised or after is None or after.sign is not None:
        return False
    return after.line.words >= PROSE and not opens_quoted(after.line)


def without_runs(found: list[BlockKind], numbered: Collection[int]) -> list[BlockKind]:
    """Take headings that stand in a long row for paragraphs, but for the last, which heads what follows."""
    run: list[int] = []
    for number, kind in enumerate([*found, "paragraph"]):
        if kind == "heading" and number not in numbered:
            run.append(number)
            continue
        if len(run) >= _RUN:
            for which in run[:-1]:
                found[which] = "paragraph"
        run = []
    return found


def _has_shape(view: View) -> bool:
    """Tell whether the unit has the length and the capital of a heading."""
    line = view.line
    longest = MAX_HEADING if view.profile.prose >= 3 * MAX_HEADING else PROSE - 1
    if view.profile.dialogue and opens_quoted(line) and line.end_mark:
        return False
    if line.text.startswith(">"):
        return False  # a quoted line
    words = line.rows == 1 and line.words <= longest and any(map(str.isalpha, line.text))
    return words and line.is_capitalised and view.after is not None


def _is_broken(view: View) -> bool:
    """Tell whether the unit is the first line of a wrapped paragraph: a sentence ends in it, another goes on below."""
    after = view.after
    goes_on = after is not None and after.sign is None and after.mark is None and after.line.text[0].islower()
    return goes_on and view.line.has_full_stop


def _is_nobodys(line: Line) -> bool:
    """Tell whether a question is the writer's: without quotation marks, `ik` and `u`."""
    return not (opens_quoted(line) or addresses(line) or is_first_person(line))


def _heads_more(view: View) -> bool:
    """Tell whether a list follows, or text that is clearly longer.

    Where no paragraph is short a little longer will do, and a question of nobody's heads whatever follows.
    """
    after, words = view.after, view.line.words
    if after is None:
        return False
    if after.sign is not None or after.line.end_mark == ":" or after.line.words >= max(PROSE, 2 * words):
        return True
    headed = view.profile.headings > 1 and not view.profile.dialogue
    if headed and view.line.end_mark == "?" and _is_nobodys(view.line):
        return words > 2 or after.line.words >= 2 * words
    return not view.profile.terse and after.line.words >= 2 * words and after.line.sentences > 1


def _heads_something(view: View) -> bool:
    """Tell whether text or a list follows, directly or after one more heading."""
    for number in range(view.number, min(view.number + _RUN, len(view.units) - 1)):
        if View(view.units, number, view.profile, view.numbered, view.bare).before_text:
            return True
        following = view.units[number + 1].line
        if opens_with_time(following) or is_fact(following):
            return True
        if following.end_mark or not following.is_capitalised:
            return False
    return False
