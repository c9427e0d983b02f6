"""The people whom a document names, and which name a part of one stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.names import gender

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.model import Document, Entity

#: A document is about somebody who is named so often, and so many times as often as anybody else.
_TOPIC_MENTIONS, _TOPIC_LEAD = 3, 2
#: The same for who is named where the document begins.
_FRONT_LEAD = 1.5


class KnownNames:
    """Names by the place where they stand, and by their parts.

    `starts` maps the first offset of each mention of a person to the canonical name, `labels` that of every entity to
    its label.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        people = [entity for entity in entities if entity.label == "PERSON"]
        self.starts: Mapping[int, str] = {m.span.start: each.name for each in people for m in each.mentions}
        self.labels: Mapping[int, str] = {m.span.start: each.label for each in entities for m in each.mentions}
        self._parts: dict[str, set[str]] = {}
        for entity in people:
            self._learn(entity.name)

    def whole(self, name: str) -> str | None:
        """Return the full name of which `name` is one in another case, a given name or a surname; None if unclear."""
        for form in (name.lower(), name.lower().removesuffix("s")):
            names = self._parts.get(form, set())
            if len(names) == 1:
                return next(iter(names))
        return None

    def unlisted(self, name: str, start: int, *, sure: bool = False) -> str | None:
        """Return whom a name means that the entities miss: a part of a known one, or one with a known given name.

        `sure`: what stands before it says that it is a person's.
        """
        known = self.whole(name)
        if known is not None:
            return known
        if not sure and (start in self.labels or not gender(name.split()[0])):
            return None
        self._learn(name)
        return name

    def fuller(self, name: str) -> str:
        """Return the longer form of a name of one word that has turned up, else the name itself."""
        return self.whole(name) or name if " " not in name else name

    def _learn(self, name: str) -> None:
        words = name.split()
        if len(words) > 1:  # a surname alone is this person's
            self._parts.get(words[-1].lower(), set()).discard(words[-1])
        for part in {name, words[0], *(" ".join(words[at:]) for at in range(1, len(words)))}:
            self._parts.setdefault(part.lower(), set()).add(name)


def topic(document: Document, entities: Sequence[Entity]) -> str | None:
    """Return whom a document is about: the person interviewed, else who is named far more often than anybody else."""
    if document.interviewee is not None:
        return document.interviewee
    people = sorted((len(entity.mentions), entity.name) for entity in entities if entity.label == "PERSON")
    if not people or people[-1][0] < _TOPIC_MENTIONS:
        return None
    times, name = people[-1]
    others = people[-2][0] if len(people) > 1 else 0
    lead = _FRONT_LEAD if _is_in_front(document, name, entities) else _TOPIC_LEAD
    return name if times >= lead * others else None


def _is_in_front(document: Document, name: str, entities: Sequence[Entity]) -> bool:
    """Tell whether the title, the subtitle or the first paragraph names a person."""
    texts = [block.outer for block in document.blocks if block.kind in ("title", "subtitle")]
    texts += [block.outer for block in document.blocks if block.kind == "paragraph"][:1]
    mentions = [m.span for entity in entities if entity.name == name for m in entity.mentions]
    return any(text.covers(mention) for text in texts for mention in mentions)
