"""Words that no training text has, with Frog's tags and lemmas: data/lexicon.tsv.gz (needs Frog).

The word list is OpenTaal's (Debian package `wdutch`, BSD or CC BY 3.0). Frog reads each word alone, so only the open
classes are kept, where a form says enough.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from recipe.frog import frog
from recipe.lexemes import read_lemmas

if TYPE_CHECKING:
    from pathlib import Path

#: Open classes; the part of speech in UD of each.
CLASSES = {"N|soort": "NOUN", "ADJ|": "ADJ", "WW|": "VERB"}
LONGEST = 13
#: One word in so many, evenly spaced.
EVERY = 2


def make_lexicon(data: Path, words: Path, out: Path) -> None:
    """Write form, lemma and tag, one word a line."""
    lemmas = read_lemmas(data)
    forms = [form for form in words.read_text(encoding="utf-8").splitlines() if _plain(form)][::EVERY]
    lines = []
    for form, (hint,) in zip(forms, frog([[form] for form in forms], parse=False), strict=True):
        upos = next((upos for start, upos in CLASSES.items() if hint.xpos.startswith(start)), "")
        if upos:
            lemma = lemmas.of(form, upos, hint.lemma)
            lines.append(f"{form}\t{lemma}\t{hint.xpos}")
    out.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


def _plain(form: str) -> bool:
    return form.isalpha() and form.islower() and 3 < len(form) <= LONGEST
