"""Rules about the label of a name."""

from __future__ import annotations

import re
from collections import Counter

from interview_cli.entity_rules.text import NAMES, Found, Text, merged

#: First words of organisations' names.
_HEADS = frozenset(
    {
        "universiteit", "rijksuniversiteit", "hogeschool", "ministerie", "stichting", "vereniging", "rijksinstituut",
        "inspectie", "autoriteit", "nederlandse vereniging", "coöperatie", "vakbond", "tu", "uz", "umc", "hoge",
    }
)  # fmt: skip
_LEGAL = frozenset({"bv", "b.v.", "nv", "n.v.", "gmbh", "inc", "inc.", "ltd", "ltd.", "vzw", "bvba", "llc", "plc"})
_MODEL = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*-\d+(?:\.\d+)?[a-z]?")
_DISEASE = re.compile(r"covid|sars", re.IGNORECASE)
_AGE = re.compile(r"\s*\((\d{1,2})\)")


def organisations(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take `Universiteit Twente`, `Ministerie van Financiën`, `Stichting X` for an organisation."""
    words = text.words
    new = []
    for at, word in enumerate(words[:-1]):
        if word.block < 0 or word.text.lower() not in _HEADS or not word.capital:
            continue
        end = _head_end(text, at)
        if end > at + 1:
            new.append(Found(word.start, words[end - 1].end, "ORG"))
    return merged(found, new)


def _head_end(text: Text, at: int) -> int:
    words = text.words
    end = ahead = at + 1
    while (
        ahead < len(words) and words[ahead].block == words[at].block and words[ahead].start <= words[ahead - 1].end + 1
    ):
        if words[ahead].capital:
            end = ahead = ahead + 1
        elif words[ahead].text in ("van", "voor", "der", "de", "en") and ahead + 1 - end < 3:
            ahead += 1
        else:
            break
    return end


def legal_forms(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a name with a legal form for an organisation: Jansen BV."""
    new = []
    for each in found:
        if each.label in NAMES:
            _, last = text.inside(each)
            if last < len(text.words) and text.words[last].text.lower() in _LEGAL:
                new.append(Found(each.start, text.words[last].end, "ORG"))
            elif text.of(each).rsplit(maxsplit=1)[-1].lower() in _LEGAL:
                new.append(Found(each.start, each.end, "ORG"))
    return merged(found, new)


def model_numbers(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take letters with a hyphen and a number for a product: GPT-5."""
    new = [
        Found(word.start, word.end, "PRODUCT")
        for word in text.words
        if word.block >= 0 and _MODEL.fullmatch(word.text) and not _DISEASE.match(word.text)
    ]
    return merged(found, new)


def majority(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give a name one label through the document: the one it has most often, at a tie the first."""
    votes: dict[str, Counter[str]] = {}
    for each in found:
        if each.label in NAMES:
            votes.setdefault(text.of(each), Counter())[each.label] += 1
    winners = {name: max(counts, key=lambda label: counts[label]) for name, counts in votes.items()}
    return tuple(Found(each.start, each.end, winners[text.of(each)]) if each.label in NAMES else each for each in found)


def ages(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take the number in brackets behind a person for an age: Kato Wuytack (34)."""
    new = []
    for each in found:
        if each.label == "PERSON" and (match := _AGE.match(text.string, each.end)):
            new.append(Found(match.start(1), match.end(1), "DATE"))
    return merged(found, new)
