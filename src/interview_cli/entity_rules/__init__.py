"""The ordered rules that put a pipeline's entities right. Each is nearly always right, whatever pipeline ran.

A rule is a function from (`Text`, found) to found; `found` is ordered and disjoint before and after each rule. What
each gains and loses on annotated interviews is measured by `benchmarks/entity_rules`; a rule that doesn't pay goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_cli.entity_rules.amounts import amounts
from interview_cli.entity_rules.labels import (
    ages,
    capitals,
    datelines,
    introduced,
    joined,
    majority,
    model_numbers,
    organisations,
    places,
    quoted,
    roads_and_laws,
    short_organisations,
    with_article,
)
from interview_cli.entity_rules.people import after_titles, described, known_people, lone_given_names, with_given_names
from interview_cli.entity_rules.repeats import repeated
from interview_cli.entity_rules.spans import (
    common_nouns,
    common_words,
    inside_blocks,
    line_labels,
    no_names,
    sentences,
    title_case,
    trimmed,
)
from interview_cli.entity_rules.text import Found, Text

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RULES", "Found", "Text"]

#: In this order: first spans, then people, then labels, then repeats of what is certain by now.
RULES: tuple[Callable[[Text, tuple[Found, ...]], tuple[Found, ...]], ...] = (
    inside_blocks,
    trimmed,
    sentences,
    no_names,
    common_words,
    common_nouns,
    line_labels,
    title_case,
    organisations,
    joined,
    model_numbers,
    roads_and_laws,
    datelines,
    capitals,
    introduced,
    after_titles,
    with_given_names,
    described,
    known_people,
    lone_given_names,
    places,
    with_article,
    majority,
    short_organisations,
    quoted,
    repeated,
    ages,
    amounts,
)
