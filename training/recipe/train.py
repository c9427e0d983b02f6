"""Two trainings that don't need each other: syntax with one tok2vec for its components, entities with their own."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

import spacy
from thinc.api import Adam, fix_random_seed

from recipe.conllu import held_out, read_all, split
from recipe.conventions import Habits, modernise
from recipe.examples import Scheme, entity_epoch, parsed, syntax_epoch, to_doc, with_entities
from recipe.markup import read_ner, read_paragraphs
from recipe.settings import (
    ENTITIES,
    ENTITY_ENCODER,
    ENTITY_HIDDEN,
    PARSER_HIDDEN,
    SYNTAX,
    SYNTAX_ENCODER,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.training import Example

    from recipe.augment import Names
    from recipe.markup import Passage
    from recipe.settings import Schedule

#: The files that are nearest to the conventions of 2025: (treebank, first year).
CLEAN = {"LassySmall": 2018, "Alpino": 2017}
#: How often each own paragraph is seen while a treebank sentence is seen once: interviews are what we are for.
OWN_TIMES = 2


def train_syntax(data: Path, out: Path, schedule: Schedule = SYNTAX) -> None:
    """Train tok2vec, morphologizer, tagger, parser, lemmatizer: all vintages first, the clean ones last."""
    fix_random_seed(schedule.seed)
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    train, test = split(read_all(data / "dutch"))
    habits = Habits.of(s for s in train if s.year == 2025)
    for sentence in train:
        modernise(sentence, habits)
    clean = [s for s in train if s.year >= CLEAN[s.treebank]]

    nlp = syntax_pipeline()
    whole = random.Random(schedule.seed)
    nlp.initialize(lambda: syntax_epoch(nlp, train, scheme, whole))
    dev = [parsed(nlp, to_doc(nlp, [s.tokens for s in test[i : i + 8]], scheme)) for i in range(0, len(test), 8)]

    def epoch(part: float, dice: random.Random) -> list[Example]:
        return syntax_epoch(nlp, train if part < 1 - schedule.clean else clean, scheme, dice)

    run(nlp, schedule, epoch, dev)
    _save(nlp, out)


def syntax_pipeline() -> Language:
    """The untrained syntax components around one shared tok2vec."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("tok2vec", config={"model": SYNTAX_ENCODER.config()})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": SYNTAX_ENCODER.width, "upstream": "*"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("morphologizer", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("tagger", config={"model": tagger, "label_smoothing": 0.05})
    nlp.add_pipe("parser", config={"model": _transitions("parser", PARSER_HIDDEN, 3, listener)})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger, "min_tree_freq": 2})
    return nlp


def train_entities(data: Path, own: Path, names: Names, out: Path, schedule: Schedule = ENTITIES) -> None:
    """Train ner on the treebank sentences that were annotated and on our own paragraphs."""
    fix_random_seed(schedule.seed)
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    records = list(read_ner(data / "dutch/ner.jsonl"))
    test = [passage for _, _, passage in records if held_out(passage.document)]
    texts = {_key(p) for p in test}
    train = [p for _, _, p in records if not held_out(p.document) and _key(p) not in texts]
    for path in sorted(own.glob("sentences-*.txt")):
        train += list(read_paragraphs(path)) * OWN_TIMES

    nlp = spacy.blank("nl")
    nlp.add_pipe("ner", config={"model": _transitions("ner", ENTITY_HIDDEN, 2, ENTITY_ENCODER.config())})
    nlp.initialize(lambda: [with_entities(nlp, passage, scheme) for passage in train])
    dev = [with_entities(nlp, passage, scheme) for passage in test]
    run(nlp, schedule, lambda _, dice: entity_epoch(nlp, train, scheme, names, dice), dev)
    _save(nlp, out)


def _save(nlp: Language, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)


def _key(passage: Passage) -> str:
    return "".join(passage.text.split())


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


def run(
    nlp: Language,
    schedule: Schedule,
    epoch: Callable[[float, random.Random], list[Example]],
    dev: list[Example],
) -> None:
    """Make `schedule.steps` updates; `epoch` gets the share of them that is done."""
    optimizer = Adam(schedule.rate, L2=0.01, grad_clip=1.0, use_averages=False)
    dice, began, step = random.Random(schedule.seed), time.monotonic(), 0
    while step < schedule.steps:
        for batch in batches(epoch(step / schedule.steps, dice), schedule.words):
            optimizer.learn_rate = rate(schedule, step)
            losses = nlp.update(batch, sgd=optimizer, drop=schedule.dropout)
            step += 1
            if step % 500 == 0 or step == schedule.steps:
                print(step, f"{time.monotonic() - began:.0f}s", _report(nlp.evaluate(dev), losses), flush=True)
            if step == schedule.steps:
                break


def rate(schedule: Schedule, step: int) -> float:
    """The learning rate of one step: up in a line, then down in a line to a hundredth."""
    if step < schedule.warmup:
        return schedule.rate * (step + 1) / schedule.warmup
    left = (schedule.steps - step) / (schedule.steps - schedule.warmup)
    return schedule.rate * max(0.01, left)


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


def _report(scores: dict[str, Any], losses: dict[str, float]) -> str:
    wanted = ("pos_acc", "tag_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
    found = " ".join(f"{name} {scores[name]:.4f}" for name in wanted if scores.get(name))
    return found + " losses " + " ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
