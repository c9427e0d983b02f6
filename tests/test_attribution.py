"""Who says each quotation, and what kind it is. Each rule has texts that it must decide and ones that it must leave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_cli.methods import METHODS, REPORTED
from interview_cli.pipeline import analyze
from interview_cli.source import decode
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from interview_cli.model import Quote
    from interview_cli.nlp import Pipeline

CASES = Path(__file__).parent / "cases"
RULES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((CASES / "attribution").glob("*.json"))}


def _load(name: str) -> list[Any]:
    return [pytest.param(case, id=case["title"]) for case in json.loads((CASES / name).read_text("utf-8"))]


def _quotes(text: str, pipeline: Pipeline) -> dict[str, Quote]:
    found = analyze(decode(text.encode(), name="x"), pipeline=pipeline).quotes
    return {quote.span.of(text): quote for quote in found}


@pytest.mark.parametrize(
    ("rule", "case"),
    [pytest.param(rule, case, id=f"{rule}: {case['title']}") for rule, cases in RULES.items() for case in cases],
)
def test_rule(rule: str, case: dict[str, Any], pipeline: Pipeline) -> None:
    found = _quotes(case["text"], pipeline)
    for words, speaker, kind in case.get("finds", []):
        assert (found[words].method.split(",")[0], found[words].speaker) == (rule, speaker)
        assert found[words].kind == kind
    for words, speaker in case.get("leaves", []):
        assert found[words].method.split(",")[0] != rule
        assert found[words].speaker == speaker


def test_every_rule_has_a_text_that_it_decides_and_one_that_it_leaves() -> None:
    assert RULES.keys() == set(METHODS) - {"term", "unknown"}
    for rule, cases in RULES.items():
        assert any("finds" in case for case in cases), f"{rule} has no case that it must find"
        assert any("leaves" in case for case in cases), f"{rule} has no case that it must leave"


@pytest.mark.parametrize("case", _load("speakers/people.json"))
def test_speaker(case: dict[str, Any], pipeline: Pipeline) -> None:
    found = _quotes(case["text"], pipeline)
    for words, speaker in case["speakers"]:
        assert found[words].speaker == speaker


@pytest.mark.parametrize("case", _load("quotes/kinds.json"))
def test_kind(case: dict[str, Any], pipeline: Pipeline) -> None:
    found = _quotes(case["text"], pipeline)
    for words, kind in case["kinds"]:
        assert found[words].kind == kind


@pytest.mark.parametrize("case", _load("quotes/indirect.json"))
def test_indirect(case: dict[str, Any], pipeline: Pipeline) -> None:
    text = case["text"]
    analysis = analyze(decode(text.encode(), name="x"), pipeline=pipeline, indirect=True)
    found = [(quote.span.of(text), quote.speaker) for quote in analysis.quotes if quote.kind == "indirect"]
    assert found == [tuple(pair) for pair in case["reports"]]


def test_every_rule_of_reported_clauses_is_described_and_used(pipeline: Pipeline) -> None:
    texts = [param.values[0]["text"] for param in _load("quotes/indirect.json")]
    analyses = [analyze(decode(text.encode(), name="x"), pipeline=pipeline, indirect=True) for text in texts]
    used = {quote.method for analysis in analyses for quote in analysis.quotes if quote.kind == "indirect"}
    assert used == REPORTED.keys()


def test_indirect_speech_is_added_and_changes_nothing_else(pipeline: Pipeline) -> None:
    added = 0
    for path in CORPUS:
        source = decode(path.read_bytes(), name=path.name)
        plain = analyze(source, pipeline=pipeline).quotes
        both = analyze(source, pipeline=pipeline, indirect=True).quotes
        assert [quote.index for quote in both] == list(range(len(both)))
        marked = [quote for quote in both if quote.kind != "indirect"]
        assert [(q.span, q.speaker, q.method) for q in marked] == [(q.span, q.speaker, q.method) for q in plain]
        added += len(both) - len(plain)
    assert added > 10


PIECES = (
    *("Anna de Boer", "hij", "de wethouder", "ook", "zegt", "riep", "legt", "uit", "volgens", "dat", "Ja", "foto's"),
    *('"', "“", "”", "'", ":", ",", ".", "?", "–", "--", "- ", "\n", "\n\n", "Jan:", "[00:01]"),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_is_attributed_without_an_error(pipeline: Pipeline, words: list[str]) -> None:
    text = " ".join(words)
    source = decode(text.encode(), name="x")
    first = analyze(source, pipeline=pipeline, indirect=True)
    for quote in first.quotes:
        assert 0.0 <= quote.confidence <= 1.0
        assert quote.outer.covers(quote.span)
        for span in (quote.mention, quote.cue.span if quote.cue else None):
            assert span is None or span.of(text).strip()
    assert analyze(source, pipeline=pipeline, indirect=True) == first
