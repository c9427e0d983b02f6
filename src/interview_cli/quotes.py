"""Quotation marks → quotations, on the raw characters of each block; no spaCy.

Marks are paired by type within a block with a stack, so nested marks belong to the outer quotation. Tokens are of
no use here: a tokenizer keeps `AI-"vrienden` together and shifts every later pair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli import dialogue
from interview_cli.lexicon.marks import (
    APOSTROPHE_WORDS,
    BEFORE_OPENING,
    BLANK_INSIDE,
    CLOSERS,
    DIRECTED_OPENERS,
    SINGLE,
)
from interview_cli.lexicon.verbs import verb_forms
from interview_cli.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_cli.model import Block, Document

_MARKS = re.compile(r",,|‚‚|''|’’|‘‘|``|[\"“”„‟«»‹›‘’‚‛']")
_APOSTROPHE_WORD = re.compile(rf"['’‘‛`](?:(?:{'|'.join(APOSTROPHE_WORDS)})(?![\w'’])|\d\d(?!\w))", re.IGNORECASE)
_INTERRUPTION = re.compile(r",\s+(?:zo\s+)?(?P<verb>\w+)\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks. `outer` holds the marks, `span` does not.

    `block` is the index of its block. `closed` is false where no mark closes it: it then ends at its block's end, or
    before the words that interrupt it. `continues` is true where the block before ended inside the same quotation.
    `aside` is a reporting clause inside it that no marks set apart, as dialogue behind a dash has.
    """

    outer: Span
    span: Span
    block: int
    closed: bool = True
    continues: bool = False
    aside: Span | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in the text that may open, close, or both; apostrophes are not among them."""

    start: int
    end: int
    kind: str
    opens: bool
    closes: bool


def find(document: Document) -> tuple[Quotation, ...]:
    """Return the outermost quotations in reading order."""
    found: list[Quotation] = []
    open_mark = ""  # of the quotation that the block before left open
    blocks = [(index, block) for index, block in enumerate(document.blocks) if block.span]
    followers = {index: block for (index, _), (_, block) in pairwise(blocks)}
    spoken = dialogue.find(document.text, document.blocks)
    for index, block in blocks:
        if index in spoken:
            found.append(_behind_dash(block, index, spoken[index]))
            open_mark = ""
            continue
        quotations = tuple(_in_block(document.text, block, index, followers.get(index)))
        if quotations and open_mark and document.text.startswith(open_mark, quotations[0].outer.start):
            first = quotations[0]
            if first.outer.start == block.span.start:
                continued = Quotation(first.outer, first.span, index, closed=first.closed, continues=True)
                quotations = (continued, *quotations[1:])
        found.extend(quotations)
        last = quotations[-1] if quotations else None
        left_open = last is not None and not last.closed and last.outer.end == block.span.end
        open_mark = _mark_of(document.text, last) if last is not None and left_open else ""
    return tuple(found)


def _behind_dash(block: Block, index: int, line: dialogue.Line) -> Quotation:
    """Return a line of dialogue as a quotation whose opening mark is its dash."""
    return Quotation(Span(block.outer.start, line.end), Span(line.start, line.end), index, aside=line.aside)


def _mark_of(text: str, quotation: Quotation) -> str:
    return text[quotation.outer.start : quotation.span.start]


def _in_block(text: str, block: Block, index: int, follower: Block | None) -> Iterator[Quotation]:
    """Pair the marks of one block and yield its outermost quotations."""
    stack: list[tuple[_Mark, list[Quotation]]] = []  # open marks, each with the quotations closed inside it
    top: list[Quotation] = []
    for mark in _marks(text, block.span):
        level = _closing_level(stack, mark)
        if level is not None:
            opener, _ = stack[level]
            del stack[level:]
            quotation = Quotation(Span(opener.start, mark.end), _trimmed(text, opener.end, mark.start), index)
            if quotation.span.of(text).strip():
                (stack[-1][1] if stack else top).append(quotation)
        elif mark.opens:
            stack.append((mark, []))
    if stack:
        top.extend(_unclosed(text, block, index, stack, follower))
    yield from top


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out the blanks next to the marks, as guillemets have in French."""
    inner = text[start:end]
    return Span(end - len(inner.lstrip()), start + len(inner.rstrip())) if inner.strip() else Span(start, end)


def _closing_level(stack: list[tuple[_Mark, list[Quotation]]], mark: _Mark) -> int | None:
    """Return which open mark this one closes, innermost first; None where it closes nothing.

    A mark that could open as well (`zei "Nee"`: a blank before, a letter behind) closes nothing.
    """
    if not mark.closes:
        return None
    for level in range(len(stack) - 1, -1, -1):
        opener = stack[level][0]
        if mark.kind in CLOSERS[opener.kind]:
            return level
        if opener.kind not in SINGLE:  # an outer quotation doesn't end inside a double-marked inner one
            return None
    return None


def _unclosed(
    text: str, block: Block, index: int, stack: list[tuple[_Mark, list[Quotation]]], follower: Block | None
) -> Iterator[Quotation]:
    """Say where a quotation without a closing mark ends.

    Words that interrupt it (`„Wij niet, zegt Swinkels. „Wij …”`) end it before them; else it runs to the end of its
    block. A lone single mark is an apostrophe unless it opens the block or a sentence.
    """
    opener, inside = stack[0]
    rest = [quotation for _, quotations in stack[1:] for quotation in quotations]
    closed = sorted([*inside, *rest], key=lambda quotation: quotation.outer)
    interrupted = opener.kind == "‘" and _interruption(text, opener, block.span.end) is not None
    if opener.kind in SINGLE and not interrupted and not _opens_utterance(text, block, opener, follower):
        yield from closed
        return
    end = _interruption(text, opener, closed[0].outer.start if closed else block.span.end)
    if end is not None and (closed or not _starts_with(text, follower, opener.kind)):
        yield Quotation(Span(opener.start, end), Span(opener.end, end), index, closed=False)
        yield from (quotation for quotation in closed if quotation.outer.start >= end)
        return
    end = block.span.end
    if text[opener.end : end].strip():
        yield Quotation(Span(opener.start, end), Span(opener.end, end), index, closed=False)


def _opens_utterance(text: str, block: Block, opener: _Mark, follower: Block | None) -> bool:
    """Tell whether an unclosed single mark is a quotation mark: at its block's start, if the next block has one too."""
    return opener.start == block.span.start and _starts_with(text, follower, opener.kind)


def _starts_with(text: str, block: Block | None, mark: str) -> bool:
    return block is not None and text.startswith(mark, block.span.start)


def _interruption(text: str, opener: _Mark, limit: int) -> int | None:
    """Return where `, zegt Swinkels.` interrupts an unclosed quotation: at its comma."""
    forms = verb_forms()
    for match in _INTERRUPTION.finditer(text, opener.end, limit):
        if any(verb.strong for verb in forms.get(match["verb"].lower(), ())):
            return match.start()
    return None


def _marks(text: str, span: Span) -> Iterator[_Mark]:
    """Yield the quotation marks inside `span`; apostrophes, inch and minute signs are left out."""
    found = list(_MARKS.finditer(text, span.start, span.end))
    doubles = {
        match.group() for match in found if len(match.group()) == 2 and match.group() in (",,", "‚‚", "‘‘", "``")
    }
    for match in found:
        kind = match.group()
        if kind in ("''", "’’") and not doubles and not _stands_alone(text, match.start(), match.end(), span):
            yield from _two_singles(text, match.start(), kind[0], span)
        elif (mark := _classify(text, match.start(), match.end(), span)) is not None:
            yield mark


def _stands_alone(text: str, start: int, end: int, span: Span) -> bool:
    """Tell whether a doubled apostrophe is one mark: it opens, or there is no single mark open before it."""
    return _may_open(text, start, end, span) or not re.search(r"(?<!\w)['‘’](?=\w)", text[span.start : start])


def _two_singles(text: str, start: int, kind: str, span: Span) -> Iterator[_Mark]:
    """Split `''` at the end of a quotation inside a quotation: 'Hij zei: 'nee''."""
    for at in (start, start + 1):
        yield _Mark(at, at + 1, kind, opens=False, closes=True)


def _classify(text: str, start: int, end: int, span: Span) -> _Mark | None:
    """Return the mark at [start, end) with what it can do, or None where it is an apostrophe or a sign."""
    kind = text[start:end]
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    if kind in SINGLE and _is_apostrophe(text, start, before, after, span):
        return None
    opens = kind in CLOSERS and _may_open(text, start, end, span)
    closes = kind in _closing_marks() and (not before.isspace() or kind in BLANK_INSIDE)
    if kind in (",,", "‚‚") and (before.isalnum() or after.isspace()):
        return None  # two commas
    if kind in SINGLE and kind not in ("‘", "‚", "‹"):
        closes = closes and not after.isalnum()
    elif kind in DIRECTED_OPENERS:
        closes = (closes and not opens) or (kind == "“" and not before.isspace() and not after.isalnum())
    if kind in ('"', "''", "”") and before.isdigit() and not opens and _is_sign(text, start, span):
        return None
    # A blank or a bracket before and a letter behind: it opens, even where a quotation is open.
    if opens and closes and before in BEFORE_OPENING and after.isalnum() and before != ":":
        closes = False
    return _Mark(start, end, kind, opens=opens, closes=closes) if opens or closes else None


@cache
def _closing_marks() -> frozenset[str]:
    return frozenset(closer for closers in CLOSERS.values() for closer in closers)


def _may_open(text: str, start: int, end: int, span: Span) -> bool:
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    kind = text[start:end]
    if after.isspace() and kind not in BLANK_INSIDE:
        return False
    free = before.isspace() or before in BEFORE_OPENING or before in _opening_marks()
    return free or (kind in DIRECTED_OPENERS and (after.isalnum() or not before.isalnum()))


@cache
def _opening_marks() -> frozenset[str]:
    return frozenset(mark[-1] for mark in CLOSERS) - {"”", "’", "»", "›"}


def _is_apostrophe(text: str, start: int, before: str, after: str, span: Span) -> bool:
    """Tell an apostrophe from a single quotation mark: inside a word, in 's and 't, in '90, after a genitive s."""
    if text[start] in ("‚", "‹", "›"):
        return False
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and _APOSTROPHE_WORD.match(text, start, span.end):
        return True
    if before in "sxzSXZ" and after == " ":  # Hans' fiets: unless a quotation is open that has no other end
        return _has_later_closer(text, start, span)
    return False


def _has_later_closer(text: str, start: int, span: Span) -> bool:
    """Tell whether another single mark, surely closing, comes before the next one that opens."""
    for match in re.finditer(r"['’‘]", text[start + 1 : span.end]):
        at = start + 1 + match.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < span.end else " "
        if (before.isalnum() and after.isalnum()) or _APOSTROPHE_WORD.match(text, at, span.end):
            continue
        return not before.isspace() and before not in BEFORE_OPENING
    return not re.search(r"(?:^|[\s(\[–—-])['‘’](?=\w)", text[span.start : start])


def _is_sign(text: str, start: int, span: Span) -> bool:
    """Tell whether a straight mark after a digit means inches or minutes: nothing is open before it."""
    return text.count(text[start], span.start, start) % 2 == 0
