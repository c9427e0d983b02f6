"""Bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli import source as source_module
from interview_cli.errors import InterviewError, SourceError, UsageError
from interview_cli.source import decode

TEXT = "Coördinator Zoë zegt: ‘Één café’ – €5\r\nTweede regel\rDerde\u2028vierde\x0cvijfde\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_text_is_exactly_what_was_encoded(data: bytes, encoding: str) -> None:
    source = decode(data, name="x.txt")
    assert source.text == TEXT
    assert source.encoding == encoding
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_windows_1252_where_it_is_not_utf8() -> None:
    text = "‘Eén’ kost €5 – zei Zoë"
    source = decode(text.encode("cp1252"), name="x.txt")
    assert (source.text, source.encoding) == (text, "cp1252")


def test_encoding_can_be_named() -> None:
    assert decode("één".encode("cp437"), name="x", encoding="cp437").text == "één"
    assert decode("één".encode("utf-16"), name="x", encoding="utf-16").text == "één"
    assert decode(codecs.BOM_UTF8 + b"a", name="x", encoding="UTF8") == decode(codecs.BOM_UTF8 + b"a", name="x")


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "a\0b"])
def test_unknown_encodings_are_wrong_usage(encoding: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        decode(b"a", name="x", encoding=encoding)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"een\0twee", "is binary"),
        (b"%PDF-1.7\n%abc", "a PDF file"),
        (b"{\\rtf1 hallo}", "an RTF document"),
        (b"PK\x03\x04\x14\0\x06\0", "an office document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (bytes(range(1, 32)) * 20, "is binary"),
        (b"abc\x81def", r"byte 3 \(0x81\) is neither UTF-8 nor Windows-1252"),
        ("Een gesprek".encode("utf-16-le"), "--encoding utf-16-le"),
        ("Een gesprek".encode("utf-16-be"), "--encoding utf-16-be"),
        (codecs.BOM_UTF16_LE + b"a\0b", "starts as utf-16-le but byte"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        decode(data, name="map/x.txt")
    assert str(caught.value).startswith("map/x.txt: ")
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    "text", ["ID3 is een auto", "RIFFs op de gitaar", "GIF89 was een formaat", "\x1b[1mvet\x1b[0m"]
)
def test_what_only_looks_like_binary(text: str) -> None:
    assert decode(text.encode(), name="x").text == text


def test_wrong_encoding_names_the_place() -> None:
    with pytest.raises(SourceError, match=r"is not ascii \(byte 0\); choose another --encoding"):
        decode("é".encode(), name="x", encoding="ascii")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_BYTES", 10)
    with pytest.raises(SourceError, match="is larger than"):
        decode(b"a" * 11, name="x")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    try:
        source = decode(data, name="x")
    except InterviewError as error:
        assert "\n" not in str(error)
    else:
        assert "\0" not in source.text
