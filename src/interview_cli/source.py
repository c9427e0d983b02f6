"""Bytes → `Source`: the text that every offset indexes.

The order is: the byte order mark, strict UTF-8, Windows-1252. On Dutch files that beats guessing by statistics.
Only the byte order mark is removed; line ends stay as they are, so that offsets hold in the file as well.
"""

from __future__ import annotations

import codecs
import re

from interview_cli.document import Source
from interview_cli.errors import SourceError, UsageError

#: More is no interview. A long book has 3 MB.
MAX_BYTES = 50_000_000

#: UTF-32 before UTF-16: its little-endian mark starts with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"RIFF", "a sound or video recording"),
)
#: These say it alone; the others are believed only where NUL bytes follow ("ID3 is een auto" is a text).
_WITHOUT_NUL = (b"%PDF-", b"{\\rtf")
#: Control characters that no text has; tab, line ends, form feed, backspace and escape are left out.
_CONTROLS = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f]")
_SAVE_AS_TEXT = "save it as plain text first"


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Source:
    """Decode the bytes of one input.

    `encoding` overrules the detection. Raises `SourceError` for what is not text, is too large or can't be decoded.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name)
    text, used = _named(data, name, encoding) if encoding else _detected(data, name)
    return Source(name=name, text=text, encoding=used, raw=data)


def canonical_encoding(encoding: str) -> str:
    """Return Python's name of an encoding. Raises `UsageError` for what is none."""
    try:
        "".encode(encoding)  # refuses codecs that are no text encoding, such as hex
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UsageError(f"unknown encoding '{encoding}'; use utf-8, cp1252, utf-16 or another Python knows") from None


def too_large(name: str) -> SourceError:
    """Return the error for an input above the limit, which its reader may notice before all of it is read."""
    return SourceError(f"{name}: is larger than {MAX_BYTES // 1_000_000} MB; split it into smaller files")


def _named(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    used = canonical_encoding(encoding)
    try:
        text = data.decode(used)
    except (UnicodeError, ValueError) as error:
        where = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise SourceError(f"{name}: is not {used}{where}; choose another --encoding") from None
    return _text(text.removeprefix("\ufeff"), name), used


def _detected(data: bytes, name: str) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _text(data[len(bom) :].decode(encoding), name), encoding
            except UnicodeDecodeError as error:
                at = error.start + len(bom)
                raise SourceError(
                    f"{name}: starts as {encoding} but byte {at} is not; name its encoding with --encoding"
                ) from None
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and (b"\0" in data or signature in _WITHOUT_NUL):
            raise SourceError(f"{name}: is {what}, not text; {_SAVE_AS_TEXT}")
    if b"\0" in data:
        raise _binary(data, name)
    try:
        return _text(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return _text(data.decode("cp1252"), name), "cp1252"
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} (0x{data[error.start]:02x}) is neither UTF-8 nor Windows-1252"
        raise SourceError(f"{name}: cannot be decoded, {problem}; name its encoding with --encoding") from None


def _text(text: str, name: str) -> str:
    """Return a decoded text if it is one: no NUL, and hardly any control characters."""
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) // 50:
        raise SourceError(f"{name}: is binary, not text; {_SAVE_AS_TEXT}")
    return text


def _binary(data: bytes, name: str) -> SourceError:
    """Name the encoding where NUL bytes stand at every other place, as in UTF-16 without a byte order mark."""
    sample = data[:2000]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[first::2].count(0) > 0.7 * len(sample) / 2 and 0 not in sample[1 - first :: 2]:
            return SourceError(f"{name}: looks like UTF-16 without its mark; try --encoding {encoding}")
    return SourceError(f"{name}: is binary (it has NUL bytes), not text; {_SAVE_AS_TEXT}")
