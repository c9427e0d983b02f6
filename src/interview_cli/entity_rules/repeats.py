"""The rule that a name found once is found wherever the document repeats it."""

from __future__ import annotations

from collections import Counter

from interview_cli.entity_rules.text import Found, Text, merged, overlapping

_REPEATED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


def repeated(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Find all exact repeats of a name of several words, or of one word found at least twice."""
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
    return merged(found, [each for each in new if not overlapping(each, found)])
