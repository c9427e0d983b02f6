"""A document's words as the entity rules read them, and the helpers that all rules share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from interview_cli.model import Block, Document

#: Labels of things with a name, as opposed to amounts and times.
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "LANGUAGE"})
OPENING = frozenset("\"'“”„‘’«»‚‹›") | {",,", "''", "``"}
_ENDS = frozenset({".", "!", "?", "…", "...", ":", ";", "–", "—", "-", "|", "•", "·", "(", "[", "/", ",,"}) | OPENING


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One entity: code points [start, end) and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Word:
    """One token that is not white space.

    `initial`: a sentence, quotation or line starts here, so that a capital says little. `block` is an index into the
    document's blocks, -1 outside their text (speaker labels, time stamps, bullet signs).
    """

    start: int
    end: int
    text: str
    pos: str
    initial: bool
    block: int

    @property
    def capital(self) -> bool:
        """Tell whether it starts with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document, with what several rules ask about all of it."""

    string: str
    blocks: tuple[Block, ...]
    words: tuple[Word, ...]
    starts: tuple[int, ...] = field(repr=False)
    lowered: frozenset[str] = field(repr=False)  # words that the document writes without a capital
    capitals: frozenset[str] = field(repr=False)  # words with a capital that their place doesn't explain
    articled: frozenset[str] = field(repr=False)  # words behind an article that has its capital from a name: De Kuip
    cased: frozenset[int] = field(repr=False)  # headings that give every word a capital

    @classmethod
    def read(cls, document: Document, doc: Doc) -> Text:
        """Copy what the rules need from a `Doc` over exactly the document's text."""
        blocks = document.blocks
        edges = [block.outer.start for block in blocks]
        words: list[Word] = []
        last = -1
        fresh = True
        for token in doc:
            text = token.text
            if text.isspace():
                continue
            start = token.idx
            at = bisect_right(edges, start) - 1
            inside = at >= 0 and blocks[at].span.start <= start < blocks[at].span.end
            if at != last or (inside and start == blocks[at].span.start):
                fresh = True
            last = at
            words.append(Word(start, start + len(text), text, token.pos_, fresh, at if inside else -1))
            fresh = text in _ENDS or (fresh and text.replace(".", "").isdigit())  # 1.2 Werkwijze
        lowered = frozenset(word.text for word in words if word.text[:1].islower())
        articled = frozenset(
            word.text for before, word in pairwise(words) if before.text in ("De", "Het", "Den") and not before.initial
        )
        cased = _title_case(words, blocks)
        capitals = frozenset(
            word.text for word in words if word.capital and not word.initial and word.block not in cased
        )
        starts = tuple(word.start for word in words)
        return cls(document.text, blocks, tuple(words), starts, lowered, capitals, articled, cased)

    def at(self, offset: int) -> int:
        """Return the index of the first word that ends after `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and self.words[index].end > offset else index + 1

    def inside(self, found: Found) -> tuple[int, int]:
        """Return the range of words that an entity touches."""
        return self.at(found.start), max(self.at(found.start), bisect_left(self.starts, found.end))

    def adjoins(self, index: int) -> bool:
        """Tell whether a word stands behind the one before it in one block, with a blank or nothing between them."""
        if not 0 < index < len(self.words):
            return False
        before, word = self.words[index - 1], self.words[index]
        return before.block == word.block >= 0 and word.start - before.end <= 1

    def follows(self, index: int, kinds: tuple[str, ...]) -> bool:
        """Tell whether the word at `index` is of one of these parts of speech."""
        return index < len(self.words) and self.words[index].pos in kinds

    def of(self, found: Found) -> str:
        """Return the characters of an entity."""
        return self.string[found.start : found.end]


def _title_case(words: Sequence[Word], blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings of a document that writes them in title case, judged by all of them together."""
    headings: set[int] = set()
    upper = lower = 0
    for word in words:
        if word.block >= 0 and blocks[word.block].kind in ("title", "heading"):
            headings.add(word.block)
            if not word.initial and len(word.text) > 3 and word.text[0].isalpha():
                upper += word.capital
                lower += not word.capital
    return frozenset(headings) if upper >= 3 and upper >= 3 * lower else frozenset()


def merged(old: Iterable[Found], new: Iterable[Found]) -> tuple[Found, ...]:
    """Return `new` with those of `old` that overlap none of them, in order. Of two new ones the longer one stays."""
    chosen: list[Found] = []
    for each in sorted(set(new), key=lambda each: (each.start, -each.end, each.label)):
        if not chosen or each.start >= chosen[-1].end:
            chosen.append(each)
        elif each.end - each.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = each
    return tuple(sorted([*chosen, *(each for each in old if not overlapping(each, chosen))]))


def overlapping(found: Found, ordered: Sequence[Found]) -> bool:
    """Tell whether an entity overlaps one of these, which are ordered and disjoint."""
    at = bisect_left(ordered, found.end, key=lambda each: each.start) - 1
    return at >= 0 and ordered[at].end > found.start


def at_offset(ordered: Sequence[Found], offset: int) -> Found | None:
    """Return the entity that holds a code point, of ordered and disjoint ones."""
    at = bisect_right(ordered, offset, key=lambda each: each.start) - 1
    return ordered[at] if at >= 0 and ordered[at].end > offset else None
