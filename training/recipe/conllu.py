"""Sentences as UD's CoNLL-U files have them, and which of them are held out."""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

#: The vintage whose conventions are learned and measured.
GOLD_YEAR = 2025
#: One document in so many is held out, chosen by a checksum of its id: stable across machines and vintages.
HELD_OUT_ONE_IN = 14
_DOCUMENT = re.compile(r"wiki-\d+|WR-[A-Z]-[A-Z]-[A-Z]-\d+")
#: A comment of the silver files: the entities of a sentence, `0-2-PERSON 5-6-GPE`.
_ENTITIES = "# entities = "

#: A named entity: its first token, the one after its last, its label.
Mention = tuple[int, int, str]


@dataclass(slots=True)
class Token:
    """One syntactic word. `head` is its head's index in the sentence, its own for the root. "" is: unknown."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(slots=True)
class Sentence:
    """One annotated sentence. `year` is the vintage of its conventions, `treebank` LassySmall or Alpino."""

    id: str
    year: int
    treebank: str
    tokens: list[Token] = field(default_factory=list)
    #: None: unknown, which is not the same as none.
    entities: tuple[Mention, ...] | None = None

    @property
    def document(self) -> str:
        return document_of(self.id)

    @property
    def key(self) -> str:
        """The text without blanks: the same sentence has the same key in every vintage."""
        return "".join(token.form for token in self.tokens)


def text_of(tokens: Sequence[Token]) -> str:
    """The running text of some tokens."""
    return "".join(token.form + " " * token.space for token in tokens).rstrip()


def document_of(sentence_id: str) -> str:
    """The document that a sentence is from, the same for the ids of all vintages.

    >>> document_of("LassySmall4_WR-P-P-H-0000000089_WR-P-P-H-0000000089.p.12.s.2")
    'WR-P-P-H-0000000089'
    """
    found = _DOCUMENT.search(sentence_id)
    return found[0] if found else sentence_id.split(".p.")[0]


def held_out(document: str) -> bool:
    """Whether a document is kept from training."""
    return zlib.crc32(document.encode()) % HELD_OUT_ONE_IN == 0


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of TREEBANK-YEAR.conllu; multiword and empty tokens are left out."""
    treebank, _, year = path.stem.partition("-")
    name = {"lassysmall": "LassySmall", "alpino": "Alpino"}[treebank]
    return _sentences(path.read_text(encoding="utf-8"), int(year), name)


def read_silver(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a compressed file that the teacher wrote: conventions of 2025, not made by people."""
    return _sentences(gzip.decompress(path.read_bytes()).decode("utf-8"), GOLD_YEAR, "silver")


def write_silver(sentences: Iterable[Sentence], path: Path) -> None:
    """Write what `read_silver` reads, the same bytes for the same sentences."""
    lines: list[str] = []
    for sentence in sentences:
        lines.append(f"# sent_id = {sentence.id}")
        if sentence.entities is not None:
            lines.append(_ENTITIES + " ".join(f"{start}-{end}-{label}" for start, end, label in sentence.entities))
        for i, token in enumerate(sentence.tokens):
            head = 0 if token.head == i else token.head + 1
            columns = [
                str(i + 1),
                token.form,
                token.lemma,
                token.upos,
                token.xpos,
                token.feats,
                str(head),
                token.deprel,
            ]
            lines.append("\t".join([*(c or "_" for c in columns), "_", "_" if token.space else "SpaceAfter=No"]))
        lines.append("")
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


def _sentences(text: str, year: int, treebank: str) -> Iterator[Sentence]:
    for block in text.split("\n\n"):
        sentence = Sentence("", year, treebank)
        for line in block.splitlines():
            if line.startswith("# sent_id"):
                sentence.id = line.partition("=")[2].strip()
            elif line.startswith(_ENTITIES):
                parts = (mention.split("-") for mention in line.removeprefix(_ENTITIES).split())
                sentence.entities = tuple((int(start), int(end), label) for start, end, label in parts)
            elif line and line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    sentence.tokens.append(_token(columns, len(sentence.tokens)))
        if sentence.tokens:
            yield sentence


def _token(columns: list[str], index: int) -> Token:
    _, form, lemma, upos, xpos, feats, head, deprel, _, misc = columns
    return Token(
        form=form,
        lemma=lemma if lemma != "_" or form == "_" else "",
        upos=upos,
        xpos="" if xpos == "_" else xpos,
        feats="" if feats == "_" else feats,
        head=int(head) - 1 if int(head) else index,
        deprel=deprel,
        space="SpaceAfter=No" not in misc,
    )


def read_all(folder: Path) -> list[Sentence]:
    """Return the sentences of all vintages in `folder`, those of one document together, in reading order."""
    return [sentence for path in sorted(folder.glob("*.conllu")) for sentence in read(path)]


def split(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Divide into training sentences and held-out ones.

    What is measured on is of the 2025 conventions only; a held-out document is held out in every vintage, and so is a
    sentence whose text occurs in one under another id.
    """
    test = [s for s in sentences if s.year == GOLD_YEAR and held_out(s.document)]
    keys = {s.key for s in test}
    train = [s for s in sentences if not held_out(s.document) and s.key not in keys]
    return train, test
