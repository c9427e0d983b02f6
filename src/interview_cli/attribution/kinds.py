"""Telling whole utterances, quoted fragments and terms apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.lexicon.cues import CALLED, NAMING_WORDS
from interview_cli.lexicon.verbs import reporting_verbs
from interview_cli.lexicon.works import NAMED_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word
    from interview_cli.model import Candidate, Cue, QuoteKind

#: Words in an expression, at the most.
_FEW = 3
#: Words in a name, at the most.
_NAME = 8
_FINAL = (".", "?", "!", "…", "...")


def is_naming(words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether the sentence says that the quotation is a name or an expression."""
    before = [words[at].lower for at in setting.left[-4:]]
    clause = [words[at].lower for at in (*setting.left[-8:], *setting.right[:4])]
    if "eigen" not in before and any(map(_names, before[-2:])):
        return True
    called = not CALLED.isdisjoint(clause) and length(words, setting) <= _NAME
    himself = "zichzelf" in clause and any(word.startswith("noem") for word in clause)
    return called or himself or is_title_case(words, setting)


def _names(word: str) -> bool:
    """Tell whether a word right before it says that a quotation is a name: zogenaamd, het woord, in andere termen."""
    return word in NAMING_WORDS or (word.endswith(("woorden", "termen")) and word != "antwoorden")


def is_work(text: str, words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether the quotation is a work's title: `het boek "Poot geven"`, `"Rood en verder", het boek dat …`."""
    inner = setting.quotation.span.of(text)
    if not inner[:1].isupper() or inner.rstrip().endswith(_FINAL):
        return False
    near = [words[at].lower for at in setting.left[-2:]]
    if near and (near[-1] in NAMED_NOUNS or (near[-1] in ("van", ",") and near[0] in NAMED_NOUNS)):
        return True
    behind = [words[at].lower for at in setting.right[:3]]
    return len(behind) == 3 and behind[0] == "," and behind[1] in ("het", "de", "een") and behind[2] in NAMED_NOUNS


def is_title_case(words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether two or more words all have capitals, as in a title: "Max Havelaar" (not in a Title Case heading)."""
    inside = words[setting.first : setting.last]
    content = [word for word in inside if word.text[:1].isalpha()]
    if any(word.ends_sentence for word in inside):
        return False  # "Met Zieuwent?"
    return len(content) > 1 and all(word.capital for word in content) and setting.block.kind not in ("heading", "title")


def length(words: Sequence[Word], setting: Setting) -> int:
    """Return how many words stand between the marks."""
    return sum(any(c.isalnum() for c in word.text) for word in words[setting.first : setting.last])


def is_attributive(words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether a short quotation stands between a determiner and its noun: De 'slimme' koelkast."""
    if length(words, setting) > 2 or not setting.left or not setting.right:
        return False
    return words[setting.left[-1]].pos in ("DET", "PRON", "ADJ") and words[setting.right[0]].pos in ("NOUN", "PROPN")


def is_glued(text: str, words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether a hyphen ties a short quotation to another word: AI-"vrienden", "Big Bang"-singulariteit."""
    outer = setting.quotation.outer
    tied = text[outer.start - 1 : outer.start] in ("-", "‑") or text[outer.end : outer.end + 1] in ("-", "‑")
    return tied and length(words, setting) <= _FEW


def looks_direct(text: str, words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether the quotation is an utterance by its form: it opens a sentence, or ends as one."""
    inner = setting.quotation.span.of(text).strip()
    final = inner.endswith(_FINAL)
    capital = inner[:1].isupper() or inner[:1] in "'’‘…"
    colon = bool(setting.left) and words[setting.left[-1]].text == ":"
    if colon:
        return (capital and (final or _has_verb(words, setting))) or (final and _has_verb(words, setting))
    if setting.opens_sentence:
        return True
    return capital and final and length(words, setting) > 2 and not setting.right[1:]


def _has_verb(words: Sequence[Word], setting: Setting) -> bool:
    return any(words[at].pos in ("VERB", "AUX") for at in range(setting.first, setting.last))


def kind_of(
    text: str, words: Sequence[Word], setting: Setting, candidate: Candidate | None, *, earlier_kind: QuoteKind | None
) -> QuoteKind:
    """Return the kind of a quotation, given what was found out about its speaker.

    `earlier_kind` is the kind of the quotation before it in the same sentence.
    """
    method = candidate.method if candidate else ""
    if earlier_kind == "direct" and method == "interrupted" and not is_title_case(words, setting):
        return "direct"
    beside = method in ("cue_after", "verb_after", "dash_name", "cue_inside", "heard", "passive")
    if is_work(text, words, setting) or (is_naming(words, setting) and not beside):
        return "term"
    if is_attributive(words, setting) or is_glued(text, words, setting):
        return "term"
    if looks_direct(text, words, setting) and (beside or length(words, setting) > 2 or not setting.right):
        return "direct"
    if earlier_kind == "term" and [words[at].lower for at in setting.left] in (["en"], ["of"], [","]):
        return "term"
    if method == "unknown" and length(words, setting) <= _FEW and not _has_verb(words, setting):
        return "term"  # a few words that nobody in sight says
    governed = candidate is not None and candidate.cue is not None and is_governed(words, setting, candidate.cue)
    return "term" if not governed and is_label(words, setting) else "fragment"


def is_governed(words: Sequence[Word], setting: Setting, cue: Cue) -> bool:
    """Tell whether a cue makes even one word somebody's: noemt dat "…", spreekt van "…"; not: dacht dat "…" was."""
    if length(words, setting) > 1 or not setting.left:
        return True
    if cue.lemma == "noemen" and words[setting.first + 1 : setting.last] and words[setting.first + 1].capital:
        return False  # een kastje dat ze "Harry" noemt
    judges = {verb.lemma for verb in reporting_verbs() if verb.kind == "judge"}
    return cue.lemma in judges or words[setting.left[-1]].lower in ("van", "over", "voor", "als", "op", "een", "met")


def is_label(words: Sequence[Word], setting: Setting) -> bool:
    """Tell whether a quotation that no cue governs is too little to be somebody's words: a noun or adjective alone.

    In headings and lists, where the writer sums up, two words are still too little.
    """
    inner = words[setting.first : setting.last]
    content = [word for word in inner if any(c.isalnum() for c in word.text)]
    if len(content) == 1:
        return content[0].pos not in ("VERB", "AUX")
    return len(content) == 2 and setting.block.kind in ("heading", "list_item", "list_label", "title")
