"""The recipe of the embedded pipeline: other looks of a sentence keep its tree whole and entities on their words."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

TRAINING = Path(__file__).resolve().parents[1] / "training"
sys.path.insert(0, str(TRAINING))

from recipe import augment  # noqa: E402
from recipe.conllu import Sentence, Token, held_out, read_silver, text_of, write_silver  # noqa: E402
from recipe.lexemes import separable, treebank_forms  # noqa: E402
from recipe.markup import parse, read_sentences  # noqa: E402
from recipe.names import Names  # noqa: E402
from teacher.entities import best_tags, spans, tags_of  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from recipe.conllu import Mention

SEEDS = range(40)
#: form, UPOS, tag, head (from 1, 0 is the root), label
ROWS = """
Gisteren ADV BW 2 advmod
zei VERB WW|pv|verl|ev 0 root
Marieke PROPN SPEC|deeleigen 2 nsubj
de PROPN SPEC|deeleigen 3 flat
Boer PROPN SPEC|deeleigen 3 flat
: PUNCT LET 7 punct
Philips PROPN N|eigen|ev|basis|onz|stan 2 ccomp
groeit VERB WW|pv|tgw|met-t 7 dep
snel ADJ ADJ|vrij|basis|zonder 8 advmod
. PUNCT LET 2 punct
"""


def make() -> Sentence:
    tokens = []
    for i, row in enumerate(ROWS.strip().splitlines()):
        form, upos, xpos, head, label = row.split()
        tokens.append(Token(form, form.lower(), upos, xpos, "", int(head) - 1 if int(head) else i, label, True))
    return Sentence("proef.p.1.s.1", 2025, "own", tokens, ((2, 5, "PERSON"), (6, 7, "ORG")))


def entity_texts(sentence: Sentence) -> list[tuple[str, str]]:
    return [(text_of(sentence.tokens[s:e]), label) for s, e, label in sentence.entities or ()]


def is_tree(sentence: Sentence) -> bool:
    heads = [token.head for token in sentence.tokens]
    roots = [i for i, head in enumerate(heads) if head == i]
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at]
        if at not in roots:
            return False
    return len(roots) == 1


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load(TRAINING / "data/names")


@pytest.mark.parametrize("seed", SEEDS)
def test_other_names_keep_the_tree_and_the_labels(names: Names, seed: int) -> None:
    sentence = make()
    augment.rename([sentence], names, lambda name: [(word, True) for word in name.split()], Random(seed))
    assert is_tree(sentence)
    assert [label for _, _, label in sentence.entities or ()] == ["PERSON", "ORG"]
    assert [t.form for t in sentence.tokens if t.form in ("zei", ":", "groeit", "snel", ".")] == [
        "zei",
        ":",
        "groeit",
        "snel",
        ".",
    ]


def test_who_was_named_in_full_keeps_the_surname(names: Names) -> None:
    for seed in SEEDS:
        first = make()
        second = Sentence("proef.p.1.s.2", 2025, "own", [Token("Marieke", "", "PROPN", "", "", 0, "root", True)])
        second.entities = ((0, 1, "PERSON"),)
        augment.rename([first, second], names, lambda name: [(w, True) for w in name.split()], Random(seed))
        name = entity_texts(first)[0][0]
        assert name == "Marieke de Boer" or name.startswith(entity_texts(second)[0][0])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "change",
    [
        augment.vary,
        augment.as_heading,
        lambda sentence, random: augment.introduce(sentence, ["wethouder"], random),
    ],
    ids=["vary", "as_heading", "introduce"],
)
def test_other_looks_keep_the_tree_and_the_entities(change: Callable[[Sentence, Random], None], seed: int) -> None:
    sentence = make()
    change(sentence, Random(seed))
    assert is_tree(sentence)
    assert [(text.lower(), label) for text, label in entity_texts(sentence)] == [
        ("marieke de boer", "PERSON"),
        ("philips", "ORG"),
    ]


def test_divided_verbs_have_the_lemma_of_what_stands_there() -> None:
    tokens = [
        Token("gaf", "toe_geven", "VERB", "", "", 0, "root", True),
        Token("toe", "toe", "ADP", "", "", 0, "compound:prt", True),
        Token("toegeven", "toe_geven", "VERB", "", "", 0, "conj", True),
    ]
    augment.leave_particles(tokens)
    assert [token.lemma for token in tokens] == ["geven", "toe", "toe_geven"]


def test_entities_by_code_points_fall_on_tokens_whatever_the_blanks() -> None:
    tokens = [Token(form, "", "", "", "", 0, "dep", form != "(") for form in ("Hoi", "(", "Jan", ")", ".")]
    for text in ("Hoi (Jan).", "Hoi ( Jan ) ."):
        start = text.index("Jan")
        assert augment.mentions(tokens, text, [(start, start + 3, "PERSON")]) == ((2, 3, "PERSON"),)


def test_the_label_of_a_turn_is_no_entity() -> None:
    assert parse("[00:12] [ANNA|PERSON]: Dag, [Jan|PERSON].").entities == ((19, 22, "PERSON"),)


def test_silver_files_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "silver.conllu.gz"
    write_silver([make()], path)
    (read,) = read_silver(path)
    assert [(t.form, t.head, t.deprel, t.space) for t in read.tokens] == [
        (t.form, t.head, t.deprel, t.space) for t in make().tokens
    ]
    assert read.entities == make().entities


def test_silver_without_entities_is_not_silver_with_none(tmp_path: Path) -> None:
    path = tmp_path / "silver.conllu.gz"
    write_silver([replace(make(), entities=None), replace(make(), entities=())], path)
    assert [sentence.entities for sentence in read_silver(path)] == [None, ()]


def test_names_of_the_sentences_join_the_lists(names: Names) -> None:
    more = names.and_those_of([make()])
    assert "Philips" in more.lists["ORG"]
    assert set(names.lists["ORG"]) <= set(more.lists["ORG"])
    assert more.surnames == names.surnames


@pytest.mark.parametrize("mentions", [(), ((0, 1, "GPE"),), ((0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "PERSON"))])
def test_entities_are_the_same_from_their_tags(mentions: tuple[Mention, ...]) -> None:
    assert tuple(spans(tags_of(5, mentions))) == mentions


def test_the_likeliest_tags_never_go_on_with_what_did_not_begin() -> None:
    tags = ["<pad>", "O", "B-ORG", "I-ORG", "I-PERSON"]
    scores = np.array([[9, 0, -1, -1, 5], [9, 0, -1, -1, 5], [9, 0, -1, 3, 2]], dtype=np.float32)
    assert best_tags(scores, tags) == ["O", "B-ORG", "I-ORG"]


def test_verbs_are_separable_by_their_participle() -> None:
    verbs = {
        "stoten": "stoten", "gestoten": "stoten", "afstoten": "afstoten", "afgestoten": "afstoten",
        "leven": "leven", "geleefd": "leven", "overleven": "overleven", "overleefd": "overleven",
        "reageren": "reageren", "geren": "geren",
    }  # fmt: skip
    assert separable({("V", form): lemma for form, lemma in verbs.items()}) == {
        ("V", "afstoten"): "af_stoten",
        ("V", "afgestoten"): "af_stoten",
    }


def test_forms_of_the_treebank_have_their_most_frequent_lemma() -> None:
    def noun(form: str, lemma: str) -> Sentence:
        return Sentence("", 2025, "", [Token(form, lemma, "NOUN", "", "", 0, "root", True)])

    clear = [noun("Banken", "bank")] * 3 + [noun("banken", "banken")]
    unclear = [noun("bos", "bos"), noun("bos", "bossen")]
    assert treebank_forms([*clear, *unclear]) == {("N", "banken"): "bank"}


def test_silver_goes_with_the_own_sentences_and_with_no_held_out_document() -> None:
    data = TRAINING / "data"
    texts = dict(pair for path in sorted(data.glob("sentences-*.txt")) for pair in read_sentences(path))
    own = list(read_silver(data / "silver-own.conllu.gz"))
    same = sum(s.id in texts and s.key == "".join(texts[s.id].text.split()) for s in own)
    assert same == len(own) == len(texts)
    assert not any(held_out(s.document) for s in read_silver(data / "silver-ud.conllu.gz"))
