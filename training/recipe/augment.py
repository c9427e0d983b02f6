"""What interviews have and the treebanks don't: other names, other quotation marks, headings, capitals.

Each function takes the random numbers it uses, so that the same seed gives the same training data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recipe import coin
from recipe.conllu import Token
from recipe.markup import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

#: Opening and closing marks of the styles that Dutch texts use; straight ones most often.
QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "”"), ("„", "“"), (",,", "''"), ("«", "»"))
_ARTICLES = ("de", "het", "een", "'t")
_SEPARATORS = (" ", " ", " ", " ", "\n", "\n\n")


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
        )

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


#: How often a mention of each label gets another name. Places and works are more often bound to their sentence.
SHARES = {"PERSON": 0.7, "ORG": 0.6, "GPE": 0.5, "PRODUCT": 0.6, "LOC": 0.3, "FAC": 0.3, "WORK_OF_ART": 0.4}


def rename(passage: Passage, names: Names, random: Random) -> Passage:
    """Replace a share of the names by others of their type, the same name by the same one.

    Who was named in full and then by given name or surname alone is so again.
    A mention after an article (`de Volkskrant`, `het Rode Kruis`) stays: most names don't take one.
    """
    chosen: dict[tuple[str, str], str] = {}
    text, entities, at = "", [], 0
    for start, end, label in sorted(passage.entities):
        if start < at:
            continue
        text += passage.text[at:start]
        mention = passage.text[start:end]
        if (mention, label) not in chosen:
            chosen[mention, label] = other = _other(mention, label, text, names, random)
            if label == "PERSON" and " " in mention:
                (old_given, _, old_last), (given, _, last) = mention.partition(" "), other.partition(" ")
                chosen.setdefault((old_given, label), given)
                chosen.setdefault((old_last, label), last)
                chosen.setdefault((old_last[0].upper() + old_last[1:], label), last[0].upper() + last[1:])
        name = chosen[mention, label]
        entities.append((len(text), len(text) + len(name), label))
        text += name
        at = end
    return Passage(passage.document, text + passage.text[at:], tuple(entities))


def _other(mention: str, label: str, before: str, names: Names, random: Random) -> str:
    if random.random() >= SHARES.get(label, 0.0) or not mention[:1].isupper():
        return mention
    words = before.split()
    if label != "PRODUCT" and words and words[-1].lower() in _ARTICLES:
        return mention
    if label == "PERSON":
        return names.person(mention, random)
    return names.other(label, random)


def join(passages: Sequence[Passage], random: Random) -> Passage:
    """One passage of several, with blanks or line ends between them."""
    text, entities = "", []
    for i, passage in enumerate(passages):
        text += random.choice(_SEPARATORS) if i else ""
        entities += [(start + len(text), end + len(text), label) for start, end, label in passage.entities]
        text += passage.text
    return Passage(passages[0].document, text, tuple(entities))


def vary(passage: Passage, random: Random) -> Passage:
    """Change the look of a share of the passages: marks around it, no final stop, all small, all capitals."""
    text, entities = passage.text, passage.entities
    if '"' in text and random.random() < 0.6:
        text = _restyle(text, random)
    luck = random.random()
    if luck < 0.10:
        opening, closing = random.choice(QUOTES)
        text = f"{opening}{text}{closing}"
        entities = tuple((s + len(opening), e + len(opening), label) for s, e, label in entities)
    elif luck < 0.16 and text.endswith(".") and all(end < len(text) for _, end, _ in entities):
        text = text[:-1]
    elif luck < 0.18:
        text = _same_length(text, text.lower())
    elif luck < 0.20:
        text = _same_length(text, text.upper())
    return Passage(passage.document, text, entities)


def _restyle(text: str, random: Random) -> str:
    """Straight double marks, in turn opening and closing, in another style of the same length."""
    opening, closing = random.choice([pair for pair in QUOTES if len(pair[0]) == 1])
    parts = text.split('"')
    return "".join(part + (closing if i % 2 else opening) for i, part in enumerate(parts[:-1])) + parts[-1]


def _same_length(text: str, changed: str) -> str:
    return changed if len(changed) == len(text) else text


def vary_tokens(tokens: list[Token], random: Random) -> list[Token]:
    """The same for a parsed sentence: marks in another style, marks around it, no final stop, small, capitals."""
    tokens = [Token(t.form, t.lemma, t.upos, t.xpos, t.feats, t.head, t.deprel, t.space) for t in tokens]
    if random.random() < 0.6:
        _restyle_tokens(tokens, random)
    luck = random.random()
    if luck < 0.08 and len(tokens) > 2:
        return _wrap(tokens, random)
    if luck < 0.14 and tokens[-1].form == "." and tokens[-1].head != len(tokens) - 1 and len(tokens) > 2:
        tokens.pop()
    elif luck < 0.16:
        for token in tokens:
            token.form = token.form.lower()
    elif luck < 0.18:
        # A lemma can't be had from capitals by editing the ends of a word: it is left out, not learned.
        for token in tokens:
            if token.form != token.form.upper():
                token.form, token.lemma = token.form.upper(), ""
    return tokens


def _restyle_tokens(tokens: list[Token], random: Random) -> None:
    opening, closing = random.choice(QUOTES)
    for form in ('"', "'"):
        marks = [token for token in tokens if token.form == form and token.upos == "PUNCT"]
        if len(marks) % 2 == 0:
            for i, token in enumerate(marks):
                token.form = token.lemma = closing if i % 2 else opening


def _wrap(tokens: list[Token], random: Random) -> list[Token]:
    """Put the sentence between quotation marks that hang on its root."""
    opening, closing = random.choice(QUOTES)
    root = next(i for i, token in enumerate(tokens) if token.head == i) + 1
    for token in tokens:
        token.head += 1
    tokens[-1].space = False
    first = Token(opening, opening, "PUNCT", "LET", "", root, "punct", False)
    last = Token(closing, closing, "PUNCT", "LET", "", root, "punct", True)
    return [first, *tokens, last]
