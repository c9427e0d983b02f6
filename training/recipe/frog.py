"""Frog, a Dutch tagger, lemmatizer and parser (Debian package `frog`, GPL-3), run on tokens that are given.

Only its output is used, as a hint for the teacher of `teacher/`; training from the files at hand doesn't need it.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Hint:
    """What Frog says of one token. `head` as in `conllu.Token`; `deprel` in Alpino's labels."""

    lemma: str
    xpos: str
    head: int
    deprel: str


def frog(sentences: Sequence[Sequence[str]], *, parse: bool = True) -> list[list[Hint]]:
    """Annotate tokenised sentences. A multiword unit is divided again: its later words hang on its first.

    Without `parse` heads mean nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.txt", Path(folder) / "out.tsv"
        # A blank would divide a token, and Frog reads a long run of signs as structure.
        lines = (" ".join(form.replace(" ", "_") for form in forms) for forms in sentences)
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run(
            [
                "frog",
                "--threads=1",
                "-n",
                "--skip=tnac" if parse else "--skip=tnacmp",
                "-t",
                str(source),
                "-o",
                str(target),
            ],
            check=True,
            capture_output=True,
        )
        read = list(_read(target))
    if len(read) != len(sentences):
        raise ValueError(f"Frog gave {len(read)} sentences for {len(sentences)}")
    return [_divide(units, forms) for units, forms in zip(read, sentences, strict=True)]


def _read(path: Path) -> Iterator[list[list[str]]]:
    units: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            units.append(line.split("\t"))
        elif units:
            yield units
            units = []
    if units:
        yield units


def _divide(units: list[list[str]], forms: Sequence[str]) -> list[Hint]:
    starts: list[int] = []
    sizes: list[int] = []
    at = 0
    for unit in units:
        starts.append(at)
        size = len(_tags(unit[4]))
        sizes.append(size)
        at += size
    if at != len(forms):
        raise ValueError(f"Frog gave {at} tokens for {len(forms)}: {' '.join(forms)}")
    hints = []
    for unit, start, size in zip(units, starts, sizes, strict=True):
        head = int(unit[9]) - 1 if len(unit) > 9 and unit[9] else -1
        lemmas = unit[2].split("_") if size > 1 else [unit[2]]
        if len(lemmas) != size:
            lemmas = list(forms[start : start + size])
        for i, tag in enumerate(_tags(unit[4])):
            own = starts[head] if 0 <= head < len(starts) else start
            label = unit[10] if len(unit) > 10 and unit[10] else "ROOT"
            hints.append(Hint(lemmas[i], tag, start if i else own, "mwp" if i else label))
    return hints


def _tags(tags: str) -> list[str]:
    """CGN tags of one unit as UD writes them.

    >>> _tags("N(soort,mv,basis)_LET()")
    ['N|soort|mv|basis', 'LET']
    """
    found = []
    for tag in tags.split(")_"):
        kind, _, features = tag.rstrip(")").partition("(")
        found.append("|".join([kind, *features.split(",")]) if features else kind)
    return found
