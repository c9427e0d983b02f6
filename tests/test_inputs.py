"""FILE arguments: files, folders, standard input, and none at all."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import interview_cli
from interview_cli.errors import SourceError
from interview_cli.inputs import SHIPPED, Input, default, find

from .conftest import CORPUS, ROOT, SEED

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Interview


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "sub/z.text", "sub/deeper/y.txt", ".hidden.txt", ".git/x.txt", "README.md", "p.pdf"):
        path = tmp_path / "map" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Dit is {name}.", "utf-8")
    return tmp_path / "map"


def test_a_folder_is_its_documents_sorted(folder: Path) -> None:
    names = [found.name for found in find([str(folder)]) if isinstance(found, Input)]
    assert names == [str(folder / name) for name in ("a.TXT", "b.txt", "sub/deeper/y.txt", "sub/z.text")]


def test_names_stay_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [found.name for found in find(["./sub", "b.txt", "-"]) if isinstance(found, Input)] == [
        "./sub/deeper/y.txt",
        "./sub/z.text",
        "b.txt",
        "-",
    ]


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    (found,) = find([str(tmp_path)])
    assert isinstance(found, SourceError)
    assert "has no documents" in str(found)


def test_without_file_the_corpus_is_read(interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = interview("sections", "--json")
    assert {record["source"] for record in result.json()} == {f"corpus/{path.name}" for path in CORPUS}
    assert result.err == "interview: no FILE given: reading the folder corpus\n"


def test_without_file_and_corpus_the_shipped_interview_is_read(
    interview: Interview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = interview("sections", "--json")
    assert {record["source"] for record in result.json()} == {SHIPPED}
    assert "ships with this program" in result.err
    assert interview("sections", "--json", "--quiet").err == ""


def test_the_shipped_interview_is_the_one_of_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (found,), _ = default()
    assert isinstance(found, Input)
    assert found.read() == SEED.read_bytes()


@pytest.mark.parametrize(("stdin", "source"), [("pipe", "-"), ("file", "-"), ("nothing", SHIPPED)])
def test_standard_input_is_read_where_something_is_piped_in(tmp_path: Path, stdin: str, source: str) -> None:
    text = tmp_path / "x.txt"
    text.write_text("Een regel.\n", "utf-8")
    command = [sys.executable, "-m", "interview_cli", "sections", "--format", "csv"]
    if stdin == "pipe":
        run = subprocess.run(command, input=text.read_bytes(), capture_output=True, cwd=tmp_path, check=True)
    else:
        with text.open("rb") as file:
            given = file if stdin == "file" else subprocess.DEVNULL
            run = subprocess.run(command, stdin=given, capture_output=True, cwd=tmp_path, check=True)
    assert run.stdout.decode().splitlines()[1].startswith(source + ",")


def test_standard_input_by_name(interview: Interview) -> None:
    assert interview("text", "-", stdin="één\r\ntwee".encode()).out == "één\r\ntwee"


def test_the_library_reads_a_file() -> None:
    source = interview_cli.read(SEED)
    assert source.name == str(SEED)
    assert source.text == SEED.read_text("utf-8")
    assert interview_cli.parse(source).text is source.text
    with pytest.raises(interview_cli.SourceError, match="does not exist"):
        interview_cli.read("nergens.txt")
