r"""Text → its lines, with where they are and what can be seen of each.

Lines end at `\r\n`, `\r` or `\n` only: `str.splitlines` would also split at form feeds and U+2028.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from interview_cli.lexicon.structure import ABBREVIATIONS, CLOSING_QUOTES, NAME_ENDINGS, OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Counting more words than this tells nothing new about a line; it keeps one line of 10 MB cheap.
MANY_WORDS = 200
#: A short line: its last full stop may be that of an abbreviation.
_FEW_WORDS = 12
#: Characters at either end of a line that its facts are read from.
_SIGHT = 2_000
_LINE_END = re.compile(r"\r\n?|\n")
_CLOSERS = CLOSING_QUOTES + ")]}"
_OPENERS = OPENING_QUOTES + "([{"
#: What is left of 's, 't and the like without their apostrophe: the next word has the capital.
_CLITICS = ("s ", "t ", "k ", "n ")
#: Quotation marks, brackets or a picture before the first letter take no more characters.
_PREFIX = 8


class Line(NamedTuple):
    """A line that is not blank, or several that belong together. `start` and `end` leave out the blanks around it."""

    start: int
    end: int
    gap: int  # blank lines before it
    indent: int  # characters before its first one
    rows: int  # lines of the text that it takes
    text: str
    words: int  # at most MANY_WORDS

    @property
    def end_mark(self) -> str:
        """The mark that ends it, quotation marks and brackets aside: one of `.!?…:;,`, or nothing.

        The asterisks of bold type don't count either, nor does the full stop of `jr.`, `N.V.` and `Inc.` in a short
        line: titles and headings end so.
        """
        bare = self.text[-40:].rstrip(_CLOSERS + "*_ \u00a0")
        if bare.endswith(("...", "…")):
            return "…"
        if bare.endswith(".") and self.words <= _FEW_WORDS and _ends_in_abbreviation(bare):
            return ""
        return bare[-1] if bare and bare[-1] in ".!?:;," else ""

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.end_mark in (".", "!", "?", "…")

    @property
    def opening(self) -> str:
        """The first character that is no quotation mark, bracket or comma (`,,` opens a quotation)."""
        return self.text[:40].lstrip(_OPENERS + ", \u00a0")[:1]

    @property
    def is_capitalised(self) -> bool:
        """Whether it opens with a capital or a digit; `'s Nachts`, `iPhone` and `a16z` do as well."""
        first = next((at for at, sign in enumerate(self.text[:_PREFIX]) if sign.isalnum()), None)
        if first is None:
            return False
        if self.text[first : first + 2] in _CLITICS:
            first += 2
        return any(sign.isupper() or sign.isdigit() or sign.istitle() for sign in self.text[first : first + 2])

    @property
    def is_quoted(self) -> bool:
        """Whether it opens and closes with quotation marks."""
        text = self.text
        opens = text.startswith(tuple(OPENING_QUOTES)) or text.startswith(",,")
        return len(text) > 2 and opens and text.endswith(tuple(CLOSING_QUOTES))

    @property
    def is_bracketed(self) -> bool:
        """Whether all of it stands in brackets: `(Gelach en applaus.)`."""
        return (self.text[0], self.text[-1]) in (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))

    @property
    def has_letters(self) -> bool:
        """Whether there is a letter or a digit near its start; a row of asterisks has none."""
        return any(map(str.isalnum, self.text[:_SIGHT]))

    @property
    def sentences(self) -> int:
        """How many sentences it holds, abbreviations and initials aside, as far as its facts are read."""
        return 1 + sum(1 for _ in _breaks(self.text[:_SIGHT]))

    @property
    def has_full_stop(self) -> bool:
        """Whether a sentence inside it ends in a full stop."""
        return any(match["mark"] == "." for match in _breaks(self.text[:_SIGHT]))

    @property
    def title_case(self) -> float:
        """The share of longer words with a capital, 0 to 1: `Van Speeltje Naar Nut` and `Wat Nu?` have 1."""
        words: list[str] = re.findall(r"[^\W\d_]+", self.text[:_SIGHT])
        long = [word for word in words if len(word) > 3] or words
        return sum(word[0].isupper() for word in long) / len(long) if long else 0.0


def _ends_in_abbreviation(text: str) -> bool:
    word = text.rsplit(None, 1)[-1]
    return word.rstrip(".").lower() in NAME_ENDINGS or _initialism().fullmatch(word) is not None


def split(text: str) -> tuple[Line, ...]:
    """Return the lines that are not blank."""
    found: list[Line] = []
    gap = 0
    for start, end in _bounds(text):
        raw = text[start:end]
        bare = raw.strip()
        if not bare:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        at = start + indent
        found.append(Line(at, at + len(bare), gap, indent, 1, bare, count(bare)))
        gap = 0
    return tuple(found)


def join(text: str, parts: list[Line]) -> Line:
    """Make one line of several that follow each other."""
    if len(parts) == 1:
        return parts[0]
    first, last = parts[0], parts[-1]
    words = min(MANY_WORDS, sum(part.words for part in parts))
    rows = sum(part.rows for part in parts)
    return Line(first.start, last.end, first.gap, first.indent, rows, text[first.start : last.end], words)


def count(text: str) -> int:
    """Count the words of a text, no further than MANY_WORDS."""
    return min(MANY_WORDS, len(text.split(None, MANY_WORDS)))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """Find the ends of sentences inside a text."""
    for match in _sentence_end().finditer(text):
        word = match["word"].lower()
        if match["mark"] == "." and (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())):
            continue
        yield match


@cache
def _initialism() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.){1,4}")


@cache
def _sentence_end() -> re.Pattern[str]:
    closers, openers = re.escape(_CLOSERS), re.escape(_OPENERS)
    return re.compile(rf"(?P<word>[\w/]{{0,30}})(?P<mark>[.!?…])[{closers}]{{0,3}}\s+(?=[{openers}]{{0,3}}[^\W_a-z])")


def alternation(words: Iterable[str]) -> str:
    """Return a pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
