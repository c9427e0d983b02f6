"""Dialogue dashes → quotations: `– Nee, zei hij.`, `--Wel zeker, zeide hij, dat was ik.`

A dash has no closing mark. The quotation runs to the end of its block, less a reporting clause that ends it
(`--Plaît-il? zeide zij.`); one in the middle stays inside and is handed on as the quotation's `aside`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.lexicon.cues import SUBJECT_PRONOUNS
from interview_cli.lexicon.verbs import verb_forms
from interview_cli.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.model import Block

#: A doubled or long dash glued to its word opens nothing else than speech.
_GLUED = re.compile(r"(?:--|—|―)(?=[^\W\d_a-zà-ÿ]|[\"'„“‘…])")
#: A dash with a blank behind it opens list items too.
_FREE = re.compile(r"(?:--|[-–—―])[ \u00a0]+(?=[^\W\d_]|…)")
#: A word behind the mark that ends a clause of speech, with the word behind it.
_CLAUSE = re.compile(r"[,?!.…]['’”\"]?\s+(?P<verb>[^\W\d_]+)[ \n-]+(?P<subject>'?[^\W\d_]+)")
#: A reporting clause ends at the next of these.
_END = re.compile(r"[,;:.?!]|--|\s[–—]\s|$")


class Line(NamedTuple):
    """A block of dialogue: where its dash ends, where the speech ends, the reporting clause in its middle."""

    start: int
    end: int
    aside: Span | None


def find(text: str, blocks: Sequence[Block]) -> dict[int, Line]:
    """Return the lines of dialogue, by number of their block.

    A glued dash says so itself. One with a blank behind it does where the block, or the one before or behind it that
    opens with the same dash, has a reporting clause with a pronoun or name: else it is a list item.
    """
    opened = {
        number: dash
        for number, block in enumerate(blocks)
        if (dash := _dash(text, block)) is not None and not _is_labelled(blocks, number)
    }
    if not opened:
        return {}
    clauses = {number: _clause(text, dash[1], blocks[number].outer.end) for number, dash in opened.items()}
    return {
        number: _line(text, end, blocks[number].outer.end, clauses[number])
        for number, (sign, end) in opened.items()
        if not sign[-1].isspace()
        or any(clauses.get(near) and opened[near][0] == sign for near in (number - 1, number, number + 1))
    }


def _dash(text: str, block: Block) -> tuple[str, int] | None:
    """Return the dash that opens a block, with the blank behind it, and the offset of the speech."""
    if block.kind not in ("paragraph", "list_item"):
        return None
    match = _GLUED.match(text, block.outer.start) or _FREE.match(text, block.outer.start)
    return (match[0], match.end()) if match else None


def _is_labelled(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the block is an item of a list that has a label."""
    while number >= 0 and blocks[number].kind == "list_item":
        number -= 1
    return number >= 0 and blocks[number].kind == "list_label"


def _clause(text: str, start: int, end: int) -> Span | None:
    """Return the first reporting clause in inverted order, from behind the mark before it to where it ends."""
    for match in _CLAUSE.finditer(text, start, end):
        if _reports(match["verb"]) and _names(match["subject"]):
            stop = _END.search(text, match.end(), end)
            return Span(match.start() + 1, stop.start() if stop else end)
    return None


def _reports(word: str) -> bool:
    return word.islower() and any(verb.strong for verb in verb_forms().get(word, ()))


def _names(word: str) -> bool:
    return word.lower() in _subjects() or word[0].isupper() or word in ("de", "het", "mijn", "zijn", "haar", "een")


@cache
def _subjects() -> frozenset[str]:
    return frozenset(SUBJECT_PRONOUNS)


def _line(text: str, start: int, end: int, clause: Span | None) -> Line:
    """Leave out a reporting clause that nothing but its full stop follows."""
    if clause is None:
        return Line(start, end, None)
    if text[clause.end : end].strip(" \n\r\t.") == "":
        mark = clause.start - 1
        return Line(start, mark if text[mark] == "," else clause.start, None)
    return Line(start, end, clause)
