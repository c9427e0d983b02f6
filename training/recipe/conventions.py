"""Older vintages of UD Dutch, brought near the conventions of 2025.

The systematic differences that data/README.md lists are undone by rule; the part of speech of frequent words and
the `_` in compound lemmas are learned from the 2025 sentences themselves, since both hang on the single word.
What a vintage doesn't know (XPOS before 2018) stays unknown, so that training leaves it out instead of learning it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recipe.conllu import Sentence, Token

RENAMED = {
    "flat:name": "flat",
    "name": "flat",
    "foreign": "flat",
    "flat:foreign": "flat",
    "mwe": "fixed",
    "dobj": "obj",
    "auxpass": "aux:pass",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj",
    "neg": "advmod",
}
RENAMED_POS = {"CONJ": "CCONJ"}
POSSESSIVES = frozenset(["mijn", "m'n", "jouw", "je", "uw", "zijn", "z'n", "haar", "d'r", "ons", "onze", "hun"])
REFLEXIVES = frozenset(("zich", "zichzelf"))
#: Vintages that attach punctuation in a way of their own.
OWN_PUNCTUATION = (2016, 2017)
#: A word's part of speech is taken over from 2025 when 2025 has it this often, and with this share.
ENOUGH, SURE = 4, 0.9


@dataclass(frozen=True, slots=True)
class Habits:
    """What the 2025 sentences do with single words."""

    #: (form, UPOS) → lemma with `_`, where there is one.
    compounds: dict[tuple[str, str], str]
    #: form → its UPOS counts.
    parts: dict[str, Counter[str]]
    #: (form, UPOS) → most frequent features.
    feats: dict[tuple[str, str], str]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Habits:
        compounds: dict[tuple[str, str], str] = {}
        parts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        feats: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for token in sentence.tokens:
                form = token.form.lower()
                parts[form][token.upos] += 1
                feats[form, token.upos][token.feats] += 1
                if "_" in token.lemma and token.form != "_":
                    compounds[form, token.upos] = token.lemma
        return cls(compounds, dict(parts), {key: count.most_common(1)[0][0] for key, count in feats.items()})


def modernise(sentence: Sentence, habits: Habits) -> None:
    """Change a sentence of an older vintage in place; one of 2025 stays as it is."""
    if sentence.year >= 2025:
        return
    for token in sentence.tokens:
        _relabel(token)
        _retag(token, habits)
        token.lemma = _lemma(token, habits)
    if sentence.treebank == "LassySmall" and sentence.year in OWN_PUNCTUATION:
        attach_punctuation(sentence.tokens)


def _relabel(token: Token) -> None:
    form = token.form.lower()
    token.upos = RENAMED_POS.get(token.upos, token.upos)
    token.deprel = RENAMED.get(token.deprel, token.deprel)
    if form in POSSESSIVES and token.deprel in ("det", "nmod:poss", "nmod") and token.upos in ("DET", "PRON"):
        token.deprel, token.upos = "nmod:poss", "PRON"
    elif form in REFLEXIVES and token.deprel == "obj":
        token.deprel = "expl:pv"
    elif form == "als" and token.upos in ("ADP", "PART"):
        token.upos = "SCONJ"
    elif token.lemma == "worden" and token.upos == "AUX" and token.deprel == "cop":
        token.upos = "VERB"


def _retag(token: Token, habits: Habits) -> None:
    """Take 2025's part of speech where 2025 never uses the old one for this word."""
    counts = habits.parts.get(token.form.lower())
    if counts is None or counts[token.upos]:
        return
    upos, times = counts.most_common(1)[0]
    if times >= ENOUGH and times >= SURE * counts.total():
        token.upos = upos
        token.feats = habits.feats[token.form.lower(), upos]
        token.xpos = ""


def _lemma(token: Token, habits: Habits) -> str:
    """The lemma with 2025's `_`, "" (unknown) for a long noun that 2025 might divide and doesn't have."""
    form = token.form.lower()
    if (form, token.upos) in habits.compounds:
        return habits.compounds[form, token.upos]
    seen = habits.parts.get(form, Counter())[token.upos]
    return token.lemma if seen or token.upos not in ("NOUN", "VERB", "ADJ") or len(form) < 9 else ""


def attach_punctuation(tokens: list[Token]) -> None:
    """Attach punctuation as UD has it since 2018: to the head of the unit that it sets apart.

    From both neighbours, climb as long as the head lies on the same side of the mark; of the two words found, one
    depends on the other, and the mark belongs to the dependent one. A closing mark belongs to the root.
    """
    root = next(i for i, token in enumerate(tokens) if token.head == i)
    for i, token in enumerate(tokens):
        if token.upos != "PUNCT" or i == root or any(t.head == i for t in tokens):
            continue
        left, right = _climb(tokens, i, -1), _climb(tokens, i, 1)
        if left is None or right is None:
            token.head = root
        elif _depends(tokens, left, right):
            token.head = left
        else:
            token.head = right
        token.deprel = "punct"


def _climb(tokens: list[Token], mark: int, step: int) -> int | None:
    """The topmost word reachable from the mark's neighbour on one side without passing the mark."""
    at = mark + step
    while 0 <= at < len(tokens) and tokens[at].upos == "PUNCT":
        at += step
    if not 0 <= at < len(tokens):
        return None
    for _ in tokens:
        head = tokens[at].head
        if head in (at, mark) or (head > mark) != (step > 0):
            break
        at = head
    return at


def _depends(tokens: list[Token], word: int, on: int) -> bool:
    for _ in tokens:
        if word == on:
            return True
        if tokens[word].head == word:
            return False
        word = tokens[word].head
    return False
