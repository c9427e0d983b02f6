"""The vocabulary of structure: what a document is before spaCy comes in. Standard library only.

Every offset is a count of Unicode code points into `Source.text`, the text exactly as it was decoded.
Spans are half-open. Nothing here computes: the modules that fill a class explain how.

These classes stand apart from those of `model`, which commands without spaCy never build: a dataclass takes half a
millisecond to make, and `interview sections --json` is done in seventy. Hence the named tuples, a tenth of that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal[
    "title",
    "subtitle",
    "byline",
    "heading",
    "list_label",
    "list_item",
    "question",
    "turn",
    "paragraph",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` is its first code point, `end` the one after its last."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded input. `name` is the path as the user gave it, or `-`; `raw` are its bytes."""

    name: str
    text: str
    encoding: str
    raw: bytes = field(repr=False)
    format: str = "text"

    @property
    def sha256(self) -> str:
        """The digest of the bytes. Made when asked for: hashlib takes three milliseconds to load."""
        from hashlib import sha256

        return sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """One structural unit of a document.

    `outer` covers all of it, bullet sign, speaker label and time stamp included; the outer spans of a document's
    blocks are ordered, disjoint, and hold every non-blank character. `span` is what a reader takes for its text.
    """

    kind: BlockKind
    outer: Span
    span: Span
    level: int = 0  # headings only: 1 = a section, 2 = a subsection …
    speaker: str | None = None  # turns, questions and answers: the fullest name the document gives
    timestamp: str | None = None  # turns: as written, without its brackets


class ItemList(NamedTuple):
    """A run of list items with the line that names them, if one does."""

    label: Block | None
    items: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; the first may have none. `span` runs from heading to last block."""

    index: int
    level: int
    heading: Block | None
    span: Span
    parts: tuple[Block | ItemList, ...]


class Byline(NamedTuple):
    """The line that says who published the document and when. `date` is ISO 8601, as precise as the text is."""

    span: Span
    publisher: str | None
    date: str | None


class Document(NamedTuple):
    """A source with its structure. `blocks` is the flat truth; `sections` groups those below the front matter."""

    source: Source
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    title: Span | None = None
    subtitle: Span | None = None
    byline: Byline | None = None
    interviewee: str | None = None

    @property
    def text(self) -> str:
        """The text that all offsets index."""
        return self.source.text
