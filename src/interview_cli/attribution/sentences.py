"""Sentences of the narration: a quotation belongs to the sentence around it.

The parser's sentences are not used: it splits inside quotations, which are of no interest here, and a cue must stay
in one sentence with its quotation (`"Nee!" riep hij.`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.words import Word
    from interview_cli.quotes import Quotation

_FINAL = re.compile(r"[.?!…][)\]]*$")
#: A token that the tokenizer took for an abbreviation though it ends a sentence: `houdt vol. "Mijn …"`.
_GLUED_STOP = re.compile(r"\w{2,}\.$")
_ABBREVIATIONS = frozenset(
    {"dr.", "drs.", "ir.", "ing.", "mr.", "prof.", "ds.", "dhr.", "mevr.", "mw.", "st.", "jr.", "sr.", "bv.", "nr."}
)


def number(text: str, words: Sequence[Word], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    """Return the number of the sentence that each word belongs to."""
    final = [bool(_FINAL.search(quotation.span.of(text).rstrip(" \u00a0,"))) for quotation in quotations]
    numbers, current = [], 0
    for at in range(len(words)):
        if at and _starts(words, at, final):
            current += 1
        numbers.append(current)
    return tuple(numbers)


def _starts(words: Sequence[Word], at: int, final: Sequence[bool]) -> bool:
    """Tell whether a sentence of the narration starts at word `at`.

    After a quotation that ends as a sentence does, one starts where a capital or another quotation follows: in
    `"Nee." Hij zweeg.`, not in `"Nee!" riep hij.`
    """
    word, before = words[at], words[at - 1]
    if word.block != before.block:
        return True
    if before.quotation < 0:
        return _is_final(before, word)
    if word.quotation == before.quotation:
        return False
    return final[before.quotation] and (word.capital or word.quotation >= 0)


def _is_final(word: Word, following: Word) -> bool:
    if word.ends_sentence:
        return following.capital or following.quotation >= 0 or not following.text[:1].isalpha()
    glued = _GLUED_STOP.search(word.text) is not None and word.lower not in _ABBREVIATIONS
    return glued and (following.quotation >= 0 or (following.capital and following.pos != "PROPN"))
