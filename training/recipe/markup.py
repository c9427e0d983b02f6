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

#: The label of a turn (`[00:12] [ANNA|PERSON]: …`) is part of the layout, not an entity: as the interviews have it.
_TURN = re.compile(r"^((?:[\[(]?[\d:.]+[\])]? )?)\[([^\[\]|]+)\|PERSON\](?=:)")

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text with its entities, as (start, end, label) in code points. `document`: what it is part of."""

    document: str
    text: str
    entities: tuple[Entity, ...]


def parse(line: str, document: str = "") -> Passage:
    """Read one sentence.

    >>> parse("[Jan|PERSON] lacht.")
    Passage(document='', text='Jan lacht.', entities=((0, 3, 'PERSON'),))
    """
    line = _TURN.sub(r"\1\2", line)
    text, entities, at = "", [], 0
    for found in _MARKUP.finditer(line):
        text += line[at : found.start()]
        entities.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return Passage(document, text + line[at:], tuple(entities))


def read_sentences(path: Path) -> Iterator[tuple[str, Passage]]:
    """Yield (sentence id, sentence) of `sentences-GENRE.txt`; blank lines and lines with # are not text."""
    genre = path.stem.partition("-")[2]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            for part, sentence in enumerate(line.split("‖"), 1):
                passage = parse(sentence.strip(), genre)
                if passage.text:
                    yield f"{genre}.p.{number}.s.{part}", passage


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
