"""Counts as a reader says them."""

from __future__ import annotations


def plural(count: int, singular: str, plural: str = "") -> str:
    """Return `1 paragraph`, `2 paragraphs`, `1,893 words`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"
