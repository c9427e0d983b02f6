"""Where no sentence can begin: behind a mark that opens something, at one that closes it, and inside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import ENT_IOB, ORTH, SENT_START
from spacy.language import Language

from interview_cli.lexicon.marks import CLOSERS, DIRECTED_OPENERS, SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

#: Quotation marks that are no apostrophes.
MARKS = (CLOSERS.keys() | {mark for closers in CLOSERS.values() for mark in closers}) - SINGLE
#: The one whose form says neither that it opens nor that it closes.
STRAIGHT = '"'
#: Marks that no sentence ends with, and marks that none begins with.
UNFINISHED, UNBEGUN = frozenset("([,=/&"), frozenset(")],;:%")
#: Values of SENT_START and ENT_IOB.
STARTS, INSIDE = 1, 1


@Language.component("interview_boundaries")
def forbid_starts(doc: Doc) -> Doc:
    """Tell the parser where no sentence begins. What is known already, as at a block's start, stays."""
    opened = ""
    for token in _telling(doc):
        if token.is_sent_start:
            opened = ""
        side = _side(token, opened=opened) if token.text in MARKS else ""
        if side:
            opened = token.text if side == "open" else ""
        if side == "close" or token.text in UNBEGUN or token.ent_iob_ == "I":
            _forbid(token)
        if (side == "open" or token.text in UNFINISHED) and token.i + 1 < len(doc):
            _forbid(token.nbor())
    return doc


def _telling(doc: Doc) -> Iterator[Token]:
    """The tokens that say anything: marks, starts that are known, and words of names."""
    marks = {doc.vocab.strings[mark] for mark in (*MARKS, *UNFINISHED, *UNBEGUN)}
    for i, (orth, start, iob) in enumerate(doc.to_array([ORTH, SENT_START, ENT_IOB]).tolist()):
        if orth in marks or start == STARTS or iob == INSIDE:
            yield doc[i]


def _forbid(token: Token) -> None:
    if token.is_sent_start is None:
        token.is_sent_start = False


def _side(token: Token, *, opened: str) -> str:
    """Whether a mark opens or closes a quotation, given the mark that opened the one it stands in.

    Its form tells it, or else the blanks around it; where neither does, it closes, but for a straight one inside none.
    """
    text = token.text
    if text in DIRECTED_OPENERS:
        return "close" if text in CLOSERS.get(opened, ()) else "open"
    before = token.i == 0 or token.nbor(-1).whitespace_ or token.nbor(-1).is_space
    after = bool(token.whitespace_)
    if text in CLOSERS and before and not after:
        return "open"
    if after and not before:
        return "close"
    return "open" if text == ",," or (text == STRAIGHT and not opened) else "close"
