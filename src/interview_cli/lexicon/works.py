"""Nouns that a title in quotation marks follows: `de roman ‘Oeroeg’`, `haar debuutalbum ‘Los’`."""

from __future__ import annotations

#: Nouns that end in one and are none.
NO_WORKS = frozenset(["bouwwerk", "netwerk", "telefoonnummer", "uurwerk", "vuurwerk"])

#: In the singular or as people name such works; compounds that end in one count too (`jeugdboek`, `televisieserie`).
WORK_NOUNS = frozenset(
    [
        "album", "artikel", "autobiografie", "beeld", "biografie", "blad", "boek", "brochure", "bundel", "cd",
        "column", "dagblad", "dagboek", "debuut", "docu", "documentaire", "essay", "film", "gedicht", "hit",
        "hoorspel", "komedie", "krant", "lied", "liedje", "lp", "maandblad", "memoires", "musical", "novelle",
        "nummer", "opera", "operette", "pamflet", "plaat", "podcast", "prentenboek", "proefschrift",
        "programma", "reeks", "roman", "schilderij", "serie", "single", "song", "speelfilm", "strip",
        "stripverhaal", "stuk", "symfonie", "thriller", "tijdschrift", "titel", "toneelstuk", "trilogie",
        "verhaal", "voorstelling", "weekblad", "werk",
    ]
)  # fmt: skip
