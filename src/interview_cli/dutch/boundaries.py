"""Where no sentence can begin: behind a mark that opens something, at one that closes it, and inside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import ENT_IOB, ORTH, SENT_START
from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

OPENING, CLOSING = frozenset(["“", "„", "«", ",,", "``"]), frozenset(["”", "»", "''"])
#: Marks that no sentence ends with, and marks that none begins with.
UNFINISHED, UNBEGUN = frozenset("([,=/&"), frozenset(")],;:%")
#: Values of SENT_START and ENT_IOB.
STARTS, INSIDE = 1, 1
#: „Zo“: there the closing mark is one that opens elsewhere.
GERMAN_OPENING, GERMAN_CLOSING = "„", "“"
#: The mark that opens and closes alike.
STRAIGHT = '"'


@Language.component("interview_boundaries")
def forbid_starts(doc: Doc) -> Doc:
    """Tell the parser where no sentence begins. What is known already, as at a block's start, stays."""
    opened = ""
    for token in _telling(doc):
        if token.is_sent_start:
            opened = ""
        side = _side(token, opened=opened)
        if side:
            opened = token.text if side == "open" else ""
        if side == "close" or token.text in UNBEGUN or token.ent_iob_ == "I":
            _forbid(token)
        if (side == "open" or token.text in UNFINISHED) and token.i + 1 < len(doc):
            _forbid(token.nbor())
    return doc


def _telling(doc: Doc) -> Iterator[Token]:
    """The tokens that say anything: marks, starts that are known, and words of names."""
    marks = {doc.vocab.strings[mark] for mark in (*OPENING, *CLOSING, *UNFINISHED, *UNBEGUN, STRAIGHT)}
    for i, (orth, start, iob) in enumerate(doc.to_array([ORTH, SENT_START, ENT_IOB]).tolist()):
        if orth in marks or start == STARTS or iob == INSIDE:
            yield doc[i]


def _forbid(token: Token) -> None:
    if token.is_sent_start is None:
        token.is_sent_start = False


def _side(token: Token, *, opened: str) -> str:
    """Whether a token opens or closes a quotation ("": neither), given the mark that opened the one it stands in.

    Of a straight mark the blanks tell it; where they don't, it takes turns.
    """
    text = token.text
    if text in CLOSING or (text == GERMAN_CLOSING and opened == GERMAN_OPENING):
        return "close"
    if text in OPENING:
        return "open"
    if text != STRAIGHT:
        return ""
    before = token.i == 0 or token.nbor(-1).whitespace_ or token.nbor(-1).is_space
    after = bool(token.whitespace_)
    if before and not after:
        return "open"
    if after and not before:
        return "close"
    return "close" if opened else "open"
