"""The embedded pipeline's own parts: lemma table and rules, compounds, boundaries, word classes, tokenizer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.strings import get_string_id
from spacy.tokens import Span

from interview_cli.dutch.boundaries import forbid_starts
from interview_cli.dutch.classes import CODES, VALUES, WordClasses
from interview_cli.dutch.compounds import divide
from interview_cli.dutch.embedding import make_embedding
from interview_cli.dutch.lemmas import Lemmas
from interview_cli.dutch.table import Table
from interview_cli.dutch.titles import find_titles
from interview_cli.dutch.tokenizer import make_tokenizer
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).parent / "cases/dutch"
#: A table small enough to read: H nouns that may be heads, N others, M first parts, V verbs, A adjectives.
ENTRIES = {
    ("H", "brieven"): "brief", ("H", "briefjes"): "brief", ("H", "ranglijsten"): "ranglijst", ("H", "lijsten"): "lijst",
    ("H", "schepen"): "schip", ("H", "nesten"): "nest", ("H", "journaals"): "journaal", ("H", "slagen"): "slag",
    ("N", "grondslagen"): "grondslag", ("H", "den"): "den",
    ("M", "wereld"): "wereld", ("M", "rang"): "rang", ("M", "wereldrang"): "wereldrang", ("M", "oorlogs"): "oorlog",
    ("M", "muizen"): "muis", ("M", "grond"): "grond", ("M", "lan"): "lan",
    ("V", "schreef"): "schrijven", ("V", "afgestoten"): "af_stoten", ("V", "gaf"): "geven",
    ("V", "toegeven"): "toe_geven",
    ("A", "lange"): "lang", ("A", "schotse"): "schots",
}  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n"), max_size=12)


def cases(name: str) -> list[Any]:
    read = json.loads((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=case["title"]) for case in read]


@pytest.mark.parametrize("case", cases("lemmas.json"))
def test_lemma(case: dict[str, Any]) -> None:
    lemmas = Lemmas(Table.of(ENTRIES))
    particle, initial = case.get("particle", ""), case.get("initial", False)
    found = lemmas.of(case["word"], case["pos"], case["guess"], particle=particle, initial=initial)
    assert found == case["lemma"]


@given(st.dictionaries(st.tuples(st.sampled_from("HNMVA"), LETTERS.filter(bool)), LETTERS))
def test_a_table_gives_back_what_was_put_in(entries: dict[tuple[str, str], str]) -> None:
    table = Table(Table.of(entries).to_bytes())
    assert {key: table.find(*key) for key in entries} == entries
    assert table.find("X", "brief") is None


@given(LETTERS, st.dictionaries(LETTERS, LETTERS))
def test_a_division_is_of_known_parts(form: str, parts: dict[str, str]) -> None:
    divided = divide(form, modifier=parts.get, head=parts.get)
    at = range(len(form) + 1)
    assert divided is None or divided in {f"{parts.get(form[:i])}_{parts.get(form[i:])}" for i in at}


@pytest.mark.parametrize("case", cases("boundaries.json"))
def test_boundaries(case: dict[str, Any]) -> None:
    doc = spacy.blank("nl")(case["text"])
    if "name" in case:
        doc.set_ents([Span(doc, case["name"][0], case["name"][1], "WORK_OF_ART")])
    forbid_starts(doc)
    assert [token.text for token in doc[1:] if token.is_sent_start is False] == case["starts_forbidden"]


@pytest.mark.parametrize("case", cases("titles.json"))
def test_titles(case: dict[str, Any]) -> None:
    doc = spacy.blank("nl")(case["text"])
    names = {"Giovanni", "Amsterdam", "Bergen", "Leiden", "Hond", "Maas"}
    doc.set_ents([Span(doc, token.i, token.i + 1, "GPE") for token in doc if token.text in names])
    outside = [ent.text for ent in doc.ents if not any(ent.text in title for title in case["titles"])]
    found = find_titles(doc).ents
    assert [ent.text for ent in found if ent.label_ == "WORK_OF_ART"] == case["titles"]
    assert [ent.text for ent in found if ent.label_ == "GPE"] == outside


def test_a_known_start_stays() -> None:
    doc = spacy.blank("nl")("“ Kom . ”")
    doc[1].is_sent_start = True
    assert forbid_starts(doc)[1].is_sent_start


def test_word_classes_go_with_the_vocabulary(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    words = ["de", "huis", "Amsterdam"]
    codes = np.arange(len(words) * CODES).reshape(-1, CODES) + 1
    WordClasses.of(np.array([get_string_id(word) for word in words], np.uint64), codes).put(nlp.vocab)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    found = WordClasses.of_vocab(again.vocab)(again.make_doc("De huis amsterdam Amsterdam"))
    assert found.tolist() == [codes[0].tolist(), codes[1].tolist(), [0] * CODES, codes[2].tolist()]


def test_a_pipeline_without_word_classes_knows_none() -> None:
    nlp = spacy.blank("nl")
    assert not WordClasses.of_vocab(nlp.vocab)(nlp.make_doc("Een huis")).any()


def test_the_embedding_sees_word_classes() -> None:
    nlp = spacy.blank("nl")
    doc = nlp.make_doc("Een huis")
    layer = make_embedding(8, ["SHAPE"], [50], 4)
    layer.initialize([doc])
    before = layer.predict([doc])[0]
    other = spacy.blank("nl")
    WordClasses.of(np.array([get_string_id("huis")], np.uint64), np.full((1, CODES), VALUES)).put(other.vocab)
    after = layer.predict([other.make_doc("Een huis")])[0]
    assert np.array_equal(before[0], after[0])
    assert not np.array_equal(before[1], after[1])


def test_words_that_come_again_have_the_same_vectors_as_in_training() -> None:
    nlp = spacy.blank("nl")
    docs = [nlp.make_doc(text) for text in ("De man en de hond", "De", "")]
    layer = make_embedding(8, ["NORM", "SHAPE"], [50, 50], 4)
    layer.initialize(docs)
    learning, _ = layer.begin_update(docs)
    for one, other in zip(learning, layer.predict(docs), strict=True):
        assert np.allclose(one, other, atol=1e-6)


@pytest.fixture(scope="module")
def own() -> Language:
    return spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": "interview.Tokenizer.v1"}}})


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_tokenizer_is_spacys(path: Path, own: Language) -> None:
    text = path.read_text("utf-8", errors="replace")
    assert [t.text for t in own.make_doc(text)] == [t.text for t in spacy.blank("nl").make_doc(text)]
    assert type(own.tokenizer) is type(make_tokenizer()(own))
