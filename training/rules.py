"""Print what the rules of the embedded pipeline are worth: `python training/rules.py PIPELINE [DATA]`.

Lemmas without the table and with it, on held-out sentences, with the tags that the pipeline gives and with those of the
treebank; sentences and entities without a component and with it; how many titles that the rule finds in the training
part of `ner.jsonl` are annotated as such; how much was written for the project.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.tokens import Doc

from evaluate import DEFAULT_DATA, HERE, Tally, entities_in, held_out_sentences, syntax_examples
from interview_cli.dutch.lemmas import Lemmas
from interview_cli.dutch.table import Table
from interview_cli.dutch.titles import LABEL, find_titles
from recipe.conllu import held_out
from recipe.markup import read_ner, read_sentences

if TYPE_CHECKING:
    from spacy.language import Language


def lemma_rows(nlp: Language, data: Path) -> None:
    """Lemma accuracy on the held-out sentences of both treebanks."""
    test = [sentence.tokens for sentences in held_out_sentences(data).values() for sentence in sentences]
    component = nlp.get_pipe("lemmatizer")
    table, none = component.lemmas, Lemmas(Table.of({}))  # type: ignore[attr-defined]
    right: Counter[str] = Counter()
    for tokens in test:
        words, spaces = [t.form for t in tokens], [t.space for t in tokens]
        particles = {t.head: t.form.lower() for t in tokens if t.deprel == "compound:prt"}
        guesses: list[str] = []
        for name, lemmas in (("without the table", none), ("with it", table)):
            component.lemmas = lemmas  # type: ignore[attr-defined]
            found = [token.lemma_ for token in nlp(Doc(nlp.vocab, words=words, spaces=spaces))]
            guesses = guesses or found
            for i, gold in enumerate(tokens):
                told = lemmas.of(gold.form, gold.upos, guesses[i], particle=particles.get(i, ""), initial=i == 0)
                right[f"{name}, tags and tree of the pipeline"] += found[i] == gold.lemma
                right[f"{name}, those of the treebank"] += told == gold.lemma
    total = sum(map(len, test))
    print(f"| lemmas, {total} held-out tokens | right |\n|---|---|")
    for name, n in right.items():
        print(f"| {name} | {n / total:.3f} |")


def component_rows(nlp: Language, data: Path) -> None:
    """Sentences without and with boundaries, entities without and with titles."""
    print("\n| LassySmall, held out | without | with |\n|---|---|---|")
    scores = []
    for disabled in (["boundaries"], []):
        with nlp.select_pipes(disable=disabled):
            sentences = held_out_sentences(data)["LassySmall"]
            examples = syntax_examples(nlp, sentences, data, "gold tokens, blocks given")
            scores.append(nlp.evaluate(examples)["sents_f"])
    print(f"| boundaries: sentence F, blocks given | {scores[0]:.3f} | {scores[1]:.3f} |")
    tallies = []
    for disabled in (["titles"], []):
        tallies.append(Tally())
        with nlp.select_pipes(disable=disabled):
            for _, treebank, passage in read_ner(data / "dutch/ner.jsonl"):
                if treebank == "LassySmall" and held_out(passage.document):
                    tallies[-1].add(entities_in(nlp(passage.text)), passage.entities)
    print(f"| titles: entities F | {tallies[0].f():.3f} | {tallies[1].f():.3f} |")
    print(f"| titles: {LABEL} F | {tallies[0].f([LABEL]):.3f} | {tallies[1].f([LABEL]):.3f} |")


def title_rows(data: Path) -> None:
    """What the titles that the rule finds are annotated as, in documents that are not held out."""
    blank = spacy.blank("nl")
    labels: Counter[str] = Counter()
    for _, _, passage in read_ner(data / "dutch/ner.jsonl"):
        if not held_out(passage.document):
            gold = {(start, end): label for start, end, label in passage.entities}
            for ent in find_titles(blank(passage.text)).ents:
                labels[gold.get((ent.start_char, ent.end_char), "no such entity")] += 1
    print(f"\n{labels.total()} titles found in the training part: {dict(labels.most_common())}")


def main(argv: list[str] | None = None) -> int:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", help="folder of the embedded pipeline")
    parser.add_argument("data", type=Path, nargs="?", default=DEFAULT_DATA)
    args = parser.parse_args(argv)
    nlp = spacy.load(args.pipeline)
    lemma_rows(nlp, args.data)
    component_rows(nlp, args.data)
    title_rows(args.data)
    own = [passage for path in sorted((HERE / "data").glob("sentences-*.txt")) for _, passage in read_sentences(path)]
    print(f"\n{len(own)} own sentences of {sum(len(p.text.split()) for p in own)} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
