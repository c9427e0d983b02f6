"""Bad input, case by case: one clear line, the right exit code, no traceback, and the readable inputs still done."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from interview_cli import inputs, nlp

from .conftest import SEED

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Interview, Result

GOOD = "Titel van het stuk\n\nEen alinea over brood, met twee zinnen. Dit is de tweede.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.txt"
    path.write_text(GOOD, "utf-8")
    return path


def _one_line(result: Result, code: int, *words: str) -> None:
    assert result.code == code
    assert result.err.count("\n") == 1, result.err
    assert result.err.startswith("interview: ")
    assert "Traceback" not in result.err
    for word in words:
        assert word in result.err


UNREADABLE = {
    "binary": (b"\x7fELF\x02\x01\0\0\0", "is binary"),
    "NUL bytes": (b"Een tekst\0met een nul.\n", "NUL bytes"),
    "PDF": (b"%PDF-1.4\n1 0 obj\n", "a PDF file"),
    "undecodable": (b"Caf\x81 is geen caf\xe9\n", "cannot be decoded"),
    "UTF-16 without its mark": ("Een tekst\n".encode("utf-16-le"), "--encoding utf-16-le"),
    "broken UTF-16": (codecs.BOM_UTF16_LE + b"E\0e", "starts as utf-16-le"),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("command", ["sections", "quotes", "export", "text"])
def test_unreadable(interview: Interview, tmp_path: Path, command: str, case: str) -> None:
    data, message = UNREADABLE[case]
    (tmp_path / "x.txt").write_bytes(data)
    result = interview(command, tmp_path / "x.txt")
    _one_line(result, 3, str(tmp_path / "x.txt"), message, ";")
    assert result.out == ""


@pytest.mark.parametrize("case", UNREADABLE)
def test_the_readable_inputs_are_still_done(interview: Interview, tmp_path: Path, good: Path, case: str) -> None:
    bad = tmp_path / "fout.txt"
    bad.write_bytes(UNREADABLE[case][0])
    for arguments in ([bad, good, "nergens.txt"], [good, bad, tmp_path / "leeg"]):
        result = interview("sections", "--json", *arguments)
        assert result.code == 3
        assert {record["source"] for record in result.json()} == {str(good)}
        assert result.err.count("\n") == 2


def test_missing(interview: Interview) -> None:
    _one_line(interview("sections", "nergens.txt"), 3, "nergens.txt: does not exist; ")


def test_folder_without_documents(interview: Interview, tmp_path: Path) -> None:
    _one_line(interview("sections", tmp_path), 3, f"{tmp_path}: has no documents; ")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_names(interview: Interview, name: str) -> None:
    _one_line(interview("sections", name), 3, "cannot be read")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden(interview: Interview, good: Path) -> None:
    good.chmod(0)
    _one_line(interview("sections", good), 3, "may not be read")


def test_a_file_that_vanishes(
    interview: Interview, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "weg.txt"
    gone.write_text(GOOD, "utf-8")
    find = inputs.find

    def find_and_lose(files: list[str]) -> object:
        found = find(files)
        gone.unlink()
        return found

    monkeypatch.setattr(inputs, "find", find_and_lose)
    result = interview("sections", "--json", tmp_path)
    _one_line(result, 3, "weg.txt: does not exist")
    assert {record["source"] for record in result.json()} == {str(good)}


@pytest.mark.parametrize(("data", "what"), [(b"", "empty"), (b" \n\t\r\n ", "blank"), (codecs.BOM_UTF8, "empty")])
@pytest.mark.parametrize("command", ["sections", "bullets", "quotes", "entities", "speakers"])
def test_an_empty_text_has_an_empty_result(
    interview: Interview, tmp_path: Path, command: str, data: bytes, what: str
) -> None:
    path = tmp_path / "leeg.txt"
    path.write_bytes(data)
    result = interview(command, "--json", path)
    _one_line(result, 0, f"leeg.txt: is {what}; ")
    assert result.json() == []


def test_an_empty_text_can_be_exported(interview: Interview) -> None:
    document = interview("export", "-", stdin=b"").json()
    assert (document["title"], document["sections"], document["quotes"]) == (None, [], [])


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + GOOD.encode(),
        codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
        GOOD.encode("cp1252"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
    ],
    ids=["UTF-8 with mark", "UTF-16 LE", "UTF-16 BE", "cp1252", "CRLF", "CR"],
)
def test_encodings_and_line_ends_make_no_difference(interview: Interview, data: bytes) -> None:
    def blocks(result: Result) -> list[str]:
        return [block["text"] for section in result.json()["sections"] for block in section["blocks"]]

    plain, other = interview("export", "-", stdin=GOOD.encode()), interview("export", "-", stdin=data)
    assert blocks(other) == blocks(plain)
    assert other.json()["title"] == plain.json()["title"]
    text = interview("text", "-", stdin=data).out
    for section in other.json()["sections"]:
        for block in section["blocks"]:
            assert text[block["start"] : block["end"]] == block["text"]


def test_one_very_long_line(interview: Interview, tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("Dit is een zin van acht woorden, zegt Jan. " * 240_000, "utf-8")  # 10 MB
    result = interview("sections", "--json", path)
    assert result.code == 0
    assert sum(record["words"] for record in result.json()) == 9 * 240_000


def test_a_hundred_thousand_lines(interview: Interview, tmp_path: Path) -> None:
    path = tmp_path / "veel.txt"
    path.write_text("".join(f"Dit is regel {number} van het stuk.\n" for number in range(100_000)), "utf-8")
    result = interview("sections", "--json", path)
    assert result.code == 0
    assert result.json()


@pytest.mark.parametrize("command", ["sections", "bullets", "quotes", "entities", "speakers", "export"])
@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_markup_and_escapes_are_harmless(interview: Interview, command: str, format_: str) -> None:
    if command == "export" and format_ != "json":
        return
    evil = "[bold]vet[/] [/b] [link=x] :smile: \x1b[2J\x1b]0;titel\x07 \x9b31m \u202egnal \u2028"
    text = f'Titel {evil}\n\nJan de Vries zegt: "Dat is {evil} waar." Meer niet.\n\nPunten:\n- een {evil}\n- twee\n'
    result = interview(command, "-", "--format", format_, stdin=text.encode())
    assert result.code == 0
    assert not set(result.out) & set("\x1b\x07\x9b\u202e")
    if command == "bullets":
        assert "vet" in result.out
        assert ":smile:" in result.out


def test_unwritable_output(interview: Interview, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "geen" / "map" / "uit.json"
    _one_line(interview("sections", good, "-o", target), 1, f"{target}: cannot be written", "-o")


def test_output_is_written_whole_or_not_at_all(interview: Interview, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.json"
    target.write_text("oud", "utf-8")
    assert interview("sections", "--json", "nergens.txt", "-o", target).code == 3
    assert target.read_text("utf-8") == "oud"
    result = interview("sections", "--json", good, "-o", target)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert json.loads(target.read_text("utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["goed.txt", "uit.json"]


def test_unknown_pipeline(interview: Interview, good: Path) -> None:
    for name in ("nl_core_onbekend", "./geen-map", "en_core_web_sm"):
        _one_line(interview("quotes", "--pipeline", name, good), 4, name)
    _one_line(interview("quotes", "--pipeline", "nl_core_onbekend", good, good), 4)


def test_broken_pipeline_folder(interview: Interview, good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kapot"
    folder.mkdir()
    _one_line(interview("quotes", "--pipeline", folder, good), 4, str(folder))
    (folder / "config.cfg").write_text("[nlp]\nlang = ", "utf-8")
    (folder / "meta.json").write_text("{", "utf-8")
    _one_line(interview("quotes", "--pipeline", folder, good), 4, str(folder))


def test_section_out_of_range(interview: Interview) -> None:
    result = interview("quotes", SEED, "--section", "99")
    _one_line(result, 2, "has no section 99; sections are 0 to 5")
    assert interview("quotes", SEED, "--section", "-1").code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["onzin"], ["No such command 'onzin'", "interview --help"]),
        (["qotes"], ["Did you mean 'quotes'?"]),
        (["sections", "--onzin"], ["--onzin", "interview sections --help"]),
        (["quotes", "--kind", "onzin"], ["'direct', 'fragment', 'term'"]),
        (["quotes", "--section", "x"], ["--section"]),
        (["entities", "--label", "MENS"], ["--label MENS", "PERSON"]),
        (["sections", "--format", "xml"], ["'table', 'json', 'jsonl', 'csv', 'markdown'"]),
        (["sections", "--json", "--format", "csv"], ["exclude each other"]),
        (["export", "--format", "csv"], ["export is JSON"]),
        (["sections", "--encoding", "klingon"], ["unknown encoding 'klingon'"]),
        (["text", "a.txt", "b.txt"], ["text prints one document"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_wrong_usage(interview: Interview, arguments: list[str], words: list[str]) -> None:
    _one_line(interview(*arguments), 2, *words)


def test_a_defect_is_one_line_too(interview: Interview, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> int:
        raise RecursionError("maximum recursion\ndepth exceeded")

    monkeypatch.setattr("interview_cli.records.count_words", fail)
    _one_line(interview("sections", good), 1, "RecursionError: maximum recursion depth", "please report")
    monkeypatch.setenv("INTERVIEW_DEBUG", "1")
    with pytest.raises(RecursionError):
        interview("sections", good)


def test_an_interrupt_ends_quietly(interview: Interview, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(name: str = "auto") -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(nlp, "load", interrupt)
    result = interview("quotes", good)
    assert (result.code, result.out, result.err) == (130, "", "")


@pytest.mark.parametrize("command", ["text", "sections", "schema"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, command: str) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("Dit is een alinea.\n\nKop hier\n\n" * 20_000, "utf-8")
    arguments = [] if command == "schema" else [str(path)]
    program = subprocess.Popen(
        [sys.executable, "-m", "interview_cli", command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 0
