"""Text from documents, made harmless for a terminal.

A transcript can hold escape sequences that clear the screen, set a title or turn the reading direction round. They
are shown as signs instead of being obeyed, one sign for each character, so that nothing moves.
"""

from __future__ import annotations

#: C1 controls, the signs that turn the reading direction, lone surrogates: they have no picture.
_NO_PICTURE = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
#: Control characters but tab and line ends, each with its picture.
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys(_NO_PICTURE, 0xFFFD),
}
#: JSON has escapes of its own for C0; these it would let through. Line separators break tools that read by line.
_ESCAPES = {code: f"\\u{code:04x}" for code in (0x7F, *_NO_PICTURE, 0x2028, 0x2029)}


def visible(text: str) -> str:
    r"""Replace each control character by its picture: `visible("\x1b[2J")` is `"␛[2J"`.

    Tabs and line ends stay. What has no picture becomes U+FFFD.
    """
    return _encodable(text.translate(_PICTURES))


def one_line(text: str) -> str:
    """Make text harmless and put it on one line: line ends and runs of blanks become one blank."""
    return visible(" ".join(text.split()))


def escape_json(text: str) -> str:
    """Escape in a JSON text what JSON allows and terminals obey; a reader of the JSON sees no difference."""
    escaped = text.translate(_ESCAPES)
    # Half of a surrogate pair, as a file name that is no UTF-8 has, cannot be written but escaped.
    return escaped if _is_encodable(escaped) else escaped.encode("utf-8", "backslashreplace").decode()


def _encodable(text: str) -> str:
    return text if _is_encodable(text) else text.encode("utf-8", "replace").decode()


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
