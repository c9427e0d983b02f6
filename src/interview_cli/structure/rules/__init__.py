"""Units → kinds: an ordered list of small rules, the first that fits decides.

A rule sees a unit with its neighbours and the document's profile, and never the words of one particular text.
What no rule claims is a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from interview_cli.structure.rules import asides, asking, headings, listing
from interview_cli.structure.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_cli.document import BlockKind
    from interview_cli.structure.profile import Profile
    from interview_cli.structure.units import Unit


class Rule(NamedTuple):
    """A rule: a name for tests and debugging, the kind that it gives, and when."""

    name: str
    kind: BlockKind
    fits: Callable[[View], bool]


RULES: tuple[Rule, ...] = (
    Rule("labelled_question", "question", asking.labelled_question),
    Rule("turn", "turn", asking.turn),
    Rule("signature", "paragraph", asides.signature),
    Rule("dashed_question", "question", asking.dashed_question),
    Rule("numbered_heading", "heading", headings.numbered_heading),
    Rule("item", "list_item", listing.item),
    Rule("label", "list_label", listing.label),
    Rule("bare_item", "list_item", listing.bare_item),
    Rule("box_label", "list_label", listing.box_label),
    Rule("bare_signature", "paragraph", asides.bare_signature),
    Rule("stage_direction", "paragraph", asides.stage_direction),
    Rule("credit", "paragraph", asides.credit),
    Rule("pull_quote", "paragraph", asides.pull_quote),
    Rule("fact", "paragraph", asides.fact),
    Rule("clock", "paragraph", asides.clock),
    Rule("question", "question", asking.question),
    Rule("remark", "question", asking.remark),
    Rule("heading", "heading", headings.heading),
    Rule("marked_heading", "heading", headings.marked_heading),
    Rule("colon_heading", "heading", headings.colon_heading),
)


def decide(view: View) -> tuple[str, BlockKind]:
    """Return the name of the rule that decided, and the kind; the rule is empty where none fitted."""
    for name, kind, fits in RULES:
        if fits(view):
            return name, kind
    return "", "paragraph"


def kinds(units: Sequence[Unit], profile: Profile, numbered: frozenset[int], bare: frozenset[int]) -> list[BlockKind]:
    """Return the kind of each unit. `numbered` headings and items without a sign (`bare`) were found before."""
    found = [decide(View(units, number, profile, numbered, bare))[1] for number in range(len(units))]
    return headings.without_runs(found, numbered)
