"""Records as text: every format, on a terminal and on a pipe."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from interview_cli.model import (
    Analysis,
    Block,
    Candidate,
    Cue,
    Document,
    Entity,
    ItemList,
    Mention,
    PipelineInfo,
    Quote,
    Section,
    Source,
    Span,
    Speaker,
)
from interview_cli.records import bullets, entities, export, quotes, sections, speakers
from interview_cli.render import RENDERERS, Batch, View
from interview_cli.render.layout import Cell, Column, lines
from interview_cli.render.markdown import escape
from interview_cli.safe import escape_json, one_line, visible

if TYPE_CHECKING:
    from interview_cli.render import Format

TEXT = """Gesprek met Jo Bakker
Over brood
Jo zegt: "Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om vraagt." Dat heet "vakmanschap".
Lessen:
- Begin vroeg
- Rust [gelach] uit"""


def _at(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def _block(kind: Any, words: str) -> Block:  # noqa: ANN401
    return Block(kind, _at(words), _at(words), level=1 if kind == "heading" else 0)


@pytest.fixture
def analysis() -> Analysis:
    """Return a small analysis made by hand."""
    title, heading = _block("title", "Gesprek met Jo Bakker"), _block("heading", "Over brood")
    paragraph = Block("paragraph", Span(33, 140), Span(33, 140))
    label = _block("list_label", "Lessen:")
    items = (_block("list_item", "Begin vroeg"), _block("list_item", "Rust [gelach] uit"))
    section = Section(0, 1, heading, Span(22, len(TEXT)), (paragraph, ItemList(label, items)))
    document = Document(
        Source("brood.txt", TEXT, "utf-8", b""), (title, heading, paragraph, label, *items), (section,), title.span
    )
    first = _at("Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om vraagt.")
    second = _at("vakmanschap")
    cue = Cue(_at("zegt"), "zeggen")
    lost = Candidate("default speaker", "Jo Bakker", None, None, 0.5)
    found = (
        Quote(0, 0, first, first, "direct", "Jo Bakker", _at("Jo", 32), cue, "colon", 0.954, rejected=(lost,)),
        Quote(1, 0, second, second, "term", None, None, None, "term", 0.7, repeats=0),
    )
    mentions = (Mention(_at("Jo Bakker"), None), Mention(_at("Jo", 32), 0))
    return Analysis(
        document,
        PipelineInfo("nl_test", "1.0"),
        found,
        (Entity("Jo Bakker", "PERSON", mentions),),
        (Speaker("Jo Bakker", 1, 15, 2),),
    )


def _render(analysis: Analysis, command: str, format_: Format, **view: Any) -> str:  # noqa: ANN401
    make: dict[str, Any] = {
        "sections": lambda: sections(analysis.document),
        "bullets": lambda: bullets(analysis.document),
        "quotes": lambda: quotes(analysis, explain=view.get("explain", False)),
        "entities": lambda: entities(analysis),
        "speakers": lambda: speakers(analysis),
        "export": lambda: [export(analysis)],
    }
    batch = Batch("brood.txt", make[command](), "Gesprek met Jo Bakker", {0: "Over brood"})
    return "".join(RENDERERS[format_](View(command, **view), [batch]))


PIPED = {
    "sections": """\
#  paragraphs  lists  items  words  heading
0           1      1      2     26  Over brood
""",
    "bullets": """\
section  label    #  text
      0  Lessen:  0  Begin vroeg
      0  Lessen:  1  Rust [gelach] uit
""",
    "quotes": """\
#  speaker    kind      section  cue   rule   conf  quote
0  Jo Bakker  direct          0  zegt  colon  0.95  Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om \
vraagt.
1  –          term =#0        0        term   0.70  vakmanschap
""",
    "entities": """\
name       label   count  also written
Jo Bakker  PERSON      2  Jo
""",
    "speakers": """\
speaker    quotes  words   share  sections
Jo Bakker       1     15  100.0%  0         ████████████████████████
""",
}


@pytest.mark.parametrize("command", PIPED)
def test_a_piped_table_has_a_line_for_each_record(analysis: Analysis, command: str) -> None:
    assert _render(analysis, command, "table") == PIPED[command]


ON_80_COLUMNS = {
    "quotes": """\
#  speaker    kind      quote
────────────────────────────────────────────────────────────────────────────────
0  Jo Bakker  direct    Ik bak elke nacht, ook als het hele dorp slaapt en
                        niemand er om vraagt.
1  –          term =#0  vakmanschap

2 quotes · 1 speaker · 1 direct · 1 term
""",
    "sections": """\
#  heading     paragraphs  lists  items  words
──────────────────────────────────────────────
0  Over brood           1      1      2     26

1 section · 1 paragraph · 2 items · 26 words
""",
    "bullets": """\
  0 Over brood
    Lessen:
      • Begin vroeg
      • Rust [gelach] uit

2 items
""",
    "speakers": """\
speaker    quotes  words   share  sections
────────────────────────────────────────────────────────────────────
Jo Bakker       1     15  100.0%  0         ████████████████████████

1 speaker · 1 quote · 15 words
""",
}


@pytest.mark.parametrize("command", ON_80_COLUMNS)
def test_a_table_on_80_columns(analysis: Analysis, command: str) -> None:
    assert _render(analysis, command, "table", width=80) == ON_80_COLUMNS[command]


def test_a_wide_terminal_shows_cue_and_rule(analysis: Analysis) -> None:
    assert _render(analysis, "quotes", "table", width=140).startswith("#  speaker    kind      quote")
    assert "zegt  colon" in _render(analysis, "quotes", "table", width=140)


@pytest.mark.parametrize("width", [40, 80, 100, 140, 200])
@pytest.mark.parametrize("command", PIPED)
def test_no_line_is_wider_than_the_terminal(analysis: Analysis, command: str, width: int) -> None:
    for line in _render(analysis, command, "table", width=width).splitlines():
        assert len(line) <= width


def test_explain_shows_evidence_and_losers(analysis: Analysis) -> None:
    piped = _render(analysis, "quotes", "table", explain=True)
    assert piped.startswith("""\
  0  Jo Bakker  direct
     quote Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om vraagt.
     rule  colon, confidence 0.95
     cue   “zegt” (zeggen) at 36–40
     named “Jo” at 33–35
     lost  default speaker: Jo Bakker, confidence 0.50

  1  nobody named  term =#0
""")
    assert "lost  default speaker" in _render(analysis, "quotes", "table", explain=True, width=80)
    (first, _) = json.loads(_render(analysis, "quotes", "json", explain=True))
    assert first["rejected"][0]["method"] == "default speaker"


def test_several_inputs_have_a_line_above_each_table(analysis: Analysis) -> None:
    assert _render(analysis, "sections", "table", several=True).startswith("brood.txt  Gesprek met Jo Bakker\n#  ")


def test_colour_is_there_only_where_it_is_asked_for(analysis: Analysis) -> None:
    for width in (None, 80):
        assert "\x1b[" in _render(analysis, "quotes", "table", width=width, colour=True)
        assert "\x1b" not in _render(analysis, "quotes", "table", width=width)


def test_an_empty_result_says_so_on_a_terminal() -> None:
    empty = [Batch("x.txt", [])]
    assert "".join(RENDERERS["table"](View("quotes", width=80), empty)) == "0 quotes · 0 speakers\n"
    assert "".join(RENDERERS["json"](View("quotes"), empty)) == "[]\n"
    assert "".join(RENDERERS["jsonl"](View("quotes"), empty)) == ""


def test_json_is_the_same_in_lines(analysis: Analysis) -> None:
    for command in PIPED:
        array = json.loads(_render(analysis, command, "json"))
        assert [json.loads(line) for line in _render(analysis, command, "jsonl").splitlines()] == array


def test_json_of_quotes(analysis: Analysis) -> None:
    first, second = json.loads(_render(analysis, "quotes", "json"))
    assert first == {
        "source": "brood.txt",
        "section": 0,
        "index": 0,
        "text": "Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om vraagt.",
        "start": 43,
        "end": 115,
        "kind": "direct",
        "speaker": "Jo Bakker",
        "mention": {"text": "Jo", "start": 33, "end": 35},
        "cue": {"text": "zegt", "lemma": "zeggen", "start": 36, "end": 40},
        "method": "colon",
        "confidence": 0.95,
        "repeats": None,
    }
    assert (second["speaker"], second["mention"], second["cue"], second["repeats"]) == (None, None, None, 0)


def test_csv_spreads_nested_fields(analysis: Analysis) -> None:
    first, second = csv.DictReader(io.StringIO(_render(analysis, "quotes", "csv")))
    assert (first["mention"], first["mention_start"], first["cue"], first["cue_lemma"]) == (
        "Jo",
        "33",
        "zegt",
        "zeggen",
    )
    assert (second["speaker"], second["mention"], second["repeats"]) == ("", "", "0")


def test_csv_of_mentions_has_a_row_for_each(analysis: Analysis) -> None:
    rows = list(csv.DictReader(io.StringIO(_render(analysis, "entities", "csv", mentions=True))))
    assert [(row["name"], row["text"], row["section"]) for row in rows] == [
        ("Jo Bakker", "Jo Bakker", ""),
        ("Jo Bakker", "Jo", "0"),
    ]


MARKDOWN = {
    "sections": "- **Over brood** (1 paragraph, 2 items, 26 words)\n",
    "bullets": "## Over brood\n\n**Lessen:**\n\n- Begin vroeg\n- Rust \\[gelach\\] uit\n",
    "quotes": """\
> Ik bak elke nacht, ook als het hele dorp slaapt en niemand er om vraagt.
>
> — Jo Bakker, *direct*

> vakmanschap
>
> — (unknown), *term*
""",
    "entities": "| name | label | count |\n| --- | --- | ---: |\n| Jo Bakker | PERSON | 2 |\n",
}


@pytest.mark.parametrize("command", MARKDOWN)
def test_markdown(analysis: Analysis, command: str) -> None:
    assert _render(analysis, command, "markdown") == MARKDOWN[command]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*ster* [gelach] <b>", "\\*ster\\* \\[gelach\\] \\<b\\>"),
        ("1. Eerst", "1\\. Eerst"),
        ("# geen kop", "\\# geen kop"),
        ("- geen lijst", "\\- geen lijst"),
        ("-5 graden", "-5 graden"),
        ("AT&T en &amp;", "AT&T en \\&amp;"),
        ("twee\nregels", "twee regels"),
    ],
)
def test_markdown_shows_text_as_written(text: str, escaped: str) -> None:
    assert escape(text) == escaped


EVIL = "[bold]vet[/bold] [/b] :smile: \x1b[2J\x1b]0;titel\x07 \x9b31m \u202egnal\u2066 \x7f"


def test_nothing_in_a_text_reaches_the_terminal_as_a_command() -> None:
    shown = "[bold]vet[/bold] [/b] :smile: ␛[2J␛]0;titel␇ \ufffd31m \ufffdgnal\ufffd ␡"
    assert visible(EVIL) == shown
    assert one_line(f" {EVIL}\r\n\tx ") == f"{shown} x"
    record = {"source": EVIL, "name": EVIL, "label": "PERSON", "count": 1, "mentions": []}
    batch = Batch(EVIL, [record], EVIL, {})
    for format_ in ("table", "csv", "markdown", "json", "jsonl"):
        for width in (None, 200):
            out = "".join(RENDERERS[format_](View("entities", several=True, width=width), [batch]))
            assert not set(out) & set("\x1b\x07\x9b\x7f\u202e\u2066")
            if format_ == "table":
                assert shown in out
    assert json.loads("".join(RENDERERS["json"](View("entities"), [batch])))[0]["name"] == EVIL


def test_json_keeps_what_it_escapes() -> None:
    for text in (EVIL, "\u2028\u2029", "Zoë’s “café”", "naam\udcff"):
        written = escape_json(json.dumps(text, ensure_ascii=False))
        assert json.loads(written) == text
        written.encode()


def test_a_long_cell_does_not_widen_its_column() -> None:
    columns = (Column("a"), Column("b"))
    rows = [[Cell("x" * 500), Cell("1")], [Cell("y"), Cell("2")]]
    assert list(lines(columns, rows, colour=False)) == ["a  b\n", "x" * 500 + "  1\n", "y  2\n"]


def test_wide_characters_stay_in_line() -> None:
    columns = (Column("naam"), Column("n"))
    assert list(lines(columns, [[Cell("李明"), Cell("1")], [Cell("Jo"), Cell("2")]], colour=False)) == [
        "naam  n\n",
        "李明  1\n",
        "Jo    2\n",
    ]
