"""Which pipeline is used, and that it annotates exactly the document's text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_cli import nlp
from interview_cli.errors import PipelineError
from interview_cli.source import decode
from interview_cli.structure import parse
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from interview_cli.nlp import Pipeline
    from tests.conftest import Interview

EMBEDDED = Path(nlp.__file__).parent / "models" / nlp.EMBEDDED
VERSION = "3.8.0"


def install_stand_in(folder: Path, **changes: object) -> None:
    """Put a package nl_core_news_sm into `folder`: laid out like the real one, with our weights inside."""
    package = folder / nlp.NEWS
    data = package / f"{nlp.NEWS}-{VERSION}"
    data.mkdir(parents=True)
    (package / "__init__.py").touch()
    for part in EMBEDDED.iterdir():
        if part.name != "meta.json":
            (data / part.name).symlink_to(part)
    meta = json.loads((EMBEDDED / "meta.json").read_text("utf-8"))
    meta.update(lang="nl", name="core_news_sm", version=VERSION, **changes)
    for place in (package, data):
        (place / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def _used() -> str:
    return next(status.name for status in nlp.installed() if status.used)


def test_auto_takes_the_embedded_pipeline_where_nothing_else_is_installed() -> None:
    assert _used() == nlp.EMBEDDED


def test_auto_prefers_an_installed_news_pipeline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interview: Interview
) -> None:
    install_stand_in(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(nlp, "load", nlp.load.__wrapped__)  # type: ignore[attr-defined]
    assert _used() == nlp.NEWS
    export = interview("export", "--pipeline", "auto", CORPUS[0]).json()
    assert export["generator"]["pipeline"] == {"name": nlp.NEWS, "version": VERSION}
    shown = interview("pipelines", "--json").json()
    assert [(each["name"], each["used"]) for each in shown] == [(nlp.NEWS, True), (nlp.EMBEDDED, False)]


@pytest.mark.parametrize("changes", [{"spacy_version": ">=9"}, {"pipeline": ["tok2vec", "parser"]}])
def test_auto_passes_by_a_news_pipeline_that_cannot_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]
) -> None:
    install_stand_in(tmp_path, **changes)
    monkeypatch.syspath_prepend(tmp_path)
    assert _used() == nlp.EMBEDDED
    assert "not compatible" in nlp.installed()[0].reason


def test_a_name_that_is_not_installed_says_what_is() -> None:
    with pytest.raises(PipelineError, match=rf"installed are {nlp.EMBEDDED}"):
        nlp.load("nl_core_nieuws_xl")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_doc_covers_the_text_and_starts_a_sentence_at_each_block(path: Path, pipeline: Pipeline) -> None:
    document = parse(decode(path.read_bytes(), name=path.name))
    doc = pipeline.annotate(document)
    assert doc.text == document.text
    starts = {sentence.start_char for sentence in doc.sents}
    firsts = {token.idx for token in doc if not token.is_space}
    assert {block.span.start for block in document.blocks} & firsts <= starts


def test_a_text_longer_than_a_piece_is_annotated_whole(pipeline: Pipeline) -> None:
    text = "De imker zegt: ‘Het was een goed jaar.’\n\n" * (2 * nlp.PIECE // 40)
    document = parse(decode(text.encode(), name="x"))
    doc = pipeline.annotate(document)
    assert doc.text == document.text
    assert all(token.idx == text.find(token.text, token.idx) for token in doc)


def test_one_long_line_is_annotated_whole(pipeline: Pipeline) -> None:
    text = "x" * (nlp.PIECE + 10) + " en dan verder."
    assert pipeline.annotate(parse(decode(text.encode(), name="x"))).text == text
