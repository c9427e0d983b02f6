"""Speakers: who says how much."""

from __future__ import annotations

import pytest

from interview_cli import speakers
from interview_cli.model import Block, Document, Entity, Mention, Quote, QuoteKind, Source, Span, Speaker

TEXT = "Jan zegt: 'Dit is nu mijn huis.' 'Mijn huis', lacht Eva.\nEVA: Jan riep 'kom maar' en weg was hij."


def _quote(
    text: str, speaker: str | None, *, kind: QuoteKind = "direct", repeats: int | None = None, nth: int = 0
) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    span = Span(start, start + len(text))
    outer = Span(span.start - 1, span.end + 1)
    return Quote(0, 0, span, outer, kind, speaker, None, None, "test", 1.0, repeats)


def _document(*, turns: bool = True) -> Document:
    line = TEXT.index("\n")
    paragraph = Block("paragraph", Span(0, line), Span(0, line))
    turn = Block("turn", Span(line + 1, len(TEXT)), Span(line + 6, len(TEXT)), speaker="Eva Bos")
    return Document(Source("-", TEXT, "utf-8", b""), (paragraph, turn) if turns else (paragraph,), ())


def test_words_of_quotes() -> None:
    found = speakers.count(_document(turns=False), [_quote("Dit is nu mijn huis.", "Jan")], [])
    assert found == (Speaker("Jan", quotes=1, words=5, mentions=0),)


def test_mentions_are_those_of_the_person() -> None:
    people = Entity("Jan", "PERSON", (Mention(Span(0, 3), 0),))
    place = Entity("Jan", "GPE", (Mention(Span(0, 3), 0), Mention(Span(62, 65), 0)))
    found = speakers.count(_document(turns=False), [_quote("Dit is nu mijn huis.", "Jan")], [people, place])
    assert found[0].mentions == 1


@pytest.mark.parametrize(
    "quote",
    [
        _quote("Mijn huis", "Jan", repeats=0),
        _quote("Mijn huis", "Jan", kind="term"),
        _quote("Mijn huis", "Jan", kind="indirect"),
        _quote("Mijn huis", None),
    ],
    ids=["a pull quote", "a term", "the writer's wording", "nobody known"],
)
def test_what_does_not_count(quote: Quote) -> None:
    first = _quote("Dit is nu mijn huis.", "Jan")
    assert speakers.count(_document(turns=False), [first, quote], []) == (Speaker("Jan", 1, 5, 0),)


def test_a_fragment_counts() -> None:
    assert speakers.count(_document(turns=False), [_quote("Mijn huis", "Eva", kind="fragment")], [])[0].words == 2


def test_a_quotation_in_a_turn_is_that_of_whom_it_quotes() -> None:
    found = speakers.count(_document(), [_quote("kom maar", "Jan")], [])
    assert found == (Speaker("Eva Bos", 0, 6, 0), Speaker("Jan", 1, 2, 0))


def test_quoting_oneself_in_a_turn_counts_once() -> None:
    assert speakers.count(_document(), [_quote("kom maar", "Eva Bos")], []) == (Speaker("Eva Bos", 1, 8, 0),)


def test_order_is_by_words_then_quotes_then_place() -> None:
    quotes = [_quote("Mijn huis", "Eva"), _quote("Dit is nu mijn huis.", "Jan"), _quote("kom maar", "Ada")]
    found = speakers.count(_document(turns=False), quotes, [])
    assert [speaker.name for speaker in found] == ["Jan", "Eva", "Ada"]


def test_a_document_without_speakers() -> None:
    assert speakers.count(_document(turns=False), [], []) == ()
