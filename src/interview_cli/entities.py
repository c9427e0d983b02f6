"""`Doc` → entities: the pipeline's spans, put right where a rule is nearly always right, under one name each.

Spans are corrected by `entity_rules.RULES`, in order, then the mentions of each label are merged by `names`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli import names
from interview_cli.entity_rules import RULES, Found, Text
from interview_cli.lexicon.given import is_given
from interview_cli.lexicon.people import CALLED_BY_KIN, KIN
from interview_cli.model import Entity, Mention, Span
from interview_cli.places import Sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from interview_cli.model import Document


def find(document: Document, doc: Doc) -> tuple[Entity, ...]:
    """Return the entities of a document, most mentioned first, then by first mention.

    `doc` is annotated over exactly `document.text`. Names are taken from its `ents`; the speaker labels of turns are
    left out, since they are structure and no text.
    """
    text = Text.read(document, doc)
    found: tuple[Found, ...] = tuple(
        Found(span.start_char, span.end_char, span.label_) for span in doc.ents if span.label_
    )
    for rule in RULES:
        found = rule(text, found)
    return _merged(document, text, found)


def _merged(document: Document, text: Text, found: Sequence[Found]) -> tuple[Entity, ...]:
    """Unite the mentions of one name and order the entities."""
    people = [each for each in found if each.label == "PERSON"]
    named = dict(zip(people, names.merge_people([_as_named(text, each) for each in people]), strict=True))
    aliases = _aliases(text, found)
    by_label: dict[str, list[Found]] = {}
    for each in found:
        if each.label != "PERSON":
            by_label.setdefault(each.label, []).append(each)
    for things in by_label.values():
        canonical = names.merge_things([" ".join(text.of(each).split()) for each in things], aliases=aliases)
        named.update(zip(things, canonical, strict=True))
    places = Sections(document)
    entities: dict[tuple[str, str], list[Mention]] = {}
    for each in found:
        mention = Mention(Span(each.start, each.end), places.at(each.start))
        entities.setdefault((named[each], each.label), []).append(mention)
    merged = [Entity(name, label, tuple(mentions)) for (name, label), mentions in entities.items()]
    return tuple(sorted(merged, key=lambda entity: (-len(entity.mentions), entity.mentions[0].span)))


def _as_named(text: Text, found: Found) -> str:
    """Return a person's name as written, with the kin before it that makes it another's: Vader Yıldırım."""
    name = " ".join(text.of(found).split())
    first, _ = text.inside(found)
    before = text.words[first - 1].text if first else ""
    if " " in name or before.lower() not in KIN:
        return name
    return f"{before} {name}" if before.lower() in CALLED_BY_KIN or not is_given(name) else name


def _aliases(text: Text, found: Sequence[Found]) -> dict[str, str]:
    """Return the abbreviations that the text gives for names: Rijksinstituut … (RIVM)."""
    pairs = ((names.abbreviation_after(text.string, each.end, text.of(each)), text.of(each)) for each in found)
    return {short: " ".join(full.split()) for short, full in pairs if short}
