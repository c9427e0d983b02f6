"""The lemma of a word, given its form, its part of speech, its particle, and what the trained model guesses.

Conventions are those of UD Dutch (2025): `_` between the parts of compounds (`wereld_titel`) and behind the particle of
a separable verb, also where it stands elsewhere (`gaf … toe`: toe_geven); a diminutive has the lemma of its noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.dutch.compounds import SEAM, divide

if TYPE_CHECKING:
    from interview_cli.dutch.table import Table

#: Parts of speech whose lemmas are in small letters, wherever the word stands.
SMALL = frozenset(["ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "PRON", "SCONJ", "VERB"])
#: Words shorter than this are not divided, in code points.
SHORTEST = 7


class Lemmas:
    """Lemmas by a table and by rule. Without either the guess stands."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def of(self, form: str, upos: str, guess: str, *, particle: str = "", initial: bool = False) -> str:
        """Return the lemma. `initial`: the word stands where any word has a capital."""
        if upos in ("VERB", "AUX"):
            return self._verb(form.lower(), guess.lower(), particle)
        if upos == "NOUN":
            return self._noun(form, guess)
        if upos == "ADJ":
            return self._adjective(form, guess, initial=initial)
        return guess.lower() if upos in SMALL else guess

    def _verb(self, form: str, guess: str, particle: str) -> str:
        lemma = self.table.find("V", form) or guess
        if particle and SEAM not in lemma and SEAM in (self.table.find("V", particle + lemma) or ""):
            return f"{particle}{SEAM}{lemma}"
        return lemma

    def _noun(self, form: str, guess: str) -> str:
        small = form.lower()
        lemma = self._hyphened(form) if "-" in form else None
        if lemma is None:
            lemma = self._known_noun(small)
        if lemma is None and len(form) >= SHORTEST:
            lemma = divide(small, modifier=self._modifier, head=self._head)
        if lemma is not None:
            return lemma
        return guess.lower() if form[1:].islower() else guess

    def _known_noun(self, form: str) -> str | None:
        return self._head(form) or self.table.find("N", form)

    def _head(self, form: str) -> str | None:
        return self.table.find("H", form)

    def _modifier(self, form: str) -> str | None:
        return self.table.find("M", form)

    def _hyphened(self, form: str) -> str | None:
        """`NOS-journaals`: NOS_journaal. Only if its last part is a known noun."""
        *before, last = form.split("-")
        head = self._known_noun(last.lower())
        return SEAM.join([*before, head]) if head is not None and all(before) else None

    def _adjective(self, form: str, guess: str, *, initial: bool) -> str:
        lemma = self.table.find("A", form.lower())
        if lemma is None:
            return guess.lower() if initial and guess[1:].islower() else guess
        if form[0].isupper() and not initial and lemma[0].islower():
            return lemma[0].upper() + lemma[1:]
        return lemma
