"""Quotation marks → quotations: cases, and what must hold for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli import quotes
from interview_cli.source import decode
from interview_cli.structure import parse
from tests.conftest import CORPUS

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases/quotes/marks.json").read_text("utf-8"))


def find(text: str) -> tuple[str, tuple[quotes.Quotation, ...]]:
    document = parse(decode(text.encode(), name="x"))
    return document.text, quotes.find(document)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text, found = find(case["text"])
    assert [quotation.span.of(text) for quotation in found] == case["quotes"]
    assert [quotation.closed for quotation in found] == case.get("closed", [True] * len(found))
    assert [quotation.continues for quotation in found] == case.get("continues", [False] * len(found))


@given(st.text(alphabet="ab 's\n.,\"“”„«»‘’–-:A1", max_size=200))
def test_quotations_are_ordered_disjoint_and_inside_their_blocks(text: str) -> None:
    document = parse(decode(text.encode(), name="x"))
    found = quotes.find(document)
    for quotation in found:
        assert document.blocks[quotation.block].outer.covers(quotation.outer)
        assert quotation.outer.covers(quotation.span)
        assert quotation.span.of(document.text).strip()
    ends = [0, *(quotation.outer.end for quotation in found)]
    assert all(end <= quotation.outer.start for end, quotation in zip(ends, found, strict=False))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_pair_of_the_corpus_is_shifted(path: Path) -> None:
    """A shifted pairing holds narration: it would begin with a blank or a comma, as no quotation does."""
    document = parse(decode(path.read_bytes(), name=path.name))
    inner = [document.text[quotation.outer.start + 1 : quotation.outer.end - 1] for quotation in quotes.find(document)]
    assert inner
    assert not [text for text in inner if text[:2].isspace() or text.startswith((", ", ". "))]
