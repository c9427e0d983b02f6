"""The commands, end to end: options, filters, formats, and what is true of every record."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from interview_cli import __version__, nlp
from interview_cli.cli.commands import COMMANDS

from .conftest import CORPUS, SEED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Interview

FIELDS = {
    "sections": "source index level heading start end paragraphs lists items words",
    "bullets": "source section label index text start end",
    "quotes": "source section index text start end kind speaker mention cue method confidence repeats",
    "entities": "source name label count mentions",
    "speakers": "source name quotes words share sections mentions",
}


@pytest.mark.parametrize("command", FIELDS)
def test_records_have_the_fields_of_the_contract(interview: Interview, command: str) -> None:
    records = interview(command, "--json", SEED.parent / "taalmodellen.txt").json()
    assert records
    for record in records:
        assert list(record) == FIELDS[command].split()


@pytest.mark.parametrize("command", FIELDS)
def test_csv_has_the_same_records(interview: Interview, command: str) -> None:
    records = interview(command, "--json", SEED).json()
    rows = list(csv.DictReader(io.StringIO(interview(command, "--format", "csv", SEED).out)))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for field, value in record.items():
            if isinstance(value, str | int | float) and field in row:
                assert row[field] == str(value)


def _spans(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_offsets_index_the_text(interview: Interview, path: Path) -> None:
    text = interview("text", path).out
    assert text == path.read_bytes().decode()
    spans = list(_spans(interview("export", path).json()))
    assert spans
    for span in spans:
        assert text[span["start"] : span["end"]] == span["text"]


def test_export_of_several_inputs_is_one_object_a_line(interview: Interview) -> None:
    result = interview("export", *CORPUS[:2])
    assert [json.loads(line)["source"]["name"] for line in result.out.splitlines()] == [
        str(path) for path in CORPUS[:2]
    ]
    assert interview("export", CORPUS[0], "--format", "jsonl").out == result.out.splitlines(keepends=True)[0]


def test_the_same_input_gives_the_same_bytes(interview: Interview) -> None:
    for command in ("export", "quotes", "entities"):
        assert interview(command, SEED) == interview(command, SEED)


def test_a_new_process_gives_the_same_bytes(interview: Interview) -> None:
    """Sets and dicts must not leak their order into the output."""
    command = [sys.executable, "-m", "interview_cli", "export", str(SEED), "--pipeline", nlp.EMBEDDED]
    for seed in ("1", "2"):
        run = subprocess.run(command, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        assert run.stdout.decode() == interview("export", SEED).out


def test_quotes_by_speaker(interview: Interview) -> None:
    everything = interview("quotes", "--json", SEED).json()
    for name in ("altman", "SAM", "Sam Altman"):
        found = interview("quotes", "--json", SEED, "--speaker", name).json()
        assert found == [quote for quote in everything if "Altman" in (quote["speaker"] or "")]
    result = interview("quotes", "--json", SEED, "--speaker", "Balkenende")
    assert (result.code, result.json()) == (0, [])
    assert "no speaker 'Balkenende'; speakers are" in result.err


def test_quotes_by_kind_and_section(interview: Interview) -> None:
    everything = interview("quotes", "--json", SEED).json()
    assert interview("quotes", "--json", SEED, "--kind", "direct").json() == [
        quote for quote in everything if quote["kind"] == "direct"
    ]
    assert interview("quotes", "--json", SEED, "--section", "2").json() == [
        quote for quote in everything if quote["section"] == 2
    ]


def test_entities_by_label(interview: Interview) -> None:
    everything = interview("entities", "--json", SEED).json()
    found = interview("entities", "--json", SEED, "--label", "person", "--label", "ORG").json()
    assert found == [entity for entity in everything if entity["label"] in ("PERSON", "ORG")]
    rows = interview("entities", SEED, "--mentions", "--format", "csv").out.splitlines()
    assert len(rows) == 1 + sum(entity["count"] for entity in everything)


def test_explain_adds_what_lost(interview: Interview) -> None:
    for quote in interview("quotes", "--explain", "--json", SEED).json():
        assert isinstance(quote["rejected"], list)
    assert "rule " in interview("quotes", "--explain", SEED).out


def test_pipelines(interview: Interview) -> None:
    result = interview("pipelines", "--json")
    assert list(result.json()[0]) == ["name", "version", "path", "size_mb", "licence", "used", "reason"]
    assert sum(record["used"] for record in result.json()) == 1
    assert "interview-cli[news]" in result.err


def test_pipeline_from_the_environment(interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEW_PIPELINE", "nl_core_onbekend")
    assert interview("quotes", SEED).code == 4
    assert interview("quotes", SEED, "--pipeline", nlp.EMBEDDED).code == 0


def test_output_to_standard_output_by_name(interview: Interview) -> None:
    assert interview("sections", "--json", SEED, "-o", "-").json()


def test_version_and_help(interview: Interview) -> None:
    assert interview("--version").out == f"interview {__version__}\n"
    helped = interview("--help")
    assert (helped.code, helped.err) == (0, "")
    assert interview().out == interview("-h").out == helped.out
    for name in COMMANDS:
        assert f"  {name} " in helped.out
        assert interview(name, "-h").out.startswith(f"Usage: interview {name} ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, tmp_path: Path) -> None:
    surroundings = {**os.environ, "HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = [sys.executable, "-m", "interview_cli"]
    run = subprocess.run(
        [*command, "--install-completion", shell], env=surroundings, capture_output=True, text=True, check=True
    )
    assert "installed" in run.stdout
    asked = {"_INTERVIEW_COMPLETE": f"complete_{shell}", "COMP_WORDS": "interview qu", "COMP_CWORD": "1"}
    asked |= {"_TYPER_COMPLETE_ARGS": "interview qu", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    run = subprocess.run(command, env=surroundings | asked, capture_output=True, text=True, check=False)
    assert "quotes" in run.stdout


def test_colours(interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in interview("sections", SEED).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = interview("sections", SEED).out
    assert "\x1b[1m" in coloured
    assert len(coloured.splitlines()) == len(interview("sections", "--json", SEED).json()) + 1
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in interview("sections", SEED).out
