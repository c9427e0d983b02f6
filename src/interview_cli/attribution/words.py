"""A `Doc` as plain words: what attribution reads of a pipeline's output, and nothing else.

Copying once keeps the strategies free of spaCy, easy to test with hand-made words, and quicker than token objects.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from interview_cli.model import Document, Entity
    from interview_cli.quotes import Quotation

#: Labels of names that can speak.
SPEAKING = frozenset({"PERSON", "ORG", "GPE"})
#: `hij` behind its verb, as it is spoken: vroeg-ie.
_ENCLITIC = "-ie"


@dataclass(frozen=True, slots=True)
class Word:
    """One token that is not white space. `head` is an index into the same tuple of words.

    `block` is the block it stands in, `quotation` the index of the quotation around it, or -1. `name_end` is where the
    name of a person or organisation that starts with it ends, 0 where none does.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str
    dep: str
    lemma: str
    head: int
    block: int
    quotation: int
    name_end: int = 0

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Tell whether it starts with a capital."""
        return self.text[:1].isupper()

    @property
    def ends_sentence(self) -> bool:
        """Tell whether it is a mark that ends a sentence."""
        return self.text in {".", "?", "!", "…", "...", "?!", "!?"}


def read(document: Document, doc: Doc, quotations: Sequence[Quotation], entities: Sequence[Entity]) -> tuple[Word, ...]:
    """Return the words of `doc` with their block and quotation. A pronoun glued to its verb (zei-ie) is a word."""
    blocks = [block.outer.start for block in document.blocks]
    starts = [quotation.outer.start for quotation in quotations]
    names = {m.span.start: m.span.end for entity in entities if entity.label in SPEAKING for m in entity.mentions}
    tokens = [token for token in doc if not token.is_space]
    place: dict[int, int] = {}
    at = 0
    for token in tokens:
        place[token.i] = at
        at += 1 + _has_enclitic(token.text)
    words: list[Word] = []
    for token in tokens:
        start, text = token.idx, token.text
        head = place.get(token.head.i, -1)
        before = bisect_right(starts, start) - 1
        # A word that begins before a mark glued to it (`AI-"vrienden`) belongs to the narration.
        inside = before if before >= 0 and _is_inside(start, quotations[before]) else -1
        block = bisect_right(blocks, start) - 1
        if _has_enclitic(text):
            verb, end = text[: -len(_ENCLITIC)], start + len(text)
            low, cut = verb.lower(), start + len(verb)
            # Its lemma was made from the glued form: the verb's own form serves better.
            words.append(Word(start, cut, verb, low, "VERB", token.dep_, low, head, block, inside))
            words.append(Word(cut, end, "ie", "ie", "PRON", "nsubj", "ie", len(words) - 1, block, inside))
            continue
        words.append(
            Word(
                start=start,
                end=start + len(text),
                text=text,
                lower=token.lower_,
                pos=token.pos_,
                dep=token.dep_,
                lemma=token.lemma_,
                head=head,
                block=block,
                quotation=inside,
                name_end=names.get(start, 0),
            )
        )
    return tuple(words)


def _has_enclitic(text: str) -> bool:
    return text.endswith(_ENCLITIC) and len(text) > len(_ENCLITIC) + 1


def _is_inside(offset: int, quotation: Quotation) -> bool:
    """Tell whether an offset behind a quotation's start is in it; a reporting clause in it belongs to the narration."""
    aside = quotation.aside
    return offset < quotation.outer.end and not (aside is not None and aside.start <= offset < aside.end)


def index_at(words: Sequence[Word], offset: int) -> int:
    """Return the index of the first word that starts at or after `offset`."""
    return bisect_left(words, offset, key=lambda word: word.start)
