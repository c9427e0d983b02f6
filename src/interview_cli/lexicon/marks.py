"""Quotation marks as Dutch texts have them, and the apostrophes that look like them.

Sources: Unicode general punctuation, Taaladvies.net on aanhalingstekens, and the habits of newspapers, typewriters
(`,,…''`), OCR and word processors.
"""

from __future__ import annotations

#: Opening mark → the marks that may close it. The first is the proper one, the others are tolerated: writers and
#: programs mix them. A straight or right-hand mark opens too; whether it does is decided by what stands around it.
CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "„": ("”", "“", '"', "‟"),
    "‟": ("”", '"'),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "‘": ("’", "'"),
    "‚": ("‘", "’", "'"),
    "‛": ("’", "'"),
    "'": ("'", "’"),
    "’": ("’",),
    ",,": ("''", "’’", "”", '"', "“"),
    "‚‚": ("’’", "‘‘", "''", "”"),
    "''": ("''",),
    "‘‘": ("’’",),
    "’’": ("’’",),
    "``": ("''", "´´", '"'),
}

#: Marks that open whatever stands before them, because they have no other use.
DIRECTED_OPENERS = frozenset({"“", "„", "«", "‹", "‟", "``", "‘‘"})

#: Marks that may have a blank on their inner side, as the French write them.
BLANK_INSIDE = frozenset({"«", "»", "‹", "›"})

#: Single marks: an apostrophe uses the same characters.
SINGLE = frozenset({"'", "’", "‘", "‛", "‚", "‹", "›"})

#: Words that begin with an apostrophe, without it: 's avonds, 't is, had 'm, zo'n broek voor 'n euro, 'k weet.
APOSTROPHE_WORDS = ("s", "t", "n", "m", "k", "r", "ns", "em", "ie", "et", "ne", "nen")

#: Characters before an opening mark beside white space and the start of the text.
BEFORE_OPENING = frozenset("([{)]}<-–—‐‑/:;=*_>|…")
