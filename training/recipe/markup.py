"""Paragraphs with inline entities, as `data/sentences-*.txt` has them, and as `ner.jsonl` brings them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recipe.conllu import document_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKUP = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\]")
_BOUNDARY = " ‖ "

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text with its entities, as (start, end, label) in code points. `document`: what it is part of."""

    document: str
    text: str
    entities: tuple[Entity, ...]


def parse(line: str, document: str = "") -> Passage:
    """Read one paragraph; sentence marks fall away.

    >>> parse("[Jan|PERSON] lacht. ‖ Hij ook.").text
    'Jan lacht. Hij ook.'
    """
    line = line.replace(_BOUNDARY, " ").replace("‖", "")
    text, entities, at = "", [], 0
    for found in _MARKUP.finditer(line):
        text += line[at : found.start()]
        entities.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return Passage(document, text + line[at:], tuple(entities))


def read_paragraphs(path: Path) -> Iterator[Passage]:
    """Yield the paragraphs of one file; blank lines and lines with # are not text."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield parse(line.strip(), f"{path.stem}-{number}")


def read_ner(path: Path) -> Iterator[tuple[str, str, Passage]]:
    """Yield (sentence id, treebank, passage) for each line of `ner.jsonl`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        entities = tuple((start, end, label) for start, end, label in record["entities"])
        yield (
            record["id"],
            record["treebank"],
            Passage(document_of(record["id"]), record["text"], entities),
        )
