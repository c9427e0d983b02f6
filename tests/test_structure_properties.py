"""Structure: what holds for every text, whatever it says."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_cli.document import Block, Document, ItemList
from tests.conftest import CORPUS
from tests.structure_cases import parse

if TYPE_CHECKING:
    from pathlib import Path

#: Pieces that rules look at, so that random texts come near them.
_PIECES = [
    "Interview met Jan de Boer", "door Radio 4 • 2025-10-08", "Belangrijkste inzichten:", "Een kop zonder punt",
    "- een punt", "•plakt", "1. Eerst", "1.1 Dan", "2 Inleiding", "JAN: Ja.", "Jan:", "[00:01:02] Anna: Nee.",
    "[00:01:02]", "S01: [00:00:05] //ja//", "[SPEAKER_00]:", "Vraag: Wat?", "Antwoord: Dat.", "Wat vindt u daarvan?",
    "Ik vind er niets van, zegt hij, en dat blijft zo.", "– Naam", '"Woorden." - Naam', "“Woorden.”", ",,Ja''", "***",
    "(gelach)", "https://voorbeeld.example", "Foto: Jan", "17:30 uur: opening", "Let op: nat.", "  ingesprongen",
    "\u2028", "\x0c", "\x85", "\u00a0", "ﬁ", "İ", "①", "²", "\t", "\x00", "'s Nachts", "\ufeff", "e\u0301", "🙂",
    "Een zin die lang genoeg is om voor lopende tekst door te gaan, met een punt aan het eind ervan, zoals het hoort.",
]  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", ""])
_TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="aA1.:-–•*()[]\"“”'’,!?… \t\n\r#/_"),
    st.lists(st.tuples(st.sampled_from(_PIECES), _ENDS)).map(lambda parts: "".join(map("".join, parts))),
)


def check(text: str) -> Document:
    """Assert what must hold for a text, and return its structure."""
    document = parse(text)
    covered = bytearray(len(text))
    at = 0
    for block in document.blocks:
        assert at <= block.outer.start < block.outer.end <= len(text), "blocks are ordered and disjoint"
        assert block.outer.covers(block.span), "the text of a block lies inside it"
        at = block.outer.end
        covered[block.outer.start : block.outer.end] = b"\x01" * len(block.outer)
        for part in {block.outer.of(text), block.span.of(text)}:
            assert part == part.strip(), "no blanks around a block"
        assert (block.level > 0) == (block.kind == "heading")
    assert all(inside or sign.isspace() for sign, inside in zip(text, covered, strict=True)), "everything is in a block"
    _check_sections(document)
    assert parse(text) == document, "the same text gives the same structure"
    return document


def _check_sections(document: Document) -> None:
    grouped: list[Block | None] = []
    at = 0
    for index, section in enumerate(document.sections):
        assert section.index == index
        assert at <= section.span.start < section.span.end
        at = section.span.end
        grouped += [section.heading] if section.heading else []
        for part in section.parts:
            grouped += [part.label, *part.items] if isinstance(part, ItemList) else [part]
    front = [block for block in document.blocks if block.kind in ("title", "subtitle", "byline")]
    assert [block for block in grouped if block] == [block for block in document.blocks if block not in front]


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
@example("")
@example(" \n\t\r\n")
@example("JAN:\nANNA:\nJAN:")
@example("-\n-\n- \n–")
@example("1.\n1. 1.\n(1)")
@example("[00:01]\n[00:02]\nA: b\nA: c")
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    text = _read(path)
    document = check(text)
    assert len(document.blocks) > 5
    assert [block.kind for block in check(text.replace("\n", "\r\n")).blocks] == [b.kind for b in document.blocks]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus_cut_and_shuffled(path: Path) -> None:
    """Documents that end anywhere, and whose lines stand in any order."""
    text = _read(path)
    chance = random.Random(0)
    for _ in range(5):
        start = chance.randrange(len(text))
        check(text[start : start + chance.randrange(3_000)])
        lines = re.split(r"(?<=\n)", text)
        chance.shuffle(lines)
        check("".join(lines))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
