"""Who says how much: quotes and turns counted by person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from interview_cli.model import Speaker
from interview_cli.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.model import Document, Entity, Quote

#: Kinds whose words are the speaker's own; a term is nobody's and indirect speech is the writer's wording.
SPOKEN = ("direct", "fragment")


def count(document: Document, quotes: Sequence[Quote], entities: Sequence[Entity]) -> tuple[Speaker, ...]:
    """Return everyone who speaks in a document, by words, then quotes, then first appearance.

    `quotes` leaves out repeats, which pull quotes are, and terms. `words` are those of the quotes and of the person's
    turns, questions and answers; a quotation inside a turn is that of whoever is quoted there, its words his alone.
    """
    text = document.text
    said: Counter[str] = Counter()
    words: Counter[str] = Counter()
    first: dict[str, int] = {}
    counted = [quote for quote in quotes if quote.speaker and quote.repeats is None and quote.kind in SPOKEN]
    for quote in counted:
        name = quote.speaker or ""
        said[name] += 1
        words[name] += count_words(quote.span.of(text))
        first.setdefault(name, quote.span.start)
    for block in document.blocks:
        if block.speaker:
            words[block.speaker] += count_words(block.span.of(text))
            first[block.speaker] = min(first.get(block.speaker, block.span.start), block.span.start)
    for name, taken in _quoted_in_turns(document, counted).items():
        words[name] -= taken
    mentions = {entity.name: len(entity.mentions) for entity in entities if entity.label == "PERSON"}
    found = [Speaker(name, said[name], words[name], mentions.get(name, 0)) for name in first]
    return tuple(sorted(found, key=lambda each: (-each.words, -each.quotes, first[each.name], each.name)))


def _quoted_in_turns(document: Document, quotes: Sequence[Quote]) -> Counter[str]:
    """Return for each turn's speaker the words of quotations inside his turns, counted with the quotation already."""
    taken: Counter[str] = Counter()
    turns = [block for block in document.blocks if block.speaker]
    at = 0
    for quote in sorted(quotes, key=lambda quote: quote.span.start):
        while at < len(turns) and turns[at].span.end <= quote.span.start:
            at += 1
        if at < len(turns) and turns[at].span.covers(quote.span):
            taken[turns[at].speaker or ""] += count_words(quote.span.of(document.text))
    return taken
