"""Gather what the teacher reads (needs Frog, not torch).

Every sentence of every vintage, brought near 2025 by `recipe/conventions.py`, and every own sentence, with what Frog
says of it. Held-out documents are marked: they are for measuring only.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy

from recipe.augment import mentions
from recipe.conllu import Sentence, Token, read_all, split
from recipe.conventions import Habits, modernise
from recipe.examples import Scheme
from recipe.frog import frog
from recipe.markup import read_ner, read_sentences
from teacher.entities import tags_of

OWN = Path(__file__).resolve().parent.parent / "data"
#: Vintages by how near to 2025 they are; the teacher is told which one it reads.
GROUPS = {
    ("LassySmall", 2025): 0, ("Alpino", 2025): 0, ("LassySmall", 2018): 1, ("Alpino", 2017): 2,
    ("LassySmall", 2017): 3, ("LassySmall", 2016): 4,
}  # fmt: skip


def treebanks(data: Path) -> list[tuple[Sentence, bool]]:
    """(sentence, whether it is held out), without those that are in a held-out document in another vintage."""
    train, test = split(read_all(data / "dutch"))
    habits = Habits.of(s for s in train if s.year == 2025)
    for sentence in train:
        modernise(sentence, habits)
    return [*((s, False) for s in train), *((s, True) for s in test)]


def own() -> list[Sentence]:
    """The own sentences, tokenised as the pipeline will."""
    nlp = spacy.blank("nl")
    sentences = []
    for path in sorted(OWN.glob("sentences-*.txt")):
        for sentence_id, passage in read_sentences(path):
            tokens = [
                Token(t.text, "", "", "", "", i, "", bool(t.whitespace_))
                for i, t in enumerate(t for t in nlp.make_doc(passage.text) if not t.is_space)
            ]
            tokens[-1].space = True
            sentences.append(Sentence(sentence_id, 2025, "own", tokens))
    return sentences


def record(sentence: Sentence, scheme: Scheme, *, part: str) -> dict[str, Any]:
    """One sentence for the teacher, with the labels of nl_core_news_sm. `part`: train, test or own."""
    rows = []
    for i, token in enumerate(sentence.tokens):
        upos, feats = scheme.morph(token.upos, token.feats)
        rows.append(
            {
                "form": token.form,
                "space": token.space,
                "lemma": token.lemma,
                "upos": token.upos,
                "morph": f"{upos}#{feats}" if upos else "",
                "tag": scheme.tag(token.xpos),
                "head": token.head,
                "dep": scheme.dep(token.deprel, token.head == i) if token.deprel else "",
            }
        )
    group = GROUPS.get((sentence.treebank, sentence.year), 0)
    return {"id": sentence.id, "part": part, "treebank": sentence.treebank, "group": group, "tokens": rows}


def label_entities(records: list[dict[str, Any]], data: Path) -> None:
    """Set "entities", the tags of the words, or None where nobody looked for any."""
    labelled = {sentence_id: passage for sentence_id, _, passage in read_ner(data / "dutch/ner.jsonl")}
    for path in sorted(OWN.glob("sentences-*.txt")):
        labelled.update(read_sentences(path))
    for one in records:
        passage = labelled.get(one["id"])
        tokens = [Token(t["form"], "", "", "", "", i, "", t["space"]) for i, t in enumerate(one["tokens"])]
        one["entities"] = None
        if passage and "".join(passage.text.split()) == "".join("".join(t.form.split()) for t in tokens):
            one["entities"] = tags_of(len(tokens), mentions(tokens, passage.text, passage.entities))


def prepare(data: Path, out: Path) -> None:
    """Write one JSON list."""
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    records = [record(s, scheme, part="test" if held else "train") for s, held in treebanks(data)]
    records += [record(s, scheme, part="own") for s in own()]
    hints = frog([[token["form"] for token in r["tokens"]] for r in records])
    for one, found in zip(records, hints, strict=True):
        for token, hint in zip(one["tokens"], found, strict=True):
            token["frog"] = asdict(hint)
    label_entities(records, data)
    out.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
