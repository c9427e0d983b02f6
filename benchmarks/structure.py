"""How well structure is found: precision, recall and F1 for each kind of block.

    python benchmarks/structure.py FOLDER... [--each] [--wrong] [--tight] [--only 01,02]
    python benchmarks/structure.py --variants
    python benchmarks/structure.py --speed

A FOLDER holds `NAME.txt` and `NAME.blocks.json`, a list of blocks {kind, start, end, speaker?}. A block is right where
its text is exactly the gold one's (white space folded; the bullet sign, the speaker label and a label's colon don't
count). The title counts as a heading; of turns and questions the last 60 characters are compared, of turns the speaker
too (a full name that the text never gives counts as its part that it does give). `--tight` takes all blank lines out
first, `--wrong` lists what was missed (-) and what was made up (+). `--variants` scores the documents of
tests/cases/structure as others would have typed them, those that the tests leave out included.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_cli import structure
from interview_cli.document import Source
from interview_cli.structure import marks
from interview_cli.structure.signs import read_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_cli.document import Document

    Found = Counter[tuple[str, str]]

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "tests" / "cases" / "structure" / "documents"
KINDS = ("heading", "list_label", "list_item", "turn", "question")
#: So much of the end of a turn or question is compared.
_TAIL = 60


def main(argv: Sequence[str] | None = None) -> int:
    """Score the folders, or measure speed; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--each", action="store_true", help="print the figures of every document")
    parser.add_argument("--wrong", action="store_true", help="print what differs")
    parser.add_argument("--tight", action="store_true", help="remove blank lines first")
    parser.add_argument("--only", type=lambda text: tuple(text.split(",")), default=("",), help="beginnings of names")
    parser.add_argument("--speed", action="store_true", help="measure long texts instead")
    parser.add_argument("--variants", action="store_true", help="score the variants of the test documents instead")
    options = parser.parse_args(argv)
    if options.speed:
        return speed()
    if options.variants:
        return variants(wrong=options.wrong)
    gold_total: Found = Counter()
    found_total: Found = Counter()
    right_total: Found = Counter()
    for path in sorted(path for folder in options.folders for path in folder.glob("*.blocks.json")):
        name = path.name.removesuffix(".blocks.json")
        if not name.startswith(options.only):
            continue
        text, blocks = _read(path.with_name(f"{name}.txt"), path)
        if options.tight:
            text, blocks = without_blank_lines(text, blocks)
        want, found = gold(text, blocks), predicted(parse(text))
        if options.each:
            report(name[:24], want, found, want & found)
        if options.wrong:
            differences(name, want, found)
        # Keys carry the document: the same label in two documents is two labels.
        gold_total.update(want)
        found_total.update(found)
        right_total.update(want & found)
    report("all", gold_total, found_total, right_total)
    return 0


def parse(text: str) -> Document:
    """Return the structure of a text."""
    return structure.parse(Source(name="-", text=text, encoding="utf-8", raw=b""))


def gold(text: str, blocks: Iterable[dict[str, Any]]) -> Found:
    """Return what should be found, as (kind, comparable text)."""
    found: Found = Counter()
    for block in blocks:
        speaker = block.get("speaker")
        if speaker is not None and speaker not in text:
            speaker = next((part for part in speaker.split() if part in text or part.upper() in text), speaker)
        if entry := _entry(block["kind"], text[block["start"] : block["end"]], speaker):
            found[entry] += 1
    return found


def predicted(document: Document) -> Found:
    """Return what was found, as (kind, comparable text)."""
    text = document.text
    entries = (_entry(block.kind, block.span.of(text), block.speaker) for block in document.blocks)
    return Counter(entry for entry in entries if entry)


def _entry(kind: str, text: str, speaker: str | None) -> tuple[str, str] | None:
    folded = " ".join(text.split())
    if kind in ("title", "heading"):
        return "heading", folded
    if kind == "list_label":
        return kind, folded.rstrip(": ")
    if kind == "list_item":
        sign = read_sign(folded) if folded else None
        return kind, folded[sign.length :] if sign else folded
    if kind not in ("turn", "question"):
        return None
    mark = marks.read(folded) if folded else None
    said = folded[mark.length if mark else 0 :][-_TAIL:]
    return kind, f"{speaker or ''}: {said}" if kind == "turn" else said


def _read(text: Path, blocks: Path) -> tuple[str, list[dict[str, Any]]]:
    return text.read_bytes().decode("utf-8-sig"), json.loads(blocks.read_text("utf-8"))


def without_blank_lines(text: str, blocks: Iterable[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Return a text with its gold blocks after blank lines were taken out."""
    gone = [range(match.start(1), match.end(1)) for match in re.finditer(r"\n((?:[ \t\r]*\n)+)", text)]
    kept = [at for at in range(len(text)) if not any(at in part for part in gone)]
    place = {old: new for new, old in enumerate(kept)}
    moved = [block | {"start": place[block["start"]], "end": place[block["end"] - 1] + 1} for block in blocks]
    return "".join(text[at] for at in kept), moved


def report(name: str, want: Found, found: Found, right: Found) -> None:
    """Print a line for each kind that occurs."""
    for kind in KINDS:
        wanted, got, good = (
            sum(count for key, count in part.items() if key[0] == kind) for part in (want, found, right)
        )
        if wanted or got:
            precision, recall = good / max(1, got), good / max(1, wanted)
            f1 = 2 * precision * recall / (precision + recall) if good else 0.0
            print(f"{name:24} {kind:10} gold {wanted:5} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def differences(name: str, want: Found, found: Found) -> None:
    """Print what was missed and what was made up."""
    for sign, part in (("-", want - found), ("+", found - want)):
        for (kind, text), _ in sorted(part.items()):
            print(f"{name[:14]:14} {sign} {kind:10} {text[:110]}")


def variants(*, wrong: bool) -> int:
    """Print the figures of each variant of the test documents."""
    sys.path.insert(0, str(ROOT))
    from tests.structure_cases import outlined, read_document, wanted
    from tests.structure_variants import VARIANTS

    documents = {path.stem: read_document(path) for path in sorted(DOCUMENTS.glob("*.txt"))}
    for variant, vary in VARIANTS.items():
        totals: tuple[Found, Found, Found] = (Counter(), Counter(), Counter())
        for name, blocks in documents.items():
            if (varied := vary(blocks)) is None:
                continue
            want, found = (_outline(lines) for lines in (wanted(varied[0]), outlined(parse(varied[1]))))
            if wrong:
                differences(name, want, found)
            for total, part in zip(totals, (want, found, want & found), strict=True):
                total.update(part)
        report(variant, *totals)
    return 0


def _outline(lines: Sequence[str]) -> Found:
    """Return the blocks of an outline, `kind[speaker]: text`, as (kind, all of it)."""
    kinds = (re.split(r"[\[:]", line, maxsplit=1)[0] for line in lines)
    return Counter(("heading" if kind == "title" else kind, line) for kind, line in zip(kinds, lines, strict=True))


def speed() -> int:
    """Print the seconds that long texts take, in two sizes: twice the text may take twice the time."""
    sentence = "De pont vaart zolang er iemand aan de overkant staat te wachten. "
    texts = {
        "one line of 10 MB": sentence * (10_000_000 // len(sentence)),
        "one line of 10 MB without blanks": "x" * 10_000_000,
        "100,000 lines": f"{sentence * 3}\n- Een punt\nEen kop\n" * 33_334,
        "100,000 turns": f"JAN: {sentence}\nANNA: Ja?\n" * 50_000,
        "100,000 questions": f"Wat vindt u ervan?\nIk vind er niets van, en dat zeg ik ook: {sentence}\n" * 50_000,
        "100,000 wrapped lines": f"{sentence}en {sentence[:40]}\n" * 100_000,
    }
    for name, text in texts.items():
        took = []
        for part in (text[: len(text) // 2], text):
            start = time.perf_counter()
            parse(part)
            took.append(time.perf_counter() - start)
        print(f"{name:34} half {took[0]:6.2f} s   all {took[1]:6.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
