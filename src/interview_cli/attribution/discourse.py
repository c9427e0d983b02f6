"""Who is in play: the people of a document in reading order, as `mentions` has collected them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interview_cli.attribution.reference import REACH, Event, People, Wanted, refer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.words import Word


@dataclass(frozen=True, slots=True)
class Discourse:
    """The events of a document in reading order."""

    events: tuple[Event, ...]
    firsts: tuple[int, ...] = field(repr=False)
    sentences: tuple[int, ...] = field(repr=False)  # of each word
    people: People = field(repr=False)

    @property
    def interviewee(self) -> str | None:
        """Return the person interviewed."""
        return self.people.topic

    def at(self, word: int) -> Event | None:
        """Return the event whose phrase covers this word."""
        index = bisect_left(self.firsts, word + 1) - 1
        if index >= 0 and self.events[index].first <= word < self.events[index].last:
            return self.events[index]
        return None

    def before(self, word: int, *, blocks: int) -> Sequence[Event]:
        """Return the events before a word, no more than so many blocks back."""
        index = bisect_left(self.firsts, word)
        low = index
        while low and self.events[index - 1].block - self.events[low - 1].block <= blocks and index - low < REACH:
            low -= 1
        return self.events[low:index]

    def owner(self, words: Sequence[Word], at: int) -> str | None:
        """Return whom the possessive pronoun at word `at` means."""
        female = words[at].lower == "haar"
        wanted = Wanted("f" if female else "m", False, words[at].block, self.sentences[at], section=0, female=female)
        index = bisect_left(self.firsts, at)
        found = refer(self.events[max(0, index - REACH) : index], wanted, self.people)
        return found[0] if found else None

    def other_than(self, event: Event, name: str) -> str | None:
        """Return whom the pronoun of `event` means if it is not `name`."""
        index = bisect_left(self.firsts, event.first)
        wanted = Wanted(
            event.gender or "u",
            event.plural,
            event.block,
            event.sentence,
            section=0,
            female=event.gender == "f",
            without=name,
        )
        found = refer(self.events[max(0, index - REACH) : index], wanted, self.people)
        return found[0] if found else None
