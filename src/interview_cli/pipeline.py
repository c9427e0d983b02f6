"""The whole way of the data, in the order in which it flows. Read this file first.

bytes ─ source.decode ─→ Source ─ structure.parse ─→ Document          (no spaCy up to here)
Document ─ nlp.annotate ─→ spaCy Doc ─ entities.find ─→ Entity[]
Document + Doc + Entity[] ─ quotes.find, attribution.attribute ─→ Quote[] ─→ Analysis
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.model import Analysis
from interview_cli.structure import parse

if TYPE_CHECKING:
    from interview_cli.model import Document, Source
    from interview_cli.nlp import Pipeline

__all__ = ["analyze", "parse"]


def analyze(source: Source, *, pipeline: Pipeline, indirect: bool = False) -> Analysis:
    """Find the quotes, speakers and entities of one document.

    `pipeline` is loaded once by `nlp.load` and serves any number of documents. `indirect` adds reported clauses
    (`X zegt dat …`) to the quotes.
    """
    from interview_cli import attribution, entities, quotes, speakers

    document: Document = parse(source)
    doc = pipeline.annotate(document)
    found = entities.find(document, doc)
    attributed = attribution.attribute(document, doc, quotes.find(document), found, indirect=indirect)
    return Analysis(
        document=document,
        pipeline=pipeline.info,
        quotes=attributed,
        entities=found,
        speakers=speakers.count(document, attributed, found),
    )
