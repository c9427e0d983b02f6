"""The names of the patterns by which a speaker is found, for `quotes --explain` and for whoever reads the JSON."""

from __future__ import annotations

#: Each name in `Quote.method`, and what it says. `unclosed` may follow it: no mark closes the quotation.
METHODS: dict[str, str] = {
    "own_turn": "a turn or answer that is wholly between marks: its own speaker",
    "dash_name": "a dash and a name behind it",
    "name_line": "a line behind or before it that only names somebody",
    "in_brackets": "who says it stands in brackets behind it",
    "noun_after": "a noun for somebody's words behind it: is zijn antwoord",
    "cue_inside": "a reporting clause inside dialogue that no marks set apart",
    "cue_after": "a reporting verb, aldus or volgens right behind it, with its speaker",
    "verb_after": "another verb right behind it, with a person",
    "heard": "its cue names the hearer: the other one of the sentence before",
    "passive": "its cue is passive: whoever stands behind door, else nobody",
    "interrupted": "the second half of a quotation that its cue interrupts",
    "colon_before": "a clause and a colon before it: the clause's subject",
    "colon_label": "a name and a colon before it",
    "speech_noun": "a noun for somebody's words and a colon before it",
    "written": "its words stand somewhere, nobody says them: op het bord staat",
    "continued": "the quotation of the paragraph before goes on",
    "echo": "a heading or pull quote whose words are quoted in the text: who says them there",
    "source": "volgens, aldus, in de woorden van … in its sentence",
    "own_words": "naar eigen zeggen in its sentence: the subject",
    "cue_around": "a subordinate clause around it: subject before, verb behind",
    "cue_before": "a reporting verb before it in its sentence",
    "cue_behind": "a reporting verb later in its sentence",
    "same_breath": "it follows a quotation with a cue",
    "sentence_before": "the person whom the sentence before is about",
    "sentence_after": "the person whom the sentence right behind it is about",
    "turn_taking": "no cue, paragraphs take turns: who spoke before the last speaker",
    "carried": "no cue: whoever spoke last goes on",
    "only_person": "no cue: the only person whom its sentence is about",
    "interviewee": "no cue and nobody else in play: the person interviewed",
    "term": "no speaker: a term, a title or an expression",
    "unknown": "no rule found a speaker",
}

#: The same for reported clauses (`--indirect`).
REPORTED: dict[str, str] = {
    "indirect_clause": "a reporting verb with a clause behind it: zegt dat, vraagt of",
    "indirect_source": "volgens or aldus with the clause that it is about",
    "indirect_inverted": "a clause and a reporting verb behind it: dat klopt, zegt X",
}
