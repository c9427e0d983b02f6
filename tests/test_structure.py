"""Structure: what each rule finds and leaves alone, whole documents, and the same documents typed in other ways."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from interview_cli.structure.rules import RULES
from tests.conftest import SEED
from tests.structure_cases import (
    Gold,
    RuleCase,
    described,
    outlined,
    parse,
    parse_document,
    read_document,
    read_rules,
    text_of,
    wanted,
)
from tests.structure_variants import VARIANTS, applies

CASES = Path(__file__).parent / "cases" / "structure"
RULE_CASES = [case for path in sorted((CASES / "rules").glob("*.txt")) for case in read_rules(path)]
DOCUMENTS = {path.stem: read_document(path) for path in sorted((CASES / "documents").glob("*.txt"))}
#: What is decided before the rules, and has cases as they do.
STAGES = {"front", "without_words", "wrapped"}


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: f"{case.rule}-{case.title.replace(' ', '-')}")
def test_rule(case: RuleCase) -> None:
    assert described(parse(case.text)) == case.expected


@pytest.mark.parametrize("rule", sorted({rule.name for rule in RULES} | STAGES))
def test_every_rule_has_examples_of_both_kinds(rule: str) -> None:
    positive = {case.positive for case in RULE_CASES if case.rule == rule}
    assert positive == {True, False}, f"tests/cases/structure/rules/{rule}.txt needs a + and a - case"


def test_every_rule_file_has_its_rule() -> None:
    assert {case.rule for case in RULE_CASES} == {rule.name for rule in RULES} | STAGES


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str) -> None:
    blocks = DOCUMENTS[name]
    assert outlined(parse(text_of(blocks))) == wanted(blocks)


@pytest.mark.parametrize(
    ("gold", "text"),
    [
        pytest.param(*varied, id=f"{name}-{variant}")
        for name, blocks in DOCUMENTS.items()
        for variant, vary in VARIANTS.items()
        if applies(variant, name, blocks) and (varied := vary(blocks)) is not None
    ],
)
def test_variant(gold: tuple[Gold, ...], text: str) -> None:
    """The gold of a document holds for its variants."""
    assert outlined(parse(text)) == wanted(gold)


def test_the_seed_comes_out_exactly() -> None:
    text = SEED.read_bytes().decode("utf-8")
    key = json.loads((CASES / "seed.blocks.json").read_text("utf-8"))
    assert [(block.kind, block.outer.start, block.outer.end) for block in parse(text).blocks] == [
        (block["kind"], block["start"], block["end"]) for block in key
    ]


def test_tables_of_names_are_left_alone_where_nothing_asks_for_them() -> None:
    """They take a tenth of the time of `interview sections --json`."""
    code = f"""if True:
        import sys
        from interview_cli import structure
        from interview_cli.document import Source
        text = open({str(SEED)!r}, encoding="utf-8", newline="").read()
        structure.parse(Source(name="-", text=text, encoding="utf-8", raw=b""))
        print(*(name for name in sys.modules if name.startswith("interview_cli.lexicon.")))
    """
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["interview_cli.lexicon.structure"]


def test_a_case_file_is_read_as_it_says() -> None:
    assert parse_document("title: Een\n\nturn[Jan]: JAN: Ja: nee.\n") == (
        Gold("title", "Een"),
        Gold("turn", "JAN: Ja: nee.", "Jan", 1),
    )
