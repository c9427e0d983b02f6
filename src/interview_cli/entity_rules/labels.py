"""Rules about the label of a name that its own words or the words beside it give away."""

from __future__ import annotations

import re
from collections import Counter

from interview_cli.entity_rules.text import NAMES, OPENING, Found, Text, at_offset, merged, overlapping
from interview_cli.lexicon.given import is_given
from interview_cli.lexicon.organisations import CAPITAL_STATES, HEADS, KINDS, LAWS, LEGAL_FORMS, ROADS, TAILS
from interview_cli.names import core_name, thing_key, without_possessive

_MODEL = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*-\d+(?:\.\d+)?[a-z]?")
_DISEASE = re.compile(r"covid|sars", re.IGNORECASE)
_AGE = re.compile(r"\s*\((\d{1,2})\)")
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|Fitz|De|Van|La|Le)[A-Z]?[a-z]+[A-Z]\w*")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_INTO = frozenset({"in", "uit", "naar", "te", "vanuit", "nabij", "richting"})


def organisations(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Tell organisations by the first or last word of their names: Universiteit Twente, Noorderdiep Ventures."""
    new = []
    for at, word in enumerate(text.words[:-1]):
        if word.capital and word.block >= 0 and word.text.lower() in HEADS:
            end = _head_end(text, at)
            if end > at + 1:
                new.append(Found(word.start, text.words[end - 1].end, "ORG"))
    new = [each for each in new if not overlapping(each, found) or _outermost(each, found)]
    for each in found:
        if each.label in NAMES and _ends_like_company(text, each):
            new.append(Found(each.start, each.end, "ORG"))
    return merged(found, new)


def _outermost(each: Found, found: tuple[Found, ...]) -> bool:
    """Tell whether no longer name holds it, as Koninklijke Academie voor Schone Kunsten does."""
    holder = at_offset(found, each.end - 1) or at_offset(found, each.start)
    return holder is None or holder.end - holder.start <= each.end - each.start


def _ends_like_company(text: Text, found: Found) -> bool:
    first, last = text.inside(found)
    return last - first > 1 and text.words[last - 1].text.lower() in TAILS | LEGAL_FORMS


def _head_end(text: Text, at: int) -> int:
    words = text.words
    end = ahead = at + 1
    while ahead < len(words) and text.adjoins(ahead):
        if words[ahead].capital:
            end = ahead = ahead + 1
        elif words[ahead].text in ("van", "voor", "der", "de") and ahead - end < 2:
            ahead += 1
        else:
            break
    return end


def short_organisations(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take the short name of an organisation for it: Noorderdiep beside Noorderdiep Ventures."""
    short = {core_name(text.of(each)) for each in found if each.label == "ORG"} - {""}
    return tuple(
        Found(each.start, each.end, "ORG")
        if each.label in NAMES and thing_key(without_possessive(text.of(each))) in short
        else each
        for each in found
    )


def quoted(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take what fills a pair of quotation marks for a title, no person or place, unless it stands without them too."""
    bare = Counter(text.of(each) for each in found if not _in_marks(text, each))
    return tuple(
        Found(each.start, each.end, "WORK_OF_ART")
        if each.label in ("PERSON", "GPE", "LOC", "EVENT")
        and " " in text.of(each)
        and not bare[text.of(each)]
        and _in_marks(text, each)
        else each
        for each in found
    )


def _in_marks(text: Text, found: Found) -> bool:
    before, after = text.string[max(0, found.start - 1) : found.start], text.string[found.end : found.end + 1]
    return before in OPENING and after in OPENING


def introduced(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Believe the noun before a name about its label: slaapcentrum Kempenhaeghe, de gemeente Utrecht."""
    new = []
    for each in found:
        first, _ = text.inside(each)
        if each.label in NAMES and first and text.adjoins(first) and not is_given(text.words[first].text):
            label = _kind(text.words[first - 1].text)
            if label is not None and text.words[first].capital:
                new.append(Found(each.start, each.end, label))
    return merged(found, new)


def _kind(noun: str) -> str | None:
    lower = noun.lower()
    for label, nouns in KINDS.items():
        if lower in nouns or any(len(each) > 4 and lower.endswith(each) for each in nouns):
            return label
    return None


def model_numbers(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take letters with a hyphen and a number for a product: GPT-5."""
    new = [
        Found(word.start, word.end, "PRODUCT")
        for word in text.words
        if word.block >= 0 and _MODEL.fullmatch(word.text) and not _DISEASE.match(word.text)
    ]
    return merged(found, new)


def joined(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take names joined by an ampersand for an organisation: Thomassen & Drijver."""
    words = text.words
    new = []
    for at in range(1, len(words) - 1):
        if words[at].text == "&" and words[at].block >= 0 and words[at - 1].capital and words[at + 1].capital:
            new.append(Found(words[at - 1].start, words[at + 1].end, "ORG"))
    return merged(found, new)


def capitals(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take no person or place for what is written like a company: MoMu, RDW."""
    return tuple(
        Found(each.start, each.end, "ORG")
        if each.label in ("PERSON", "GPE", "LOC", "NORP", "EVENT") and _company_shape(text.of(each))
        else each
        for each in found
    )


def _company_shape(name: str) -> bool:
    if _INNER_CAPITAL.fullmatch(name):
        return True
    return bool(_ABBREVIATION.fullmatch(name)) and name not in CAPITAL_STATES and not is_given(name)


def places(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take for a place what a preposition of place stands before, unless it is a person named elsewhere."""
    people = {part for each in found if each.label == "PERSON" for part in _parts(text.of(each))}
    new = []
    for each in found:
        first, last = text.inside(each)
        name = text.of(each)
        if first and text.words[first - 1].text.lower() in _INTO and name not in people and text.words[first].capital:
            person = each.label == "PERSON" and not is_given(name)
            # in Turks Fruit, but: uit Turkse bronnen
            people_word = each.label == "NORP" and not text.follows(last, ("NOUN", "ADJ"))
            if person or people_word:
                new.append(Found(each.start, each.end, "GPE"))
    return merged(found, new)


def with_article(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take no person for a single name behind de or het inside a sentence: over de Lek, het MoMu."""
    people = {part for each in found if each.label == "PERSON" for part in _parts(text.of(each))}
    new = []
    for each in found:
        first, last = text.inside(each)
        if each.label == "PERSON" and first and text.words[first - 1].text in ("de", "het") and last - first == 1:
            name = text.of(each)
            if name not in people and not is_given(name) and text.adjoins(first):
                new.append(Found(each.start, each.end, "LOC" if text.words[first - 1].text == "de" else "ORG"))
    return merged(found, new)


def _parts(name: str) -> list[str]:
    words = name.split()
    return [*words, *(" ".join(words[start:]) for start in range(len(words)))] if len(words) > 1 else []


def datelines(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take capitals before a dash at the start of a paragraph for the town of a news report: HELMOND –."""
    new = []
    for at, word in enumerate(text.words[:-2]):
        if word.block < 0 or word.start != text.blocks[word.block].span.start or len(word.text) < 3:
            continue
        end = at
        while end < len(text.words) - 1 and text.words[end].text.isupper() and text.words[end].text[0].isalpha():
            end += 1
        if 0 < end - at <= 3 and text.words[end].text in ("–", "—", "-") and text.words[end].block == word.block:
            new.append(Found(word.start, text.words[end - 1].end, "GPE"))
    return merged(found, new)


def roads_and_laws(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Tell roads and laws by the end of their names: Turnhoutsebaan, Prins Bernhardsluis, AI-verordening."""
    new = []
    for at, word in enumerate(text.words):
        if word.block < 0 or not word.capital or len(word.text) < 7 or word.initial or word.block in text.cased:
            continue
        lower = word.text.lower()
        if lower.endswith(LAWS):
            new.append(Found(word.start, word.end, "LAW"))
        elif lower.endswith(ROADS):
            first = at - 1 if text.words[at - 1].capital and text.adjoins(at) else at
            if first and text.words[first - 1].text.lower() in ("de", "het", "den"):
                new.append(Found(text.words[first].start, word.end, "FAC"))
    return merged(found, [each for each in new if each.label == "LAW" or _outermost(each, found)])


def majority(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give a name one label through the document: the one it has most often, at a tie the first."""
    votes: dict[str, Counter[str]] = {}
    for each in found:
        if each.label in NAMES:
            votes.setdefault(_key(text, each), Counter())[each.label] += 1
    winners = {name: max(counts, key=lambda label: counts[label]) for name, counts in votes.items()}
    return tuple(
        Found(each.start, each.end, winners[_key(text, each)]) if each.label in NAMES else each for each in found
    )


def _key(text: Text, found: Found) -> str:
    return without_possessive(text.of(found))


def ages(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take the number in brackets behind a person for an age: Kato Wuytack (34)."""
    new = []
    for each in found:
        if each.label == "PERSON" and (match := _AGE.match(text.string, each.end)):
            new.append(Found(match.start(1), match.end(1), "DATE"))
    return merged(found, new)
