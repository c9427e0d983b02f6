"""Who says a quotation: the ordered list of small strategies. Each looks for one pattern and answers or passes.

A strategy returns a `Candidate`: a speaker with the words that name him, the cue, a confidence, and the name of the
pattern, which becomes `Quote.method`. The order is from the surest to the most general.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.attribution.around import (
    answering,
    carried,
    continued,
    echo,
    interviewee,
    only_person,
    own_turn,
    same_breath,
    sentence_after,
    sentence_before,
    turn_taking,
)
from interview_cli.attribution.beside import (
    colon_before,
    cue_after,
    cue_inside,
    dash_name,
    heard,
    in_brackets,
    interrupted,
    name_line,
    noun_after,
)
from interview_cli.attribution.within import (
    cue_around,
    cue_before,
    cue_behind_fragment,
    heard_before,
    inscribed,
    own_words,
    parenthesis,
    source_in_sentence,
)

if TYPE_CHECKING:
    from interview_cli.attribution.scene import Strategy

#: Surest first. The first answer decides; `--explain` shows the others.
STRATEGIES: tuple[Strategy, ...] = (
    echo,
    own_turn,
    dash_name,
    name_line,
    in_brackets,
    cue_inside,
    noun_after,
    cue_after,
    heard,
    interrupted,
    colon_before,
    continued,
    source_in_sentence,
    own_words,
    heard_before,
    parenthesis,
    cue_around,
    cue_before,
    cue_behind_fragment,
    inscribed,
    same_breath,
    answering,
    sentence_before,
    sentence_after,
    turn_taking,
    carried,
    only_person,
    interviewee,
)
#: Those whose speaker the text names beside or within.
EXPLICIT = STRATEGIES[: STRATEGIES.index(same_breath) + 1]
