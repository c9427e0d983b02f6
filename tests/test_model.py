"""The embedded pipeline: it loads from its folder and from a wheel, keeps to the scheme, and knows some Dutch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from interview_cli import nlp as loading

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "src/interview_cli/models" / loading.EMBEDDED
LABELS = json.loads((Path(__file__).parent / "data/nl_core_news_sm_labels.json").read_text("utf-8"))
#: The components of nl_core_news_sm 3.8, and our own between ner and parser.
COMPONENTS = {"tok2vec", "morphologizer", "tagger", "parser", "lemmatizer", "senter", "attribute_ruler", "ner"}
OWN_COMPONENTS = {"titles", "boundaries"}
MOST_MB = 20
#: Loads the weights of the wheel, and says where from and what it makes of a sentence.
PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
from interview_cli import nlp
pipeline = nlp.load(nlp.EMBEDDED)
doc = pipeline.nlp("Anna Jansen woont in Utrecht.")
print(nlp.__file__, *(f"{ent.text}={ent.label_}" for ent in doc.ents), sep="\\n")
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    import spacy

    return spacy.load(FOLDER)


def test_size() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < MOST_MB * 1e6


def test_licence_and_model_card_lie_beside_the_weights() -> None:
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "LICENSE").read_text("utf-8")
    card = (FOLDER / "README.md").read_text("utf-8")
    for word in ("LassySmall", "Alpino", "CC BY-SA 4.0", "machine help"):
        assert word in card
    assert json.loads((FOLDER / "meta.json").read_text("utf-8"))["license"] == "CC BY-SA 4.0"


def test_components(nlp: Language) -> None:
    assert set(nlp.pipe_names) <= COMPONENTS | OWN_COMPONENTS
    assert set(loading.NEEDED) <= set(nlp.pipe_names)


@pytest.mark.parametrize("component", sorted(LABELS))
def test_labels_are_those_of_nl_core_news_sm(nlp: Language, component: str) -> None:
    if component in nlp.pipe_names:
        labels = getattr(nlp.get_pipe(component), "labels", ())
        assert set(labels) <= set(LABELS[component]), component


def test_tags_and_lemmas(nlp: Language) -> None:
    doc = nlp("De journaliste schreef gisteren drie lange brieven aan haar moeder.")
    expected = "DET NOUN VERB ADV NUM ADJ NOUN ADP PRON NOUN PUNCT"
    assert " ".join(token.pos_ for token in doc) == expected
    assert {token.text: token.lemma_ for token in doc if token.text in ("schreef", "brieven", "lange")} == {
        "schreef": "schrijven",
        "brieven": "brief",
        "lange": "lang",
    }


def test_subject_and_object(nlp: Language) -> None:
    doc = nlp("De trainer prijst zijn spelers.")
    found = {token.dep_: token.text for token in doc if token.head.text == "prijst" and token.dep_ != "punct"}
    assert found == {"ROOT": "prijst", "nsubj": "trainer", "obj": "spelers"}


def test_names(nlp: Language) -> None:
    doc = nlp("Volgens Marieke de Boer van Philips staat de fabriek in Eindhoven.")
    assert {(ent.text, ent.label_) for ent in doc.ents} == {
        ("Marieke de Boer", "PERSON"),
        ("Philips", "ORG"),
        ("Eindhoven", "GPE"),
    }


def test_bytes_carry_all_of_it(nlp: Language) -> None:
    from spacy.util import load_model_from_config

    text = "De wereldranglijsten zijn afgeschaft, gaf hij in ‘Trouw’ toe."
    again = load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert again(text).to_json() == nlp(text).to_json()


def test_white_space_is_tagged_as_such(nlp: Language) -> None:
    doc = nlp("Een kop\n\nEen alinea.")
    assert [(token.pos_, token.tag_) for token in doc if token.is_space] == [("SPACE", "_SP")]


def test_tokenizer_is_the_one_that_spacy_makes(nlp: Language) -> None:
    """That is why `nlp.load` need not read it."""
    import spacy

    shipped, made_anew = cast("Any", nlp.tokenizer), cast("Any", spacy.blank("nl").tokenizer)
    assert shipped.to_bytes(exclude=["vocab"]) == made_anew.to_bytes(exclude=["vocab"])
    text = "Dhr. Jansen zei: ‘'t Is z'n eerste foto's.’ (NRC, 3 jan. 2024)"
    made = loading.load(loading.EMBEDDED).nlp(text)
    assert made.to_json() == nlp(text).to_json()


def test_same_text_gives_the_same_answers(nlp: Language) -> None:
    text = "Zij werkt bij Zoltera, zegt Kees Blok. ‘Dat is goed’, vindt hij."
    assert nlp(text).to_json() == nlp(text).to_json()


def test_wheel_carries_the_weights(tmp_path: Path) -> None:
    """Built from the repository, installed into an empty folder, loaded from there."""
    wheels, target = tmp_path / "wheels", tmp_path / "target"
    _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    (wheel,) = wheels.glob("interview_cli-*.whl")
    assert wheel.stat().st_size < MOST_MB * 1e6
    _pip("install", "--no-deps", "--target", str(target), str(wheel))
    # -P and another folder: nothing of the repository is found by chance.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROBE, str(target)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    where, *entities = done.stdout.splitlines()
    assert Path(where).is_relative_to(target)
    assert "Anna Jansen=PERSON" in entities


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True, capture_output=True)
