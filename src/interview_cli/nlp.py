"""Finding, loading and running a Dutch spaCy pipeline: but for `dutch`, the only module that imports spaCy.

A document is cut into pieces at block boundaries, the pieces are annotated one after the other, and the result is
joined to one `Doc` over exactly the document's text. So memory stays flat for a book, and one long line works.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import warnings
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_cli.errors import PipelineError
from interview_cli.model import PipelineInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from interview_cli.model import Document

NEWS = "nl_core_news_sm"
EMBEDDED = "nl_core_interview_sm"
INSTALL_HINT = "pip install 'interview-cli[news]'"
#: What attribution and entities read; a pipeline without one of these is not compatible.
NEEDED = ("parser", "ner", "lemmatizer")
#: Code points annotated in one go. Larger pieces gain no speed and cost memory.
PIECE = 50_000


@dataclass(frozen=True, slots=True)
class PipelineStatus:
    """One installed pipeline, as `interview pipelines` shows it. `used`: the one that `auto` takes."""

    name: str
    version: str
    path: Path
    size_mb: float
    licence: str
    used: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline; serves any number of documents."""

    nlp: Language
    info: PipelineInfo

    def annotate(self, document: Document) -> Doc:
        """Return one `Doc` over exactly `document.text`, with a sentence start at every block's start."""
        from spacy.tokens import Doc

        pieces = list(_pieces(document))
        if not pieces:
            return self.nlp.make_doc(document.text)
        docs = [self.nlp(_with_starts(self.nlp.make_doc(text), starts)) for text, starts in pieces]
        # One `Doc` is returned as it is: joining copies every annotation.
        return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _pieces(document: Document) -> Iterator[tuple[str, list[int]]]:
    """Cut the text into consecutive pieces, each with the offsets in it at which a sentence starts."""
    text = document.text
    starts = sorted({at for block in document.blocks for at in (block.outer.start, block.span.start)})
    begin = 0
    while begin < len(text):
        end = _cut(text, begin, starts)
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        yield text[begin:end], [at - begin for at in starts[first:last]]
        begin = end


def _cut(text: str, begin: int, starts: list[int]) -> int:
    """Choose where a piece that starts at `begin` ends: at a block's start, else at a blank, else anywhere."""
    limit = begin + PIECE
    if limit >= len(text):
        return len(text)
    block = bisect_left(starts, limit + 1) - 1
    if block >= 0 and starts[block] > begin:
        return starts[block]
    blank = text.rfind(" ", begin, limit)
    return blank + 1 if blank > begin else limit


def _with_starts(doc: Doc, starts: list[int]) -> Doc:
    """Tell the parser where blocks start, so that a heading without a full stop doesn't glue to what follows."""
    offsets = [token.idx for token in doc]
    for at in starts:
        index = bisect_left(offsets, at)
        if index < len(offsets) and offsets[index] == at:
            doc[index].is_sent_start = True
    return doc


def load(name: str = "auto") -> Pipeline:
    """Load the pipeline of that name or path.

    `auto` takes `nl_core_news_sm` where it is installed and compatible, else the embedded pipeline.
    Raises `PipelineError` when nothing of that name can be loaded or a needed component is missing.
    """
    if name == "auto":
        name = next(status.name for status in installed() if status.used)
    path = _locate(name)
    if path is None:
        known = ", ".join(status.name for status in installed())
        raise PipelineError(f"no pipeline '{name}'; installed are {known} (see: interview pipelines)")
    import spacy

    # The embedded pipeline's own parts register themselves. Entry points lead spaCy to them too, but an editable
    # installation that is older than they are has none.
    from interview_cli.dutch import boundaries, embedding, lemmatizer, titles, tokenizer  # noqa: F401

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # version warnings say nothing that a reader of interviews can act on
            nlp = spacy.load(path, exclude=["senter"])  # nl_core_news_sm has one that its parser makes superfluous
    except Exception as error:  # a broken folder can fail in any component's own way
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise PipelineError(f"pipeline '{name}' cannot be loaded: {reason}") from error
    missing = [component for component in NEEDED if component not in nlp.pipe_names]
    if missing or nlp.lang != "nl":
        lacks = f"has no {', '.join(missing)}" if missing else f"is for language '{nlp.lang}'"
        raise PipelineError(f"pipeline '{name}' {lacks}; it needs a Dutch {', '.join(NEEDED)}")
    nlp.max_length = max(nlp.max_length, 2 * PIECE)
    label = f"{nlp.meta.get('lang', 'nl')}_{nlp.meta.get('name', 'pipeline')}"
    return Pipeline(nlp=nlp, info=PipelineInfo(name=label, version=str(nlp.meta.get("version", "0"))))


def installed() -> tuple[PipelineStatus, ...]:
    """Return the Dutch pipelines at hand, `nl_core_news_sm` and its larger sisters first, the embedded one last."""
    found: list[PipelineStatus] = []
    for name in (NEWS, "nl_core_news_md", "nl_core_news_lg"):
        path = _package_path(name)
        if path is not None:
            problem = _incompatible(path)
            used = name == NEWS and problem is None
            default = "auto takes it: installed and compatible" if used else f"with --pipeline {name}"
            found.append(_status(name, path, used=used, reason=problem or default))
    alone = not any(status.used for status in found)
    reason = f"auto takes it: {NEWS} is not installed" if alone else f"with --pipeline {EMBEDDED}"
    if alone and any(status.name == NEWS for status in found):
        reason = f"auto takes it: {NEWS} is not compatible"
    return (*found, _status(EMBEDDED, _embedded_path(), used=alone, reason=reason))


def _status(name: str, path: Path, *, used: bool, reason: str) -> PipelineStatus:
    meta = _meta(path)
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return PipelineStatus(
        name=name,
        version=str(meta.get("version", "?")),
        path=path,
        size_mb=round(size / 1e6, 1),
        licence=str(meta.get("license", "?")),
        used=used,
        reason=reason,
    )


def _meta(path: Path) -> dict[str, Any]:
    try:
        meta = json.loads((path / "meta.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _incompatible(path: Path) -> str | None:
    """Return why a pipeline package can't serve, judged by its meta data alone (loading costs a second)."""
    from spacy.util import is_compatible_version

    meta = _meta(path)
    wanted = str(meta.get("spacy_version", ""))
    present = importlib.metadata.version("spacy")
    if wanted and is_compatible_version(present, wanted) is False:
        return f"not compatible: made for spaCy {wanted}, installed is {present}"
    missing = [component for component in NEEDED if component not in meta.get("pipeline", [])]
    return f"not compatible: has no {', '.join(missing)}" if missing else None


def _locate(name: str) -> Path | None:
    if name == EMBEDDED:
        return _embedded_path()
    path = Path(name).expanduser()
    if path.is_dir():
        return path
    return _package_path(name)


def _embedded_path() -> Path:
    return Path(__file__).parent / "models" / EMBEDDED


def _package_path(name: str) -> Path | None:
    """Return the data folder of an installed pipeline package without importing it, or None."""
    if not name.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(next(iter(spec.submodule_search_locations)))
    meta = _meta(root)
    data = root / f"{meta.get('lang', 'nl')}_{meta.get('name')}-{meta.get('version')}"
    return data if data.is_dir() else root if (root / "config.cfg").is_file() else None
