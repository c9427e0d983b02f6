"""Lemmas by the conventions of 2025, from the treebank where it has the word, else from Frog."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recipe.conllu import Token
    from teacher.network import Record

#: Particles whose verbs divide or not by their stress, which no rule can see: `voorkomen`.
UNSURE = frozenset(["voor", "door", "over", "onder", "om", "weer", "mis", "vol"])
#: A treebank lemma is taken over from this share of the word's occurrences on.
SURE = 0.75
#: Shortest word that may be a compound, shortest part of one.
COMPOUND, PART = 8, 3


class Lemmas:
    """What is known of lemmas; "" is: unknown, which the lemmatizer doesn't learn from."""

    def __init__(self, records: Sequence[Record]) -> None:
        seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        particles: Counter[str] = Counter()
        self._verbs: set[str] = set()
        self._words: set[str] = set()
        for record in records:
            gold = record["part"] == "train" and record["group"] == 0
            for token in record["tokens"]:
                if gold:
                    self._learn(token, seen, particles)
                hint = token["frog"]
                if hint["xpos"].startswith("WW"):
                    self._verbs.add(hint["lemma"])
                elif hint["xpos"].startswith(("N|soort", "ADJ")):
                    self._words.add(hint["lemma"])
        self._seen = {
            key: counts.most_common(1)[0][0]
            for key, counts in seen.items()
            if counts.most_common(1)[0][1] >= SURE * counts.total()
        }
        self._particles = sorted((p for p, n in particles.items() if n >= 3 and len(p) > 1), key=len, reverse=True)

    def _learn(self, token: Record, seen: dict[tuple[str, str], Counter[str]], particles: Counter[str]) -> None:
        seen[token["form"].lower(), token["upos"]][token["lemma"]] += 1
        if token["upos"] == "VERB":
            first, _, second = token["lemma"].partition("_")
            self._verbs.add(second or first)
            particles[first] += bool(second)
        elif token["upos"] in ("NOUN", "ADJ"):
            self._words.update(token["lemma"].split("_"))

    def put(self, record: Record, tokens: list[Token]) -> None:
        """Set the lemmas of a sentence in place. A verb takes the particle that hangs on it: `gaf … toe`, toe_geven."""
        particles = {token.head: token.form.lower() for token in tokens if token.deprel == "compound:prt"}
        for i, token in enumerate(tokens):
            old = record["tokens"][i]
            known = old["lemma"] if old["upos"] == token.upos else ""
            token.lemma = known or self.lemma(token.form, token.upos, old["frog"]["lemma"], first=i == 0)
            if i in particles and token.upos == "VERB" and token.lemma and "_" not in token.lemma:
                token.lemma = f"{particles[i]}_{token.lemma}"

    def lemma(self, form: str, upos: str, hint: str, *, first: bool) -> str:
        """The lemma of one word, given what Frog says; `first`: it stands where any word has a capital."""
        if (form.lower(), upos) in self._seen:
            return self._seen[form.lower(), upos]
        if upos == "PROPN":
            return form[:-2] if form.endswith(("'s", "’s")) and len(form) > 3 else form
        if upos == "VERB":
            return self._verb(hint)
        if upos in ("NOUN", "ADJ") and self._is_compound(hint):
            return ""
        if upos == "ADJ" and form[0].isupper() and not first:
            return hint[0].upper() + hint[1:]
        return hint

    def _verb(self, hint: str) -> str:
        for particle in self._particles:
            rest = hint.removeprefix(particle)
            if rest != hint and rest in self._verbs and len(rest) > PART:
                return "" if particle in UNSURE else f"{particle}_{rest}"
        return hint

    def _is_compound(self, hint: str) -> bool:
        """Whether 2025 might write the lemma with `_`, at a place and in a way that can't be known."""
        if len(hint) < COMPOUND:
            return False
        for at in range(PART, len(hint) - PART):
            head, tail = hint[:at], hint[at:]
            heads = {head, head.removesuffix("s"), head.removesuffix("en")}
            if tail in self._words and heads & self._words:
                return True
        return False
