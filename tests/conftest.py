"""What the tests share: a way to call the program, the corpus, and a pipeline that is loaded once."""

from __future__ import annotations

import io
import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pytest

from interview_cli import nlp
from interview_cli.cli import main

if TYPE_CHECKING:
    from interview_cli.nlp import Pipeline

ROOT = Path(__file__).parent.parent
CORPUS = sorted((ROOT / "corpus").glob("*.txt"))
SEED = ROOT / "corpus" / "sam-altman-a16z-2025-10-08.txt"


class Result(NamedTuple):
    """What a run of the program gave."""

    code: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401
        """Return standard output as JSON."""
        return json.loads(self.out)


class Interview(Protocol):
    """A call of the program: `interview("sections", "x.txt", stdin=b"")`."""

    def __call__(self, *arguments: str | Path, stdin: bytes | None = None) -> Result: ...


_load = cache(nlp.load)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test the same surroundings: the embedded pipeline, loaded once, and no terminal settings."""
    monkeypatch.setattr(nlp, "load", _load)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "INTERVIEW_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("INTERVIEW_PIPELINE", nlp.EMBEDDED)


@pytest.fixture
def interview(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Interview:
    """Call the program in this process."""

    def call(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"))
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Return the embedded pipeline."""
    return _load(nlp.EMBEDDED)
