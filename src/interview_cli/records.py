"""Documents and analyses → the records that users see: plain dicts, field by field as the contract has them.

Each format prints the same records; `schema.py` describes those of `export`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_cli import __version__
from interview_cli.document import Block, ItemList, Span
from interview_cli.words import count_words

if TYPE_CHECKING:
    from interview_cli.model import (
        Analysis,
        Candidate,
        Cue,
        Document,
        Entity,
        PipelineInfo,
        Quote,
        Section,
        Source,
        Speaker,
    )
    from interview_cli.nlp import PipelineStatus

Record = dict[str, Any]

SCHEMA_VERSION = "1"


def sections(document: Document) -> list[Record]:
    """Return the sections with what each holds. Words are those below the heading."""
    return [_section(document, section) for section in document.sections]


def _section(document: Document, section: Section) -> Record:
    lists = [part for part in section.parts if isinstance(part, ItemList)]
    blocks = [part for part in section.parts if isinstance(part, Block)]
    inside = [*blocks, *(block for part in lists for block in (*filter(None, [part.label]), *part.items))]
    return {
        "source": document.source.name,
        "index": section.index,
        "level": section.level,
        "heading": section.heading.span.of(document.text) if section.heading else None,
        "start": section.span.start,
        "end": section.span.end,
        "paragraphs": len(blocks),
        "lists": len(lists),
        "items": sum(len(part.items) for part in lists),
        "words": sum(count_words(block.span.of(document.text)) for block in inside),
    }


def bullets(document: Document) -> list[Record]:
    """Return the list items in reading order, each with the label of its list."""
    text = document.text
    return [
        {
            "source": document.source.name,
            "section": section.index,
            "label": part.label.span.of(text) if part.label else None,
            "index": index,
            **_span(text, item.span),
        }
        for section in document.sections
        for part in section.parts
        if isinstance(part, ItemList)
        for index, item in enumerate(part.items)
    ]


def quotes(analysis: Analysis, *, explain: bool = False) -> list[Record]:
    """Return the quotes in reading order; `explain` adds the candidates that lost, as `rejected`."""
    return [_quote(analysis.document, quote, explain=explain) for quote in analysis.quotes]


def _quote(document: Document, quote: Quote, *, explain: bool) -> Record:
    text = document.text
    record: Record = {
        "source": document.source.name,
        "section": quote.section,
        "index": quote.index,
        **_span(text, quote.span),
        "kind": quote.kind,
        "speaker": quote.speaker,
        "mention": _maybe(text, quote.mention),
        "cue": _cue(text, quote.cue),
        "method": quote.method,
        "confidence": round(quote.confidence, 2),
        "repeats": quote.repeats,
    }
    if explain:
        record["rejected"] = [_candidate(text, candidate) for candidate in quote.rejected]
    return record


def _candidate(text: str, candidate: Candidate) -> Record:
    return {
        "method": candidate.method,
        "speaker": candidate.speaker,
        "mention": _maybe(text, candidate.mention),
        "cue": _cue(text, candidate.cue),
        "confidence": round(candidate.confidence, 2),
    }


def entities(analysis: Analysis) -> list[Record]:
    """Return the entities under their fullest names, each with its mentions."""
    return [_entity(analysis.document, entity) for entity in analysis.entities]


def _entity(document: Document, entity: Entity) -> Record:
    return {
        "source": document.source.name,
        "name": entity.name,
        "label": entity.label,
        "count": len(entity.mentions),
        "mentions": [{**_span(document.text, mention.span), "section": mention.section} for mention in entity.mentions],
    }


def speakers(analysis: Analysis) -> list[Record]:
    """Return who says how much, who says most first. `share` is of all words that have a speaker."""
    total = sum(speaker.words for speaker in analysis.speakers)
    heard = _sections_by_speaker(analysis)
    return [
        {
            "source": analysis.document.source.name,
            "name": speaker.name,
            "quotes": speaker.quotes,
            "words": speaker.words,
            "share": round(speaker.words / total, 3) if total else 0.0,
            "sections": sorted(heard.get(speaker.name, ())),
            "mentions": speaker.mentions,
        }
        for speaker in analysis.speakers
    ]


def _sections_by_speaker(analysis: Analysis) -> dict[str, set[int]]:
    """Return the sections in which each speaker is quoted or has a turn."""
    found: dict[str, set[int]] = {}
    for quote in analysis.quotes:
        if quote.speaker is not None and quote.section is not None:
            found.setdefault(quote.speaker, set()).add(quote.section)
    for section in analysis.document.sections:
        for part in section.parts:
            if isinstance(part, Block) and part.speaker is not None:
                found.setdefault(part.speaker, set()).add(section.index)
    return found


def export(analysis: Analysis) -> Record:
    """Return everything about one document: what `interview schema` describes."""
    document = analysis.document
    text = document.text
    byline = document.byline
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {
            "name": "interview-cli",
            "version": __version__,
            "pipeline": _pipeline(analysis.pipeline),
        },
        "source": _source(document.source),
        "title": document.title.of(text) if document.title else None,
        "subtitle": document.subtitle.of(text) if document.subtitle else None,
        "byline": {"text": byline.span.of(text), "publisher": byline.publisher, "date": byline.date}
        if byline
        else None,
        "interviewee": document.interviewee,
        "sections": [_section_blocks(text, section) for section in document.sections],
        "quotes": quotes(analysis),
        "entities": entities(analysis),
        "speakers": [_speaker(speaker) for speaker in analysis.speakers],
    }


def _source(source: Source) -> Record:
    return {
        "name": source.name,
        "format": source.format,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "characters": len(source.text),
    }


def _pipeline(info: PipelineInfo) -> Record:
    return {"name": info.name, "version": info.version}


def _speaker(speaker: Speaker) -> Record:
    return {
        "name": speaker.name,
        "quotes": speaker.quotes,
        "words": speaker.words,
        "mentions": speaker.mentions,
    }


def _section_blocks(text: str, section: Section) -> Record:
    return {
        "index": section.index,
        "level": section.level,
        "heading": _maybe(text, section.heading.span if section.heading else None),
        "start": section.span.start,
        "end": section.span.end,
        "blocks": [_list(text, part) if isinstance(part, ItemList) else _block(text, part) for part in section.parts],
    }


def _block(text: str, block: Block) -> Record:
    record: Record = {"kind": block.kind, **_span(text, block.span)}
    if block.speaker is not None:
        record["speaker"] = block.speaker
    if block.timestamp is not None:
        record["timestamp"] = block.timestamp
    return record


def _list(text: str, part: ItemList) -> Record:
    return {
        "kind": "list",
        "label": _maybe(text, part.label.span if part.label else None),
        "items": [_span(text, item.span) for item in part.items],
    }


def pipelines(found: tuple[PipelineStatus, ...]) -> list[Record]:
    """Return the installed pipelines."""
    return [
        {
            "name": status.name,
            "version": status.version,
            "path": str(status.path),
            "size_mb": round(status.size_mb, 1),
            "licence": status.licence,
            "used": status.used,
            "reason": status.reason,
        }
        for status in found
    ]


def _cue(text: str, cue: Cue | None) -> Record | None:
    if cue is None:
        return None
    return {"text": cue.span.of(text), "lemma": cue.lemma, "start": cue.span.start, "end": cue.span.end}


def _span(text: str, span: Span) -> Record:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _maybe(text: str, span: Span | None) -> Record | None:
    return _span(text, span) if span else None
