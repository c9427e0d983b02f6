"""The lemmatizer of the embedded pipeline: spaCy's trainable one, corrected by a table and by rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

from interview_cli.dutch.lemmas import Lemmas
from interview_cli.dutch.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token
    from thinc.api import Model

#: UD's relation of a particle to its verb.
PARTICLE = "compound:prt"
#: The table's file in the component's folder.
FILE = "table"


class DutchLemmatizer(EditTreeLemmatizer):
    """A trained lemmatizer with a table beside its model. It reads parts of speech and the tree."""

    lemmas = Lemmas(Table.of({}))

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Any) -> None:  # noqa: ANN401 (as in spaCy)
        """Set the lemma of every token; one that is set already stands, unless `overwrite`."""
        docs = list(docs)
        unset = [[token for token in doc if self.overwrite or not token.lemma] for doc in docs]
        super().set_annotations(docs, batch_tree_ids)
        for doc, tokens in zip(docs, unset, strict=True):
            particles = {token.head.i: token.lower_ for token in doc if token.dep_ == PARTICLE}
            for token in tokens:
                token.lemma_ = self.lemmas.of(
                    token.text, token.pos_, token.lemma_, particle=particles.get(token.i, ""), initial=_initial(token)
                )

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Write model, trees and table."""
        super().to_disk(path, exclude)  # type: ignore[no-untyped-call]
        (Path(path) / FILE).write_bytes(self.lemmas.table.to_bytes())

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> DutchLemmatizer:
        """Read model, trees and table."""
        super().from_disk(path, exclude)  # type: ignore[no-untyped-call]
        self.lemmas = Lemmas(Table((Path(path) / FILE).read_bytes()))
        return self


def _initial(token: Token) -> bool:
    """Whether the word begins its sentence, but for marks."""
    doc, at = token.doc, token.i
    while at and not doc[at].is_sent_start and doc[at - 1].is_punct:
        at -= 1
    return not at or bool(doc[at].is_sent_start)


@Language.factory(
    "interview_lemmatizer",
    assigns=["token.lemma"],
    requires=["token.pos", "token.dep"],
    default_config={
        "model": {
            "@architectures": "spacy.Tagger.v2",
            "nO": None,
            "normalize": False,
            "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"},
        },
        "backoff": "orth",
        "min_tree_freq": 3,
        "overwrite": False,
        "top_k": 1,
    },
    default_score_weights={"lemma_acc": 1.0},
)
def make_lemmatizer(
    nlp: Language, name: str, model: Model[Any, Any], backoff: str, min_tree_freq: int, overwrite: bool, top_k: int
) -> DutchLemmatizer:
    """Make the component; its options are those of spaCy's `trainable_lemmatizer`."""
    return DutchLemmatizer(
        nlp.vocab, model, name, backoff=backoff, min_tree_freq=min_tree_freq, overwrite=overwrite, top_k=top_k
    )
