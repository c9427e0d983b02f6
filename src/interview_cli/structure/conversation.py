"""Who speaks to whom: evidence that unlabelled paragraphs are questions and answers."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import ADDRESS, FIRST_PERSON, OPENING_QUOTES, WE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.units import Unit

    #: Lines that ask something, each with the line below it.
    Pairs = Sequence[tuple[Line, Line]]

#: A question of an interview is no longer, and one of as many words is longer than headings are.
_LONGEST, _LONG = 80, 16
_SIGHT = 1_500


def is_question(line: Line) -> bool:
    """Tell whether a unit asks something and could be an interviewer's."""
    return line.end_mark == "?" and line.words <= _LONGEST and not line.is_bracketed


def opens_quoted(line: Line) -> bool:
    """Tell whether a line opens with quotation marks."""
    return line.text.startswith((*OPENING_QUOTES, ",,"))


def addresses(line: Line, words: Iterable[str] = ADDRESS) -> bool:
    """Tell whether a line has a word that addresses somebody, outside quotation marks."""
    return not _words(line.text, quoted=line.is_quoted).isdisjoint(words)


def is_first_person(line: Line, words: Iterable[str] = FIRST_PERSON) -> bool:
    """Tell whether whoever is the line's writer speaks of himself: `ik`, `mijn`, `wij` outside quotation marks."""
    return not _words(line.text, quoted=line.is_quoted).isdisjoint(words)


def speaks_of_self(text: str) -> bool:
    """Tell whether a paragraph's writer speaks of himself, outside quotation marks."""
    return not _words(text, quoted=False).isdisjoint(FIRST_PERSON)


def is_narrated(text: str) -> bool:
    """Tell whether a paragraph opens with quoted words and goes on about their speaker: `‘Saai.’ Hij lacht.`"""
    opens = text.startswith((*OPENING_QUOTES, ",,"))
    return opens and len(_words(text, quoted=False)) > 1 and not speaks_of_self(text)


def pairs_of(units: Sequence[Unit]) -> Pairs:
    """Return the lines that ask something with what follows each: neither label nor sign on either."""
    return [
        (unit.line, following.line)
        for unit, following in pairwise(units)
        if _is_free(unit) and _is_free(following) and is_question(unit.line) and not is_question(following.line)
    ]


def has_questions(pairs: Pairs, free: int) -> bool:
    """Tell whether the document is a conversation of unlabelled questions and answers; `free` is its paragraphs.

    Evidence: what follows the questions speaks of itself as `ik`, outside quotation marks unless all of it is quoted,
    and the questions address somebody, or are longer than headings are. `Wij` alone must be in most of the answers.
    """
    if len(pairs) < 2 or len(pairs) < 0.12 * free:
        return False
    answered = sum(is_first_person(answer) for _, answer in pairs) / len(pairs)
    alone = sum(is_first_person(answer, FIRST_PERSON - WE) for _, answer in pairs) / len(pairs)
    addressed = sum(addresses(question) for question, _ in pairs) / len(pairs)
    spoken = sum(question.sentences > 1 or question.words >= _LONG for question, _ in pairs) / len(pairs)
    if alone < 0.3 and answered < 0.7:
        return False
    return addressed >= 0.3 or spoken >= 0.3 or (answered >= 0.7 and addressed + spoken >= 0.25)


def has_quoted_answers(pairs: Pairs) -> bool:
    """Tell whether all answers open with quotation marks and no question does."""
    return all(opens_quoted(answer) and not opens_quoted(question) for question, answer in pairs)


def has_single_answers(units: Sequence[Unit]) -> bool:
    """Tell whether answers have one paragraph each: between two questions stand one, or three (answer, remark, answer).

    Lines without a mark, such as headings, don't count.
    """
    runs: list[int] = []
    length: int | None = None
    for unit in units:
        if not _is_free(unit):
            length = None
        elif is_question(unit.line):
            if length:
                runs.append(length)
            length = 0
        elif length is not None and unit.line.end_mark:
            length += 1
    return len(runs) > 2 and set(runs) <= {1, 3} and runs.count(1) >= 0.6 * len(runs)


def has_dashed_questions(units: Sequence[Unit]) -> bool:
    """Tell whether single lines that open with a dash ask something and are followed by text."""
    found = 0
    for number, unit in enumerate(units[:-1]):
        if unit.sign and unit.sign.kind == "dash" and is_question(unit.line):
            found += not (number and units[number - 1].sign) and units[number + 1].sign is None
    return found > 1


def _is_free(unit: Unit) -> bool:
    return unit.mark is None and unit.sign is None


def _words(text: str, *, quoted: bool) -> set[str]:
    """Return the words of a text in lower case, without those in quotation marks unless all of it is `quoted`."""
    text = text[:_SIGHT]
    if not quoted:
        text = _quoted().sub(" ", text)
    return set(re.findall(r"[^\W\d_]+|['’][^\W\d_]\b", text.lower()))


@cache
def _quoted() -> re.Pattern[str]:
    """Return a quotation within a line; an apostrophe inside a word opens none."""
    return re.compile(rf"(?<!\w)(?:[{re.escape(OPENING_QUOTES)}]|,,)[^\n]{{1,600}}?(?:[\"”“»’'](?!\w))")
