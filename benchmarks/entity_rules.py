"""What each entity rule gains and loses on annotated texts, for any pipeline.

    python benchmarks/entity_rules.py FOLDER [--pipeline NAME|PATH] [--held 04,07,10,12,14,16]

FOLDER holds NAME.txt and NAME.entities.json (a list of {start, end, label}). The files whose names start with one of
`--held` were not looked at while the rules were written: a rule that helps only the other half is not a rule. Figures
are strict F1 over all labels and over names (PERSON ORG GPE PRODUCT); `without`: what is lost when the rule alone is
left out; `alone`: what it gains by itself over the bare pipeline.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from interview_cli import nlp, source, structure
from interview_cli.entity_rules import RULES, Found, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAMES = ("PERSON", "ORG", "GPE", "PRODUCT")


class Annotated(NamedTuple):
    """A document's words, what the pipeline finds in it, and what should be found."""

    text: Text
    raw: tuple[Found, ...]
    gold: frozenset[Found]


class Scores(NamedTuple):
    """F1 over all labels and over names."""

    all: float
    names: float

    def __str__(self) -> str:
        return f"names {self.names:.3f}  all {self.all:.3f}"


def _read(folder: Path, pipeline: nlp.Pipeline, *, held: frozenset[str], want_held: bool) -> list[Annotated]:
    found = []
    for key in sorted(folder.glob("*.entities.json")):
        if (key.name[:2] in held) != want_held:
            continue
        path = key.with_name(key.name.replace(".entities.json", ".txt"))
        document = structure.parse(source.decode(path.read_bytes(), name=str(path)))
        doc = pipeline.annotate(document)
        raw = tuple(Found(span.start_char, span.end_char, span.label_) for span in doc.ents)
        gold = frozenset(
            Found(each["start"], each["end"], each["label"]) for each in json.loads(key.read_text("utf-8"))
        )
        found.append(Annotated(Text.read(document, doc), raw, gold))
    return found


def _scores(
    annotated: Sequence[Annotated], rules: Sequence[Callable[[Text, tuple[Found, ...]], tuple[Found, ...]]]
) -> Scores:
    counts = {True: [0, 0], False: [0, 0]}  # right, predicted + gold: of names, of all
    for each in annotated:
        found = each.raw
        for rule in rules:
            found = rule(each.text, found)
        for only_names, count in counts.items():
            predicted, gold = (
                {one for one in some if not only_names or one.label in NAMES} for some in (found, each.gold)
            )
            count[0] += 2 * len(predicted & gold)
            count[1] += len(predicted) + len(gold)
    names, everything = (right / total if total else 0.0 for right, total in (counts[True], counts[False]))
    return Scores(everything, names)


def main() -> None:
    """Print the table of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pipeline", default="auto")
    parser.add_argument("--held", default="04,07,10,12,14,16")
    options = parser.parse_args()
    pipeline = nlp.load(options.pipeline)
    held = frozenset(options.held.split(","))
    print(f"{pipeline.info.name} {pipeline.info.version}")
    for title, want_held in (("seen", False), ("held out", True)):
        annotated = _read(options.folder, pipeline, held=held, want_held=want_held)
        bare, full = _scores(annotated, ()), _scores(annotated, RULES)
        print(f"\n{title}: {len(annotated)} texts\n  without rules  {bare}\n  with rules     {full}")
        print(f"  {'rule':18} {'without':>16} {'alone':>16}   (names, all)")
        for rule in RULES:
            lost = _scores(annotated, [each for each in RULES if each is not rule])
            alone = _scores(annotated, [rule])
            print(
                f"  {rule.__name__:18} {full.names - lost.names:+8.3f}{full.all - lost.all:+8.3f}"
                f" {alone.names - bare.names:+8.3f}{alone.all - bare.all:+8.3f}"
            )


if __name__ == "__main__":
    main()
