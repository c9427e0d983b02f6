"""The vocabulary of the project: frozen dataclasses, standard library only.

The classes of structure (`Span` to `Document`) are in `document` and can be had from here as well; below are those of
quotes, entities and speakers. Nothing here computes: the modules that fill a class explain how.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview_cli.document import Block, BlockKind, Byline, Document, ItemList, Section, Source, Span

__all__ = [
    "Analysis",
    "Block",
    "BlockKind",
    "Byline",
    "Candidate",
    "Cue",
    "Document",
    "Entity",
    "ItemList",
    "Mention",
    "PipelineInfo",
    "Quote",
    "QuoteKind",
    "Section",
    "Source",
    "Span",
    "Speaker",
]

QuoteKind = Literal["direct", "fragment", "term", "indirect"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named. `section` is an index, null outside any section (title, byline)."""

    span: Span
    section: int | None


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one thing under its fullest name."""

    name: str
    label: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that announce a quotation: `zegt`, `volgens`, `gaf … toe` (the span of the verb, the full lemma)."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker that a strategy proposed: what `--explain` shows. `speaker` null means: nobody's words."""

    method: str
    speaker: str | None
    mention: Span | None
    cue: Cue | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its attribution. `span` leaves out the quotation marks, `outer` holds them."""

    index: int
    section: int | None
    span: Span
    outer: Span
    kind: QuoteKind
    speaker: str | None
    mention: Span | None  # the words in the text that name the speaker
    cue: Cue | None
    method: str
    confidence: float
    repeats: int | None = None  # index of an earlier quote with the same words
    rejected: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """How much one person says: quotes (repeats not counted), words in them and in turns, mentions by name."""

    name: str
    quotes: int
    words: int
    mentions: int


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """The spaCy pipeline that an analysis used."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that `interview` knows about one document."""

    document: Document
    pipeline: PipelineInfo
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    speakers: tuple[Speaker, ...]
