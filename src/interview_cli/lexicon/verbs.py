"""The reporting verbs: `reporting_verbs.tsv`, inflected, as a table from form to entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from interview_cli.lexicon.inflection import VerbParts, forms

if TYPE_CHECKING:
    from collections.abc import Mapping

VerbClass = Literal["say", "ask", "answer", "think", "judge", "manner", "write", "hear"]


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """One entry of the table. `lemma` is the whole infinitive (`toegeven`), `particle` its separable part or ''."""

    lemma: str
    particle: str
    kind: VerbClass
    strong: bool
    reflexive: bool
    parts: VerbParts

    @property
    def joined(self) -> frozenset[str]:
        """The forms with the particle attached (`toegeeft`, `toegegeven`), or all forms where there is none."""
        return frozenset(self.particle + form for form in forms(self.parts))


@cache
def reporting_verbs() -> tuple[ReportingVerb, ...]:
    """Return the table in file order."""
    table = (files("interview_cli.lexicon") / "reporting_verbs.tsv").read_text("utf-8")
    return tuple(_entry(line) for line in table.splitlines() if line and not line.startswith("#"))


def _entry(line: str) -> ReportingVerb:
    name, kind, strength, *rest = line.split("\t")
    classes: dict[str, VerbClass] = {each: each for each in get_args(VerbClass)}
    if kind not in classes or strength not in ("strong", "weak"):
        raise ValueError(f"reporting_verbs.tsv: {line!r}")
    reflexive = name.startswith("zich ")
    particle, _, base = name.removeprefix("zich ").rpartition("|")
    regular, _, extra = (rest[0] if rest else "").partition("/")
    stem = re.search(r"\[(\S+)\]", regular)
    principal = [part for part in regular.split() if not part.startswith("[")]
    *past, participle = [part for part in principal if part != "-"] or [""]
    return ReportingVerb(
        lemma=particle + base,
        particle=particle,
        kind=classes[kind],
        strong=strength == "strong",
        reflexive=reflexive,
        parts=VerbParts(base, tuple(past), participle, stem[1] if stem else "", tuple(extra.split())),
    )


@cache
def verb_forms() -> Mapping[str, tuple[ReportingVerb, ...]]:
    """Map each form as it stands in a text (lower case) to the verbs it may belong to.

    A separable verb is listed under its joined forms and under its bare ones; who finds a bare form has to find the
    particle in the same clause.
    """
    table: dict[str, list[ReportingVerb]] = {}
    for verb in reporting_verbs():
        for form in sorted(verb.joined | forms(verb.parts)):
            table.setdefault(form, []).append(verb)
    return MappingProxyType({form: tuple(verbs) for form, verbs in table.items()})
