"""The schema of export: valid itself, true of every document of the corpus, and complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from interview_cli.schema import EXPORT

from .conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Interview


def test_the_schema_is_a_schema(interview: Interview) -> None:
    printed = interview("schema")
    assert printed.json() == EXPORT
    Draft202012Validator.check_schema(EXPORT)
    assert EXPORT["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_document_of_the_corpus_is_as_the_schema_says(interview: Interview, path: Path) -> None:
    document = interview("export", path).json()
    Draft202012Validator(_closed(EXPORT)).validate(document)


def test_every_field_has_a_description() -> None:
    for where, schema in _fields(EXPORT, "export"):
        assert "description" in schema or "$ref" in schema or "const" in schema or "enum" in schema, where


def test_the_schema_refuses_what_is_wrong(interview: Interview) -> None:
    document = interview("export", CORPUS[0]).json()
    validator = Draft202012Validator(EXPORT)
    assert validator.is_valid(document)
    for field in EXPORT["required"]:
        assert not validator.is_valid({key: value for key, value in document.items() if key != field})
    assert not validator.is_valid(document | {"title": 3})
    assert validator.is_valid(document | {"added later": 3})


def _closed(schema: Any) -> Any:  # noqa: ANN401
    """Return the schema without room for fields that it doesn't describe: users may meet such, we must not."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    return closed | {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else closed


def _fields(schema: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in (schema.get("properties", {}) | schema.get("$defs", {})).items():
        yield f"{where}.{name}", field
        yield from _fields(field, f"{where}.{name}")
    if isinstance(schema.get("items"), dict):
        yield from _fields(schema["items"], f"{where}[]")
