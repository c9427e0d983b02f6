"""Transcripts: which lines open a turn.

`label: text` is common in prose too (`Let op: …`), so a label needs evidence from the document: it recurs, or labels of
one kind alternate.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from interview_cli.structure.marks import read, read_bare
from interview_cli.structure.signs import read_sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.structure.lines import Line
    from interview_cli.structure.marks import Mark

#: Of the lines between the first and the last turn, so many open one where labels look like words: with a known name
#: among them (a turn can have several paragraphs or be wrapped), and without.
_SHARE, _LARGE_SHARE = 0.15, 0.7
#: A label without a colon has no more words, and of all lines at least so many are one.
_BARE_WORDS, _BARE_SHARE = 3, 0.2
#: So many of those lines open one in a conversation whose turns have one paragraph each.
_DENSE = 0.8


def find(lines: Sequence[Line]) -> Mapping[int, Mark]:
    """Return the marks of the lines that open a turn, by the number of the line."""
    candidates = {
        number: mark
        for number, line in enumerate(lines)
        if (mark := read(line.text)) is not None and not (mark.alone and _before_item(lines, number))
    }
    if len(candidates) < 2:
        return _bare(lines)
    counts = Counter(mark.key for mark in candidates.values())
    speakers = {key for key, count in counts.items() if count > 1}
    if not _is_conversation(candidates, speakers):
        speakers = _short_conversation(lines, candidates)
    return _with_single_turns(candidates, speakers) if speakers else _bare(lines)


def _bare(lines: Sequence[Line]) -> dict[int, Mark]:
    """Return the names and roles that stand alone on their lines without a colon, what is said below each.

    Two speakers take turns, each more than once, and every line that could be a label is one of theirs.
    """
    marks = {
        number: mark
        for number, line in enumerate(lines[:-1])
        if line.words <= _BARE_WORDS and not line.end_mark and not _before_item(lines, number)
        and (mark := read_bare(line.text)) is not None
    }  # fmt: skip
    counts = Counter(mark.key for mark in marks.values())
    speakers = {key for key, count in counts.items() if count > 1}
    if len(speakers) < 2 or len(speakers) < len(counts) or len(marks) < _BARE_SHARE * len(lines):
        return {}
    alternate = all(later > number + 1 for number, later in pairwise(marks))
    sure = all(mark.style in ("role", "code") or _has_given_name(mark) for mark in marks.values())
    return marks if alternate and sure else {}


def _before_item(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a list item follows: what stands on this line is the label of a list."""
    return number + 1 < len(lines) and read_sign(lines[number + 1].text) is not None


def _is_conversation(candidates: Mapping[int, Mark], speakers: set[str]) -> bool:
    """Tell whether the labels that recur are those of speakers.

    Time stamps, roles, codes and capitals say so by themselves. Words with a capital need a share of the lines: a
    small one if one of them is a known name, a large one if none is (`Inzicht: …`, `Actie: …`).
    """
    marks = [mark for mark in candidates.values() if mark.key in speakers]
    if sum(mark.timestamp is not None for mark in marks) > 1:
        return True
    marks = [mark for mark in marks if mark.style != "phrase"]
    if not marks or len({mark.key for mark in candidates.values()}) < 2:
        return False
    if all(mark.style in ("exchange", "code", "role", "capitals") for mark in marks):
        return True
    numbers = [number for number, mark in candidates.items() if mark.key in speakers]
    share = len(marks) / (numbers[-1] - numbers[0] + 1)
    return share >= (_SHARE if any(map(_is_surely_speaker, marks)) else _LARGE_SHARE)


def _short_conversation(lines: Sequence[Line], candidates: Mapping[int, Mark]) -> set[str]:
    """Return the labels of a conversation in which each speaks once: close together, and unmistakably speakers."""
    said = {number for number, mark in candidates.items() if mark.alone or lines[number].is_sentence}
    if not said:
        return set()  # spares reading the table of names
    sure = {number: mark for number, mark in candidates.items() if _is_surely_speaker(mark, alone=True)}
    keys = {mark.key for mark in sure.values()}
    if len(keys) < 2 or not any(_has_given_name(mark) or mark.style in ("role", "code") for mark in sure.values()):
        return set()
    numbers = list(sure)
    close = numbers[-1] - numbers[0] + 1 <= 2 * len(numbers)
    return keys if close and 2 * len(said & sure.keys()) >= len(sure) else set()


def _with_single_turns(candidates: Mapping[int, Mark], speakers: set[str]) -> dict[int, Mark]:
    """Add, within the conversation, the labels that occur once: somebody from the audience has one turn."""
    numbers = [number for number, mark in candidates.items() if mark.key in speakers]
    styles = {mark.style for number, mark in candidates.items() if mark.key in speakers}
    timed = any(candidates[number].timestamp for number in numbers)
    first, last = numbers[0], numbers[-1]
    dense = len(numbers) >= _DENSE * (last - first + 1)
    found: dict[int, Mark] = {}
    for number, mark in candidates.items():
        own = mark.key in speakers or _is_longer(mark.key, speakers)
        near = mark.style == "code" or first - 1 <= number <= last + 1
        inside = near if mark.style in styles else first < number < last
        sure = (
            (timed and mark.timestamp is not None)
            or (mark.style == "capitals" and "capitals" in styles)
            or (mark.style in styles and (_is_surely_speaker(mark) or dense) and mark.style != "phrase")
        )
        if own or (inside and sure and number != first - 1):
            found[number] = mark
    return found


def _is_longer(key: str, speakers: set[str]) -> bool:
    """Tell whether a label is a speaker's in full: `ANNA DE VRIES` opens the first turn, `ANNA` the others."""
    words = key.split()
    return len(words) > 1 and (words[0] in speakers or words[-1] in speakers)


def _is_surely_speaker(mark: Mark, *, alone: bool = False) -> bool:
    """Tell whether a label is a speaker's by its looks: role, given name, several names; capitals unless `alone`."""
    if mark.style not in ("name", "capitals"):
        return mark.style != "phrase"
    if mark.style == "capitals" and not alone:
        return True
    words = mark.label.split()
    return _has_given_name(mark) or (len(words) > 1 and not mark.label.isupper() and words[-1][0].isupper())


def _has_given_name(mark: Mark) -> bool:
    """Tell whether a label opens with a given name."""
    from interview_cli.lexicon.given import is_given  # a table of names, which most documents never need

    return is_given(mark.label.split()[0])
