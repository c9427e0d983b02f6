"""A unit as the rules see it: with its neighbours and the habits of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from interview_cli.structure.profile import PROSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.profile import Profile
    from interview_cli.structure.units import Unit


class View(NamedTuple):
    """A unit as a rule sees it."""

    units: Sequence[Unit]
    number: int
    profile: Profile
    numbered: frozenset[int]  # units whose number is one of a series of headings
    bare: frozenset[int]  # units that are list items without a sign

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.units[self.number]

    @property
    def line(self) -> Line:
        """Its line."""
        return self.unit.line

    @property
    def before(self) -> Unit | None:
        """The unit before it."""
        return self.units[self.number - 1] if self.number else None

    @property
    def after(self) -> Unit | None:
        """The unit after it."""
        return self.units[self.number + 1] if self.number + 1 < len(self.units) else None

    @property
    def before_list(self) -> bool:
        """Whether a list item comes next."""
        after = self.after
        if after is None or self.number + 1 in self.numbered:
            return False
        return after.sign is not None or self.number + 1 in self.bare

    @property
    def before_text(self) -> bool:
        """Whether something comes next that a heading can head, a list included."""
        after = self.after
        if after is None:
            return False
        line = after.line
        if line.end_mark == ":" and self.number + 2 < len(self.units):
            return True  # a label, or words that announce others
        return after.sign is not None or after.mark is not None or line.is_sentence or line.words >= PROSE
