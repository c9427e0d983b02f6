"""Entities: each rule with what it must change and what it must leave, and what holds for any document."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from interview_cli import entities
from interview_cli.entity_rules import RULES, Found, Text
from interview_cli.model import Block, BlockKind, Document, Section, Source, Span

CASES = Path(__file__).parent / "cases" / "entities"
NLP = spacy.blank("nl")
RULE = {rule.__name__: rule for rule in RULES}
ALL = [case for file in sorted(CASES.glob("*.json")) for case in json.loads(file.read_text("utf-8"))]


def _document(lines: list[Any]) -> Document:
    """Build a document of one block a line: a paragraph, or [kind, what stands before its text, text]."""
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for line in lines:
        kind, before, text = ("paragraph", "", line) if isinstance(line, str) else line
        whole: str = before + text
        blocks.append(Block(_kind(kind), Span(at, at + len(whole)), Span(at + len(before), at + len(whole))))
        texts.append(whole)
        at += len(whole) + 1
    string = "\n".join(texts)
    section = Section(0, 1, None, Span(0, len(string)), tuple(blocks))
    return Document(Source("-", string, "utf-8", b""), tuple(blocks), (section,) if string else ())


def _kind(kind: str) -> BlockKind:
    assert kind in ("title", "heading", "turn", "paragraph")
    return kind  # type: ignore[return-value]


def _doc(string: str, pos: dict[str, str]) -> Doc:
    doc = NLP(string)
    for token in doc:
        token.pos_ = pos.get(token.text, "")
    return doc


def _spans(string: str, named: list[list[str]]) -> tuple[Found, ...]:
    """Turn [text, label] pairs, in reading order, into spans."""
    found = []
    at = 0
    for text, label in named:
        start = string.index(text, at)
        at = start + len(text)
        found.append(Found(start, at, label))
    return tuple(found)


@pytest.mark.parametrize("case", ALL, ids=[f"{case['rule']}: {case['title']}" for case in ALL])
def test_rule(case: dict[str, Any]) -> None:
    document = _document(case["lines"])
    text = Text.read(document, _doc(document.text, case.get("pos", {})))
    after = RULE[case["rule"]](text, _spans(document.text, case["before"]))
    assert [[text.of(each), each.label] for each in after] == case["after"]


@pytest.mark.parametrize("rule", RULE)
def test_every_rule_has_cases_both_ways(rule: str) -> None:
    cases = [case for case in ALL if case["rule"] == rule]
    assert any(case["before"] != case["after"] for case in cases), "a case in which it acts"
    assert any(case["before"] == case["after"] for case in cases), "a case in which it must not"


def _annotate(doc: Doc, found: tuple[Found, ...]) -> None:
    spans = [doc.char_span(each.start, each.end, label=each.label) for each in found]
    doc.set_ents([span for span in spans if span is not None])


def _find(lines: list[Any], named: list[list[str]]) -> list[tuple[str, str, int]]:
    document = _document(lines)
    doc = NLP(document.text)
    _annotate(doc, _spans(document.text, named))
    return [(entity.name, entity.label, len(entity.mentions)) for entity in entities.find(document, doc)]


def test_mentions_are_merged_and_ordered() -> None:
    found = _find(
        ["Sam Altman leidt OpenAI. Altman noemt OpenAI's plan, en Sam lacht.", "Altmans bedrijf zit in Gouda."],
        [["Sam Altman", "PERSON"], ["OpenAI", "ORG"], ["OpenAI's", "ORG"], ["Gouda", "GPE"]],
    )
    assert found == [("Sam Altman", "PERSON", 4), ("OpenAI", "ORG", 2), ("Gouda", "GPE", 1)]


def test_kin_with_the_same_surname_is_another_person() -> None:
    found = _find(
        ["Hakan Yıldırım traint. Vader Yıldırım kwam uit Yozgat. Hakan niet."],
        [["Hakan Yıldırım", "PERSON"], ["Yıldırım", "PERSON"], ["Yozgat", "GPE"]],
    )
    assert found == [("Hakan Yıldırım", "PERSON", 2), ("Vader Yıldırım", "PERSON", 1), ("Yozgat", "GPE", 1)]


def test_an_abbreviation_explained_in_the_text() -> None:
    found = _find(
        ["De Nationale Loterij (NL) telt mee. Dat zegt de NL niet."],
        [["Nationale Loterij", "ORG"], ["NL", "ORG"], ["NL", "ORG"]],
    )
    assert found == [("Nationale Loterij", "ORG", 3)]


def test_sections_of_mentions() -> None:
    document = _document(["Gouda", "Deventer"])
    sections = (Section(0, 1, None, Span(6, 14), document.blocks[1:]),)
    document = Document(document.source, document.blocks, sections)
    doc = NLP(document.text)
    _annotate(doc, (Found(0, 5, "GPE"), Found(6, 14, "GPE")))
    assert [entity.mentions[0].section for entity in entities.find(document, doc)] == [None, 0]


def test_offsets_are_code_points() -> None:
    document = _document(["😀😀 Zij heet Naïma El Bakkali, zei 😀 Bakkali."])
    found = entities.find(document, NLP(document.text))
    mentions = [mention.span.of(document.text) for entity in found for mention in entity.mentions]
    assert mentions == ["Naïma El Bakkali", "Bakkali"]


_WORDS = [
    *("Jan", "de", "Boer", "Sam", "Altmans", "dr.", "GPT-5", "in", "Gouda", "Van", "der", "„", "”", "'s", "&", "(34)"),
    *(
        "trainer",
        "Universiteit",
        "HELMOND",
        "–",
        ":",
        "Roos",
        "roos",
        ".",
        ",",
        "'t",
        "😀",
        "Cors",
        "x",
        "\u00a0",
        "\n",
    ),
]
_LABELS = ["PERSON", "ORG", "GPE", "WORK_OF_ART", "DATE", "NORP", "PRODUCT"]


@given(st.data())
def test_any_document_gives_sound_mentions(data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1).map(" ".join), min_size=1, max_size=5))
    kinds = st.sampled_from(["paragraph", "heading", "title", "turn"])
    document = _document([[data.draw(kinds), data.draw(st.sampled_from(["", "ROY: "])), line] for line in lines])
    doc = NLP(document.text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(doc)), max_size=8)))
    labels = st.sampled_from(_LABELS)
    doc.set_ents([DocSpan(doc, *cut, label=data.draw(labels)) for cut in zip(cuts[::2], cuts[1::2], strict=False)])
    found = entities.find(document, doc)
    assert found == entities.find(document, doc)
    spans = sorted(mention.span for entity in found for mention in entity.mentions)
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.text)
        assert span.of(document.text) == span.of(document.text).strip()
    for before, after in pairwise(spans):
        assert before.end <= after.start
