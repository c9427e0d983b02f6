"""Text from documents, made harmless for a terminal.

A transcript can hold escape sequences that clear the screen, set a title or turn the reading direction round. They
are shown as signs instead of being obeyed, one sign for each character, so that nothing moves.
"""

from __future__ import annotations

import re

#: C0 controls but tab and line ends, DEL, C1 controls, the signs that turn the reading direction, lone surrogates.
_DANGEROUS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: JSON has escapes of its own for C0; these it would let through. Line separators break tools that read by line.
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Replace each control character by its picture: `visible("\x1b[2J")` is `"␛[2J"`.

    Tabs and line ends stay. What has no picture becomes U+FFFD.
    """
    return _DANGEROUS.sub(lambda match: _picture(ord(match.group())), text)


def one_line(text: str) -> str:
    """Make text harmless and put it on one line: line ends and runs of blanks become one blank."""
    return visible(" ".join(text.split()))


def escape_json(text: str) -> str:
    """Escape in a JSON text what JSON allows and terminals obey; a reader of the JSON sees no difference."""
    return _RAW_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
