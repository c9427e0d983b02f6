"""The rule that a name found once is found wherever the document repeats it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from interview_cli.entity_rules.text import Found, Text, merged

_REPEATED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


def repeated(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Find all exact repeats of a name of several words, or of one word found at least twice.

    Where parts of a repeat were taken for names, the whole is one: Geld op Tafel, not Geld and Tafel.
    """
    counts = Counter(text.of(each) for each in found if each.label in _REPEATED)
    labels: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for each in found:
        name = text.of(each)
        first, last = text.inside(each)
        if each.label in _REPEATED and (last - first > 1 or counts[name] > 1):
            labels.setdefault(name, each.label)
            sizes[text.words[first].text] = max(sizes.get(text.words[first].text, 0), last - first)
    new = []
    for at, word in enumerate(text.words):
        for size in range(min(sizes.get(word.text, 0), len(text.words) - at), 0, -1):
            final = text.words[at + size - 1]
            name = text.string[word.start : final.end]
            if name in labels and word.block >= 0 and final.block == word.block and any(c.isupper() for c in name):
                if not (size == 1 and word.initial and word.text.lower() in text.lowered):
                    new.append(Found(word.start, final.end, labels[name]))
                break
    return merged(found, [each for each in new if _fits(each, found)])


def _fits(new: Found, ordered: tuple[Found, ...]) -> bool:
    """Tell whether what was found in its place lies inside it and is shorter."""
    at = bisect_right(ordered, new.start, key=lambda each: each.end)
    while at < len(ordered) and ordered[at].start < new.end:
        each = ordered[at]
        if each.start < new.start or each.end > new.end or (each.start, each.end) == (new.start, new.end):
            return False
        at += 1
    return True
