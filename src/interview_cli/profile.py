"""What a whole document is like: the evidence that its lines are judged by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import ADDRESS, FIRST_PERSON, OPENING_QUOTES, PERSONAL_ADDRESS, WE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_cli.lines import Line
    from interview_cli.units import Unit

#: From so many words on, a unit is prose and no heading.
PROSE = 16
#: A question of an interview is no longer. In words.
_LONGEST_QUESTION = 80
_SIGHT = 1_500


@dataclass(frozen=True, slots=True)
class Profile:
    """A document's habits."""

    punctuated: float  # share of prose that ends in a mark, 0 to 1
    prose: int  # median length of prose, in words; 0 without any
    terse: bool  # some paragraphs are as short as headings
    questions: bool  # an interviewer's paragraphs alternate with the answers
    quoted_answers: bool  # those answers stand in quotation marks, all of them
    personal: bool  # that interviewer says u or jij
    title_case: bool  # headings write Most Words With A Capital
    repeated: frozenset[str]  # short lines that occur more than once before a list
    dashed_questions: bool  # questions open with a dash
    colon_headings: bool  # headings end in a colon: `Conclusie:` above text


def measure(units: Sequence[Unit]) -> Profile:
    """Return the habits of a document, given its units below the front matter."""
    free = [unit.line for unit in units if unit.mark is None and unit.sign is None]
    prose = [line for line in free if line.words >= PROSE]
    turns = [unit.line for unit in units if unit.mark is not None and unit.line.words >= PROSE // 2]
    ended = [line for line in prose or turns if line.is_sentence or line.end_mark == ":"]
    lengths = sorted(line.words for line in prose)
    pairs = _pairs(units)
    questions = _has_questions(pairs, sum(unit.mark is None and unit.sign is None for unit in units))
    short = [line for line in free if 2 <= line.words < PROSE and line.is_capitalised]
    sure = [line for line in short if not line.end_mark or (line.words > 3 and line.title_case > 0.9)]
    titled = [line for line in sure if line.title_case >= 0.75]
    return Profile(
        punctuated=len(ended) / len(prose or turns) if prose or turns else 1.0,
        prose=lengths[len(lengths) // 2] if lengths else 0,
        terse=any(line.words < PROSE // 2 and line.end_mark in (".", "!") for line in free),
        questions=questions,
        quoted_answers=questions and all(opens_quoted(answer) and not opens_quoted(asked) for asked, answer in pairs),
        personal=questions and any(line.end_mark == "?" and addresses(line, PERSONAL_ADDRESS) for line in free),
        title_case=len(titled) > 0.7 * len(sure) and len(sure) > 1,
        repeated=_repeated(units),
        dashed_questions=_has_dashed_questions(units),
        colon_headings=_has_colon_headings(units),
    )


def _repeated(units: Sequence[Unit]) -> frozenset[str]:
    """Return the short lines, in lower case, that stand before a list more than once."""
    counts = Counter(
        unit.line.text.casefold()
        for unit, following in pairwise(units)
        if unit.sign is None and unit.mark is None and following.sign is not None and unit.line.words <= PROSE
    )
    return frozenset(text for text, count in counts.items() if count > 1)


def is_question(line: Line) -> bool:
    """Tell whether a unit asks something and could be an interviewer's."""
    return line.end_mark == "?" and line.words <= _LONGEST_QUESTION and not line.is_bracketed


def addresses(line: Line, words: Iterable[str] = ADDRESS) -> bool:
    """Tell whether a line has a word that addresses somebody, outside quotation marks."""
    return not _words(line.text, quoted=line.is_quoted).isdisjoint(words)


def is_first_person(line: Line, words: Iterable[str] = FIRST_PERSON) -> bool:
    """Tell whether whoever is the line's writer speaks of himself: `ik`, `mijn`, `wij` outside quotation marks."""
    return not _words(line.text, quoted=line.is_quoted).isdisjoint(words)


def opens_quoted(line: Line) -> bool:
    """Tell whether a line opens with quotation marks."""
    return line.text.startswith((*OPENING_QUOTES, ",,"))


def speaks_of_self(text: str) -> bool:
    """Tell whether a paragraph's writer speaks of himself, outside quotation marks."""
    return not _words(text, quoted=False).isdisjoint(FIRST_PERSON)


def _words(text: str, *, quoted: bool) -> set[str]:
    """Return the words of a text in lower case, without those in quotation marks unless all of it is `quoted`."""
    text = text[:_SIGHT]
    if not quoted:
        text = _quoted().sub(" ", text)
    return set(re.findall(r"[^\W\d_]+|['’][^\W\d_]\b", text.lower()))


def _pairs(units: Sequence[Unit]) -> list[tuple[Line, Line]]:
    """Return the lines that ask something with what follows each: neither label nor sign on either."""
    return [
        (unit.line, following.line)
        for unit, following in pairwise(units)
        if unit.mark is None and unit.sign is None and following.mark is None and following.sign is None
        and is_question(unit.line) and not is_question(following.line)
    ]  # fmt: skip


def _has_questions(pairs: Sequence[tuple[Line, Line]], free: int) -> bool:
    """Tell whether the document is a conversation of unlabelled questions and answers; `free` is its paragraphs.

    Evidence: what follows the questions speaks of itself as `ik`, outside quotation marks unless all of it is quoted,
    and the questions address somebody, or are longer than headings are. `Wij` alone must be in most of the answers.
    """
    if len(pairs) < 2 or len(pairs) < 0.12 * free:
        return False
    answered = sum(is_first_person(answer) for _, answer in pairs) / len(pairs)
    alone = sum(is_first_person(answer, FIRST_PERSON - WE) for _, answer in pairs) / len(pairs)
    addressed = sum(addresses(question) for question, _ in pairs) / len(pairs)
    spoken = sum(question.sentences > 1 or question.words >= PROSE for question, _ in pairs) / len(pairs)
    if alone < 0.3 and answered < 0.7:
        return False
    return addressed >= 0.3 or spoken >= 0.3 or (answered >= 0.7 and addressed + spoken >= 0.25)


def _has_colon_headings(units: Sequence[Unit]) -> bool:
    """Tell whether short lines that end in a colon stand above text more than once, and never above speech."""
    after = [
        following.line
        for unit, following in pairwise(units)
        if unit.mark is None and unit.sign is None and unit.line.end_mark == ":" and unit.line.words < PROSE // 2
        and following.mark is None and following.sign is None
    ]  # fmt: skip
    return len(after) > 1 and all(line.words >= PROSE and not opens_quoted(line) for line in after)


def _has_dashed_questions(units: Sequence[Unit]) -> bool:
    """Tell whether single lines that open with a dash ask something and are followed by text."""
    found = 0
    for number, unit in enumerate(units[:-1]):
        if unit.sign and unit.sign.kind == "dash" and is_question(unit.line):
            found += not (number and units[number - 1].sign) and units[number + 1].sign is None
    return found > 1


@cache
def _quoted() -> re.Pattern[str]:
    """Return a quotation within a line; an apostrophe inside a word opens none."""
    return re.compile(rf"(?<!\w)(?:[{re.escape(OPENING_QUOTES)}]|,,)[^\n]{{1,600}}?(?:[\"”“»’'](?!\w))")
