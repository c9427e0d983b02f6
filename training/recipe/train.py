"""One training for all components, which share one tok2vec: what tags teach about a word also serves its entities."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import spacy
from thinc.api import Adam, fix_random_seed

from recipe.augment import Words, mentions
from recipe.conllu import held_out, read_all, read_silver, split
from recipe.examples import Material, Scheme, parsed, to_doc, with_entities
from recipe.markup import read_ner, read_sentences
from recipe.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.training import Example

    from recipe.conllu import Sentence
    from recipe.markup import Passage
    from recipe.settings import Settings

REPORT = 500


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is trained on and what is measured on."""

    gold: list[Sentence]
    older: list[Sentence]
    own: list[Sentence]
    test: list[Sentence]
    test_entities: list[Passage]

    @classmethod
    def load(cls, data: Path, own: Path) -> Corpus:
        """Read the treebanks and entities of `data`, and the sentences, labels and silver of `own`."""
        gold, test = split([s for s in read_all(data / "dutch") if s.year == 2025])
        older = list(read_silver(own / "silver-ud.conllu.gz"))
        records = list(read_ner(data / "dutch/ner.jsonl"))
        test_entities = [passage for _, _, passage in records if held_out(passage.document)]
        unseen = {_key(p.text) for p in test_entities} | {s.key for s in test}
        labelled = {sentence_id: passage for sentence_id, _, passage in records}
        ours = list(read_silver(own / "silver-own.conllu.gz"))
        for path in sorted(own.glob("sentences-*.txt")):
            labelled.update(read_sentences(path))
        for sentence in (*gold, *older, *ours):
            passage = labelled.get(sentence.id)
            if passage and _key(passage.text) == sentence.key:
                sentence.entities = mentions(sentence.tokens, passage.text, passage.entities)
        return cls(
            gold=[s for s in gold if s.key not in unseen],
            older=[s for s in older if s.key not in unseen and not held_out(s.document)],
            own=[s for s in ours if s.entities is not None],
            test=test,
            test_entities=test_entities,
        )

    def train(self, settings: Settings) -> list[Sentence]:
        """All sentences of one epoch, those of a document together."""
        return self.gold * settings.gold_times + self.older + self.own * settings.own_times


def train(data: Path, own: Path, out: Path, settings: Settings) -> None:
    """Train the whole pipeline and write it to `out`."""
    fix_random_seed(settings.seed)
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    corpus = Corpus.load(data, own)
    sentences = corpus.train(settings)
    material = Material(sentences, Words(sentences), Names.load(own / "names"), scheme)
    print({k: len(getattr(corpus, k)) for k in ("gold", "older", "own", "test", "test_entities")}, flush=True)

    nlp = pipeline(settings)
    nlp.initialize(lambda: material.epoch(nlp, random.Random(settings.seed)))
    # Entities are measured apart: their documents are more, and come as raw text.
    test = [parsed(nlp, to_doc(nlp, corpus.test[i : i + 8], scheme)) for i in range(0, len(corpus.test), 8)]
    test_entities = [with_entities(nlp, passage, scheme) for passage in corpus.test_entities]

    optimizer = Adam(settings.rate, L2=0.01, grad_clip=1.0, use_averages=False)
    dice, began, step = random.Random(settings.seed), time.monotonic(), 0
    while step < settings.steps:
        for batch in batches(material.epoch(nlp, dice), settings.words):
            optimizer.learn_rate = settings.rate_at(step)
            nlp.update(batch, sgd=optimizer, drop=settings.dropout)
            step += 1
            if step % REPORT == 0 or step == settings.steps:
                scores = {**nlp.evaluate(test), "ents_f": nlp.evaluate(test_entities)["ents_f"]}
                print(step, f"{time.monotonic() - began:.0f}s", _report(scores), flush=True)
            if step == settings.steps:
                break
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)


def _key(text: str) -> str:
    return "".join(text.split())


def pipeline(settings: Settings) -> Language:
    """The untrained components around their tok2vec."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("tok2vec", config={"model": settings.encoder()})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": settings.width, "upstream": "*"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("morphologizer", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("tagger", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("parser", config={"model": _transitions("parser", settings.parser_hidden, 2, listener)})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger, "min_tree_freq": 2})
    nlp.add_pipe("ner", config={"model": _transitions("ner", settings.entity_hidden, 2, listener)})
    return nlp


def _transitions(kind: str, hidden: int, pieces: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": pieces,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def batches(examples: list[Example], words: int) -> Iterator[list[Example]]:
    """Runs of examples of about so many words."""
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _report(scores: dict[str, Any]) -> str:
    wanted = ("pos_acc", "tag_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
    return " ".join(f"{name} {scores[name]:.4f}" for name in wanted if scores.get(name))
