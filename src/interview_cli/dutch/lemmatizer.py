"""The lemmatizer of the embedded pipeline: spaCy's trainable one, corrected by a table and by rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.symbols import ADJ
from srsly import msgpack_dumps, msgpack_loads  # type: ignore[import-untyped]

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

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Return the likeliest edit tree of every token, (tokens,) a document, whether it fits the word or not."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [np.zeros(0, dtype=int) for _ in docs]
        labels = np.array(self.cfg["labels"])
        return [labels[self.numpy_ops.asarray(scores).argmax(axis=1)] for scores in self.model.predict(docs)]

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Any) -> None:  # noqa: ANN401 (as in spaCy)
        """Set the lemma of every token; one that is set already stands, unless `overwrite`."""
        known: dict[tuple[Any, ...], int] = {}
        for doc, trees in zip(docs, batch_tree_ids, strict=True):
            words = doc.to_array([ORTH, POS, DEP, LEMMA]).tolist()
            divided = doc.vocab.strings.as_int(PARTICLE)
            particles = {doc[i].head.i: doc[i].lower_ for i, (_, _, dep, _) in enumerate(words) if dep == divided}
            for i, (orth, pos, _, lemma) in enumerate(words):
                if lemma and not self.overwrite:
                    continue
                particle, initial = particles.get(i, ""), pos == ADJ and _initial(doc[i])
                key = (orth, pos, trees[i], particle, initial)
                if key not in known:
                    known[key] = self._lemma(doc[i], int(trees[i]), particle, initial=initial)
                doc[i].lemma = known[key]

    def _lemma(self, token: Token, tree: int, particle: str, *, initial: bool) -> int:
        """The lemma as a key of the string store."""
        guess = self.trees.apply(tree, token.text)
        if guess is None:
            guess = token.text if self.backoff is None else str(getattr(token, f"{self.backoff}_"))
        lemma = self.lemmas.of(token.text, token.pos_, guess, particle=particle, initial=initial)
        return token.vocab.strings.add(lemma)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return model, trees and table."""
        trained = super().to_bytes(exclude=exclude)  # type: ignore[no-untyped-call]
        return bytes(msgpack_dumps({"trained": trained, FILE: self.lemmas.table.to_bytes()}))

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> DutchLemmatizer:
        """Read what `to_bytes` returned."""
        parts = msgpack_loads(bytes_data)
        super().from_bytes(parts["trained"], exclude=exclude)  # type: ignore[no-untyped-call]
        self.lemmas = Lemmas(Table(parts[FILE]))
        return self

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
    """Make the component; its options are those of spaCy's `trainable_lemmatizer`, but `top_k` changes nothing."""
    return DutchLemmatizer(
        nlp.vocab, model, name, backoff=backoff, min_tree_freq=min_tree_freq, overwrite=overwrite, top_k=top_k
    )
