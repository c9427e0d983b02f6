"""What a whole document is like: the evidence that its lines are judged by."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.lexicon.structure import LIST_NOUNS, PERSONAL_ADDRESS
from interview_cli.structure import conversation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.units import Unit

#: From so many words on, a unit is prose and no heading.
PROSE = 16
#: So many of a heading's longer words have a capital where it counts as Title Case, and so many headings do.
_TITLED, _MOST = 0.75, 0.7
#: A larger share of paragraphs that open with quotation marks makes a dialogue.
_DIALOGUE = 0.25


class Profile(NamedTuple):
    """A document's habits."""

    punctuated: float  # share of prose that ends in a mark, 0 to 1
    prose: int  # median length of prose, in words; 0 without any
    headings: int  # how many lines look like headings, those without a mark
    dialogue: bool  # many paragraphs open with quotation marks
    terse: bool  # some paragraphs are as short as headings
    title_case: bool  # headings write Most Words With A Capital
    colon_headings: bool  # headings end in a colon: `Conclusie:` above text
    repeated: frozenset[str]  # short lines that occur more than once before a list
    colon_labels: bool  # some list is announced by a line with a colon
    bare_labels: bool  # lists are named by lines without one: `Lessen uit het gesprek`
    questions: bool  # an interviewer's paragraphs alternate with the answers
    quoted_answers: bool  # those answers stand in quotation marks, all of them
    single_answers: bool  # those answers have one paragraph each
    personal: bool  # that interviewer says u or jij
    dashed_questions: bool  # questions open with a dash


def measure(units: Sequence[Unit]) -> Profile:
    """Return the habits of a document, given its units below the front matter."""
    free = [unit.line for unit in units if unit.mark is None and unit.sign is None]
    prose = [line for line in free if line.words >= PROSE]
    turns = [unit.line for unit in units if unit.mark is not None and unit.line.words >= PROSE // 2]
    ended = [line for line in prose or turns if line.is_sentence or line.end_mark == ":"]
    lengths = sorted(line.words for line in prose)
    above_lists = _above_lists(units)
    repeated = Counter(line.text.casefold() for _, line in above_lists)
    colons = any(line.end_mark == ":" and line.sentences == 1 for _, line in above_lists)
    pairs = conversation.pairs_of(units)
    questions = conversation.has_questions(pairs, len(free))
    return Profile(
        punctuated=len(ended) / len(prose or turns) if prose or turns else 1.0,
        prose=lengths[len(lengths) // 2] if lengths else 0,
        headings=sum(2 <= line.words < PROSE and not line.end_mark and line.is_capitalised for line in free),
        dialogue=sum(map(conversation.opens_quoted, free)) > _DIALOGUE * len(free),
        terse=any(line.words < PROSE // 2 and line.end_mark in (".", "!") for line in free),
        title_case=_has_title_case(free),
        colon_headings=_has_colon_headings(units),
        repeated=frozenset(text for text, count in repeated.items() if count > 1),
        colon_labels=colons,
        bare_labels=not colons and sum(before and names_list(line) for before, line in above_lists) > 1,
        questions=questions,
        quoted_answers=questions and conversation.has_quoted_answers(pairs),
        single_answers=questions and conversation.has_single_answers(units),
        personal=questions and any(conversation.addresses(asked, PERSONAL_ADDRESS) for asked, _ in pairs),
        dashed_questions=conversation.has_dashed_questions(units),
    )


def names_list(line: Line) -> bool:
    """Tell whether a line without a mark has a word for what lists hold: `Lessen uit het gesprek`."""
    return not line.end_mark and line.words < PROSE and not LIST_NOUNS.isdisjoint(line.text.casefold().split())


def _above_lists(units: Sequence[Unit]) -> list[tuple[bool, Line]]:
    """Return the short lines that stand directly before a list, with whether text or another list precedes each."""
    found: list[tuple[bool, Line]] = []
    for number, (unit, following) in enumerate(pairwise(units)):
        if unit.sign is None and unit.mark is None and following.sign is not None and unit.line.words <= PROSE:
            before = units[number - 1] if number else None
            found.append((before is not None and (before.sign is not None or before.line.is_sentence), unit.line))
    return found


def _has_title_case(free: Sequence[Line]) -> bool:
    short = [line for line in free if 2 <= line.words < PROSE and line.is_capitalised]
    sure = [line for line in short if not line.end_mark or (line.words > 3 and line.title_case > 0.9)]
    titled = [line for line in sure if line.title_case >= _TITLED]
    return len(titled) > _MOST * len(sure) and len(sure) > 1


def _has_colon_headings(units: Sequence[Unit]) -> bool:
    """Tell whether short lines that end in a colon stand above text more than once, and never above speech."""
    below = [
        following.line
        for unit, following in pairwise(units)
        if unit.mark is None and unit.sign is None and unit.line.end_mark == ":" and unit.line.words < PROSE // 2
        and following.mark is None and following.sign is None
    ]  # fmt: skip
    return len(below) > 1 and all(line.words >= PROSE and not conversation.opens_quoted(line) for line in below)
