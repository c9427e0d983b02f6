"""The case files of structure: documents as `kind: line` and texts with what must come out, and how to compare.

A document case has a line for each block, `kind: text` or `kind[speaker]: text`, the text as it stands in the document
(bullet sign and speaker label included); blank lines are the document's own.

A rule case is markdown-it-py's kind of block: a title that opens with `+` (the rule finds) or `-` (it leaves alone),
a full stop, the text, a full stop, its blocks (their text without sign, label and stamp), a full stop.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli import structure
from interview_cli.document import Source

if TYPE_CHECKING:
    from pathlib import Path

    from interview_cli.document import Document

_BLOCK = re.compile(r"(?P<kind>[a-z_]+)(?:\[(?P<speaker>[^\]]*)\])?: (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Gold:
    """A block of a document case. `gap` is the number of blank lines before it."""

    kind: str
    text: str
    speaker: str | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A text and its blocks, one a line, for the rule that the file is named after."""

    rule: str
    title: str
    positive: bool
    text: str
    expected: str


def parse(text: str) -> Document:
    """Return the structure of a text."""
    return structure.parse(Source(name="-", text=text, encoding="utf-8", raw=b""))


def read_document(path: Path) -> tuple[Gold, ...]:
    """Return the blocks of a document case."""
    return parse_document(path.read_text("utf-8"))


def parse_document(case: str) -> tuple[Gold, ...]:
    """Return the blocks of a document case, given its text."""
    blocks: list[Gold] = []
    gap = 0
    for line in case.splitlines():
        if not line.strip():
            gap += 1
            continue
        match = _BLOCK.fullmatch(line)
        assert match is not None, line
        blocks.append(Gold(match["kind"], match["text"], match["speaker"], gap))
        gap = 0
    return tuple(blocks)


def text_of(blocks: tuple[Gold, ...]) -> str:
    """Return the document that a case describes."""
    return "".join("\n" * block.gap + block.text + "\n" for block in blocks)


def fold(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())


def wanted(blocks: tuple[Gold, ...]) -> list[str]:
    """Return the blocks of a case as `kind[speaker]: text`; neighbouring lines of a byline or subtitle are one."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        if block.kind == before and block.kind in ("byline", "subtitle"):
            lines[-1] += f" {fold(block.text)}"
        else:
            speaker = f"[{block.speaker}]" if block.speaker else ""
            lines.append(f"{block.kind}{speaker}: {fold(block.text)}")
        before = block.kind
    return lines


def outlined(document: Document) -> list[str]:
    """Return the blocks of a document as `wanted` does. Speakers count where turns name them, not of answers."""
    return [
        f"{block.kind}{f'[{block.speaker}]' if block.speaker and _is_named(document, block.span.start) else ''}: "
        f"{fold(block.outer.of(document.text))}"
        for block in document.blocks
    ]


def _is_named(document: Document, start: int) -> bool:
    return any(block.span.start == start and block.outer != block.span for block in document.blocks)


def read_rules(path: Path) -> list[RuleCase]:
    """Return the cases of a rule file."""
    parts = re.split(r"^\.\n", path.read_text("utf-8"), flags=re.MULTILINE)
    return [
        RuleCase(path.stem, title.strip()[2:], title.strip()[0] == "+", text, _stripped(expected))
        for title, text, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    ]


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def described(document: Document) -> str:
    """Return the blocks of a document as a rule case has them: `kind/level[speaker @stamp]: text`."""
    lines = []
    for block in document.blocks:
        named = block.outer != block.span and block.kind in ("turn", "question")
        speaker = block.speaker if named and block.speaker else ""
        stamp = f" @{block.timestamp}" if block.timestamp else ""
        inside = f"[{speaker}{stamp}]" if speaker or stamp else ""
        level = f"/{block.level}" if block.level > 1 else ""
        lines.append(f"{block.kind}{level}{inside}: {fold(block.span.of(document.text))}".rstrip(" "))
    return "\n".join(lines)
