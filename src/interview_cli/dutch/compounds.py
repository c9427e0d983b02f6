"""Dividing compounds: `wereldranglijsten` is `wereld` and `ranglijst`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    #: Looks a form up: its lemma, or None.
    Find = Callable[[str], str | None]

#: The shortest first and last part, in code points.
LEAST_MODIFIER, LEAST_HEAD = 3, 3
#: What the treebank puts between the parts.
SEAM = "_"


def divide(form: str, *, modifier: Find, head: Find) -> str | None:
    """Return the lemma of a compound noun, its parts tied by `_`, or None if it is none that can be told.

    The form is in small letters. `modifier` gives the lemma of a first part with what links it (`oorlogs`: oorlog),
    `head` that of a last part. The division with the longest head is taken.

    >>> divide("zeeschepen", modifier={"zee": "zee"}.get, head={"schepen": "schip"}.get)
    'zee_schip'
    """
    for at in range(LEAST_MODIFIER, len(form) - LEAST_HEAD + 1):
        last = head(form[at:])
        if last is not None:
            first = modifier(form[:at])
            if first is not None:
                return first + SEAM + last
    return None
