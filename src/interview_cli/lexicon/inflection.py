"""Dutch verb forms by rule, from the infinitive and, for irregular verbs, the principal parts.

The rules are those of the Woordenlijst (open and closed syllables, `'t kofschip`, inseparable prefixes). They make
the reporting verbs findable in any text, whatever lemma a pipeline guesses for them. Forms serve look-up, so where
spelling alone can't tell the stress (`fluist·eren`, `no·teren`) both stems are given: `noter` hurts nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VOWELS = "aeiouyáéíóúäëïöü"
#: A participle takes no ge- after these unstressed prefixes.
INSEPARABLE = ("be", "ge", "her", "er", "ont", "ver")
#: Voiceless ends of the infinitive's stem (before v → f, z → s): the weak past has -te, else -de.
VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "c")
_OPEN_SYLLABLE = re.compile(rf"(?:^|[^{VOWELS}])[aeou][^{VOWELS}w]$")
_SCHWA_END = re.compile(r"(?:e[lrnm]|ig)$")


@dataclass(frozen=True, slots=True)
class VerbParts:
    """Principal parts, all without the separable particle; what is empty is made by rule."""

    infinitive: str
    past: tuple[str, ...] = ()  # singulars and plurals
    participle: str = ""
    stem: str = ""
    extra: tuple[str, ...] = ()  # old spellings and irregular forms


def present_stems(infinitive: str) -> tuple[str, ...]:
    """Return the first person singular: `vertellen` → `vertel`, `schrijven` → `schrijf`, `vragen` → `vraag`.

    Two candidates where the last syllable may bear stress or not: `fluisteren` → `fluister`, `fluisteer`.
    """
    if infinitive.endswith("iën"):  # neuriën → neurie
        return (infinitive[:-2] + "e",)
    if not infinitive.endswith("en"):  # gaan, doen, zien
        return (infinitive.removesuffix("n"),)
    stem = infinitive[:-2]
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return (_devoiced(stem[:-1]),)
    if not _OPEN_SYLLABLE.search(stem):
        return (_devoiced(stem),)
    long = _devoiced(stem[:-1] + stem[-2:])
    unstressed = _SCHWA_END.search(stem) is not None and len(re.findall(f"[{VOWELS}]+", stem)) > 1
    return (_devoiced(stem), long) if unstressed else (long,)


def _devoiced(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def forms(parts: VerbParts) -> frozenset[str]:
    """Return every form of a verb but those with its particle attached: finite, infinitive, participles."""
    infinitive = parts.infinitive
    stems = (parts.stem,) if parts.stem else present_stems(infinitive)
    found = {infinitive, infinitive + "d", *parts.past, *parts.extra}
    for stem in stems:
        found |= {stem, stem if stem.endswith("t") else stem + "t"}
        if not parts.past:
            found |= {stem + ending for ending in _past_endings(infinitive)}
        if not parts.participle:
            found.add(_weak_participle(infinitive, stem))
    return frozenset(found | {parts.participle} - {""})


def _voiceless(infinitive: str) -> bool:
    return infinitive.removesuffix("en").endswith(VOICELESS)


def _past_endings(infinitive: str) -> tuple[str, str]:
    return ("te", "ten") if _voiceless(infinitive) else ("de", "den")


def _weak_participle(infinitive: str, stem: str) -> str:
    ending = "t" if _voiceless(infinitive) else "d"
    body = stem if stem.endswith(ending) else stem + ending
    return body if has_unstressed_prefix(infinitive) else "ge" + body


def has_unstressed_prefix(infinitive: str) -> bool:
    """Tell whether a whole verb follows an unstressed prefix: `beweren` and `herhalen`, not `bellen` or `gelden`."""
    return any(
        re.search(rf"[{VOWELS}].*[^{VOWELS}]en$", infinitive.removeprefix(prefix)) is not None
        for prefix in INSEPARABLE
        if infinitive.startswith(prefix)
    )
