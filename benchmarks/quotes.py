"""Quotes and speakers on annotated texts, and whether `confidence` means what it says.

    python benchmarks/quotes.py SHARED [--pipeline NAME|PATH] [--each]

SHARED is the folder with `score/`, `seed/` and `data/`; the definitions are those of `score/quotes.py`. The interviews
and books are each in two parts: one that was read while the rules were written, one that was not. A rule that helps
only the first is not a rule. `own` is the folder `interviews` beside this file: texts that we had written and annotated
to be measured once unseen (README.md has the figures of that day) and read after. The reliability table has, for each
band of confidence, how many of the attributed quotes have an acceptable speaker (no speaker counts as right where the
key says so).
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from interview_cli import nlp, records, source
from interview_cli.pipeline import analyze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

HELD_OUT = ("12", "14", "16", "Hugo", "Nescio_Titaantjes")
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Scored(NamedTuple):
    """A file with its key and the tool's records for it."""

    part: str
    path: Path
    text: str
    gold: list[dict[str, Any]]
    found: list[dict[str, Any]]


def score_module(shared: Path) -> ModuleType:
    """Load `score/quotes.py`, whose definitions are the ones that count."""
    spec = importlib.util.spec_from_file_location("score_quotes", shared / "score/quotes.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared}: no score/quotes.py there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def keys(shared: Path) -> Iterator[tuple[str, Path]]:
    """Yield each key with the part of the data that it belongs to."""
    for name, folder in (("seed", "seed"), ("interviews", "data/interviews"), ("books", "data/openboek")):
        for key in sorted((shared / folder).glob("*.quotes.json")):
            held = key.name.startswith(HELD_OUT)
            yield name if name == "seed" else f"{name}, {'held out' if held else 'read'}", key


def own_keys() -> Iterator[tuple[str, Path]]:
    """Yield the keys of the texts that we had written, set by set in the order in which they came."""
    for key in sorted(Path(__file__).with_name("interviews").glob("*/*.quotes.json")):
        yield f"own, {key.parent.name}", key


def score(shared: Path, pipeline: nlp.Pipeline) -> Iterator[Scored]:
    """Run the tool on every annotated text."""
    for part, key in (*keys(shared), *own_keys()):
        path = key.with_name(key.name.replace(".quotes.json", ".txt"))
        text = source.decode(path.read_bytes(), name=str(path))
        found = records.quotes(analyze(text, pipeline=pipeline))
        yield Scored(part, path, text.text, json.loads(key.read_text("utf-8")), found)


def is_right(quote: dict[str, Any], gold: dict[str, Any], module: ModuleType) -> bool | None:
    """Tell whether a speaker is acceptable; None where neither the tool nor the key names one."""
    names = [name for name in gold.get("names", []) if name]
    if not quote["speaker"]:
        return None
    named: Callable[[str], str] = module.norm
    return named(quote["speaker"]) in {named(name) for name in names} or bool(
        module.overlap(quote["mention"], gold.get("mention"))
    )


def reliability(scored: list[Scored], module: ModuleType) -> Iterator[tuple[str, Counter[str]]]:
    """Yield each band of confidence with its attributed quotes, those that are right, and those by method."""
    outcomes: list[tuple[float, bool, str]] = []
    for each in scored:
        gold = {module.trim(each.text, g["start"], g["end"]): g for g in each.gold}
        for quote in each.found:
            key = gold.get(module.trim(each.text, quote["start"], quote["end"]))
            right = is_right(quote, key, module) if key else None
            if right is not None:
                outcomes.append((quote["confidence"], right, quote["method"]))
    for low, high in itertools.pairwise(BANDS):
        inside = [outcome for outcome in outcomes if low <= outcome[0] < high]
        yield f"{low:.2f}–{min(high, 1.0):.2f}", Counter(right=sum(o[1] for o in inside), all=len(inside))
    for method in sorted({outcome[2] for outcome in outcomes}):
        inside = [outcome for outcome in outcomes if outcome[2] == method]
        yield method, Counter(right=sum(o[1] for o in inside), all=len(inside))


def main(argv: list[str] | None = None) -> int:
    """Print the scores by part, then the reliability of confidence and of each rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pipeline", default="auto")
    parser.add_argument("--each", action="store_true", help="a line for every file")
    args = parser.parse_args(argv)
    module = score_module(args.shared)
    report(list(score(args.shared, nlp.load(args.pipeline))), module, each=args.each)
    return 0


def report(scored: list[Scored], module: ModuleType, *, each: bool) -> None:
    """Print everything."""
    totals: dict[str, Counter[str]] = {}
    for one in scored:
        counted = module.score_file(one.text, one.gold, one.found)
        if each:
            module.report(counted, one.path.stem[:32])
        for part in {one.part, one.part.partition(",")[0]}:
            totals[part] = totals.get(part, Counter()) + counted
    for part, counted in sorted(totals.items()):
        module.report(counted, part)
    print("\n| confidence, rule | attributed | right | share |\n|---|---|---|---|")
    for name, counts in reliability(scored, module):
        share = f"{counts['right'] / counts['all']:.3f}" if counts["all"] else "–"
        print(f"| {name} | {counts['all']} | {counts['right']} | {share} |")


if __name__ == "__main__":
    raise SystemExit(main())
