"""spaCy's Dutch tokenizer, which a saved pipeline doesn't have to bring: it is made from the language's own rules.

Reading its thousands of special cases a second time would take half of the time of loading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from spacy.language import Language


class LanguageTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokenizer that is always its language's, so nothing of it is written or read."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LanguageTokenizer:
        """Read nothing."""
        return self


@registry.tokenizers("interview.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return what makes the tokenizer of a pipeline, with the rules that spaCy's own would have."""

    def make(nlp: Language) -> Tokenizer:
        rules: Any = nlp.Defaults
        return LanguageTokenizer(
            nlp.vocab,
            rules=rules.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(rules.prefixes).search,
            suffix_search=compile_suffix_regex(rules.suffixes).search,
            infix_finditer=compile_infix_regex(rules.infixes).finditer,
            token_match=rules.token_match,
            url_match=rules.url_match,
        )

    return make
