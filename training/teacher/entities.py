"""Entities as tags of words (B-, I-, O), and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recipe.conllu import Mention
    from teacher.tree import Scores

OUTSIDE = "O"
NEVER = -1e9


def tags_of(length: int, mentions: Sequence[Mention]) -> list[str]:
    """The tags of `length` words.

    >>> tags_of(4, [(1, 3, "ORG")])
    ['O', 'B-ORG', 'I-ORG', 'O']
    """
    tags = [OUTSIDE] * length
    for start, end, label in mentions:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags


def spans(tags: Sequence[str]) -> list[Mention]:
    """The entities that tags tell of.

    >>> spans(["B-GPE", "B-ORG", "I-ORG", "O"])
    [(0, 1, 'GPE'), (1, 3, 'ORG')]
    """
    found: list[Mention] = []
    for i, tag in enumerate(tags):
        kind, _, label = tag.partition("-")
        if kind == "B":
            found.append((i, i + 1, label))
        elif kind == "I" and found and found[-1][1] == i and found[-1][2] == label:
            found[-1] = (found[-1][0], i + 1, label)
    return found


def best_tags(scores: Scores, tags: Sequence[str]) -> list[str]:
    """The likeliest row of tags in which no I- stands without what it goes on; `scores` (word, tag) are logarithms."""
    allowed = np.zeros((len(tags), len(tags)), dtype=np.float32)
    first = np.zeros(len(tags), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("<"):
            first[j], allowed[:, j] = NEVER, NEVER
        elif tag.startswith("I-"):
            first[j] = NEVER
            for i, before in enumerate(tags):
                if before not in (tag, f"B-{tag[2:]}"):
                    allowed[i, j] = NEVER
    best = scores[0] + first
    back: list[np.ndarray] = []
    for row in scores[1:]:
        total = best[:, None] + allowed
        back.append(total.argmax(0))
        best = total.max(0) + row
    at = int(best.argmax())
    path = [at]
    for step in reversed(back):
        at = int(step[at])
        path.append(at)
    return [tags[i] for i in reversed(path)]
