"""Bylines and dates: which lines are some, and what they say."""

from __future__ import annotations

import pytest

from interview_cli.document import Span
from interview_cli.structure import byline, lines
from interview_cli.structure.dates import iso_date

#: A byline, its publisher, its date.
BYLINES = [
    ("door a16z • 2025-10-08", "a16z", "2025-10-08"),
    ("door Lenny's Podcast • 2024-02-25", "Lenny's Podcast", "2024-02-25"),
    ("door Founders | David Senra • 2024-06-11", "Founders | David Senra", "2024-06-11"),
    ("door No Priors: AI, Tech, & Startups • 2024-05-09", "No Priors: AI, Tech, & Startups", "2024-05-09"),
    ("door Hard Fork (The New York Times) • 2024-12-06", "Hard Fork (The New York Times)", "2024-12-06"),
    ("door The Diary Of A CEO • 3 maart 2024", "The Diary Of A CEO", "2024-03-03"),
    ("by Acquired • Oct 8, 2025", "Acquired", "2025-10-08"),
    ("door TED • 2025", "TED", None),
    ("Door: Reclamepodcast | 19 juni 2024", "Reclamepodcast", "2024-06-19"),
    ("Door Manon Vos, 30 augustus 2023", "Manon Vos", "2023-08-30"),
    ("Tekst: Arno Meijs | Foto's: Carla Wit", "Arno Meijs", None),
    ("Jan de Vries | foto's Anna Benali", "Jan de Vries", None),
    ("Jan de Vries, beeld Anna Benali", "Jan de Vries", None),
    ("Van onze verslaggever Iris Kuijpers", "Iris Kuijpers", None),
    ("Van onze correspondent in Brussel", None, None),
    ("Bron: de Volkskrant (3 maart 2024)", "de Volkskrant", "2024-03-03"),
    ("De Gelderlander, 3 maart 2024", "De Gelderlander", "2024-03-03"),
    ("NRC, 3 maart 2024", "NRC", "2024-03-03"),
    ("Buurtkrant Oost, juli 2023", "Buurtkrant Oost", "2023-07"),
    ("Den Haag, 3 maart 2024", None, "2024-03-03"),
    ("Opgenomen aan boord, Nijmegen, 18 juni 2025", None, "2025-06-18"),
    ("Hogeschool Windesheim | maart 2024", "Hogeschool Windesheim", "2024-03"),
    ("woensdag 8 oktober 2025", None, "2025-10-08"),
]
OTHERS = [
    "Interview: waarom water nat is en blijft",
    "De man van 3 maart 2024 die nooit meer terugkwam uit de duinen.",
    "Waarom is 3 maart 2024 een feestdag?",
    "Geld en geluk – een gesprek",
    "Door de bomen het bos zien",
]


@pytest.mark.parametrize(("line", "publisher", "date"), BYLINES)
def test_byline(line: str, publisher: str | None, date: str | None) -> None:
    assert byline.is_byline(lines.split(line)[0])
    found = byline.read(line, Span(0, len(line)))
    assert (found.publisher, found.date) == (publisher, date)


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines(line: str) -> None:
    assert not byline.is_byline(lines.split(line)[0])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 maart 2024", "2024-03-03"),
        ("op 1 jan. 2020", "2020-01-01"),
        ("23-05-2025", "2025-05-23"),
        ("23/5/2025", "2025-05-23"),
        ("1e mei 1999", "1999-05-01"),
        ("29 februari 2024", "2024-02-29"),
        ("29 februari 2023", None),
        ("31-13-2024", None),
        ("april 2024", "2024-04"),
        ("tussen 2019 en 2024", None),
    ],
)
def test_date(text: str, date: str | None) -> None:
    assert iso_date(text) == date
