"""Dates as Dutch texts write them → ISO 8601.

>>> iso_date("Sint-Truiden, 23 mei 2025")
'2025-05-23'
>>> iso_date("Rijksuniversiteit Groningen | april 2024")
'2024-04'
"""

from __future__ import annotations

import re
from functools import cache

from interview_cli.lexicon.structure import MONTHS
from interview_cli.structure.lines import alternation

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find_date(text: str) -> re.Match[str] | None:
    """Return where the first date stands that exists, or nothing."""
    return next((match for match in _date().finditer(text) if _iso(match) is not None), None)


def iso_date(text: str) -> str | None:
    """Return the first date of a text, as precise as it is there: `2025-10-08` or `2024-04`."""
    match = find_date(text)
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    groups = {name.rstrip("1234"): value for name, value in match.groupdict().items() if value}
    name = groups.get("name")
    month = MONTHS[name.lower().rstrip(".")] if name else int(groups["month"])
    year = int(groups["year"])
    if not (1 <= month <= 12 and 1000 <= year <= 2999):
        return None
    if "day" not in groups:
        return f"{year:04}-{month:02}"
    day = int(groups["day"])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= day <= _DAYS[month - 1] or (month == 2 and day == 29 and not leap):
        return None
    return f"{year:04}-{month:02}-{day:02}"


@cache
def _date() -> re.Pattern[str]:
    names = alternation(MONTHS)
    return re.compile(
        rf"""(?<![\w-])(?:
            (?P<year1>\d{{4}})-(?P<month1>\d{{2}})-(?P<day1>\d{{2}})
          | (?P<day2>\d{{1,2}})(?:e|ste|de)?\s+(?P<name2>{names})\.?,?\s+(?P<year2>\d{{4}})
          | (?P<name3>{names})\.?\s+(?:(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,\s*)?(?P<year3>\d{{4}})
          | (?P<day4>\d{{1,2}})(?P<sign>[-/.])(?P<month4>\d{{1,2}})(?P=sign)(?P<year4>\d{{4}})
        )(?![\w-])""",
        re.VERBOSE | re.IGNORECASE,
    )
