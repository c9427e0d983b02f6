"""Conversations: turns, and questions with and without a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import PERSONAL_ADDRESS, QUESTION_LABELS
from interview_cli.structure.conversation import addresses, is_first_person, is_question, opens_quoted

if TYPE_CHECKING:
    from interview_cli.structure.view import View

#: An interviewer's remark is no longer. In words.
_REMARK = 40


def turn(view: View) -> bool:
    """Tell whether a speaker's label opens the unit."""
    return view.unit.mark is not None


def labelled_question(view: View) -> bool:
    """Tell whether `Vraag:` or `V:` opens the unit."""
    mark = view.unit.mark
    return mark is not None and mark.style == "exchange" and mark.key in QUESTION_LABELS


def dashed_question(view: View) -> bool:
    """Tell whether the unit is a question or remark behind a dash, where the document asks that way."""
    sign, before, after = view.unit.sign, view.before, view.after
    lonely = (before is None or before.sign is None) and after is not None and after.sign is None
    asks = is_question(view.line) or (view.line.is_sentence and view.line.words <= _REMARK)
    return view.profile.dashed_questions and sign is not None and sign.kind == "dash" and lonely and asks


def question(view: View) -> bool:
    """Tell whether the unit is an interviewer's question, where questions and answers alternate."""
    after = view.after
    if not (view.profile.questions and is_question(view.line)) or after is None or after.mark is not None:
        return False
    return not (view.profile.quoted_answers and opens_quoted(view.line))


def remark(view: View) -> bool:
    """Tell whether the unit is an interviewer's remark that asks nothing: short, amid longer answers.

    Evidence is that it addresses somebody, that it has no quotation marks where all answers have them, that all other
    answers have one paragraph, or that a question is in it all the same: `Is dat zo? Iedereen zegt iets anders.`
    """
    before, after, line, profile = view.before, view.after, view.line, view.profile
    if not profile.questions or before is None or after is None or not line.is_sentence or line.words > _REMARK:
        return False
    if before.sign is not None or after.sign is not None or is_question(before.line):
        return False
    if profile.quoted_answers:
        below = opens_quoted(before.line) or (not before.line.end_mark and addresses(line))
        return below and opens_quoted(after.line) and not opens_quoted(line)
    if line.words >= min(before.line.words, after.line.words) or is_first_person(line):
        return False
    if profile.personal and addresses(line, PERSONAL_ADDRESS):
        return is_first_person(after.line)
    return (profile.single_answers or "?" in line.text) and not is_question(after.line)
