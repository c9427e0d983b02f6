"""Who says a quotation: the ordered list of small strategies. Each looks for one pattern and answers or passes.

A strategy returns a `Candidate`: a speaker with the words that name him, the cue, a confidence, and the name of the
pattern, which becomes `Quote.method`. The order is from the surest to the most general.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.attribution.around import carried, continued, interviewee, same_breath, sentence_before
from interview_cli.attribution.beside import colon_before, cue_after, cue_inside, dash_name, heard, interrupted
from interview_cli.attribution.within import cue_before, cue_behind_fragment, own_words, source_in_sentence

if TYPE_CHECKING:
    from interview_cli.attribution.scene import Strategy

#: Surest first. The first answer decides; `--explain` shows the others.
STRATEGIES: tuple[Strategy, ...] = (
    dash_name,
    cue_inside,
    cue_after,
    heard,
    interrupted,
    colon_before,
    continued,
    source_in_sentence,
    own_words,
    cue_before,
    cue_behind_fragment,
    same_breath,
    sentence_before,
    carried,
    interviewee,
)

#: Each name in `Quote.method`, and what it says. `unclosed` may follow it: no mark closes the quotation.
METHODS: dict[str, str] = {
    "dash_name": "a dash and a name behind it",
    "cue_inside": "a reporting clause inside dialogue that no marks set apart",
    "cue_after": "a reporting verb, aldus or volgens right behind it, with its speaker",
    "verb_after": "another verb right behind it, with a person",
    "heard": "its cue names the hearer: the other one of the sentence before",
    "passive": "its cue is passive: whoever stands behind door, else nobody",
    "interrupted": "the second half of a quotation that its cue interrupts",
    "colon_before": "a clause and a colon before it: the clause's subject",
    "colon_label": "a name and a colon before it",
    "speech_noun": "a noun for somebody's words and a colon before it",
    "continued": "the quotation of the paragraph before goes on",
    "source": "volgens, aldus, in de woorden van … in its sentence",
    "own_words": "naar eigen zeggen in its sentence: the subject",
    "cue_before": "a reporting verb before it in its sentence",
    "cue_behind": "a reporting verb later in its sentence",
    "same_breath": "it follows a quotation with a cue",
    "sentence_before": "the person whom the sentence before is about",
    "carried": "no cue: whoever spoke last goes on",
    "interviewee": "no cue and nobody else in play: the person interviewed",
    "term": "no speaker: a term, a title or an expression",
    "unknown": "no rule found a speaker",
}
