"""Rules about where an entity starts and ends, and whether it is one at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_cli.entity_rules.text import NAMES, OPENING, Found, Text
from interview_cli.lexicon.given import is_given
from interview_cli.lexicon.organisations import ABBREVIATIONS
from interview_cli.lexicon.people import DEGREES, INFIXES, is_title, person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.entity_rules.text import Word

_EDGE = '"“”„‘«»‚‹›•·*|[](){}<>,;:!?…–— \t\r\n\u00a0'
_CLOSING = {'"': '"', "“": "”", "„": "[”“]", "‘": "’", "«": "»", "'": "'", "»": "«", "‚": "[‘’]"}
_ARTICLES = frozenset({"de", "het", "een", "den"})
_NO_END = INFIXES | {"en"}
#: Before a name at the start of a sentence, and no part of any name there.
_FUNCTION = frozenset(
    {
        "aan", "achter", "al", "alleen", "als", "bij", "binnen", "buiten", "daar", "dan", "dat", "deze", "die", "dit",
        "door", "dus", "en", "haar", "hier", "hoe", "hun", "in", "is", "ja", "maar", "met", "mijn", "na", "naar",
        "naast", "nee", "nu", "of", "om", "onder", "onze", "ook", "op", "over", "sinds", "tegen", "toch", "toen",
        "tot", "tussen", "uit", "vanuit", "via", "volgens", "voor", "waar", "waarom", "want", "wat", "wie", "zelfs",
        "zijn", "zoals", "zonder", "aldus", "beste", "dag", "hallo", "bedankt",
    }
)  # fmt: skip
#: Parts of speech of words that are no name by themselves.
_NO_NAME = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PRON", "SCONJ", "VERB", "PUNCT"})
_MARKS = OPENING | {","}
#: A quoted title has at most this many words.
_TITLE_WORDS = 9

#: A full stop behind a word of four letters or more without another stop in it.
_FULL_STOP = re.compile(r"(?<![\w.])[^\W\d_]{4,}\.(?:$|\s)")
_ABBREVIATED = frozenset({"Corp.", "Univ.", "Prof.", "Mevr.", "Bros.", "Dept.", "Assn."})


def inside_blocks(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Keep entities inside one block's text: no speaker labels, time stamps, bullet signs, no run over a line's end."""
    kept = []
    for each in found:
        first, last = text.inside(each)
        words = text.words[first:last]
        inner = [word for word in words if word.block >= 0]
        if not inner:
            continue
        block = inner[0].block
        inner = [word for word in inner if word.block == block]
        if text.blocks[block].kind == "heading" and inner[0].initial and _is_number(inner[0].text):
            inner = inner[1:]  # 1.2 Werkwijze
        if inner:
            kept.append(Found(max(each.start, inner[0].start), min(each.end, inner[-1].end), each.label))
    return tuple(kept)


def trimmed(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Trim marks, blanks, articles, and what stands before a name: titles, role nouns, function words."""
    kept = []
    for each in found:
        new = _trim_marks(text.string, each)
        if new.start < new.end and new.label in NAMES - {"WORK_OF_ART", "NORP", "LANGUAGE"}:
            new = _trim_marks(text.string, _trim_words(text, new))
        elif new.start < new.end and new.label not in NAMES:
            new = _trim_tail(text, new)
        if new.start < new.end and _says_something(text.of(new), new.label):
            kept.append(new)
    return tuple(kept)


def _says_something(string: str, label: str) -> bool:
    """Tell whether a name has a letter or digit, and an amount a digit or more than the letter of ’s."""
    letters = [c for c in string if c.isalnum()]
    return bool(letters) and (label in NAMES or len(letters) > 1 or letters[0].isdigit())


def _trim_marks(string: str, found: Found) -> Found:
    start, end = found.start, found.end
    closing = _CLOSING.get(string[start - 1 : start])
    if closing is not None and (match := re.compile(rf"{closing}(?!\w)").search(string, start + 1, end)):
        end = match.start()  # „Het leven der bijen” van Maeterlinck
    while start < end and (string[start] in _EDGE or string.startswith((",,", "''"), start)):
        start += 1
    while start < end and (string[end - 1] in _EDGE or string[start:end].endswith("''")):
        end -= 1
    stop = _FULL_STOP.search(string[start:end])
    if stop is not None and stop[0].strip() not in _ABBREVIATED:
        end = start + stop.start() + len(stop[0].rstrip()) - 1  # TenneT., which a tokenizer takes for an abbreviation
    if end - start > 1 and string[end - 1] in "'’" and string[end - 2] not in "sxzSXZ":
        end -= 1  # Philips' keeps its possessive
    if end - start > 1 and string[start] in "'’" and not string[start + 1 : start + 2].islower():
        start += 1  # 's avonds keeps its own
    if end - start > 1 and string[start] in "'’" and string[end - 1] in "'’":
        start, end = start + 1, end - 1
    return Found(start, end, found.label)


def _trim_words(text: Text, found: Found) -> Found:
    first, last = text.inside(found)
    while last - first > 1 and _droppable(text, text.words[first], text.words[first + 1 : last], found.label):
        first += 1
    while last - first > 1 and text.words[last - 1].text in _NO_END:
        last -= 1
    if found.label == "PERSON":
        last = _without_employer(text, first, last)
    if first >= last:
        return found
    return Found(max(found.start, text.words[first].start), min(found.end, text.words[last - 1].end), found.label)


def _without_employer(text: Text, first: int, last: int) -> int:
    """Return where a name ends before `van` behind given name and surname: Karin Oosterveld van TenneT."""
    words = text.words
    for at in range(first + 2, last - 1) if is_given(words[first].text) else ():
        before = words[at - 1]
        if words[at].text == "van" and before.capital and not (before.initial or is_given(before.text)):
            return at
    return last


def _trim_tail(text: Text, found: Found) -> Found:
    """Trim function words behind an amount: twee jaar kortweg, een kwart van die."""
    first, last = text.inside(found)
    while last - first > 1 and text.words[last - 1].pos in ("ADP", "DET", "PRON", "SCONJ", "CCONJ"):
        last -= 1
    return Found(found.start, min(found.end, text.words[last - 1].end), found.label)


def _droppable(text: Text, word: Word, rest: Sequence[Word], label: str) -> bool:
    """Tell whether the first word is no part of the name that the rest is."""
    lower = word.text.lower()
    if not any(each.capital for each in rest):
        return False
    if lower in _ARTICLES:
        own = label == "PERSON" or rest[0].text in text.articled or not rest[0].capital
        return word.text.islower() or (word.initial and not own)
    if lower in _FUNCTION and rest[0].capital and (word.text.islower() or word.initial):
        return True
    if word.text in ("van", "bij", "uit") and person_noun(text.words[text.at(word.start) - 1].text):
        return True  # CEO van OpenAI
    role = is_title(word.text) or (person_noun(lower) and not is_given(word.text))
    return label == "PERSON" and role and (rest[0].capital or rest[0].text in ("van", "bij", "uit"))


def sentences(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Drop "names" without a capital or digit, and titles of works that are plain sentences."""
    return tuple(each for each in found if each.label not in NAMES or _plausible(text, each))


def _plausible(text: Text, found: Found) -> bool:
    string = text.of(found)
    if found.label not in ("NORP", "LANGUAGE") and not any(c.isupper() for c in string):
        return False
    first, last = text.inside(found)
    words = text.words[first:last]
    if found.label == "WORK_OF_ART" and not all(word.capital for word in words if len(word.text) > 3):
        return _quoted(text, found)
    return not (_sentence_like(words) and len(words) > 2)


def _sentence_like(words: Sequence[Word]) -> bool:
    """Tell whether no word but the first one, where any word has one, has a capital."""
    return bool(words) and words[0].initial and not any(word.capital for word in words[1:])


def _quoted(text: Text, found: Found) -> bool:
    """Tell whether a short title stands in quotation marks by itself."""
    before, after = text.string[max(0, found.start - 1) : found.start], text.string[found.end : found.end + 1]
    title = text.of(found)
    return before in _MARKS and after in _MARKS and title.count(" ") < _TITLE_WORDS and title[-1] not in ".!?"


def no_names(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Drop single words that name nothing: roles, general abbreviations, those explained by words in lower case."""
    explained = {word.text for at, word in enumerate(text.words) if _explained(text, at)}
    common = ABBREVIATIONS | explained
    kept = []
    for each in found:
        name = text.of(each)
        # Inside a sentence a role with a capital is a surname: Bakker, Schipper.
        role = (name.isupper() or text.words[text.inside(each)[0]].initial) and person_noun(name) and not is_given(name)
        role = role or name.strip(".").lower() in DEGREES
        if each.label not in NAMES or each.label == "LANGUAGE" or not (role or name in common):
            kept.append(each)
    return tuple(kept)


def _explained(text: Text, at: int) -> bool:
    """Tell whether an abbreviation in brackets stands for the common words before it: deep learning (DL)."""
    word = text.words[at]
    if not (word.text.isupper() and word.text.isalpha() and 1 < len(word.text) < at and text.words[at - 1].text == "("):
        return False
    before = text.words[at - 1 - len(word.text) : at - 1]
    return "".join(each.text[:1] for each in before) == word.text.lower()


def common_words(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Drop a single word that only its place gives a capital: the document has it in lower case, or it is no noun."""
    kept = []
    for each in found:
        first, last = text.inside(each)
        if each.label in NAMES and last - first == 1 and _common(text, text.words[first]):
            continue
        kept.append(each)
    return tuple(kept)


def _common(text: Text, word: Word) -> bool:
    if not word.initial or not word.capital or word.text[1:] != word.text[1:].lower():
        return False
    lower = word.text.lower()
    return lower in text.lowered or lower in _FUNCTION or (word.pos in _NO_NAME and not is_given(word.text))


def common_nouns(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Drop a single word that only ever starts sentences, if it is no proper noun to the tagger or a person to nobody.

    A person is introduced by a given name or a full name; a lone unknown word at a sentence's start is another word.
    """
    proven = text.capitals.union(*(text.of(each).split()[1:] for each in found if each.label == "PERSON"))
    kept = []
    for each in found:
        first, last = text.inside(each)
        word = text.words[first]
        alone = each.label in NAMES and last - first == 1 and word.initial and word.text[1:].islower()
        strange = alone and word.text not in proven and not is_given(word.text)
        if not (strange and (each.label == "PERSON" or word.pos not in ("PROPN", "X", "SYM", ""))):
            kept.append(each)
    return tuple(kept)


def line_labels(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Drop a word with a colon that opens a line: Opname: 17 oktober."""
    kept = []
    for each in found:
        first, last = text.inside(each)
        opens = last - first == 1 and text.words[first].start == text.blocks[text.words[first].block].span.start
        if opens and last < len(text.words) and text.words[last].text == ":" and each.label in NAMES:
            continue
        kept.append(each)
    return tuple(kept)


def title_case(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """In headings that give every word a capital, keep only names that running text has too."""
    cased = text.cased
    if not cased:
        return found
    blocks = [text.words[text.inside(each)[0]].block for each in found]
    proven = {text.of(each) for each, block in zip(found, blocks, strict=True) if block not in cased}
    return tuple(
        each
        for each, block in zip(found, blocks, strict=True)
        if block not in cased or each.label not in NAMES or text.of(each) in proven
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "").isdigit()
