"""The lemma table: forms of open word classes with their lemmas by the conventions of 2025.

The forms are spaCy's own Dutch tables (package `spacy-lookups-data`, MIT licence), corrected by what the treebank of
2025 has. Those tables write compounds and separable verbs as one word; the treebank puts `_` between their parts
(`grond_gebied`, `af_stoten`). Whether a noun is divided is told by its parts and by how often it is met (package
`wordfreq`, Apache licence, data CC BY-SA 4.0): frequent ones stand in the dictionary of Alpino, which made the
treebank, as one word. Whether a verb is separable is told by its participle (`afgestoten`, but `overleefd`).
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from interview_cli.dutch.compounds import LEAST_HEAD, SEAM, divide
from interview_cli.dutch.lemmas import SHORTEST, Lemmas
from interview_cli.dutch.table import Table
from recipe.conllu import GOLD_YEAR, read_all, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from recipe.conllu import Sentence

    Forms = dict[tuple[str, str], str]

#: A treebank lemma stands when so large a share of the form's occurrences has it.
SURE = 0.75
#: Words rarer than this are no parts of compounds (Zipf scale: 3 is once in a million words).
KNOWN_PART = 2.2
#: A last part shorter than this must be met as one in the treebank.
HEAD = 4
#: Endings that are nouns by themselves, but not as last parts.
SUFFIXES = frozenset(
    ["schap", "schappen", "heid", "ster", "ling", "aar", "aars", "age", "ent", "gel", "ing", "ers", "eel", "iet", "tel"]
)
#: Particles of verbs, which a compound noun doesn't begin with either.
PREFIXES = frozenset(["ver", "aan", "uit", "wan", "mis", "her", "ont"])
DIMINUTIVES = ("etje", "pje", "tje", "je")
NO_DIMINUTIVES = frozenset(["meisje"])
#: Shortest particle of a verb.
LEAST_PARTICLE = 2
#: How often a part is counted as met, at most.
OFTEN = 4


@dataclass(frozen=True, slots=True)
class Tables:
    """spaCy's Dutch tables, by part of speech."""

    exceptions: dict[str, dict[str, list[str]]]
    index: dict[str, frozenset[str]]
    lookup: dict[str, str]

    @classmethod
    def load(cls) -> Tables:
        """Read them from the installed package."""
        import spacy_lookups_data  # type: ignore[import-not-found, unused-ignore]

        folder = Path(spacy_lookups_data.__file__).parent / "data"

        def read(name: str) -> Any:  # noqa: ANN401 (as JSON has it)
            return json.loads(gzip.decompress((folder / f"nl_lemma_{name}.json.gz").read_bytes()))

        index = {upos: frozenset(words) for upos, words in read("index").items()}
        return cls(exceptions=read("exc"), index=index, lookup=read("lookup"))

    def forms(self, upos: str) -> dict[str, str]:
        """Form → lemma of one open class, in small letters and without `_`."""
        index = self.index[upos]
        found = {lemma: lemma for lemma in index}
        found.update((form, lemma) for form, lemma in self.lookup.items() if lemma in index and form not in index)
        found.update((form, lemmas[0]) for form, lemmas in self.exceptions[upos].items())
        return {form: lemma for form, lemma in found.items() if _is_word(form) and _is_word(lemma)}


def _is_word(form: str) -> bool:
    return form.replace("-", "").replace("'", "").isalpha()


def read_lemmas(data: Path) -> Lemmas:
    """The lemmas that the training part of the treebank and spaCy's tables have."""
    train, _ = split([s for s in read_all(data / "dutch") if s.year == GOLD_YEAR])
    return Lemmas(make_table(train))


def make_table(sentences: Sequence[Sentence]) -> Table:
    """Make the table of the lemmas that `sentences` (2025, training part) and spaCy's tables have."""
    from wordfreq import zipf_frequency  # type: ignore[import-not-found, unused-ignore]

    tables = Tables.load()
    seen = treebank_forms(sentences)

    def frequency(word: str) -> float:
        return float(zipf_frequency(word, "nl"))

    nouns = {form: _diminished(lemma, tables.index["noun"], frequency) for form, lemma in tables.forms("noun").items()}
    nouns.update((form, lemma.replace(SEAM, "")) for (letter, form), lemma in seen.items() if letter == "N")
    met = Met.of(sentences)
    common = {word: frequency(word) for word in {*nouns, *nouns.values()}}
    heads = {
        form: lemma
        for form, lemma in nouns.items()
        if len(form) >= LEAST_HEAD
        and form not in SUFFIXES
        and (met.heads[lemma] or (len(lemma) >= HEAD and common[lemma] >= KNOWN_PART))
    }
    modifiers = _modifiers(nouns, tables, met, common)
    whole = Whole.fit(sentences, nouns, heads, modifiers, met, common)

    entries: Forms = {("M", form): lemma for form, lemma in modifiers.items()}
    for form, lemma in nouns.items():
        divided = _divided(form, heads, modifiers)
        if divided is None or whole(lemma, divided):
            entries["H" if form in heads else "N", form] = lemma
    for form, lemma in tables.forms("verb").items():
        entries["V", form] = lemma
    for form, lemma in tables.forms("adj").items():
        entries["A", form] = lemma
    for (letter, form), lemma in separable(entries).items():
        entries[letter, form] = lemma
    for (letter, form), lemma in seen.items():
        entries["H" if ("H", form) in entries and letter == "N" else letter, form] = lemma
    return Table.of(entries)


def treebank_forms(sentences: Iterable[Sentence]) -> Forms:
    """What the treebank says of a form nearly always. Lemmas with a particle that stands elsewhere are left out."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        apart = {token.head for token in sentence.tokens if token.deprel == "compound:prt"}
        for i, token in enumerate(sentence.tokens):
            if token.upos in LETTERS and token.lemma and i not in apart:
                counts[LETTERS[token.upos], token.form.lower()][token.lemma] += 1
    found = {}
    for key, lemmas in counts.items():
        lemma, times = lemmas.most_common(1)[0]
        if times >= SURE * lemmas.total():
            found[key] = lemma
    return found


LETTERS = {"NOUN": "N", "VERB": "V", "AUX": "V", "ADJ": "A"}


def _diminished(lemma: str, index: frozenset[str], frequency: Callable[[str], float]) -> str:
    """The noun of a diminutive, the most frequent one if several fit: the treebank has no lemma of its own for it."""
    bases = {lemma.removesuffix(ending) for ending in DIMINUTIVES if lemma.endswith(ending)}
    bases |= {base[:-1] for base in bases if base[-1:] == base[-2:-1]}
    known = sorted(base for base in bases & index if len(base) > 1)
    return max(known, key=frequency) if known and lemma not in NO_DIMINUTIVES else lemma


@dataclass(frozen=True, slots=True)
class Met:
    """How many different compounds of the treebank have a word as their last part, as their first part."""

    heads: Counter[str]
    modifiers: Counter[str]
    #: Pairs that were counted, so that one compound can be left out of its own evidence.
    compounds: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Met:
        pairs = set()
        for sentence in sentences:
            for token in sentence.tokens:
                if token.upos == "NOUN" and SEAM in token.lemma:
                    first, *_, last = token.lemma.lower().split(SEAM)
                    pairs.add((first, last))
        return cls(Counter(last for _, last in pairs), Counter(first for first, _ in pairs), frozenset(pairs))


def _modifiers(nouns: dict[str, str], tables: Tables, met: Met, common: dict[str, float]) -> dict[str, str]:
    """First parts with what links them → their lemmas."""
    found: dict[str, str] = {}
    stems = {verb[:-2] for verb in tables.index["verb"] if verb.endswith("en") and len(verb) > 5}
    for stem in stems & set(met.modifiers):
        found[stem] = stem
    lemmas = {lemma for lemma in nouns.values() if common[lemma] >= KNOWN_PART or met.modifiers[lemma]}
    lemmas |= {adj for adj in tables.index["adj"] if met.modifiers[adj]} | set(met.modifiers)
    lemmas = {lemma for lemma in lemmas if len(lemma) > 2 and lemma not in PREFIXES}
    for link in ("e", "en", "s"):
        found.update((lemma + link, lemma) for lemma in lemmas if lemma.isalpha())
    # Plurals as they are written, `muizen`; then a word itself stands before all others, `regen`.
    found.update((form, lemma) for form, lemma in nouns.items() if lemma in lemmas and form.endswith(("en", "s")))
    found.update((lemma, lemma) for lemma in lemmas)
    return found


def _divided(form: str, heads: dict[str, str], modifiers: dict[str, str]) -> str | None:
    if len(form) < SHORTEST:
        return None
    return divide(form, modifier=modifiers.get, head=heads.get)


@dataclass(frozen=True, slots=True)
class Whole:
    """Tells whether a noun that can be divided is left whole: a logistic regression over what is known of it."""

    weights: np.ndarray[Any, Any]
    common: dict[str, float]
    met: Met

    @classmethod
    def fit(
        cls, sentences: Sequence[Sentence], nouns: dict[str, str], heads: dict[str, str], modifiers: dict[str, str],
        met: Met, common: dict[str, float],
    ) -> Whole:  # fmt: skip
        """Learn from the nouns of the treebank."""
        kinds = {}
        for sentence in sentences:
            for token in sentence.tokens:
                if token.upos == "NOUN" and token.form.isalpha():
                    kinds[token.form.lower()] = token.lemma.lower()
        unfit = cls(np.zeros(7), common, met)
        rows, wanted = [], []
        for form, lemma in sorted(kinds.items()):
            divided = _divided(form, heads, modifiers)
            if divided is not None and form in nouns:
                rows.append(unfit._features(nouns[form], divided))
                wanted.append(SEAM not in lemma)
        return cls(_logistic(np.array(rows), np.array(wanted, dtype=float)), common, met)

    def __call__(self, lemma: str, divided: str) -> bool:
        return bool(self._features(lemma, divided) @ self.weights > 0)

    def _features(self, lemma: str, divided: str) -> np.ndarray[Any, Any]:
        first, *_, last = divided.split(SEAM)
        itself = (first, last) in self.met.compounds
        return np.array([
            1.0, self.common.get(lemma, 0.0), self.common.get(first, 0.0), self.common.get(last, 0.0),
            min(self.met.heads[last] - itself, OFTEN), min(self.met.modifiers[first] - itself, OFTEN), len(first),
        ])  # fmt: skip


def _logistic(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Weights by Newton's method, held small a little."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curve, x.T @ (y - p) - weights)
    return weights


def separable(entries: Forms) -> Forms:
    """Verbs that are written apart in a main clause, with `_` behind the particle: `afstoten`, by `afgestoten`."""
    verbs = {form: lemma for (letter, form), lemma in entries.items() if letter == "V"}
    particles: dict[str, str] = {}
    for form, lemma in verbs.items():
        for at in range(LEAST_PARTICLE, len(form) - 2):
            rest = lemma[at:]
            participle = form[at:]
            alike = lemma[:at] == form[:at] and participle != rest
            if participle.startswith("ge") and alike and verbs.get(participle) == rest:
                particles[lemma] = form[:at]
    return {
        ("V", form): particles[lemma] + SEAM + lemma.removeprefix(particles[lemma])
        for form, lemma in verbs.items()
        if lemma in particles
    }
