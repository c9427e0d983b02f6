"""Given names: which words are some, and which gender they say."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_cli.lexicon.people import Gender


@cache
def given_names() -> Mapping[str, str]:
    """Return the given names that the package knows, each with f, m or n, from `lexicon/given_names.txt`."""
    table = (files("interview_cli.lexicon") / "given_names.txt").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({name: sex for name, sex, *_ in rows})


def is_given(word: str) -> bool:
    """Tell whether a word is a known given name, in normal case or all capitals; each part of a double one is."""
    names = given_names()
    return _cased(word) in names or ("-" in word and all(_cased(part) in names for part in word.split("-")))


def gender(given: str) -> Gender | None:
    """Return the gender of a given name, None where it is unknown or borne by both.

    >>> gender("Kato"), gender("Dirk-Jan"), gender("Robin")
    ('f', 'm', None)
    """
    names = given_names()
    found = [names.get(_cased(given), "")]
    if not found[0] and "-" in given:
        found = [names.get(_cased(part), "") for part in given.split("-")]
    said = {sex for sex in found if sex in ("f", "m")}
    if len(said) != 1 or "" in found:
        return None
    return "f" if "f" in said else "m"


def _cased(word: str) -> str:
    """Return a word in the case of names where it is all capitals: ROY, DIRK-JAN."""
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 1 else word
