"""Names in a document without spaCy: the fullest one for a speaker's label, and the person interviewed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import INTERVIEW_WITH, NAME_INFIXES, ROLE_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Names are gathered from so many characters: who is interviewed is introduced before.
_SIGHT = 400_000


class Names:
    """The names of several words that a text has, with how often."""

    def __init__(self, text: str) -> None:
        self._text = text[:_SIGHT]
        self._counts: Counter[str] | None = None

    @property
    def counts(self) -> Mapping[str, int]:
        """The names, gathered when first asked for."""
        if self._counts is None:
            self._counts = Counter(" ".join(match[0].split()) for match in _name().finditer(self._text))
        return self._counts

    def fullest(self, label: str) -> str:
        """Return the fullest name in the text of whom a label stands for: `Roy Biharie` for `ROY`."""
        words = label.casefold().split()
        found: Counter[str] = Counter()
        for name, count in self.counts.items():
            parts = name.split()
            for at in range(len(parts) - len(words) + 1):
                if [part.casefold() for part in parts[at : at + len(words)]] == words:
                    found[_whole(parts, at, len(words))] += count
        longer = {name: count for name, count in found.items() if len(name.split()) > len(words)}
        if longer:
            most = max(longer.values())
            best = [name for name, count in longer.items() if count == most]
            if len({name.casefold() for name in best}) == 1 or len(longer) == 1:
                return best[0]
            return best[0]
        if 1 < len(label) < 4 and label.isupper() and len(words) == 1:
            matching = [name for name in self.counts if "".join(part[0] for part in name.split()) == label]
            if len(matching) == 1:
                return matching[0]
        return self.in_normal_case(label)

    def in_normal_case(self, label: str) -> str:
        """Return a label in capitals as a name or noun phrase is written."""
        words = label.split()
        if not label.isupper() or any(map(str.isdigit, label)) or (len(words) == 1 and len(label) < 4 and label.casefold() in ROLE_LABELS):
            return label
        written = re.search(rf"(?<!\w){re.escape(label)}(?!\w)", self._text, re.IGNORECASE) if False else None
        if written:
            return written[0]
        inner = [word.casefold() for word in words[1:-1]]
        if words[0].casefold() in ROLE_LABELS or any(word in ("in", "met", "uit", "bij", "het") for word in inner):
            return label.lower()
        cased = [word.lower() if word.casefold() in NAME_INFIXES else _capitalised(word) for word in words]
        return " ".join(cased)


def interviewee(front: Sequence[str], body: str, names: Names) -> str | None:
    """Return the person interviewed, if front matter or introduction say so.

    `front` holds title and subtitle. Two people interviewed give null: the field has room for one.
    """
    for text in front:
        for name in _announced(text):
            return name if name else None
    known = [name for name in names.counts if any(name.casefold() in text.casefold() for text in front)]
    people = {name: _mentions(name, body) for name in known}
    if not people:
        return None
    ranked = sorted(people, key=lambda name: -people[name])
    best = ranked[0]
    if people[best] < 2 or (len(ranked) > 1 and people[ranked[1]] * 2 > people[best]):
        return None
    return best


def _announced(text: str) -> Iterable[str | None]:
    """Find `interview met X`, `X over …` in a line; None where it announces several."""
    return ()


def _mentions(name: str, body: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", body))


def _whole(parts: Sequence[str], at: int, length: int) -> str:
    """Return the name that a label is part of: from the given name on, or, for a surname, all of it."""
    if at + length == len(parts):
        return " ".join(parts)
    return " ".join(parts[at:])


def _capitalised(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


@cache
def _name() -> re.Pattern[str]:
    upper = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
    word = rf"[{upper}][\w’'-]*\w"
    infix = r"(?:van|de|den|der|ten|ter|te|het|'t|’t|von|da|di|la|le|el|al|in|op)"
    return re.compile(rf"(?<!\w)(?:{word}|[{upper}]\.)(?:[ \t](?:{infix}[ \t]){{0,3}}(?:{word}|[{upper}]\.)){{1,4}}")
