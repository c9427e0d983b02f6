"""The README says what the program does now: its examples are run and compared."""

from __future__ import annotations

import re
import shutil

import pytest

from interview_cli.cli.commands import COMMANDS

from .readme import README, ROOT, Example, examples, rules, run

TEXT = README.read_text("utf-8")
EXAMPLES = list(examples(TEXT))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command)
def test_examples_are_current(example: Example) -> None:
    if "jq " in example.command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert run(example) == example.output, "run: python tests/readme.py"


def test_every_command_has_an_example() -> None:
    shown = {word for example in EXAMPLES for word in re.findall(r"interview (\w+)", example.command)}
    assert shown >= COMMANDS.keys()


def test_the_table_of_rules_is_current() -> None:
    assert f"<!-- the rules -->\n{rules()}\n" in TEXT, "run: python tests/readme.py"


def test_every_file_it_names_is_there() -> None:
    for name in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", TEXT):
        assert (ROOT / name).exists(), name
    assert "<!-- the test command -->" in TEXT
