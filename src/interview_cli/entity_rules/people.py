"""Rules that find people and their names everywhere in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.entity_rules.text import Found, Text, merged, overlapping
from interview_cli.lexicon.given import is_given
from interview_cli.lexicon.people import INFIXES, is_title, person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a rule about people may overrule: labels that pipelines confuse with PERSON.
_CONFUSED = frozenset({"ORG", "GPE", "LOC", "NORP", "PRODUCT", "FAC"})
#: Infixes that are more often what they seem: Jan in Utrecht.
_PREPOSITIONS = frozenset({"in", "op", "of", "uit", "voor", "over", "aan", "bij", "onder", "y"})

#: A longer word with a full stop ends its sentence.
_INITIALS = 4


def after_titles(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a name behind a title (dr. Biharie, mevrouw Jansen) or, if it has two words, a role noun for a person."""
    new = []
    others = tuple(each for each in found if each.label != "PERSON")
    for at, word in enumerate(text.words[:-1]):
        if (
            word.block < 0
            or word.block in text.cased
            or not text.words[at + 1].capital
            or text.words[at + 1].block != word.block
        ):
            continue
        end = name_end(text, at + 1)
        first = text.words[at + 1].text
        titled = is_title(word.text) and (word.text.endswith(".") or len(word.text) > 3)
        name = _found(text, at + 1, end)
        known = is_given(first) or not overlapping(name, others)
        if titled or (end - at > 2 and known and person_noun(word.text)):
            new.append(name)
    return _people(text, found, new)


def with_given_names(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a known given name with a surname behind it for a person: Joost Verkade, Naïma El Bakkali."""
    things = {text.of(each) for each in found if each.label != "PERSON"} - {
        text.of(each) for each in found if each.label == "PERSON"
    }
    new = []
    for at, word in enumerate(text.words):
        if word.block < 0 or word.block in text.cased or not word.capital or not is_given(word.text):
            continue
        if not (at and _joined(text, at - 1, at)):
            end = name_end(text, at)
            # Claude van Anthropic
            owned = end - at == 3 and text.words[at + 1].text == "van" and text.words[end - 1].text in things
            if end - at > 1 and not owned:
                new.append(_found(text, at, end))
    return _people(text, found, new)


def described(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a known given name for a person where a role stands behind it: Kwame, een promovendus uit Accra."""
    new = []
    for each in found:
        first, end = text.inside(each)
        if each.label in _CONFUSED and is_given(text.words[first].text) and _has_role_behind(text, end):
            new.append(Found(each.start, each.end, "PERSON"))
    return merged(found, new)


def _has_role_behind(text: Text, comma: int) -> bool:
    """Tell whether a comma, an article or none, at most two adjectives and a role noun stand there."""
    words = text.words[comma : comma + 5]
    if not words or words[0].text != "," or any(word.block != words[0].block for word in words):
        return False
    for word in words[1:]:
        if person_noun(word.text):
            return True
        if word.pos not in ("DET", "ADJ", "ADV"):
            return False
    return False


def lone_given_names(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a known given name inside a sentence for a person where the pipeline sees nothing: het huis van Kwame."""
    new = []
    for at, word in enumerate(text.words):
        if word.block < 0 or word.block in text.cased or word.initial or not word.capital or not is_given(word.text):
            continue
        beside = text.words[at - 1 : at] + text.words[at + 1 : at + 2]
        if not any(each.capital and not each.initial for each in beside):
            new.append(_found(text, at, at + 1))
    return merged(found, [each for each in new if not overlapping(each, found)])


def _joined(text: Text, before: int, at: int) -> bool:
    """Tell whether a capitalised word of the same name stands directly before."""
    words = text.words
    return words[before].capital and not words[before].initial and words[before].end == words[at].start - 1


def known_people(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take every surname and given name of a person named in full for that person: Oudshoorn, Renske, Oudshoorns."""
    found = _without_openers(text, found)
    forms: dict[str, int] = {}
    for each in found:
        if each.label == "PERSON":
            for form in _short_forms(text.of(each)):
                forms[form] = max(forms.get(form, 0), form.count(" ") + 1)
    if not forms:
        return found
    longest = max(forms.values())
    new = []
    for at, word in enumerate(text.words):
        if word.block >= 0 and (word.capital or word.text in INFIXES):
            size = _longest_match(text, at, forms, longest)
            if size and not (size == 1 and word.initial and word.text.lower() in text.lowered):
                new.append(_found(text, at, at + size))
    return _people(text, found, new)


def _without_openers(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Cut off a word that has its capital from its place before a person named elsewhere: Portret Hakan Yıldırım."""
    names = {text.of(each) for each in found if each.label == "PERSON"}
    kept = []
    for each in found:
        first, last = text.inside(each)
        if each.label == "PERSON" and last - first > 2 and text.words[first].initial:
            rest = Found(text.words[first + 1].start, each.end, each.label)
            each = rest if text.of(rest) in names and not is_given(text.words[first].text) else each
        kept.append(each)
    return tuple(kept)


def _short_forms(name: str) -> Iterator[str]:
    """Yield the name, and of a given name with a surname also both alone, with and without infixes."""
    words = name.split()
    yield name
    if len(words) > 1 and is_given(words[0]):
        yield words[0]
        for start in range(1, len(words)):
            if words[start].lower() not in INFIXES or start < len(words) - 1:
                yield " ".join([words[start][:1].upper() + words[start][1:], *words[start + 1 :]])
                yield " ".join(words[start:])


def _longest_match(text: Text, at: int, forms: dict[str, int], longest: int) -> int:
    """Return how many words from `at` are a known form, possessive ending aside."""
    for size in range(min(longest, len(text.words) - at), 0, -1):
        if text.words[at + size - 1].block != text.words[at].block:
            continue
        string = text.string[text.words[at].start : text.words[at + size - 1].end]
        for form in (string, string.removesuffix("s").removesuffix("'").removesuffix("’")):
            if form in forms and form[:1].isupper():
                return size
    return 0


def name_end(text: Text, at: int) -> int:
    """Return where a name that starts at word `at` ends: capitals, with infixes and initials between them.

    A sentence may end in it, and behind a surname `van` says where somebody works: Karin Oosterveld van TenneT.
    """
    words = text.words
    end = ahead = at + 1
    while ahead < len(words) and text.adjoins(ahead):
        word, before = words[ahead], words[ahead - 1]
        if before.text.endswith(".") and len(before.text) > _INITIALS:
            break
        if word.text == "van" and end - at > 1 and not (before.initial or is_given(before.text)):
            break
        if word.capital and any(c.islower() for c in word.text):
            end = ahead = ahead + 1
        elif word.text.lower() in INFIXES and word.text not in _PREPOSITIONS:
            ahead += 1
        else:
            break
    return end


def _found(text: Text, first: int, last: int) -> Found:
    return Found(text.words[first].start, text.words[last - 1].end, "PERSON")


def _people(text: Text, found: tuple[Found, ...], new: list[Found]) -> tuple[Found, ...]:
    """Put people in, except where a longer name of something else, or a title of a work, holds them."""
    kept = []
    spans = sorted(found)
    at = 0
    for each in sorted(new):
        while at < len(spans) and spans[at].end <= each.start:
            at += 1
        over = []
        ahead = at
        while ahead < len(spans) and spans[ahead].start < each.end:
            over.append(spans[ahead])
            ahead += 1
        if all(_yields(text, other, each) for other in over):
            kept.append(each)
    return merged(found, kept)


def _yields(text: Text, other: Found, person: Found) -> bool:
    """Tell whether an entity gives way to a person found in its place, with or without the role noun before it."""
    if other.label == "PERSON":
        first = text.words[text.inside(other)[0]]
        opener = first.initial and other.end == person.end and not is_given(first.text)
        shorter = other.end - other.start <= person.end - person.start
        own = first.text.lower() in INFIXES
        return shorter or " " not in text.of(person) or _role(text, other) or (opener and not own)
    if other.label == "FAC" and " " in text.of(other):
        return False  # Anne Frank Huis
    if other.label not in _CONFUSED or other.end > person.end:
        return False
    return person.start <= other.start or (_role(text, other) and text.inside(other)[0] == text.inside(person)[0] - 1)


def _role(text: Text, found: Found) -> bool:
    word = text.words[text.inside(found)[0]].text
    return is_title(word) or (person_noun(word) and not is_given(word))
