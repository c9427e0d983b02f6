"""Write data/silver-*.conllu.gz (needs torch).

The probabilities of several teachers are averaged. On an older vintage its own annotation has a vote too, as far as the
vintage can be trusted where it differs from 2025.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]

from recipe.conllu import Sentence, Token, write_silver
from teacher.lemmas import Lemmas
from teacher.network import Teacher, Vocabularies, encode, predict
from teacher.tree import best_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from teacher.network import Record
    from teacher.tree import Scores

#: What the annotation of a vintage adds to log probabilities, by group: head, label, part of speech.
TRUST = {1: (3.2, 2.8, 3.0), 2: (3.2, 2.8, 3.0), 3: (2.2, 2.0, 2.5), 4: (1.5, 1.5, 2.0)}
#: The same for the whole morphological label, and for a tag: no vintage that has tags differs in them.
WHOLE, TAG = 1.0, 4.0
#: From this group on, punctuation is attached in a way of its own, and blanks between tokens are not known.
OWN_WAY = 3


class Ensemble:
    """Several teachers that were trained on the same sentences."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._nets = []
        for path in paths:
            saved = torch.load(path, weights_only=False)
            self.v: Vocabularies = saved["vocabularies"]
            net = Teacher(self.v)
            net.load_state_dict(saved["net"])
            self._nets.append(net)

    def predict(self, records: Sequence[Record]) -> list[list[Scores]]:
        """Log probabilities by the conventions of 2025."""
        sentences = [replace(encode(record, self.v), group=0) for record in records]
        every = [predict(net, sentences) for net in self._nets]
        return [
            [np.log(sum(part.numpy() for part in parts) / len(parts) + 1e-6) for parts in zip(*scores, strict=True)]
            for scores in zip(*every, strict=True)
        ]


def annotate(record: Record, scores: list[Scores], v: Vocabularies) -> list[Token]:
    """The tokens of one sentence with all but their lemmas."""
    arcs, labels, morphs, tags = scores
    tokens, group = record["tokens"], record["group"]
    if record["part"] == "train":
        _vote(tokens, group, scores, v)
    found = []
    for i, head in enumerate(best_tree(arcs)):
        order = [v.dep.items[k] for k in labels[i, head].argsort()[::-1] if k > 1]
        dep = "root" if head == 0 else next(label for label in order if label != "ROOT")
        upos, _, feats = v.morph.items[int(morphs[i, 2:].argmax()) + 2].partition("#")
        xpos = v.tag.items[int(tags[i, 2:].argmax()) + 2]
        found.append(Token(tokens[i]["form"], "", upos, xpos, feats, head - 1 if head else i, dep, tokens[i]["space"]))
    return found


def _vote(tokens: list[Record], group: int, scores: list[Scores], v: Vocabularies) -> None:
    arcs, labels, morphs, tags = scores
    head_trust, label_trust, part_trust = TRUST[group]
    for i, token in enumerate(tokens):
        head = 0 if token["head"] == i else token["head"] + 1
        if group < OWN_WAY or token["upos"] != "PUNCT":
            arcs[i, head] += head_trust
        if token["dep"] in v.dep.index:
            labels[i, head, v.dep.index[token["dep"]]] += label_trust
        for k, morph in enumerate(v.morph.items):
            morphs[i, k] += part_trust * (morph.partition("#")[0] == token["upos"]) + WHOLE * (morph == token["morph"])
        if token["tag"]:
            tags[i, v.tag.index[token["tag"]]] += TAG


def space(tokens: list[Token]) -> None:
    """Put blanks as usual in a sentence that doesn't say where they are."""
    if len(tokens) < 2 or any(not token.space for token in tokens[:-1]):
        return
    inside: dict[str, bool] = {}
    for i, token in enumerate(tokens):
        form = token.form
        if form in (".", ",", ";", ":", "!", "?", ")", "]", "…", "...", "%", "'s") and i:
            tokens[i - 1].space = False
        elif form in ("(", "["):
            token.space = False
        elif form in ('"', "'", "''") and inside.get(form):
            tokens[i - 1].space = inside[form] = False
        elif form in ('"', "'", "''") and any(later.form == form for later in tokens[i + 1 :]):
            token.space, inside[form] = False, True


def label(path: Path, out: Path, teachers: Sequence[Path]) -> None:
    """Label older vintages and own sentences."""
    torch.set_num_threads(1)
    records: list[Record] = json.loads(path.read_text(encoding="utf-8"))
    ensemble = Ensemble(teachers)
    lemmas = Lemmas(records)
    for name, part, chosen in (
        ("silver-ud", "train", [r for r in records if r["part"] == "train" and r["group"]]),
        ("silver-own", "own", [r for r in records if r["part"] == "own"]),
    ):
        sentences = []
        for record, scores in zip(chosen, ensemble.predict(chosen), strict=True):
            tokens = annotate(record, scores, ensemble.v)
            lemmas.put(record, tokens)
            if record["group"] >= OWN_WAY:
                space(tokens)
            sentences.append(Sentence(record["id"], 2025, part, tokens))
        write_silver(sentences, out / f"{name}.conllu.gz")
