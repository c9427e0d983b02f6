"""What interviews have and the treebanks don't: other names, other quotation marks, headings, capitals, rare words.

Each function takes the random numbers it uses, so that the same seed gives the same training data.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from recipe.conllu import Sentence, Token, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random

    from recipe.conllu import Mention
    from recipe.names import Names

#: Opening and closing marks of the styles that Dutch texts use; straight ones most often.
QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "”"), ("„", "“"), (",,", "''"), ("«", "»"))
_ARTICLES = ("de", "het", "een", "'t")
#: How often a mention of each label gets another name. Places and works are more often bound to their sentence.
SHARES = {"PERSON": 0.7, "ORG": 0.6, "GPE": 0.5, "PRODUCT": 0.6, "LOC": 0.3, "FAC": 0.3, "WORK_OF_ART": 0.3}

#: Most words of a heading.
HEADING = 8


def copy(sentence: Sentence) -> Sentence:
    """A sentence whose tokens can be changed."""
    return replace(sentence, tokens=[replace(token) for token in sentence.tokens])


class Words:
    """Words by kind: those that can stand for each other are alike in part of speech, tag and features."""

    KINDS = ("N|soort", "ADJ|prenom", "ADJ|vrij", "WW|vd")

    def __init__(self, sentences: Iterable[Sentence], lexicon: Iterable[tuple[str, str, str]]) -> None:
        kinds: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for sentence in sentences:
            for token in sentence.tokens:
                if self._fits(token):
                    kinds[token.upos, token.xpos].add((token.form, token.lemma))
        self._known = {kind: tuple(sorted(words)) for kind, words in kinds.items()}
        #: Words of the lexicon by tag; they are more, so that each choice is first between the two.
        self._rare: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for form, lemma, xpos in lexicon:
            self._rare[xpos].append((form, lemma))

    def _fits(self, token: Token) -> bool:
        open_class = token.upos in ("NOUN", "ADJ", "VERB") and token.xpos.startswith(self.KINDS)
        return open_class and token.form.islower() and token.form.isalpha()

    def swap(self, tokens: list[Token], share: float, random: Random) -> None:
        """Change a share of the words in place."""
        with_particle = {token.head for token in tokens if token.deprel == "compound:prt"}
        for i, token in enumerate(tokens):
            if random.random() < share and self._fits(token) and i not in with_particle:
                self._put(token, random)

    def swap_first(self, sentence: Sentence, random: Random) -> None:
        """Change the first word, if it is no name: a capital is no sign of one there."""
        token = sentence.tokens[0]
        if any(start == 0 for start, _, _ in sentence.entities or ()) or not token.form.istitle():
            return
        if token.upos in ("NOUN", "ADJ", "VERB") and token.xpos.startswith(self.KINDS):
            self._put(token, random)
            token.form = token.form[0].upper() + token.form[1:]

    def _put(self, token: Token, random: Random) -> None:
        rare = self._rare.get(token.xpos)
        words = rare if rare and random.random() < 0.5 else self._known.get((token.upos, token.xpos))
        if words:
            token.form, token.lemma = random.choice(words)


def rename(
    run: Sequence[Sentence], names: Names, tokenize: Callable[[str], list[tuple[str, bool]]], random: Random
) -> None:
    """Replace a share of the names of a run of sentences in place, the same name by the same one.

    Who was named in full and then by given name or surname alone is so again.
    A mention after an article (`de Volkskrant`, `het Rode Kruis`) stays: most names don't take one.
    """
    chosen: dict[tuple[str, str], str] = {}
    for sentence in run:
        for number in range(len(sentence.entities or ())):
            start, end, label = (sentence.entities or ())[number]
            mention = text_of(sentence.tokens[start:end])
            if (mention, label) not in chosen:
                before = sentence.tokens[start - 1].form if start else ""
                chosen[mention, label] = other = _other(mention, label, before, names, random)
                if label == "PERSON" and " " in mention and other != mention:
                    (old_given, _, old_last), (given, _, last) = mention.partition(" "), other.partition(" ")
                    chosen.setdefault((old_given, label), given)
                    chosen.setdefault((old_last, label), last)
                    chosen.setdefault((old_last[0].upper() + old_last[1:], label), last[0].upper() + last[1:])
            name = chosen[mention, label]
            if name != mention:
                _put(sentence, number, tokenize(name), label)


def introduce(sentence: Sentence, roles: Sequence[str], random: Random) -> None:
    """Put a role before the sentence's first person, in place: `Wethouder Van Dam`, where only the name is an entity.

    For entities only: the role hangs on the name, which is not how a treebank would have it.
    """
    people = [number for number, (_, _, label) in enumerate(sentence.entities or ()) if label == "PERSON"]
    if not people:
        return
    entities = list(sentence.entities or ())
    at = entities[people[0]][0]
    role = random.choice(roles)
    if at and sentence.tokens[at - 1].form[:1].isalpha():
        return
    insert(sentence, at, role if at else role[0].upper() + role[1:])


def insert(sentence: Sentence, at: int, form: str) -> None:
    """Put a word that is no entity before token `at`, in place. It hangs on that token."""
    tokens = sentence.tokens
    for token in tokens:
        token.head += token.head >= at
    tokens.insert(at, Token(form, "", "", "", "", at + 1, "dep", True))
    sentence.entities = tuple(
        (start + (start >= at), end + (end > at), label) for start, end, label in sentence.entities or ()
    )


def as_heading(sentence: Sentence, random: Random) -> None:
    """Make a short sentence look like a heading, in place: a number before it, or Every Word With A Capital."""
    if len(sentence.tokens) > HEADING:
        return
    if random.random() < 0.5:
        number = str(random.randint(1, 9))
        insert(sentence, 0, random.choice((number, f"{number}.", f"{number}.{random.randint(1, 9)}")))
    else:
        for token in sentence.tokens:
            token.form = token.form[0].upper() + token.form[1:]


def _other(mention: str, label: str, before: str, names: Names, random: Random) -> str:
    if random.random() >= SHARES.get(label, 0.0) or not mention[:1].isupper():
        return mention
    if label != "PRODUCT" and before.lower() in _ARTICLES:
        return mention
    if label == "PERSON":
        return names.person(mention, random)
    return names.other(label, random)


def _put(sentence: Sentence, number: int, words: Sequence[tuple[str, bool]], label: str) -> None:
    """Put a name's words where an entity is: the first takes the place in the tree, the others hang on it.

    An entity with more than one head outside of it is no unit of the tree, and keeps its words.
    """
    tokens, entities = sentence.tokens, list(sentence.entities or ())
    start, end, _ = entities[number]
    tops = [i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i]
    if len(tops) != 1:
        return
    top, grown = tokens[tops[0]], len(words) - (end - start)

    def moved(at: int) -> int:
        return start if start <= at < end else at + grown if at >= end else at

    gender = "onz" if label == "GPE" else "zijd"
    single = (f"N|eigen|ev|basis|{gender}|stan", f"Gender={'Neut' if gender == 'onz' else 'Com'}|Number=Sing")
    xpos, feats = single if len(words) == 1 else ("SPEC|deeleigen", "")
    new = []
    for i, (form, space) in enumerate(words):
        head = start if i or tops[0] == top.head else moved(top.head)
        known = form[0].isalpha()
        new.append(
            Token(
                form,
                form,
                "PROPN" if known else "",
                xpos if known else "",
                feats if known else "",
                head,
                "flat" if i else top.deprel,
                space,
            )
        )
    new[-1].space = tokens[end - 1].space
    for i, token in enumerate(tokens):
        if not start <= i < end:
            token.head = moved(token.head)
    sentence.tokens = [*tokens[:start], *new, *tokens[end:]]
    entities[number] = (start, start + len(new), label)
    sentence.entities = tuple(
        (s + grown, e + grown, k) if s >= end else (s, e, k)
        for s, e, k in entities[: number + 1] + entities[number + 1 :]
    )


def vary(sentence: Sentence, random: Random) -> None:
    """Change the look of a share of the sentences in place.

    Marks in another style, marks around it, no final stop, all small, all capitals.
    """
    tokens = sentence.tokens
    if random.random() < 0.6:
        _restyle(tokens, random)
    luck = random.random()
    last = len(tokens) - 1
    if luck < 0.08 and last > 1:
        _wrap(sentence, random)
    elif luck < 0.14 and tokens[-1].form == "." and tokens[-1].head != last and last > 1:
        if all(end <= last for _, end, _ in sentence.entities or ()) and all(t.head != last for t in tokens):
            tokens.pop()
    elif luck < 0.16:
        for token in tokens:
            token.form = token.form.lower()
    elif luck < 0.18:
        # A lemma can't be had from capitals by editing the ends of a word: it is left out, not learned.
        for token in tokens:
            if token.form != token.form.upper():
                token.form, token.lemma = token.form.upper(), ""


def _restyle(tokens: list[Token], random: Random) -> None:
    opening, closing = random.choice(QUOTES)
    for form in ('"', "'"):
        marks = [token for token in tokens if token.form == form and token.upos == "PUNCT"]
        if len(marks) % 2 == 0:
            for i, token in enumerate(marks):
                token.form = token.lemma = closing if i % 2 else opening


def _wrap(sentence: Sentence, random: Random) -> None:
    """Put the sentence between quotation marks that hang on its root."""
    opening, closing = random.choice(QUOTES)
    tokens = sentence.tokens
    root = next(i for i, token in enumerate(tokens) if token.head == i) + 1
    for token in tokens:
        token.head += 1
    space = tokens[-1].space
    tokens[-1].space = False
    first = Token(opening, opening, "PUNCT", "LET", "", root, "punct", False)
    last = Token(closing, closing, "PUNCT", "LET", "", root, "punct", space)
    sentence.tokens = [first, *tokens, last]
    if sentence.entities is not None:
        sentence.entities = tuple((start + 1, end + 1, label) for start, end, label in sentence.entities)


def leave_particles(tokens: list[Token]) -> None:
    """Give a divided verb the lemma of what stands there, in place: `gaf … toe` has geven, not toe_geven.

    The lemmatizer sees a few words around and mostly guesses a wrong particle; who wants it finds it by compound:prt.
    """
    for token in tokens:
        verb = tokens[token.head]
        if token.deprel == "compound:prt" and verb.lemma.startswith(f"{token.form.lower()}_"):
            verb.lemma = verb.lemma.partition("_")[2]


def mentions(tokens: Sequence[Token], text: str, entities: Iterable[tuple[int, int, str]]) -> tuple[Mention, ...]:
    """Entities in code points of `text`, as token ranges; one that cuts a token takes the whole token.

    Blanks don't count, since the vintages differ in them.
    """
    solid = [0]
    for char in text:
        solid.append(solid[-1] + (not char.isspace()))
    ends, at = [], 0
    for token in tokens:
        at += len("".join(token.form.split()))
        ends.append(at)
    found: list[Mention] = []
    for start, end, label in sorted(entities):
        first, last = bisect_right(ends, solid[start]), bisect_left(ends, solid[end])
        if first <= last < len(tokens) and (not found or first >= found[-1][1]):
            found.append((first, last + 1, label))
    return tuple(found)
