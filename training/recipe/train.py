"""Two trainings on the same sentences: syntax with one tok2vec for its components, entities with their own."""

from __future__ import annotations

import gzip
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.strings import get_string_id
from thinc.api import Adam, fix_random_seed

from interview_cli.dutch.classes import WordClasses
from interview_cli.dutch.lemmas import Lemmas
from recipe.augment import Words, leave_particles, mentions
from recipe.conllu import GOLD_YEAR, held_out, read_all, read_silver, split
from recipe.examples import Material, Scheme, parsed, to_doc, with_entities
from recipe.lexemes import make_table
from recipe.markup import read_ner
from recipe.names import Names
from recipe.settings import ENTITIES, ENTITIES_LAST, SYNTAX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
        """Read the treebanks and entities of `data`, and the silver of `own`."""
        gold, test = split([s for s in read_all(data / "dutch") if s.year == GOLD_YEAR])
        older = list(read_silver(own / "silver-ud.conllu.gz"))
        records = list(read_ner(data / "dutch/ner.jsonl"))
        test_entities = [passage for _, _, passage in records if held_out(passage.document)]
        unseen = {_key(p.text) for p in test_entities} | {s.key for s in test}
        labelled = {sentence_id: passage for sentence_id, _, passage in records}
        ours = list(read_silver(own / "silver-own.conllu.gz"))
        for sentence in (*gold, *older, *ours):
            passage = labelled.get(sentence.id)
            leave_particles(sentence.tokens)
            if passage and _key(passage.text) == sentence.key:
                sentence.entities = mentions(sentence.tokens, passage.text, passage.entities)
        return cls(
            gold=[s for s in gold if s.key not in unseen],
            older=[s for s in older if s.key not in unseen and not held_out(s.document)],
            own=[s for s in ours if s.entities is not None],
            test=test,
            test_entities=test_entities,
        )

    def train(self, settings: Settings, *, entities: bool) -> list[Sentence]:
        """All sentences of one epoch, those of a document together. People annotated the entities of all vintages."""
        if entities:
            return [s for s in (self.gold + self.older) * settings.gold_times + self.own if s.entities is not None]
        return self.gold * settings.gold_times + self.older + self.own


def train_syntax(data: Path, own: Path, out: Path) -> None:
    """Train tok2vec, morphologizer, tagger, parser and lemmatizer, and write them to `out`."""
    train(data, own, out, syntax_pipeline(SYNTAX), [SYNTAX])


def train_entities(data: Path, own: Path, out: Path) -> None:
    """Train ner and write it to `out`."""
    train(data, own, out, entity_pipeline(ENTITIES), [ENTITIES, ENTITIES_LAST])


def train(data: Path, own: Path, out: Path, nlp: Language, stages: Sequence[Settings]) -> None:
    """Train a pipeline in one stage or more and write it to `out`."""
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    corpus = Corpus.load(data, own)
    read_classes(own / "classes.npz").put(nlp.vocab)
    lexicon, names = read_lexicon(own / "lexicon.tsv.gz"), Names.load(own / "names").and_those_of(corpus.own)
    entities = nlp.has_pipe("ner")
    print({k: len(getattr(corpus, k)) for k in ("gold", "older", "own", "test", "test_entities")}, flush=True)
    if nlp.has_pipe("lemmatizer"):
        nlp.get_pipe("lemmatizer").lemmas = Lemmas(make_table(corpus.gold))  # type: ignore[attr-defined]
    # Entities are measured apart: their documents are more, and come as raw text.
    if entities:
        test = [with_entities(nlp, passage, scheme) for passage in corpus.test_entities]
    else:
        test = [parsed(nlp, to_doc(nlp, corpus.test[i : i + 8], scheme)) for i in range(0, len(corpus.test), 8)]
    for number, settings in enumerate(stages):
        fix_random_seed(settings.seed)
        sentences = corpus.train(settings, entities=entities)
        material = Material(sentences, Words(sentences, lexicon), names, scheme, settings.other_words, entities)
        if not number:
            initialize(nlp, material, settings)
        run(nlp, material, settings, test)
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)


def initialize(nlp: Language, material: Material, settings: Settings) -> None:
    """Give all weights their first values; labels are those of one epoch."""
    nlp.initialize(lambda: material.epoch(nlp, random.Random(settings.seed)))


def run(nlp: Language, material: Material, settings: Settings, test: Sequence[Example]) -> None:
    """One stage."""
    optimizer = Adam(settings.rate, L2=0.01, grad_clip=1.0, use_averages=False)
    dice, began, step = random.Random(settings.seed), time.monotonic(), 0
    while step < settings.steps:
        for batch in batches(material.epoch(nlp, dice), settings.words):
            optimizer.learn_rate = settings.rate_at(step)
            nlp.update(batch, sgd=optimizer, drop=settings.dropout)
            step += 1
            if step % REPORT == 0 or step == settings.steps:
                print(step, f"{time.monotonic() - began:.0f}s", _report(nlp.evaluate(test)), flush=True)
            if step == settings.steps:
                break


def _key(text: str) -> str:
    return "".join(text.split())


def read_classes(path: Path) -> WordClasses:
    """The word classes that `teach.py classes` wrote."""
    with np.load(path) as data:
        forms = data["words"].tobytes().decode("utf-8").split("\n")
        return WordClasses.of(np.array([get_string_id(form) for form in forms], dtype=np.uint64), data["codes"])


def read_lexicon(path: Path) -> list[tuple[str, str, str]]:
    """(form, lemma, tag) of words that the texts may not have."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return [(form, lemma, xpos) for form, lemma, xpos in (line.split("\t") for line in lines)]


def syntax_pipeline(settings: Settings) -> Language:
    """The untrained syntax components around one tok2vec."""
    nlp = blank()
    nlp.add_pipe("tok2vec", config={"model": settings.encoder()})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": settings.width, "upstream": "*"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("morphologizer", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("tagger", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("interview_boundaries", name="boundaries")
    nlp.add_pipe("parser", config={"model": _transitions("parser", settings.hidden, listener)})
    nlp.add_pipe("interview_lemmatizer", name="lemmatizer", config={"model": tagger, "min_tree_freq": 20})
    return nlp


def blank() -> Language:
    """A pipeline without components, whose tokenizer is its language's."""
    return spacy.blank("nl", config={"nlp": {"tokenizer": {"@tokenizers": "interview.Tokenizer.v1"}}})


def entity_pipeline(settings: Settings) -> Language:
    """The untrained ner with a tok2vec of its own: sharing the other one cost it five points."""
    nlp = blank()
    nlp.add_pipe("ner", config={"model": _transitions("ner", settings.hidden, settings.encoder())})
    return nlp


def _transitions(kind: str, hidden: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
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
