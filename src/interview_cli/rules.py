"""Units → kinds: an ordered list of small rules, the first that fits decides.

A rule sees a unit with its neighbours and the document's profile, and never the words of one particular text.
What no rule claims is a paragraph.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.lexicon.structure import (
    BOX_WORDS,
    CLOSING_QUOTES,
    CREDIT_WORDS,
    OPENING_QUOTES,
    PERSONAL_ADDRESS,
    QUESTION_LABELS,
)
from interview_cli.profile import PROSE, addresses, is_first_person, is_question
from interview_cli.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_cli.document import BlockKind
    from interview_cli.lines import Line
    from interview_cli.profile import Profile
    from interview_cli.units import Unit

#: A heading has no more words, a list label neither.
MAX_HEADING, MAX_LABEL = 18, 15
#: So many heading-like lines in a row are something else: a cast, an address, a poem.
_RUN = 4
#: So many of its longer words have a capital where a heading is written in Title Case.
_TITLED = 0.6


class Rule(NamedTuple):
    """A rule: a name for tests and debugging, the kind that it gives, and when."""

    name: str
    kind: BlockKind
    fits: Callable[[View], bool]


def turn(view: View) -> bool:
    """Tell whether a speaker's label opens the unit."""
    return view.unit.mark is not None


def labelled_question(view: View) -> bool:
    """Tell whether `Vraag:` or `V:` opens the unit."""
    mark = view.unit.mark
    return mark is not None and mark.style == "exchange" and mark.key.rstrip(".") in QUESTION_LABELS


def without_words(view: View) -> bool:
    """Tell whether the unit is a line of asterisks or the like."""
    return not view.line.has_letters


def signature(view: View) -> bool:
    """Tell whether the unit is `– Naam` under a quoted line: who said it, and no list item."""
    sign, before, after = view.unit.sign, view.before, view.after
    if sign is None or sign.kind != "dash" or before is None or not before.line.is_quoted or before.sign is not None:
        return False
    words = view.line.text[sign.length :].split(None, 6)
    alone = after is None or after.sign is None
    return alone and len(words) <= 5 and words[0][0].isupper() and not view.line.end_mark


def dashed_question(view: View) -> bool:
    """Tell whether the unit is a question behind a dash, where the document asks that way."""
    sign, before, after = view.unit.sign, view.before, view.after
    lonely = (before is None or before.sign is None) and after is not None and after.sign is None
    return view.profile.dashed_questions and sign is not None and lonely and is_question(view.line)


def numbered_heading(view: View) -> bool:
    """Tell whether the unit is `1 Inleiding` or `2.1 Zoeken als bijbaan`, one of a series."""
    return view.number in view.numbered


def item(view: View) -> bool:
    """Tell whether a bullet, a dash or a number opens the unit."""
    return view.unit.sign is not None


def label(view: View) -> bool:
    """Tell whether the unit is a short clause with a colon, alone on its line before a list."""
    line = view.line
    return view.before_list and line.end_mark == ":" and line.words <= MAX_LABEL and line.sentences == 1


def box_label(view: View) -> bool:
    """Tell whether the unit is the name of a box (`In het kort`) or recurs, both before a list."""
    text = view.line.text.casefold()
    return view.before_list and not view.line.end_mark and (text in BOX_WORDS or text in view.profile.repeated)


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
    return _is_fact(view.line) and any(unit is not None and _is_fact(unit.line) for unit in near)


def clock(view: View) -> bool:
    """Tell whether the unit opens with a time of the day, as in a programme."""
    return view.unit.sign is None and bool(_clock().match(view.line.text))


def question(view: View) -> bool:
    """Tell whether the unit is an interviewer's question, where questions and answers alternate."""
    after = view.after
    return view.profile.questions and is_question(view.line) and after is not None and after.mark is None


def remark(view: View) -> bool:
    """Tell whether the unit is an interviewer's remark: it addresses somebody, in short, amid longer answers."""
    before, after, line = view.before, view.after, view.line
    if not (view.profile.questions and view.profile.personal and before is not None and after is not None):
        return False
    if before.sign is not None or after.sign is not None or not line.is_sentence or line.words > 40:
        return False
    shorter = line.words < before.line.words and line.words < after.line.words
    return shorter and addresses(line, PERSONAL_ADDRESS) and not is_first_person(line) and is_first_person(after.line)


def heading(view: View) -> bool:
    """Tell whether the unit is short, ends without a mark in a text that has marks, and something follows."""
    line = view.line
    if not _has_shape(view) or line.end_mark:
        return False
    if view.profile.punctuated < 0.5:
        return line.title_case >= 0.75 and line.words > 1 and view.before_text
    return _heads_something(view)


def marked_heading(view: View) -> bool:
    """Tell whether the unit is a heading that ends in `?`, `!` or `…`: one sentence, in the style of the others."""
    line, before = view.line, view.before
    if not _has_shape(view) or line.end_mark not in ("?", "!", "…") or not view.before_text:
        return False
    if view.profile.title_case and (line.title_case >= _TITLED or line.end_mark != "?"):
        return line.title_case >= _TITLED
    if line.sentences > 1 or (before is not None and before.line.end_mark == ":"):
        return False
    after = view.after
    longer = after is not None and (after.sign is not None or after.line.words >= max(PROSE, 2 * line.words))
    return longer and (line.end_mark == "?" or not line.is_quoted)


def _has_shape(view: View) -> bool:
    """Tell whether the unit has the length and the capital of a heading."""
    line = view.line
    longest = MAX_HEADING if view.profile.prose >= 3 * MAX_HEADING else PROSE - 1
    words = line.rows == 1 and line.words <= longest and any(map(str.isalpha, line.text))
    return words and line.is_capitalised and view.after is not None


def _heads_something(view: View) -> bool:
    """Tell whether text or a list follows, directly or after one more heading."""
    if view.before_text:
        return True
    after = view.after
    return after is not None and not after.line.end_mark and after.line.is_capitalised and not view.is_second_last


def _is_fact(line: Line) -> bool:
    """Tell whether a line is one or two words, a colon, and what is the case, without a full stop."""
    key, colon, value = line.text[:200].partition(": ")
    return bool(colon) and len(key.split()) <= 2 and not line.end_mark and len(value.split()) <= 12


@cache
def _pull_quote() -> re.Pattern[str]:
    return re.compile(rf"(?:[{re.escape(CLOSING_QUOTES)}]|'')[.,]?\s*[-–—]{{1,2}}\s*[^\W\d_][^?!]{{1,60}}$")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}[:.]\d{2}(?:[:.,]\d{2,3})*(?:\s|$)")


RULES: tuple[Rule, ...] = (
    Rule("labelled_question", "question", labelled_question),
    Rule("turn", "turn", turn),
    Rule("without_words", "paragraph", without_words),
    Rule("signature", "paragraph", signature),
    Rule("dashed_question", "question", dashed_question),
    Rule("numbered_heading", "heading", numbered_heading),
    Rule("item", "list_item", item),
    Rule("label", "list_label", label),
    Rule("box_label", "list_label", box_label),
    Rule("stage_direction", "paragraph", stage_direction),
    Rule("credit", "paragraph", credit),
    Rule("pull_quote", "paragraph", pull_quote),
    Rule("fact", "paragraph", fact),
    Rule("clock", "paragraph", clock),
    Rule("question", "question", question),
    Rule("remark", "question", remark),
    Rule("heading", "heading", heading),
    Rule("marked_heading", "heading", marked_heading),
)


def decide(view: View) -> tuple[str, BlockKind]:
    """Return the name of the rule that decided, and the kind; the rule is empty where none fitted."""
    for name, kind, fits in RULES:
        if fits(view):
            return name, kind
    return "", "paragraph"


def kinds(units: Sequence[Unit], profile: Profile, numbered: frozenset[int]) -> list[BlockKind]:
    """Return the kind of each unit."""
    found = [decide(View(units, number, profile, numbered))[1] for number in range(len(units))]
    return _without_runs(found, numbered)


def _without_runs(found: list[BlockKind], numbered: frozenset[int]) -> list[BlockKind]:
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
