"""Quotations + `Doc` → kind, cue, speaker: what each quotation is and who says it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from interview_cli.attribution import kinds, mentions, sentences, words
from interview_cli.attribution.around import alternates, echoes, protagonist
from interview_cli.attribution.indirect import find as find_indirect
from interview_cli.attribution.scene import Scene
from interview_cli.attribution.setting import settings
from interview_cli.attribution.strategies import EXPLICIT, STRATEGIES
from interview_cli.model import Candidate, Quote
from interview_cli.places import Sections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from interview_cli.attribution.setting import Setting
    from interview_cli.model import Document, Entity, QuoteKind
    from interview_cli.quotes import Quotation

#: Quotes of fewer words are the same by chance.
_REPEATED = 4


def attribute(
    document: Document,
    doc: Doc,
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
    *,
    indirect: bool = False,
) -> tuple[Quote, ...]:
    """Return a `Quote` for each quotation, in reading order; with `indirect`, one for each reported clause as well."""
    scene = _scene(document, doc, quotations, entities)
    cued = _explicit(scene)
    scene = replace(
        scene, echoes=echoes(scene), alternates=alternates(scene, cued), protagonist=protagonist(scene, cued)
    )
    made: dict[int, Quote] = {}
    for setting in sorted(scene.settings, key=lambda setting: setting.index in scene.echoes):
        made[setting.index] = _quote(scene, setting, made)
    found = _with_repeats(document.text, [made[index] for index in sorted(made)])
    return _in_order(found, find_indirect(scene)) if indirect else tuple(found)


def _scene(document: Document, doc: Doc, quotations: Sequence[Quotation], entities: Sequence[Entity]) -> Scene:
    """Gather what the strategies see."""
    read = words.read(document, doc, quotations, entities)
    numbers = sentences.number(document.text, read, quotations)
    return Scene(
        document=document,
        words=read,
        discourse=mentions.build(document, read, entities, sentences=numbers),
        settings=settings(document.text, read, quotations, document.blocks, sentences=numbers),
        names={m.span.start: each.name for each in entities if each.label in words.SPEAKING for m in each.mentions},
        groups={m.span.start: each.name for each in entities if each.label == "ORG" for m in each.mentions},
        speech={number: block.speaker for number, block in enumerate(document.blocks) if block.speaker},
        sections=Sections(document),
    )


def _explicit(scene: Scene) -> dict[int, Candidate]:
    """Return the quotations whose speaker the text names, with their first candidate."""
    trial = replace(scene, decided={})
    for setting in scene.settings:
        for strategy in EXPLICIT:
            if (candidate := strategy(trial, setting)) is not None:
                trial.decided[setting.index] = candidate
                break
    return trial.decided


def _in_order(quotes: Sequence[Quote], reported: Sequence[Quote]) -> tuple[Quote, ...]:
    """Merge quotations and reported clauses in reading order, numbered anew."""
    merged = sorted([*quotes, *reported], key=lambda quote: quote.span)
    numbers = {(quote.kind == "indirect", quote.index): number for number, quote in enumerate(merged)}
    return tuple(
        replace(quote, index=number, repeats=None if quote.repeats is None else numbers[False, quote.repeats])
        for number, quote in enumerate(merged)
    )


def _quote(scene: Scene, setting: Setting, made: Mapping[int, Quote]) -> Quote:
    """Let the strategies decide about one quotation."""
    candidates = [candidate for strategy in STRATEGIES if (candidate := strategy(scene, setting)) is not None]
    chosen = candidates[0] if candidates else Candidate("unknown", None, None, None, 0.5)
    earlier_kind: QuoteKind | None = made[setting.earlier].kind if setting.earlier in made else None
    kind = kinds.kind_of(scene.document.text, scene.words, setting, chosen, earlier_kind=earlier_kind)
    if kind == "term":
        chosen = Candidate("term", None, None, None, 0.8)
    scene.decided[setting.index] = chosen
    quotation = setting.quotation
    return Quote(
        index=setting.index,
        section=scene.sections.at(quotation.outer.start),
        span=quotation.span,
        outer=quotation.outer,
        kind=kind,
        speaker=chosen.speaker,
        mention=chosen.mention,
        cue=chosen.cue,
        method=chosen.method if quotation.closed else f"{chosen.method}, unclosed",
        confidence=chosen.confidence,
        rejected=tuple(candidate for candidate in candidates if candidate is not chosen),
    )


def _with_repeats(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Mark the quotes of at least so many words whose words an earlier one has, as a pull quote's."""
    first: dict[tuple[str, ...], int] = {}
    marked = []
    for quote in quotes:
        key = _key(quote.span.of(text))
        earlier = first.setdefault(key, quote.index) if len(key) >= _REPEATED else quote.index
        marked.append(quote if earlier == quote.index else replace(quote, repeats=earlier))
    return marked


def _key(text: str) -> tuple[str, ...]:
    return tuple("".join(c for c in word if c.isalnum()) for word in text.casefold().split())
