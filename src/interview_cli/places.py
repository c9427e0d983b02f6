"""Which section an offset lies in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_cli.document import Document


class Sections:
    """The sections of a document, found by bisection: a book has thousands of quotes."""

    def __init__(self, document: Document) -> None:
        self._sections = document.sections
        self._starts = [section.span.start for section in document.sections]

    def at(self, offset: int) -> int | None:
        """Return the index of the section around `offset`; None in the front matter."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._sections[number].span.end:
            return self._sections[number].index
        return None
