"""The JSON Schema (2020-12) of `export`, field by field. A test validates every document of the corpus against it.

Fields may be added within a schema version, never removed or changed: programs should ignore what they don't know.
"""

from __future__ import annotations

from typing import Any

from interview_cli.lexicon.labels import ENTITY_LABELS
from interview_cli.records import SCHEMA_VERSION

Schema = dict[str, Any]


def _object(description: str, **properties: Schema) -> Schema:
    """Describe an object whose fields are all there, always."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _array(description: str, items: Schema) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _string(description: str, **more: object) -> Schema:
    return {"description": description, "type": "string", **more}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _nullable(schema: Schema) -> Schema:
    """Allow null for a plain type or an object."""
    return schema | {"type": [schema["type"], "null"]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_START = _count("First code point, counted from 0 in the document's text (interview text FILE).")
_END = _count("The code point after the last; text[start:end] is this object's text.")
_SECTION = _nullable(_count("Index of the section it stands in; null outside any (title, byline)."))

_SPAN = _object("A stretch of the text.", text=_string("Exactly the characters there."), start=_START, end=_END)
_MENTION = _nullable(_object("The words that name the speaker.", **_SPAN["properties"]))
_CUE = _nullable(
    _object(
        "The words that announce the quote.",
        text=_string("Exactly the characters there, such as zegt or volgens."),
        lemma=_string("The verb in full, also where its parts stand apart: toegeven for gaf … toe."),
        start=_START,
        end=_END,
    )
)
_BLOCK: Schema = {
    "description": "A paragraph, an interviewer's question or a speaker's turn, without speaker label and time stamp.",
    "type": "object",
    "properties": {
        "kind": {"enum": ["paragraph", "question", "turn"]},
        **_SPAN["properties"],
        "speaker": _string("Who speaks, under the fullest name; absent where nobody is named."),
        "timestamp": _string("The time stamp of a turn as written, without its brackets; absent where there is none."),
    },
    "required": ["kind", "text", "start", "end"],
}
_LIST: Schema = {
    "description": "A list of items.",
    "type": "object",
    "properties": {
        "kind": {"const": "list"},
        "label": _nullable(_object("The line above that names the list.", **_SPAN["properties"])),
        "items": _array("The items, without bullet signs or numbers.", _ref("span")),
    },
    "required": ["kind", "label", "items"],
}
_SECTION_OBJECT = _object(
    "A heading and what stands under it; the first section may have no heading.",
    index=_count("Its number, in reading order."),
    level=_count("1 for a section, 2 for a subsection, and so on."),
    heading=_nullable(_object("The heading; null before the first one.", **_SPAN["properties"])),
    start=_START,
    end=_count("The code point after the last of the section's last block."),
    blocks=_array("What stands under the heading, in reading order.", {"oneOf": [_ref("block"), _ref("list")]}),
)
_QUOTE = _object(
    "A quotation, without its quotation marks.",
    source=_string("The document's name, as in source.name."),
    section=_SECTION,
    index=_count("Its number, in reading order."),
    **_SPAN["properties"],
    kind={
        "description": "direct: a whole utterance; fragment: quoted words in the writer's sentence; "
        "term: marks that report nobody's words; indirect: a reported clause (only with --indirect).",
        "enum": ["direct", "fragment", "term", "indirect"],
    },
    speaker=_nullable(_string("The speaker's fullest name in the document; null where it isn't known.")),
    mention=_ref("mention"),
    cue=_ref("cue"),
    method=_string("The name of the rule that decided."),
    confidence={"description": "How sure the rule is.", "type": "number", "minimum": 0, "maximum": 1},
    repeats=_nullable(_count("Index of an earlier quote with the same words, as a pull quote has.")),
)
_ENTITY = _object(
    "One thing that the document names, with all its mentions.",
    source=_string("The document's name, as in source.name."),
    name=_string("Its fullest name in the document."),
    label=_string("What kind of thing it is.", examples=list(ENTITY_LABELS)),
    count=_count("How many mentions there are."),
    mentions=_array("Where it is named.", _object("One mention.", **_SPAN["properties"], section=_SECTION)),
)
_SPEAKER = _object(
    "How much one person says.",
    name=_string("The speaker's fullest name in the document."),
    quotes=_count("Quotes of this speaker; repeated ones count once."),
    words=_count("Words in these quotes and in the speaker's turns."),
    mentions=_count("How often the document names the speaker."),
)

EXPORT: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"urn:interview-cli:export:{SCHEMA_VERSION}",
    "title": "interview export",
    **_object(
        "Everything that interview finds in one document. Offsets count Unicode code points.",
        schema_version={
            "description": "Raised when a field is removed or changes its meaning.",
            "const": SCHEMA_VERSION,
        },
        generator=_object(
            "What made this.",
            name={"const": "interview-cli"},
            version=_string("Version of the program."),
            pipeline=_object("The spaCy pipeline used.", name=_string("Its name."), version=_string("Its version.")),
        ),
        source=_object(
            "The input.",
            name=_string("The path as it was given; - for standard input."),
            format=_string("What kind of file it is.", examples=["text"]),
            encoding=_string("How its bytes were decoded.", examples=["utf-8", "cp1252", "utf-16-le"]),
            sha256=_string("Of its bytes.", pattern="^[0-9a-f]{64}$"),
            characters=_count("Length of the text in code points."),
        ),
        title=_nullable(_string("The document's title.")),
        subtitle=_nullable(_string("The line under the title, such as the role of the person interviewed.")),
        byline=_nullable(
            _object(
                "The line that says who published the document and when.",
                text=_string("The whole line."),
                publisher=_nullable(_string("Who published it.")),
                date=_nullable(_string("ISO 8601, as precise as the text is.", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")),
            )
        ),
        interviewee=_nullable(_string("The person interviewed; null where there is no one such person.")),
        sections=_array("The sections, in reading order.", _ref("section")),
        quotes=_array("The quotes, in reading order.", _ref("quote")),
        entities=_array("The entities.", _ref("entity")),
        speakers=_array("Who says how much.", _ref("speaker")),
    ),
    "$defs": {
        "span": _SPAN,
        "mention": _MENTION,
        "cue": _CUE,
        "block": _BLOCK,
        "list": _LIST,
        "section": _SECTION_OBJECT,
        "quote": _QUOTE,
        "entity": _ENTITY,
        "speaker": _SPEAKER,
    },
}
