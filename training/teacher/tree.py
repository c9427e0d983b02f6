"""The best tree over scored heads: Chu, Liu and Edmonds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
NEVER = -1e9


def best_tree(scores: Scores) -> list[int]:
    """Heads of the words of one sentence; `scores[i, j]` is for word i with head j, where 0 is the root.

    Exactly one word hangs on the root: the three likeliest are tried.
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), NEVER, dtype=np.float32)
    square[1:] = scores
    best, best_total = np.zeros(count + 1, dtype=int), -np.inf
    for root in np.argsort(-square[1:, 0])[:3] + 1:
        trial = square.copy()
        trial[1:, 0] = NEVER
        trial[root, :] = NEVER
        trial[root, 0] = 0
        heads = _tree(trial)
        total = float(square[np.arange(1, count + 1), heads[1:]].sum())
        if total > best_total:
            best, best_total = heads, total
    return [int(head) for head in best[1:]]


def _tree(scores: Scores) -> NDArray[np.int_]:
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    heads: NDArray[np.int_] = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(scores)) if i not in cycle]
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER, dtype=np.float32)
    whole = sum(float(scores[v, heads[v]]) for v in cycle)
    leaving, entering = {}, {}
    for i, u in enumerate(rest):
        small[i, : len(rest)] = scores[u, rest]
        if u:
            leaving[u] = max(cycle, key=lambda v: scores[u, v])
            small[i, -1] = scores[u, leaving[u]]
        entering[u] = max(cycle, key=lambda v: scores[v, u] - scores[v, heads[v]])
        small[-1, i] = whole + scores[entering[u], u] - scores[entering[u], heads[entering[u]]]
    inner = _tree(small)
    for i, u in enumerate(rest):
        if u:
            heads[u] = leaving[u] if inner[i] == len(rest) else rest[inner[i]]
    outer = rest[inner[-1]]
    heads[entering[outer]] = outer
    return heads


def _cycle(heads: NDArray[np.int_]) -> list[int]:
    """Some cycle of the graph, or nothing."""
    seen = {0: 0}
    for start in range(1, len(heads)):
        path = []
        at = start
        while at not in seen:
            seen[at] = start
            path.append(at)
            at = int(heads[at])
        if at and seen[at] == start:
            return path[path.index(at) :]
    return []
