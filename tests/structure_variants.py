"""The same document as others would have typed it: variants that must parse the same.

Each variant takes the blocks of a case and returns the blocks that should be found with the text to find them in, or
nothing where the document has nothing to vary.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli.lexicon.structure import LABEL_OPENINGS
from tests.structure_cases import Gold, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Blocks = tuple[Gold, ...]
    Variant = Callable[[Blocks], tuple[Blocks, str] | None]

_SIGN = re.compile(r"(?:[-*+•–—·▪◦‣✓]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
_SPOKEN = ("turn", "question")


def _plain(blocks: Blocks) -> tuple[Blocks, str]:
    return blocks, text_of(blocks)


def as_typed(blocks: Blocks) -> tuple[Blocks, str]:
    """Leave it as it is."""
    return _plain(blocks)


def tight(blocks: Blocks) -> tuple[Blocks, str]:
    """Take out all blank lines."""
    return _plain(tuple(replace(block, gap=0) for block in blocks))


def loose(blocks: Blocks) -> tuple[Blocks, str]:
    """Put a blank line between all blocks."""
    return _plain(tuple(replace(block, gap=1 if number else 0) for number, block in enumerate(blocks)))


def doubled(blocks: Blocks) -> tuple[Blocks, str]:
    """Put two blank lines between all blocks."""
    return _plain(tuple(replace(block, gap=2 if number else 0) for number, block in enumerate(blocks)))


def grouped(blocks: Blocks) -> tuple[Blocks, str]:
    """Put a blank line before headings, labels and paragraphs, none between items and below headings."""
    close = {("heading", "paragraph"), ("list_label", "list_item"), ("list_item", "list_item"), ("title", "subtitle")}
    close |= {("title", "byline"), ("subtitle", "byline"), ("byline", "byline"), ("subtitle", "subtitle")}
    kinds = ["", *(block.kind for block in blocks)]
    return _plain(
        tuple(
            replace(block, gap=0 if not before or (before, block.kind) in close else 1)
            for before, block in zip(kinds, blocks, strict=False)
        )
    )


def crlf(blocks: Blocks) -> tuple[Blocks, str]:
    """End lines as Windows does."""
    return blocks, text_of(blocks).replace("\n", "\r\n")


def indented(blocks: Blocks) -> tuple[Blocks, str]:
    """Indent everything by three blanks, and leave blanks behind the lines."""
    return blocks, re.sub(r"(?m)^(.+)$", r"   \1  ", text_of(blocks))


def _signs(sign: Callable[[int], str]) -> Variant:
    """Give all items another sign; `sign` takes the number of the item in its list."""

    def vary(blocks: Blocks) -> tuple[Blocks, str] | None:
        changed: list[Gold] = []
        number = 0
        for block in blocks:
            number = number + 1 if block.kind == "list_item" else 0
            changed.append(replace(block, text=sign(number) + _SIGN.sub("", block.text, count=1)) if number else block)
        return None if tuple(changed) == blocks else _plain(tuple(changed))

    return vary


def _headings(change: Callable[[str, Blocks], str]) -> Variant:
    def vary(blocks: Blocks) -> tuple[Blocks, str] | None:
        changed = tuple(
            replace(block, text=change(block.text, blocks)) if block.kind == "heading" else block for block in blocks
        )
        return None if changed == blocks else _plain(changed)

    return vary


def _titled(heading: str, _: Blocks) -> str:
    return re.sub(r"(?<![\w'’])\w", lambda match: match[0].upper(), heading)


def _sentenced(heading: str, blocks: Blocks) -> str:
    """Return a heading in sentence case: what has a capital inside the document's sentences is a name and keeps it."""
    running = " ".join(block.text for block in blocks if block.kind == "paragraph")
    names = set(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]+", running))
    words = heading.split(" ")
    return " ".join(
        word if not number or word.strip("?!,.:\"'") in names or not word[1:].islower() else word.lower()
        for number, word in enumerate(words)
    )


def without_lists(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop labels and items."""
    return _without(blocks, ("list_label", "list_item"))


def without_labels(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop the labels, so that lists follow paragraphs."""
    return _without(blocks, ("list_label",))


def without_byline(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop the byline."""
    return _without(blocks, ("byline",))


def without_subtitle(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop the subtitle."""
    return _without(blocks, ("subtitle",))


def only_title(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop subtitle and byline."""
    return _without(blocks, ("subtitle", "byline"))


def _without(blocks: Blocks, kinds: tuple[str, ...]) -> tuple[Blocks, str] | None:
    kept: list[Gold] = []
    gap = 0
    for block in blocks:
        if block.kind in kinds:
            gap = max(gap, block.gap)
            continue
        kept.append(replace(block, gap=max(gap, block.gap) if kept else 0))
        gap = 0
    headed = all(one.kind != "heading" or two.kind != "heading" for one, two in pairwise(kept))
    ends = bool(kept) and kept[-1].kind == "heading"
    return _plain(tuple(kept)) if len(kept) < len(blocks) and headed and not ends else None


def without_colons(blocks: Blocks) -> tuple[Blocks, str] | None:
    """Drop the colon of labels, where each of them recurs or is what such lists are called."""
    labels = [block.text.rstrip(":").casefold() for block in blocks if block.kind == "list_label"]
    if any(labels.count(label) == 1 and label.split()[0] not in LABEL_OPENINGS for label in labels):
        return None
    changed = tuple(
        replace(block, text=block.text.rstrip(":")) if block.kind == "list_label" else block for block in blocks
    )
    return None if changed == blocks else _plain(changed)


def wrapped(blocks: Blocks) -> tuple[Blocks, str]:
    """Break lines at 72 columns, items with a hanging indent."""
    return blocks, _wrap(blocks, hang=True)


def wrapped_flat(blocks: Blocks) -> tuple[Blocks, str]:
    """Break lines at 72 columns without a hanging indent, blank lines between blocks."""
    return blocks, _wrap(loose(blocks)[0], hang=False)


def _wrap(blocks: Blocks, *, hang: bool) -> str:
    lines = []
    for block in blocks:
        indent = "  " if hang and block.kind == "list_item" else ""
        filled = textwrap.fill(block.text, 72, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        lines.append("\n" * block.gap + filled + "\n")
    return "".join(lines)


VARIANTS: Mapping[str, Variant] = {
    "as typed": as_typed,
    "tight": tight,
    "loose": loose,
    "doubled": doubled,
    "grouped": grouped,
    "crlf": crlf,
    "indented": indented,
    "bullets": _signs(lambda _: "• "),
    "glued bullets": _signs(lambda _: "•"),
    "stars": _signs(lambda _: "* "),
    "en dashes": _signs(lambda _: "– "),
    "numbers": _signs(lambda number: f"{number}. "),
    "brackets": _signs(lambda number: f"{number}) "),
    "title case": _headings(_titled),
    "sentence case": _headings(_sentenced),
    "capitals": _headings(lambda heading, _: heading.upper()),
    "no lists": without_lists,
    "no labels": without_labels,
    "no byline": without_byline,
    "no subtitle": without_subtitle,
    "only title": only_title,
    "no colons": without_colons,
    "wrapped": wrapped,
    "wrapped flat": wrapped_flat,
}

#: Variants that take the names of speakers away with the front matter.
_FRONT = ("no subtitle", "only title", "no byline")


def applies(variant: str, name: str, blocks: Blocks) -> bool:
    """Tell whether a document's gold holds for a variant."""
    if variant in _FRONT and any(block.kind == "turn" for block in blocks):
        return False
    return name not in EXCEPTIONS.get(variant, ())


#: Documents, by the name of a variant that leaves too little to go by.
EXCEPTIONS: Mapping[str, tuple[str, ...]] = {
    # A role that nobody could tell from a heading.
    "no byline": ("podcast-korte-alineas",),
    # Numbers of items that go on from those of headings.
    "brackets": ("jaarverslag",),
    "numbers": ("jaarverslag",),
    # A full line with a full stop, then a short one: no more than another sentence.
    "wrapped": (
        "podcast-inleiding", "podcast-ondertekend", "verhaal-met-vragen", "vraaggesprek-aanhalingen",
        "vraaggesprek-aanloop", "vraaggesprek-u",
    ),
}  # fmt: skip
