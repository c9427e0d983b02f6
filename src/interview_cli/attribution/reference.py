"""Whom a pronoun means: the people mentioned before it, weighed.

The preferences are the classical ones of pronoun resolution (recency, subjecthood, parallel gender and number, Lappin
and Leass 1994), with the frame of the genre added: the person interviewed is the default topic.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The name of who says `ik` outside a turn.
WRITER = "ik"
#: How many events back a pronoun may reach, and how many blocks.
REACH, BLOCKS = 40, 6
#: From this lead on nobody else is meant.
CLEAR = 2.5


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a person: the words [first, last), the name it stands for, and how it was made.

    `gender` is m, f, n or '' where unknown. `form` is that of its phrase. `certainty` (0..1): that it is this person.
    """

    first: int
    last: int
    name: str
    form: str
    gender: str
    plural: bool
    subject: bool
    block: int
    sentence: int
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class People:
    """What is known of the people by name; it grows as the text is read.

    `topic` is the person interviewed; `owners` maps kin as written (`haar vader`) to whose they are;
    `present` are the speakers of its turns.
    """

    topic: str | None
    genders: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    owners: dict[str, str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun asks for: gender (m f n, u for unknown), number, where it stands, and who it can't mean.

    `female`: its form is one that can only be female in the singular. `near`: it points at the nearest (die, deze).
    """

    sex: str
    plural: bool
    block: int
    sentence: int
    section: int  # its first block
    female: bool
    near: bool = False
    without: str | None = None


def refer(events: Sequence[Event], wanted: Wanted, people: People) -> tuple[str, float] | None:
    """Return the likeliest person for a pronoun, by weighing the events before it; None if none fits.

    The number with the name says how likely: by how much that person outweighs the next one.
    """
    weights: dict[str, float] = {}
    for back, event in enumerate(reversed(events[-REACH:])):
        if (
            wanted.block - event.block > BLOCKS
            or event.plural != wanted.plural
            or event.name in (wanted.without, WRITER)
        ):
            continue
        fit = _fits(wanted, event.gender or people.genders.get(event.name, ""))
        if fit is None:
            continue
        score = -back - 1.5 * event.subject if wanted.near else fit + _weight(event, wanted, people, back)
        weights[event.name] = max(score, weights.get(event.name, score))
    if not weights:
        return None
    first, *rest = sorted(weights, key=lambda name: -weights[name])
    lead = weights[first] - weights[rest[0]] if rest else CLEAR
    return first, 0.7 + (0.15 if wanted.near else 0.25) * min(lead, CLEAR) / CLEAR


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts for a person to be whom a pronoun means; tuned on the interviews that were read."""

    subject: float = 1.0
    subject_near: float = 1.1  # of this sentence or the one before
    sentence: float = -0.6  # for each sentence between, four at most
    block: float = -0.25  # for each block between; the topic doesn't fade
    back: float = -0.05  # for each mention between
    pronoun: float = 0.25  # a pronoun meant that person before
    mention: float = 0.1  # for each mention so far, ten at most
    topic: float = 1.0
    owned: float = -1.0  # somebody's mother, boss, neighbour
    nameless: float = -0.7  # no name and no subject
    unnamed: float = -0.5  # never a name
    section: float = -1.0  # last seen above a heading
    quoted: float = -2.5  # named in somebody's words only
    gender: float = 0.5  # known to fit
    present: float = -1.5  # takes part in the conversation: others call him `jij`


WEIGHTS = Weights()


def _weight(event: Event, wanted: Wanted, people: People, back: int) -> float:
    """Score how much a person is in the reader's mind."""
    w, between = WEIGHTS, wanted.sentence - event.sentence
    is_topic = event.name == people.topic
    score = w.back * back + w.sentence * min(4, between) + w.mention * min(10, people.counts.get(event.name, 0))
    score += w.topic if is_topic else w.block * (wanted.block - event.block)
    if event.subject and (event.form != "relative" or event.name[:1].isupper()):
        score += w.subject + w.subject_near * (between <= 1)
    elif event.form in ("indefinite", "definite", "bare"):
        score += w.nameless
    if not event.name[:1].isupper():
        score += w.unnamed
    if event.block < wanted.section and not is_topic:
        score += w.section
    if event.name in people.owners:
        score += w.owned
    if event.name in people.present:
        score += w.present
    return score + w.pronoun * (event.form == "pronoun") + w.quoted * (event.form == "quoted")


def _fits(wanted: Wanted, known: str) -> float | None:
    """Score how a pronoun's gender goes with a person's; None where it can't."""
    sex = "f" if wanted.sex == "u" and wanted.female else wanted.sex
    if sex not in "mfn":
        return 0.0
    if not known:
        return 0.0 if sex != "n" else -1.0
    return WEIGHTS.gender if known == sex else None
