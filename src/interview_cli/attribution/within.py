"""Strategies for what stands elsewhere in a quotation's sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.attribution import cues
from interview_cli.attribution.phrases import phrase_at
from interview_cli.attribution.scene import candidate_of, clause_subject, sentence_left, subject_of
from interview_cli.lexicon.cues import BECOMING, INSCRIBED, OWN_WORDS, POSSESSIVES, RECEIVING, RELATIVES
from interview_cli.model import Candidate, Cue, Span

#: A relative clause opens among so many words before the quotation.
_CLAUSE = 9

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.attribution.scene import Scene
    from interview_cli.attribution.setting import Setting
    from interview_cli.attribution.words import Word


def source_in_sentence(scene: Scene, setting: Setting) -> Candidate | None:
    """`volgens X "…"`, `"…" is volgens hem …`, `in de woorden van X, "…"`."""
    words = scene.words
    for side in (tuple(reversed(setting.left)), setting.right):
        for at in side:
            if words[at].text in (";", ":") and side is setting.right:
                break
            source = cues.source_phrase(words, at, end=max(side) + 1)
            if source is not None and not (side is not setting.right and _says_himself(scene, setting, at)):
                answer = candidate_of(scene, "source", source[1], source[0], 0.9)
                if answer is not None:
                    return answer
    return None


def _says_himself(scene: Scene, setting: Setting, source: int) -> bool:
    """Tell whether somebody says it between the source and the quotation: `volgens X vraagt hij of het "…" kan`."""
    between = [at for at in setting.left if at > source]
    found = cues.last_verb_cue(scene.words, between)
    if found is None or found.passive:
        return False
    subject = cues.subject_behind(scene.words, found.word, end=setting.left[-1] + 1)
    return subject is not None and scene.discourse.at(subject.head) is not None


def cue_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`X noemt dat "…"`, `X zei dat hij "…" was`: the nearest reporting verb before it in its sentence."""
    words = scene.words
    idiom = cues.idiom(words, setting.left)
    if idiom is not None:
        answer = clause_subject(scene, setting.left, "cue_before", 0.9, cue=idiom)
        if answer is not None:
            return answer
    whole = sentence_left(scene, setting)
    for window in (_own_clause(words, setting.left), setting.left, whole):
        found = cues.last_verb_cue(words, window)
        if found is None or found.passive:
            continue
        for reach in (window, whole):
            subject = subject_of(scene, found.word, reach)
            answer = candidate_of(scene, "cue_before", subject, found.cue(words), 0.88)
            if answer is not None:
                return answer
    return None


def cue_around(scene: Scene, setting: Setting) -> Candidate | None:
    """`iets wat zij "…" noemt`: a subordinate clause has its subject before and its verb behind."""
    words, left, right = scene.words, sentence_left(scene, setting), setting.right
    if not left or not right:
        return None
    opened = [at for at in left[-_CLAUSE:] if words[at].lower in RELATIVES]
    found = cues.verb_cue(words, right[0], right, beside=True)
    if not opened or found is None or found.passive or found.verb.kind == "hear" or not found.verb.strong:
        return None
    if any(words[at].lower in BECOMING for at in left[-_CLAUSE:]):
        return None  # een brief waarin ik "…" word genoemd
    behind = cues.subject_behind(words, right[0], end=right[-1] + 1)
    if behind is not None and behind.first == right[0] + 1:
        return None  # `"…", noemt zij het`
    for first in range(opened[-1] + 1, left[-1] + 1):
        phrase = phrase_at(words, first, end=left[-1] + 1)
        if phrase is not None:
            return candidate_of(scene, "cue_around", phrase, found.cue(words), 0.88)
    return None


def parenthesis(scene: Scene, setting: Setting) -> Candidate | None:
    """`Daarmee had hij, zo besluit X, "…"`: a reporting clause between commas before it."""
    words = scene.words
    for place, at in enumerate(setting.left[1:], start=1):
        before = words[setting.left[place - 1]]
        if before.text != "," and not (
            before.lower == "zo" and place > 1 and words[setting.left[place - 2]].text == ","
        ):
            continue
        found = cues.verb_cue(words, at, setting.left, beside=True)
        subject = phrase_at(words, at + 1, end=setting.left[-1] + 1) if found is not None else None
        if found is None or subject is None or subject.last >= len(words) or words[subject.last].text != ",":
            continue
        return candidate_of(scene, "cue_before", subject, found.cue(words), 0.9)
    return None


def heard_before(scene: Scene, setting: Setting) -> Candidate | None:
    """`kreeg hij van de fysiotherapeut te horen dat hij "…"`: from whom somebody hears it."""
    words, left = scene.words, sentence_left(scene, setting)
    told = next((at for at in left if words[at].lower in ("horen", "verstaan") and words[at - 1].lower == "te"), None)
    if told is None or not any(words[at].lower in RECEIVING for at in left):
        return None
    cue = Cue(words[told].span, "te horen krijgen")
    for at in left:
        if words[at].lower in ("van", "bij"):
            phrase = phrase_at(words, at + 1, end=left[-1] + 1, oblique=True)
            if (answer := candidate_of(scene, "heard", phrase, cue, 0.88)) is not None:
                return answer
    return Candidate("heard", None, None, cue, 0.7)


def _own_clause(words: Sequence[Word], left: Sequence[int]) -> Sequence[int]:
    """Cut off what stands before the last semicolon or comma with a coordinator behind it."""
    for place in range(len(left) - 1, -1, -1):
        if words[left[place]].text == ";":
            return left[place + 1 :]
    return left


def cue_behind_fragment(scene: Scene, setting: Setting) -> Candidate | None:
    """`Dat er "…" bestaat, tekent hij daarbij aan`: a reporting verb later in the sentence."""
    words = scene.words
    found = cues.first_verb_cue(words, setting.right)
    if found is None or found.passive or found.verb.kind == "hear":
        return None
    subject = cues.subject_behind(words, found.word, end=setting.right[-1] + 1)
    if subject is None or scene.discourse.at(subject.head) is None:
        subject = subject_of(scene, found.word, setting.right)
    return candidate_of(scene, "cue_behind", subject, found.cue(words), 0.8)


def _unowned(word: str) -> str:
    """Return the word, any possessive pronoun as `hun`."""
    return "hun" if word in POSSESSIVES else word


def own_words(scene: Scene, setting: Setting) -> Candidate | None:
    """`is naar eigen zeggen "…"`: the subject of the clause."""
    words = scene.words
    for at in setting.left:
        for phrase in OWN_WORDS:
            if (
                _unowned(words[at].lower) == phrase[0]
                and tuple(_unowned(word.lower) for word in words[at : at + len(phrase)]) == phrase
            ):
                cue = Cue(Span(words[at].start, words[at + len(phrase) - 1].end), " ".join(phrase))
                return clause_subject(scene, setting.left, "own_words", 0.9, cue=cue)
    return None


def inscribed(scene: Scene, setting: Setting) -> Candidate | None:
    """`een briefje met "…"`, `met als onderwerp "…"`: the words stand on something, nobody says them."""
    words, left = scene.words, setting.left
    if len(left) < 2:
        return None
    thing = left[-2] if words[left[-1]].lower in ("met", "waarop") else left[-1]
    if not words[thing].lower.endswith(INSCRIBED) or words[thing].pos != "NOUN":
        return None
    return Candidate("written", None, None, Cue(words[thing].span, words[thing].lemma), 0.75)
