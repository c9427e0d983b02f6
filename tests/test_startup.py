"""What a command loads: nothing heavy before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import interview_cli

from .conftest import SEED

_LIST_MODULES = """
import sys
from interview_cli.cli import main
code = main(sys.argv[1:])
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def _loaded(*arguments: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", _LIST_MODULES, *arguments], capture_output=True, text=True, check=True)
    return set(run.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["quotes", "--help"],
        ["sections", str(SEED)],
        ["sections", "--json", str(SEED)],
        ["bullets", str(SEED)],
        ["text", str(SEED)],
        ["schema"],
    ],
    ids=" ".join,
)
def test_no_spacy_where_it_is_not_needed(arguments: list[str]) -> None:
    assert not _loaded(*arguments) & {"spacy", "numpy", "thinc", "pydantic"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["sections", "--json", str(SEED)], ["text", str(SEED)]], ids=" ".join
)
def test_no_rich_where_no_table_is_shown(arguments: list[str]) -> None:
    assert "rich" not in _loaded(*arguments)


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = "import interview_cli, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & {"spacy", "numpy", "typer", "rich", "interview_cli.model"}


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert interview_cli.__version__ == version("interview-cli")
