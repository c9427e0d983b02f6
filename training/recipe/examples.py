"""From sentences and passages to spaCy `Example`s, anew for every epoch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from recipe.augment import Words, as_heading, copy, introduce, rename, vary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from random import Random

    from spacy.language import Language

    from recipe.conllu import Sentence
    from recipe.markup import Passage
    from recipe.names import Names

SPACE_TAG = "_SP"
#: Most sentences in one Doc. Several, so that the boundaries between them are learned.
MOST = 5
#: The shares of runs of sentences that get other names and other words, and that are tokenised anew.
RENAMED, REWORDED, RETOKENISED = 0.5, 0.4, 0.3
#: The shares of sentences that get another first word, a role before a person, the look of a heading.
FIRST, ROLE, HEADED = 0.3, 0.06, 0.05
T = TypeVar("T")


class Scheme:
    """The labels of nl_core_news_sm. What it doesn't have is brought to the nearest one it has, or left out."""

    def __init__(self, meta: Path) -> None:
        labels = json.loads(meta.read_text(encoding="utf-8"))["labels"]
        self.tags = frozenset(labels["tagger"])
        self.morphs = frozenset(labels["morphologizer"])
        self.deps = frozenset(labels["parser"])
        self.ents = frozenset(labels["ner"])

    def tag(self, xpos: str) -> str:
        return xpos if xpos in self.tags else ""

    def morph(self, upos: str, feats: str) -> tuple[str, str]:
        """(UPOS, features) if the scheme has them together, without the features if it has that, else nothing."""
        parts = feats.split("|") if feats else []
        if "|".join(sorted([*parts, f"POS={upos}"])) in self.morphs:
            return upos, feats
        return (upos, "") if f"POS={upos}" in self.morphs else ("", "")

    def dep(self, deprel: str, is_root: bool) -> str:
        if is_root:
            return "ROOT"
        base = deprel.partition(":")[0]
        return deprel if deprel in self.deps else base if base in self.deps else "dep"


def to_doc(nlp: Language, sentences: Sequence[Sentence], scheme: Scheme, breaks: Sequence[str] = ()) -> Doc:
    """One reference Doc of several sentences; `breaks[i]` is white space that follows sentence i, if any."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    entities: list[tuple[int, int, str]] = []
    unknown: list[int] = []
    for number, sentence in enumerate(sentences):
        offset = len(words)
        for i, token in enumerate(sentence.tokens):
            upos, feats = scheme.morph(token.upos, token.feats)
            words.append(token.form)
            spaces.append(token.space)
            tags.append(scheme.tag(token.xpos))
            pos.append(upos)
            morphs.append(feats)
            lemmas.append(token.lemma)
            heads.append(offset + token.head)
            deps.append(scheme.dep(token.deprel, token.head == i))
        if sentence.entities is None:
            unknown += range(offset, len(words))
        else:
            entities += [(offset + start, offset + end, label) for start, end, label in sentence.entities]
        white = breaks[number] if number < len(breaks) else ""
        spaces[-1] = not white
        if white:
            words.append(white)
            spaces.append(False)
            tags.append(SPACE_TAG)
            pos.append("SPACE")
            morphs.append("")
            lemmas.append(white)
            heads.append(len(words) - 2)
            deps.append("dep")
    doc = Doc(
        nlp.vocab, words=words, spaces=spaces, tags=tags, pos=pos, morphs=morphs, lemmas=lemmas, heads=heads,
        deps=deps,
    )  # fmt: skip
    spans = [Span(doc, start, end, label) for start, end, label in entities if label in scheme.ents]
    doc.set_ents(spans, missing=[doc[i : i + 1] for i in unknown])
    return doc


def parsed(nlp: Language, reference: Doc) -> Example:
    """An example whose tokens are the gold ones."""
    words = [token.text for token in reference]
    return Example(Doc(nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in reference]), reference)


def with_entities(nlp: Language, passage: Passage, scheme: Scheme) -> Example:
    """An example of raw text with its entities; a span that cuts a token takes the whole token.

    The name in a compound (`PvdA-leider`) is none: so `ner.jsonl` has it, while some of our own paragraphs label it.
    """
    reference = nlp.make_doc(passage.text)
    spans = [
        reference.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in passage.entities
        if label in scheme.ents and not _is_compound(reference, start, end)
    ]
    reference.set_ents(filter_spans([span for span in spans if span is not None]))
    return Example(nlp.make_doc(passage.text), reference)


def _is_compound(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a hyphen ties the span to the rest of its token."""
    text = doc.text
    tied = text[end : end + 1] == "-" or text[start - 1 : start] == "-"
    return tied and doc.char_span(start, end) is None


def groups(items: Sequence[T], document: Sequence[str], random: Random) -> Iterator[list[T]]:
    """Cut items into runs of 1 to MOST, never across a document."""
    return _runs(items, document, lambda: random.randint(1, MOST))


def groups_of(items: Sequence[T], document: Sequence[str], size: int) -> Iterator[list[T]]:
    """Cut items into runs of `size`, or fewer at the end of a document."""
    return _runs(items, document, lambda: size)


def _runs(items: Sequence[T], document: Sequence[str], sizes: Callable[[], int]) -> Iterator[list[T]]:
    at = 0
    while at < len(items):
        size = sizes()
        end = at + 1
        while end < len(items) and end < at + size and document[end] == document[at]:
            end += 1
        yield list(items[at:end])
        at = end


@dataclass(frozen=True, slots=True)
class Material:
    """All that an epoch is made from."""

    sentences: Sequence[Sentence]
    words: Words
    names: Names
    scheme: Scheme
    #: Share of words that change in a run of sentences that gets other words.
    other_words: float
    #: Whether entities are what is learned: then trees need not be right, and headings and roles are made up.
    entities: bool

    def epoch(self, nlp: Language, random: Random) -> list[Example]:
        """All sentences once, in runs, with other looks than the last time, shuffled."""
        runs = list(groups(self.sentences, [s.document for s in self.sentences], random))
        random.shuffle(runs)
        return [self._example(nlp, run, random) for run in runs]

    def _example(self, nlp: Language, run: Sequence[Sentence], random: Random) -> Example:
        run = [copy(sentence) for sentence in run]
        if random.random() < RENAMED:
            rename(run, self.names, lambda name: [(t.text, bool(t.whitespace_)) for t in nlp.make_doc(name)], random)
        reworded = self.other_words and random.random() < REWORDED
        for sentence in run:
            if reworded:
                self.words.swap(sentence.tokens, self.other_words, random)
            if self.entities:
                self._dress(sentence, random)
            vary(sentence, random)
        breaks = [random.choice(("\n", "\n\n")) if random.random() < 0.15 else "" for _ in run[:-1]]
        reference = to_doc(nlp, run, self.scheme, breaks)
        if random.random() < RETOKENISED:
            return Example(nlp.make_doc(reference.text), reference)
        return parsed(nlp, reference)

    def _dress(self, sentence: Sentence, random: Random) -> None:
        luck = random.random()
        if luck < FIRST:
            self.words.swap_first(sentence, random)
        elif luck < FIRST + ROLE:
            introduce(sentence, self.names.roles, random)
        elif luck < FIRST + ROLE + HEADED and sentence.entities is not None:
            as_heading(sentence, random)
