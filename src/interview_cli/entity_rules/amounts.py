"""The rule about numbers with their units."""

from __future__ import annotations

import re

from interview_cli.entity_rules.text import Found, Text, at_offset, merged

_ONES = "één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
_TENS = "achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend"
_LARGE = r"(?:[ \u00a0](?:miljoen|miljard|biljoen|duizend))?"
_DIGITS = rf"\d+(?:[.,]\d+)*{_LARGE}"
_NUMBER = rf"(?:{_DIGITS}|\b(?:anderhalve?|(?:{_ONES}|{_TENS}|en|ën)+){_LARGE})"
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_MONEY = "euro|dollar|pond|cent|gulden|frank|eurocent|yen"
_MEASURE = (
    "kilo|kilogram|gram|milligram|ton|meter|kilometer|centimeter|millimeter|hectare|liter|milliliter|graden|megawatt"
    "|kilowatt|kilowattuur|megawattuur|gigawatt|watt|volt|terabyte|gigabyte|megabyte"
    "|vierkante meter|kubieke meter|vierkante kilometer"
)

#: Each pattern with the label of what it matches.
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![\w.,:/-]){pattern}(?![\w-])", re.IGNORECASE), label)
    for pattern, label in (
        (rf"\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?", "DATE"),
        (r"(?:19|20)\d\d-\d\d-\d\d", "DATE"),
        (rf"{_NUMBER}[ \u00a0](?:{_MONEY})", "MONEY"),
        (rf"[€$£]\s?{_DIGITS}", "MONEY"),
        (rf"{_NUMBER}[ \u00a0]procent", "PERCENT"),
        (rf"{_DIGITS}[ \u00a0]?%", "PERCENT"),
        (rf"{_NUMBER}[ \u00a0](?:{_MEASURE})", "QUANTITY"),
        (r"\d{1,2}[.:]\d\d uur", "TIME"),
    )
)


def amounts(text: Text, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Take a number with its unit for what the unit says: 84,50 euro, 640 kilo, 15 procent, 7 oktober 2025."""
    new: list[Found] = []
    for block in text.blocks:
        for pattern, label in _PATTERNS:
            for match in pattern.finditer(text.string, block.span.start, block.span.end):
                new.append(Found(match.start(), match.end(), label))
    return merged(found, [each for each in new if not _in_longer(each, found)])


def _in_longer(new: Found, found: tuple[Found, ...]) -> bool:
    """Tell whether the pipeline found it as part of more of the same kind: maandag 20 oktober."""
    old = at_offset(found, new.start)
    return old is not None and old.label == new.label and old.start <= new.start and new.end <= old.end
