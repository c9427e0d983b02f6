"""Titles of works: a name in quotation marks with a year behind it, or with a noun for a work before it.

Nearly all such spans are annotated as WORK_OF_ART, whatever names stand in them (`« Portret van Giovanni Arnolfini »,
1434`); `training/rules.py` counts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import filter_spans

from interview_cli.lexicon.marks import CLOSERS
from interview_cli.lexicon.works import NO_WORKS, WORK_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

LABEL = "WORK_OF_ART"
#: Most tokens of a title.
LONGEST = 9
#: What may stand between a title and its year; what a title doesn't end with.
BETWEEN, UNFINISHED = frozenset([",", "(", "-", "–"]), frozenset(".,;:!?")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
#: A noun for a work ends a compound only behind so many letters: `jeugdboek`.
LEAST_MODIFIER = 3


@Language.component("interview_titles", assigns=["doc.ents"])
def find_titles(doc: Doc) -> Doc:
    """Add titles to the entities; what stood in their place goes."""
    titles = [Span(doc, start, end, LABEL) for start, end in _titles(doc)]
    if titles:
        titles = filter_spans(titles)
        taken = {token.i for title in titles for token in title}
        doc.ents = (*titles, *(ent for ent in doc.ents if not taken.intersection(range(ent.start, ent.end))))
    return doc


def _titles(doc: Doc) -> Iterator[tuple[int, int]]:
    marks = {doc.vocab.strings[mark] for mark in CLOSERS}
    for i, orth in enumerate(doc.to_array(ORTH).tolist()):
        if orth in marks:
            opening = doc[i]
            closing = _closing(opening)
            if closing and (_has_year(closing) or _is_announced(opening)):
                yield opening.i + 1, closing.i


def _closing(opening: Token) -> Token | None:
    """The mark that closes what looks like a name: with a capital or a figure first, and no end of a sentence last."""
    doc, wanted = opening.doc, CLOSERS[opening.text]
    for token in doc[opening.i + 1 : opening.i + LONGEST + 2]:
        if token.is_space or token.is_sent_start:
            return None
        if token.text in wanted and token.i > opening.i + 1:
            first, last = doc[opening.i + 1], doc[token.i - 1]
            named = first.text[0].isupper() or first.text[0].isdigit()
            return token if named and last.text not in UNFINISHED else None
    return None


def _has_year(closing: Token) -> bool:
    at, doc = closing.i + 1, closing.doc
    while at < len(doc) and doc[at].text in BETWEEN:
        at += 1
    return at < len(doc) and YEAR.fullmatch(doc[at].text) is not None


def _is_announced(opening: Token) -> bool:
    if not opening.i:
        return False
    word = opening.nbor(-1).lower_
    compound = any(word.endswith(noun) and len(word) >= len(noun) + LEAST_MODIFIER for noun in WORK_NOUNS)
    return word in WORK_NOUNS or (compound and word not in NO_WORKS)
