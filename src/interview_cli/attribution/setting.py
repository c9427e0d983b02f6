"""Where a quotation stands: its words, and the sentence of the narration around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli.attribution.words import index_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.words import Word
    from interview_cli.model import Block
    from interview_cli.quotes import Quotation

#: So many characters before a quotation tell whether it opens its block.
_LEAD = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """One quotation in its sentence.

    Its words are words[first:last], marks included; its sentence is words[low:high]; `left` and `right` are the
    narration's words of that sentence before and after it, up to the next quotation on either side.
    `earlier` is the quotation before it in the same sentence, or -1.
    """

    index: int
    quotation: Quotation
    block: Block
    first: int
    last: int
    low: int
    high: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    earlier: int
    later: int
    lead: int = 0  # letters and digits of its block that stand before it

    @property
    def opens_block(self) -> bool:
        """Tell whether its block begins with it."""
        return self.lead == 0

    @property
    def opens_sentence(self) -> bool:
        """Tell whether no word of the narration stands before it in its sentence."""
        return not self.left and self.earlier < 0


def settings(
    text: str,
    words: Sequence[Word],
    quotations: Sequence[Quotation],
    blocks: Sequence[Block],
    *,
    sentences: Sequence[int],
) -> tuple[Setting, ...]:
    """Return the setting of each quotation, in order. `sentences` numbers the sentence of each word."""
    return tuple(
        _setting(text, index, quotation, blocks[quotation.block], words, sentences)
        for index, quotation in enumerate(quotations)
    )


def _setting(
    text: str, index: int, quotation: Quotation, block: Block, words: Sequence[Word], sentences: Sequence[int]
) -> Setting:
    first, last = index_at(words, quotation.outer.start), index_at(words, quotation.outer.end)
    low, high = first, last
    while low > 0 and sentences[low - 1] == sentences[first] and words[low - 1].start >= block.span.start:
        low -= 1
    while high < len(words) and sentences[high] == sentences[first]:
        high += 1
    left, earlier = _narration(words, range(first - 1, low - 1, -1))
    right, later = _narration(words, range(last, high))
    if earlier < 0 and not any(words[at].text[:1].isalpha() for at in left):
        left = ()  # a section number, a dash: nobody's words
    before = text[block.span.start : min(quotation.outer.start, block.span.start + _LEAD)]
    lead = sum(map(str.isalnum, before))
    return Setting(index, quotation, block, first, last, low, high, left[::-1], right, earlier, later, lead)


def _narration(words: Sequence[Word], way: range) -> tuple[tuple[int, ...], int]:
    """Return the words on the way until a quotation, and that quotation's index or -1."""
    found: list[int] = []
    for at in way:
        if words[at].quotation >= 0:
            return tuple(found), words[at].quotation
        found.append(at)
    return tuple(found), -1
