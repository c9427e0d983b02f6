"""Nouns that a name in quotation marks follows: `de roman ‘Oeroeg’`, `haar debuutalbum ‘Los’`, `café ‘De Zwaan’`."""

from __future__ import annotations

#: Nouns that end in one and are none.
NO_WORKS = frozenset(["bouwwerk", "netwerk", "telefoonnummer", "uurwerk", "vuurwerk"])

#: In the singular or as people name such works; compounds that end in one count too (`jeugdboek`, `televisieserie`).
WORK_NOUNS = frozenset(
    {
        "aflevering", "album", "artikel", "autobiografie", "beeld", "bestseller", "biografie", "blad", "boek",
        "boekje", "brochure", "bundel", "cd", "column", "dagblad", "dagboek", "debuut", "docu", "documentaire",
        "essay", "film", "gedicht", "hit", "hoofdstuk", "hoorspel", "komedie", "krant", "lied", "liedje", "lp",
        "maandblad", "memoires", "musical", "novelle", "nummer", "opera", "operette", "pamflet", "plaat",
        "podcast", "prentenboek", "proefschrift", "programma", "rapport", "reeks", "roman", "rubriek",
        "schilderij", "serie", "single", "song", "speelfilm", "strip", "stripverhaal", "stuk", "symfonie",
        "thriller", "tijdschrift", "titel", "toneelstuk", "trilogie", "tv-serie", "verhaal", "voorstelling",
        "weekblad", "werk",
    }
)  # fmt: skip

#: Works and what else has a name in quotation marks: a capitalised quotation right behind one is no speech.
NAMED_NOUNS = WORK_NOUNS | frozenset(
    {
        "boot", "bord", "bordje", "café", "campagne", "collectie", "cursus", "exemplaar", "expositie", "game",
        "hotel", "kaartje", "lezing", "project", "restaurant", "schip", "show", "spel", "spelletje",
        "tentoonstelling", "thema", "website", "winkel", "workshop",
    }
)  # fmt: skip
