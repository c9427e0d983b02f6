"""Print what issue 4 asks of a pipeline, as tables: `python training/evaluate.py PIPELINE [DATA]`.

PIPELINE is the name of an installed package or a folder. All figures are on documents that nl_core_interview_sm was
not trained on: UD sentences of held-out documents (2025 conventions), joined to texts of several sentences, once with
the treebank's tokens and once as raw text; named entities of held-out documents; the interviews, which come in a part
that was looked at during development and one that was not.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.training import Example

from recipe.conllu import held_out, read_all, split
from recipe.examples import Scheme, groups_of, parsed, to_doc, with_entities
from recipe.markup import read_ner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from recipe.conllu import Sentence
    from recipe.markup import Entity

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parent.parent / "shared/data"
NAMES = ("PERSON", "ORG", "GPE", "PRODUCT")
#: Interviews that were looked at while the recipe was made; the others were not.
DEV_INTERVIEWS = frozenset(["01", "02", "03", "05", "06", "08", "09", "11", "13", "15"])
#: What of LassySmall is not the one translated biography that makes half of its held-out part.
WIKIPEDIA = "– its other articles (wiki-*)"
#: So many sentences make one text: enough for boundaries to matter.
TEXT = 8
LOADS, RUNS = 7, 5
_LOAD = "import spacy, time, sys; t = time.perf_counter(); spacy.load(sys.argv[1]); print(time.perf_counter() - t)"


class Tally:
    """Entities counted by label: right, predicted, gold."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.predicted: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, predicted: Iterable[Entity], gold: Iterable[Entity]) -> None:
        """Strict: start, end and label all agree."""
        found, wanted = set(predicted), set(gold)
        self.predicted.update(label for *_, label in found)
        self.gold.update(label for *_, label in wanted)
        self.right.update(label for *_, label in found & wanted)

    def f(self, labels: Sequence[str] | None = None) -> float:
        """F1 over some labels, or all."""
        chosen = labels if labels is not None else [*self.gold, *self.predicted]
        total = sum(self.predicted[k] + self.gold[k] for k in set(chosen))
        return 2 * sum(self.right[k] for k in set(chosen)) / total if total else 0.0

    def by_label(self) -> str:
        return "  ".join(
            f"{k} {self.f([k]):.2f} ({n})" for k, n in sorted(self.gold.items(), key=lambda kn: (-kn[1], kn[0]))
        )


def syntax_rows(nlp: Language, data: Path) -> None:
    """UPOS, lemma, UAS, LAS and sentence F of the held-out texts.

    Blocks given: a sentence start is set where a paragraph of the treebank starts, as the tool does at its blocks.
    """
    print("| held-out UD, 2025 | sentences | UPOS | XPOS | lemma | UAS | LAS | sentence F |")
    print("|---|---|---|---|---|---|---|---|")
    for treebank, sentences in held_out_sentences(data).items():
        for kind in ("gold tokens", "raw text", "gold tokens, blocks given", "gold tokens, sentences given"):
            scores = nlp.evaluate(syntax_examples(nlp, sentences, data, kind))
            cells = [scores[k] for k in ("pos_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")]
            row = " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells)
            print(f"| {treebank}, {kind} | {len(sentences)} | {row} |")


def held_out_sentences(data: Path) -> dict[str, list[Sentence]]:
    """The held-out sentences by treebank, LassySmall first."""
    _, test = split(read_all(data / "dutch"))
    found: dict[str, list[Sentence]] = {"LassySmall": [], "Alpino": []}
    for sentence in test:
        found[sentence.treebank].append(sentence)
    return found


def syntax_examples(nlp: Language, sentences: Sequence[Sentence], data: Path, kind: str) -> list[Example]:
    """Texts of several sentences, in one of the ways that `syntax_rows` shows."""
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    return [_example(nlp, run, scheme, kind) for run in groups_of(sentences, [s.document for s in sentences], TEXT)]


def performance(nlp: Language, data: Path) -> dict[str, float]:
    """What `meta.json` says: held-out sentences of both treebanks as texts with gold tokens, entities as raw text."""
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    _, test = split(read_all(data / "dutch"))
    runs = groups_of(test, [s.document for s in test], TEXT)
    scores = nlp.evaluate([_example(nlp, run, scheme, "gold tokens") for run in runs])
    passages = [passage for _, _, passage in read_ner(data / "dutch/ner.jsonl") if held_out(passage.document)]
    scores |= {
        k: v for k, v in nlp.evaluate([with_entities(nlp, p, scheme) for p in passages]).items() if k.startswith("ents")
    }
    wanted = [
        "pos_acc",
        "tag_acc",
        "morph_acc",
        "lemma_acc",
        "dep_uas",
        "dep_las",
        "sents_p",
        "sents_r",
        "sents_f",
        "ents_p",
        "ents_r",
        "ents_f",
    ]
    return {name: round(float(scores[name]), 4) for name in wanted}


def _example(nlp: Language, run: Sequence[Sentence], scheme: Scheme, kind: str) -> Example:
    text = to_doc(nlp, run, scheme)
    if kind == "raw text":
        return Example(nlp.make_doc(text.text), text)
    example = parsed(nlp, text)
    if kind.endswith("sentences given"):
        for predicted, gold in zip(example.predicted, text, strict=True):
            predicted.is_sent_start = bool(gold.is_sent_start)
    elif kind.endswith("blocks given"):
        at, last = 0, ""
        for sentence in run:
            block = sentence.id.rpartition(".s.")[0]
            if block != last:
                example.predicted[at].is_sent_start = True
            at, last = at + len(sentence.tokens), block
    return example


def entity_rows(nlp: Language, data: Path) -> None:
    """Entities F on held-out LassySmall, newspaper, and the interviews.

    LassySmall's articles that are not the biography are shown apart: all of the releases up to UD 2.8 is of their kind.
    """
    tallies = {
        "LassySmall": Tally(), WIKIPEDIA: Tally(), "newspaper (WR-P-P-H)": Tally(),
        "interviews, development part": Tally(), "interviews, untouched part": Tally(),
    }  # fmt: skip
    for _, treebank, passage in read_ner(data / "dutch/ner.jsonl"):
        if held_out(passage.document):
            found = entities_in(nlp(passage.text))
            name = "LassySmall" if treebank == "LassySmall" else "newspaper (WR-P-P-H)"
            tallies[name].add(found, passage.entities)
            if passage.document.startswith("wiki-"):
                tallies[WIKIPEDIA].add(found, passage.entities)
    for key in sorted((data / "interviews").glob("*.entities.json")):
        gold = {(e["start"], e["end"], e["label"]) for e in json.loads(key.read_text(encoding="utf-8"))}
        text = key.with_name(key.name.replace(".entities.json", ".txt")).read_text(encoding="utf-8")
        part = "development" if key.name[:2] in DEV_INTERVIEWS else "untouched"
        tallies[f"interviews, {part} part"].add(entities_in(nlp(text)), gold)
    print("\n| entities | gold | F | names F | by label: F (gold) |\n|---|---|---|---|---|")
    for name, tally in tallies.items():
        print(f"| {name} | {tally.gold.total()} | {tally.f():.3f} | {tally.f(NAMES):.3f} | {tally.by_label()} |")


def entities_in(doc: Doc) -> set[Entity]:
    """The entities that a pipeline found."""
    return {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}


def cost_rows(nlp: Language, path: Path, data: Path) -> None:
    """Size, and load time and speed, both paired with a pipeline of spaCy's default CPU configuration."""
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
    packed = sum(len(zlib.compress(file.read_bytes())) for file in path.rglob("*") if file.is_file()) / 1e6
    texts = [file.read_text(encoding="utf-8") for file in sorted((data / "interviews").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        default = default_pipeline(data)
        default.to_disk(folder)
        default = spacy.load(folder)
        loads, speeds = [], []
        for _ in range(LOADS):
            loads.append((_load_time(path), _load_time(Path(folder))))
        for _ in range(RUNS):
            speeds.append((_speed(nlp, texts), _speed(default, texts)))
    load, base_load = (statistics.median(column) for column in zip(*loads, strict=True))
    speed, base_speed = (statistics.median(column) for column in zip(*speeds, strict=True))
    print("\n| cost | this pipeline | default CPU configuration | ratio |\n|---|---|---|---|")
    print(f"| size, MB | {size:.1f} | | |")
    print(f"| – packed, as in a wheel | {packed:.1f} | | |")
    print(f"| load, s | {load:.2f} | {base_load:.2f} | {load / base_load:.2f} |")
    print(f"| words/s | {speed:.0f} | {base_speed:.0f} | {speed / base_speed:.2f} |")


def default_pipeline(data: Path) -> Language:
    """spaCy's default CPU configuration with the same components, trained just enough to predict and to be saved."""
    from spacy.cli.init_config import init_config

    names = ["tok2vec", "morphologizer", "tagger", "parser", "trainable_lemmatizer", "attribute_ruler", "ner"]
    config = init_config(lang="nl", pipeline=names, optimize="efficiency", gpu=False)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    scheme = Scheme(data / "dutch/nl_core_news_sm-3.8.0.meta.json")
    train, _ = split(read_all(data / "dutch"))
    entities = {s_id: p for s_id, _, p in read_ner(data / "dutch/ner.jsonl")}
    examples = []
    for sentence in train:
        if sentence.year == 2025:
            reference = to_doc(nlp, [sentence], scheme)
            passage = entities.get(sentence.id)
            spans = [reference.char_span(s, e, label=k) for s, e, k in passage.entities] if passage else []
            reference.set_ents([span for span in spans if span is not None])
            examples.append(parsed(nlp, reference))
    optimizer = nlp.initialize(lambda: examples)
    for start in range(0, 2400, 8):
        nlp.update(examples[start : start + 8], sgd=optimizer)
    return nlp


def _load_time(path: Path) -> float:
    done = subprocess.run([sys.executable, "-c", _LOAD, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _speed(nlp: Language, texts: list[str]) -> float:
    import time

    began = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - began)


def main(argv: list[str] | None = None) -> int:
    """Print all tables for one pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", help="name of an installed pipeline, or its folder")
    parser.add_argument("data", type=Path, nargs="?", default=DEFAULT_DATA)
    parser.add_argument("--no-cost", action="store_true", help="leave out size, load time and speed")
    args = parser.parse_args(argv)
    nlp = spacy.load(args.pipeline)
    print(f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}\n")
    syntax_rows(nlp, args.data)
    entity_rows(nlp, args.data)
    if not args.no_cost:
        cost_rows(nlp, nlp.path, args.data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
