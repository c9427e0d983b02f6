"""Names in a document without spaCy: the fullest one for a speaker's label, and the person interviewed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import INTERVIEW_WITH, NAME_INFIXES, ROLE_LABELS
from interview_cli.structure.lines import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Names are gathered from so many characters: who speaks is introduced before.
_SIGHT = 300_000
#: Who is interviewed is named at least so often, and so many times as often as anybody else in the front matter.
_MENTIONS, _LEAD = 2, 1.5


class Names:
    """The names of several words that a text has, gathered when first asked for."""

    def __init__(self, text: str, labels: Iterable[str] = ()) -> None:
        """Take the names of a text; `labels` are those of its speakers, which may be full names themselves."""
        self.text = text[:_SIGHT]
        self._labels = [label for label in labels if len(label.split()) > 1]
        self._counts: Counter[str] | None = None
        self._index: dict[str, list[str]] | None = None  # the names by each of their words, and by their initials

    @property
    def counts(self) -> Mapping[str, int]:
        """The names with how often each occurs, those in capitals left out."""
        if self._counts is None:
            found = (" ".join(re.sub(r"['’]s$", "", match[0]).split()) for match in name_pattern().finditer(self.text))
            self._counts = Counter(name for name in found if not name.isupper())
            self._counts.update(in_normal_case(label) for label in self._labels)
        return self._counts

    def fullest(self, label: str) -> str:
        """Return the fullest name in the text of whom a label stands for: `Roy Biharie` for `ROY`.

        Two people whom it could stand for equally well leave it as it is, in normal case.
        """
        words = label.casefold().split()
        given: Counter[str] = Counter()
        surname: Counter[str] = Counter()
        for name in self._with(words[0]) if words else ():
            parts, count = name.split(), self.counts[name]
            for at in range(len(parts) - len(words) + 1):
                if len(parts) > len(words) and [part.casefold() for part in parts[at : at + len(words)]] == words:
                    ends = at + len(words) == len(parts)
                    (surname if ends else given)[_person(parts, at, len(words))] += count
        for found in (given, surname):
            best = sorted(found, key=lambda name: (-found[name], len(name)))
            if best:
                tied = [name for name in best if found[name] == found[best[0]] and not name.startswith(best[0])]
                return in_normal_case(label) if tied else best[0]
        return self._by_initials(label) or in_normal_case(label)

    def _with(self, word: str) -> Sequence[str]:
        """Return the names that have a word, in lower case, or these initials."""
        if self._index is None:
            self._index = {}
            for name in self.counts:
                initials = "".join(part[0] for part in name.split())
                for part in dict.fromkeys([*name.casefold().split(), initials]):
                    self._index.setdefault(part, []).append(name)
        return self._index.get(word, ())

    def _by_initials(self, label: str) -> str | None:
        """Return the only name that has these initials: `Joris Knol` for `JK`."""
        if not (1 < len(label) < 5 and label.isalpha() and label[0].isupper()) or label.casefold() in ROLE_LABELS:
            return None
        names = self._with(label)
        return names[0] if len(names) == 1 else None


def in_normal_case(label: str) -> str:
    """Return a label in capitals as a name, or as the noun phrase that it is.

    >>> in_normal_case("ANNA DE VRIES"), in_normal_case("VROUW IN DE ZAAL"), in_normal_case("INT")
    ('Anna de Vries', 'vrouw in de zaal', 'INT')
    """
    words = label.split()
    short_role = len(words) == 1 and len(label) < 4 and label.casefold() in ROLE_LABELS
    if not label.isupper() or short_role or any(map(str.isdigit, label)):
        return label
    if words[0].casefold() in ROLE_LABELS:
        return label.lower() if len(words) > 1 else label.capitalize()
    small = [word.casefold() in NAME_INFIXES for word in words]
    return " ".join(
        word.lower() if is_small and at else "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
        for at, (word, is_small) in enumerate(zip(words, small, strict=True))
    )


def interviewee(front: Sequence[str], intro: str, names: Names, *, asked: bool) -> str | None:
    """Return the person interviewed, if title or subtitle (`front`) say so, or null rather than a guess.

    Where the document is one of questions and answers (`asked`), the only person in the introduction will do.
    """
    for text in front:
        if match := _announcement().search(text):
            people = _people(text[match.end() :], names)
            if people:
                return people[0] if len(people) == 1 else None
    from interview_cli.lexicon.given import is_given  # a table that takes a while to read

    folded = [text.casefold() for text in front]
    known = [
        _person(parts, at, 1)
        for name in names.counts
        if any(name.casefold() in text for text in folded)
        for parts in [name.split()]
        for at in [next((at for at, part in enumerate(parts[:-1]) if is_given(part)), None)]
        if at is not None
    ]
    mentions = {name: _mentions(name, names.text) for name in known}
    ranked = sorted(mentions, key=lambda name: -mentions[name])
    if ranked and mentions[ranked[0]] >= _MENTIONS:
        clear = len(ranked) == 1 or mentions[ranked[0]] >= _LEAD * mentions[ranked[1]]
        return ranked[0] if clear else None
    if asked and not known:
        people = [name for name in _people(intro, names) if any(map(is_given, name.split()))]
        return people[0] if len(set(people)) == 1 else None
    return None


def _people(text: str, names: Names) -> list[str]:
    """Return the names that a stretch of text lists first: `X`, or `X en Y`, `X, Y en Z`."""
    people: list[str] = []
    at = 0
    while match := name_pattern().search(text, at):
        between = text[at : match.start()]
        joined = not people or re.fullmatch(r"\s*(?:,|(?:,\s*)?(?:en|&|\+)\s+(?:[a-zà-ÿ]+\s+){0,3})\s*", between)
        if not joined or (not people and len(between.split()) > 6):
            break
        start, found = _without_role(match[0])
        if found.isupper() and found.split()[0].casefold() in NAME_INFIXES:
            break  # GESPREK MET DE MINISTER
        name = _as_in_text(in_normal_case(found), names)
        people.append(name)
        at = match.start() + start + len(name)
    return people


def _without_role(name: str) -> tuple[int, str]:
    """Take off a role that opens a sentence, `Organist Herman Dekker`: whatever stands before a given name."""
    parts = name.split(" ")
    if len(parts) == 2:
        return 0, name
    from interview_cli.lexicon.given import is_given

    at = next((at for at, part in enumerate(parts[:-1]) if is_given(part)), 0)
    rest = " ".join(parts[at:])
    return len(name) - len(rest), rest


def _as_in_text(name: str, names: Names) -> str:
    """Cut what Title Case glues to a name (`Sam Altman Over AI`), by what the rest of the text calls the person."""
    parts = name.split()
    for length in range(len(parts), 1, -1):
        shorter = " ".join(parts[:length])
        if names.counts.get(shorter, 0) > (length == len(parts)) or (length == 2 and parts[1] not in NAME_INFIXES):
            return shorter
    return name


def _mentions(name: str, text: str) -> int:
    """Count how often somebody is named, by given name or surname."""
    words = name.split()
    either = "|".join(re.escape(word) for word in (words[0], words[-1]))
    return len(re.findall(rf"(?<!\w)(?:{either})(?!\w)", text))


def _person(parts: Sequence[str], at: int, length: int) -> str:
    """Return the name around `parts[at : at + length]`: from there on, or, behind a surname, from the given name."""
    if at + length < len(parts):
        return " ".join(parts[at:])
    from interview_cli.lexicon.given import is_given

    start = next((number for number in range(at) if is_given(parts[number])), 0)
    return " ".join(parts[start:])


@cache
def _announcement() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(INTERVIEW_WITH)})\s*:?(?=\s)", re.IGNORECASE)


@cache
def name_pattern() -> re.Pattern[str]:
    """Return a pattern of names of two to five words: Annemiek den Breejen, J. de Boer, Teun van der Burgh."""
    upper = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŸŹŻŽ"
    word = rf"(?:[{upper}][\w’'-]{{0,40}}\w|[{upper}]\.)"
    article = r"(?:de|den|der|het|'t|’t)"
    infix = rf"(?:van|{article}|ten|ter|te|von|da|di|la|le|el|al|(?:op|in|uit|aan|bij|onder)[ \t]{article})"
    return re.compile(rf"(?<!\w){word}(?:[ \t](?:{infix}[ \t]){{0,3}}{word}){{1,4}}")
