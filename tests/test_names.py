"""Names: whose short form is whose, and one name each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli import names
from interview_cli.lexicon.given import given_names
from interview_cli.lexicon.people import noun_gender, person_noun

CASES = Path(__file__).parent / "cases" / "names"


def _cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["title"]) for case in _load(name)]


def _load(name: str) -> Any:  # noqa: ANN401
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("case", _cases("people"))
def test_people(case: dict[str, Any]) -> None:
    assert list(names.merge_people(case["names"])) == case["expected"]


@pytest.mark.parametrize("case", _cases("things"))
def test_things(case: dict[str, Any]) -> None:
    assert list(names.merge_things(case["names"], aliases=case.get("aliases", {}))) == case["expected"]


@pytest.mark.parametrize("case", _cases("abbreviations"))
def test_abbreviations(case: dict[str, Any]) -> None:
    end = case["text"].index(case["name"]) + len(case["name"])
    assert names.abbreviation_after(case["text"], end, case["name"]) == case["expected"]


@pytest.mark.parametrize(("given_name", "sex"), _load("genders"))
def test_gender(given_name: str, sex: str | None) -> None:
    assert names.gender(given_name) == sex


@pytest.mark.parametrize("case", _load("nouns"), ids=lambda case: case["noun"])
def test_person_nouns(case: dict[str, Any]) -> None:
    assert (person_noun(case["noun"]), noun_gender(case["noun"])) == (case["person"], case["gender"])


def test_given_names_are_clean() -> None:
    table = given_names()
    assert len(table) > 2000
    assert set(table.values()) == {"f", "m", "n"}
    assert all(name[:1].isupper() and name == name.strip() for name in table)


_GIVEN = st.sampled_from(["Jan", "Janneke", "Sam", "Samuel", "Luc", "Robin", "Cor", "Hans", "Peter", "J.", "ROY"])
_FAMILY = st.sampled_from(["de Boer", "Boer", "Van der Berg", "El Idrissi", "Peters", "Altman", "Dewaele", "Bos-Boer"])
_TITLE = st.sampled_from(["", "", "", "dr. ", "mevrouw ", "prof. dr. "])
_ENDING = st.sampled_from(["", "", "", "s", "'s", "’s"])
_NAME = st.one_of(
    st.builds("{}{} {}{}".format, _TITLE, _GIVEN, _FAMILY, _ENDING),
    st.builds("{}{}{}".format, _TITLE, st.one_of(_GIVEN, _FAMILY), _ENDING),
)


@given(st.lists(_NAME, max_size=12))
def test_merging_people_again_changes_nothing(mentions: list[str]) -> None:
    merged = names.merge_people(mentions)
    assert len(merged) == len(mentions)
    assert names.merge_people(merged) == merged


@given(st.lists(st.text(max_size=20), max_size=8))
def test_any_strings_merge(mentions: list[str]) -> None:
    assert len(names.merge_people(mentions)) == len(names.merge_things(mentions)) == len(mentions)
    assert names.merge_people(mentions) == names.merge_people(mentions)


@given(st.text(max_size=40))
def test_any_word_has_a_gender_or_none(word: str) -> None:
    assert names.gender(word) in ("f", "m", None)
    assert noun_gender(word) in ("f", "m", None)
    assert person_noun(word) in (True, False)
