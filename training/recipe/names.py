"""Names to put in the place of others: common ones from lists, rare ones from longer lists, and made-up ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recipe import coin
from recipe.conllu import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from random import Random

    from recipe.conllu import Sentence

#: How often a name comes from the list of rare ones, and how often an organisation or product is made up.
RARE, COINED = 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Names:
    """Name lists by type; `lists` maps an entity label to replacements for a whole mention."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    rare_given: tuple[str, ...]
    rare_surnames: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]
    rare: dict[str, tuple[str, ...]]
    roles: tuple[str, ...]

    @classmethod
    def load(cls, folder: Path) -> Names:
        """Read `names/*.txt`, one name a line."""

        def lines(*stems: str) -> tuple[str, ...]:
            return tuple(
                line
                for stem in stems
                for line in (folder / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
                if line and not line.startswith("#")
            )

        return cls(
            given=lines("given-female", "given-male", "given-neutral"),
            surnames=lines("surnames"),
            rare_given=lines("given-more"),
            rare_surnames=lines("surnames-more"),
            lists={
                "GPE": lines("gpe"),
                "ORG": lines("orgs"),
                "PRODUCT": lines("products"),
                "LOC": lines("loc"),
                "FAC": lines("fac"),
                "WORK_OF_ART": lines("works"),
                "EVENT": lines("events"),
            },
            rare={"GPE": lines("gpe-more"), "FAC": lines("fac-more")},
            roles=lines("roles"),
        )

    def and_those_of(self, sentences: Iterable[Sentence]) -> Names:
        """Names of things and places that the sentences have, added to the lists."""
        found = {label: set(names) for label, names in self.lists.items()}
        for sentence in sentences:
            for start, end, label in sentence.entities or ():
                name = text_of(sentence.tokens[start:end])
                if label in found and name[:1].isupper():
                    found[label].add(name)
        return replace(self, lists={label: tuple(sorted(names)) for label, names in found.items()})

    def given_name(self, random: Random) -> str:
        """Mostly a common one."""
        return random.choice(self.rare_given if random.random() < RARE else self.given)

    def surname(self, random: Random) -> str:
        """With its particle, if any: the common ones carry theirs."""
        if random.random() >= RARE:
            return random.choice(self.surnames)
        name = random.choice(self.rare_surnames)
        return f"{coin.particle(random)} {name}" if random.random() < 0.12 else name

    def person(self, like: str, random: Random) -> str:
        """A person's name with as many parts as `like`: a single name is a given name or a surname."""
        if " " in like:
            given = self.given_name(random)
            luck = random.random()
            if luck < 0.08:
                given = given[0] + "."
            elif luck < 0.10:
                given = f"{given[0]}.{random.choice('ABCDEFGHJKLMPRSTW')}."
            elif luck < 0.12:
                given = f"{given}-{self.given_name(random)}"
            last = self.surname(random)
            return f"{given} {last}-{self.surname(random)}" if random.random() < 0.02 else f"{given} {last}"
        name = self.given_name(random) if random.random() < 0.5 else self.surname(random)
        return name[0].upper() + name[1:]

    def other(self, label: str, random: Random) -> str:
        """Another name for a mention of a label other than PERSON."""
        if label == "ORG" and random.random() < COINED:
            return coin.organisation(random, self.surname(random), random.choice(self.lists["GPE"]))
        if label == "PRODUCT" and random.random() < COINED:
            return coin.product(random)
        if label in self.rare and random.random() < RARE:
            return random.choice(self.rare[label])
        return random.choice(self.lists[label])
