"""Names as strings: what belongs to a name, whose short form is whose, and one canonical name each.

Pure functions, no spaCy. The rules, in order, for people:

1. Titles before a name and degrees behind it are no part of it; nor is a possessive ending: an `s` without
   an apostrophe where the document has the name without it (`Altmans` beside Sam Altman; `Kuijpers` stays).
2. A *full* name has a given name or initials and a surname. Two full names are one person's if their surnames agree
   (infixes and case aside) and one given name is the other's, or its initial: J. de Boer, Jan de Boer.
3. A short form belongs to the full name whose surname, given name, or (a prefix of at least three letters: Sam for
   Samuel) whose longer given name it is. Of several, to the person named last before it, else to the one first named
   after it. So two people with one surname stay two.
4. The canonical name is the longest full form, as first written, in normal case where that occurs.

Other names are one if they agree without case, article, possessive and legal form, or if the text itself gives the one
as the other's abbreviation: Rijksinstituut voor Volksgezondheid en Milieu (RIVM).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from interview_cli.lexicon.given import gender, is_given
from interview_cli.lexicon.organisations import CLUBS, TAILS
from interview_cli.lexicon.people import DEGREES, INFIXES, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "abbreviation_after",
    "bare_names",
    "core_name",
    "gender",
    "is_given",
    "merge_people",
    "merge_things",
    "thing_key",
    "without_possessive",
    "without_titles",
]  # fmt: skip

_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_INITIAL = re.compile(r"^(?:\w\.?-?){1,4}\.$|^[A-ZÀ-Þ]$")
#: Fewer letters of a given name are no nickname.
_NICKNAME = 3
_ARTICLE = re.compile(r"^(?:de|het|een|the|'t|’t)\s+", re.IGNORECASE)
_LEGAL = re.compile(r",?\s+(?:b\.?v\.?|n\.?v\.?|bvba|vzw|gmbh|inc\.?|ltd\.?|llc|plc|s\.?a\.?)$", re.IGNORECASE)
#: Generic first and last words of an organisation's full name, which its short name leaves out.
_GENERIC = TAILS | CLUBS | {"stichting", "vereniging", "uitgeverij", "vakbond", "koninklijke"}


def without_titles(name: str) -> str:
    """Return a person's name without the titles before it and the degrees behind it, if a name is left.

    >>> without_titles("prof. dr. Jan de Boer, MSc")
    'Jan de Boer'
    """
    words = name.split()
    while len(words) > 1 and is_title(words[0]):
        words.pop(0)
    while len(words) > 1 and words[-1].strip(".,").lower() in DEGREES:
        words.pop()
        words[-1] = words[-1].rstrip(",")
    return " ".join(words)


def without_possessive(name: str) -> str:
    """Return a name without a possessive ending that its apostrophe shows.

    >>> without_possessive("OpenAI's"), without_possessive("Philips’"), without_possessive("Altmans")
    ('OpenAI', 'Philips', 'Altmans')
    """
    return _POSSESSIVE.sub("", name)


def bare_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return names without possessive endings, the bare `s` too where the document has the name without it.

    >>> bare_names(["Sam Altman", "Altmans", "Iris Kuijpers", "Kuijpers", "Cor", "Cors"])
    ('Sam Altman', 'Altman', 'Iris Kuijpers', 'Kuijpers', 'Cor', 'Cor')
    """
    plain = [without_possessive(name) for name in names]
    whole = {name.casefold() for name in plain}
    known = {form for name in plain for form in _tails(name.casefold())}
    # The s of a surname that a full name has: Peters stays, though a Peter is about.
    fixed = {name.split()[-1].casefold() for name in plain if " " in name and name[:-1].casefold() not in whole}
    fixed |= {name[:-1].casefold() for name in names if name.endswith(("s'", "s’"))}
    return tuple(_bare(name, known=known, fixed=fixed) for name in plain)


def _bare(name: str, *, known: set[str], fixed: set[str]) -> str:
    last = name.split()[-1] if name.split() else ""
    if not last.endswith("s") or last.endswith("ss") or last.isupper() or len(last) < 4:
        return name
    if (name == last and last.casefold() in fixed) or is_given(last) or name[:-1].casefold() not in known:
        return name
    return name[:-1]


def _tails(name: str) -> tuple[str, ...]:
    """Return the name, its given name, and its surname with and without infixes."""
    words = name.split()
    return (*(" ".join(words[start:]) for start in range(len(words))), *words[:1])


@dataclass(frozen=True, slots=True)
class _Person:
    """A person's name in parts. `given` and `family` are case-folded; `family` has no infixes."""

    given: str
    family: str
    words: int

    @property
    def full(self) -> bool:
        return bool(self.given and self.family)


def _person(name: str) -> _Person:
    """Split a name without titles into given and family name; one word alone counts as a family name."""
    words = name.split()
    given = words[0].casefold() if len(words) > 1 and words[0].lower() not in INFIXES else ""
    rest = words[1:] if given else words
    while len(rest) > 1 and (rest[0].lower() in INFIXES or _INITIAL.match(rest[0]) or is_given(rest[0])):
        rest = rest[1:]
    return _Person(given, " ".join(rest).casefold(), len(words))


def merge_people(names: Sequence[str]) -> tuple[str, ...]:
    """Return the canonical name of each mention of a person, given in reading order.

    >>> merge_people(["Sam Altman", "Altmans", "Altman's", "Sam"])
    ('Sam Altman', 'Sam Altman', 'Sam Altman', 'Sam Altman')
    """
    titled = [without_titles(" ".join(name.split())) for name in names]
    plain = bare_names(titled)
    parts = {name: _person(name) for name in dict.fromkeys(plain)}
    group = _same_person({name: person for name, person in parts.items() if person.full}, plain)
    found = _resolve(plain, parts, group)
    return tuple(_display(found))


def _same_person(full: Mapping[str, _Person], order: Sequence[str]) -> dict[str, str]:
    """Map each full form to the longest form of the same person."""
    families: dict[str, list[str]] = {}
    for name, person in full.items():
        families.setdefault(person.family, []).append(name)
    counts = Counter(order)
    group: dict[str, str] = {}
    for members in families.values():
        ranked = sorted(members, key=lambda name: (_initials(full[name].given), -full[name].words, name.isupper()))
        heads: list[str] = []
        for name in ranked:
            fits = [head for head in heads if _given_agrees(full[name].given, full[head].given)]
            best = max(fits, key=lambda head: counts[head]) if fits else name
            heads += [name] if best == name else []
            group[name] = best
    return group


def _initials(given: str) -> bool:
    return bool(_INITIAL.match(given.upper()))


def _given_agrees(one: str, other: str) -> bool:
    """Tell whether two given names can be one person's: equal, or the one the other's initial."""
    if one == other:
        return True
    return (_initials(one) or _initials(other)) and one[:1] == other[:1]


def _resolve(plain: Sequence[str], parts: Mapping[str, _Person], group: Mapping[str, str]) -> list[str]:
    """Give each mention its person: full forms by their group, short forms by rule 3."""
    index: dict[str, dict[str, None]] = {}
    nicknames: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys(name for name in plain if name in group):
        for form in _short_forms(name, parts[name]):
            index.setdefault(form, {})[group[name]] = None
        given = parts[name].given
        for size in range(_NICKNAME, len(given)):
            nicknames.setdefault(given[:size], {})[group[name]] = None
    last_at: dict[str, int] = {}
    found = []
    for at, name in enumerate(plain):
        head = group.get(name)
        if head is None:
            short = name.casefold()
            candidates = index.get(short) or index.get(parts[name].family) or _same_sex(name, nicknames.get(short, {}))
            head = max(candidates, key=lambda each: last_at.get(each, -1), default=name)
        last_at[head] = at
        found.append(head)
    return found


def _short_forms(name: str, person: _Person) -> tuple[str, ...]:
    """Return the case-folded short forms of a full name: given name, surname with and without infixes."""
    double = person.family.split("-")[0]
    return tuple(dict.fromkeys([*_tails(name.casefold())[1:], person.family, double]))


def _same_sex(short: str, heads: Iterable[str]) -> list[str]:
    """Return the full names whose gender doesn't contradict that of a nickname."""
    sex = gender(short)
    return [head for head in heads if sex is None or gender(head.split()[0]) in (sex, None)]


def _display(found: Sequence[str]) -> list[str]:
    """Unite names that differ by case only, preferring normal case: ROY, Roy."""
    best: dict[str, str] = {}
    for name in found:
        key = name.casefold()
        if key not in best or (best[key].isupper() and not name.isupper()):
            best[key] = name
    return [best[name.casefold()] for name in found]


def merge_things(names: Sequence[str], *, aliases: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """Return the canonical name of each mention of anything but people; all are of one label.

    `aliases` maps abbreviations to the full names that the text gives them.

    >>> merge_things(["OpenAI", "OpenAI's", "OPENAI", "Noorderdiep Ventures", "Noorderdiep"])
    ('OpenAI', 'OpenAI', 'OpenAI', 'Noorderdiep Ventures', 'Noorderdiep Ventures')
    """
    plain = bare_names([" ".join(name.split()) for name in names])
    keys = [thing_key(name) for name in plain]
    links = {thing_key(short): thing_key(full) for short, full in aliases.items()}
    present = set(keys)
    for key in dict.fromkeys(keys):
        core = core_name(key)
        if core in present:
            links.setdefault(core, key)
    spelled: dict[str, str] = {}
    for key, name in zip(keys, plain, strict=True):
        current = spelled.get(key)
        if current is None or (current.isupper() and not name.isupper()) or name.islower():
            spelled[key] = name  # twee rather than Twee
    return tuple(spelled[_follow(key, links, present)] for key in keys)


def thing_key(name: str) -> str:
    """Return what two spellings of one name share: no case, article, legal form, or quotation marks."""
    stripped = _LEGAL.sub("", _ARTICLE.sub("", name)).strip("'’\"“”‘„")
    return (stripped or name).casefold()


def core_name(name: str) -> str:
    """Return the key of an organisation's name without its generic words, '' if it has none.

    >>> core_name("VV De Noormannen"), core_name("Noorderdiep Ventures"), core_name("Philips")
    ('noormannen', 'noorderdiep', '')
    """
    key = thing_key(name)
    words = key.split()
    while len(words) > 1 and words[-1] in _GENERIC:
        words.pop()
    while len(words) > 1 and words[0] in _GENERIC:
        words.pop(0)
    core = _ARTICLE.sub("", " ".join(words))
    return core if core != key else ""


def _follow(key: str, links: Mapping[str, str], present: set[str]) -> str:
    for _ in range(3):
        target = links.get(key)
        if target is None or target not in present or target == key:
            break
        key = target
    return key


_ABBREVIATION = re.compile(r"\s*\((?:de |het )?([A-Z][A-Za-z]*[A-Z]{1,}[A-Za-z]*)\)")


def abbreviation_after(text: str, end: int, name: str) -> str | None:
    """Return the abbreviation in brackets right behind a name that ends at `end`, if it can be that name's.

    >>> abbreviation_after("Nationale Loterij (NL) meldt", 17, "Nationale Loterij")
    'NL'
    """
    found = _ABBREVIATION.match(text, end)
    if found is None:
        return None
    letters = iter(name.casefold())
    return found[1] if all(letter in letters for letter in found[1].casefold()) else None
