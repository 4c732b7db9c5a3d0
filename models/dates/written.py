"""A day as people type it: 2026-05-14, 14 May, May 14 2026, 14.5.2026, tomorrow.

Nothing is guessed in silence: where the order of day and month cannot be told, the text is refused with both readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from models.errors import BadInput

Prefer = Literal["near", "future", "past"]

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS = {"today": 0, "tomorrow": 1, "yesterday": -1}
# Countries that write the month first, and those where both orders are common (Unicode CLDR short dates).
_MONTH_FIRST = frozenset({"US", "PH", "FM", "GU", "PR", "AS", "VI", "MP", "UM", "MH", "PW"})
_BOTH_WAYS = frozenset({"", "CA", "KE", "GH", "TG", "PA"})


def parse_day(
    text: str,
    today: date,
    *,
    what: str = "",
    country: str = "",
    prefer: Prefer = "near",
    written: Callable[[date], str] | None = None,
) -> date:
    """The day that `text` names.

    A year that is left out is the one that brings the day nearest to `today`, or the first one on or after (`future`),
    or on or before it (`past`). `country` settles the order of 5/6/2026. Raises BadInput where the text is no day,
    names a day that does not exist or can be read in two ways; `what`, such as an option's name, opens its sentence,
    and `written` writes a day and its month as the reader does ("14 May").
    """
    try:
        return _parsed(text, today, country, prefer, written or _day_and_month)
    except BadInput as error:
        raise BadInput(f"{what}: {error}" if what else str(error)) from None


def _day_and_month(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()}"


def _parsed(text: str, today: date, country: str, prefer: Prefer, written: Callable[[date], str]) -> date:
    words = re.sub(r"[,\s]+", " ", text.strip().casefold()).strip()
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    words, weekday = _without_weekday(words)
    year, month, day = _in_numbers(words, country, written) or _with_month_name(words) or _no_day(text, written)
    found = _complete(year, month, day, today, prefer)
    if weekday is not None and found.weekday() != weekday:
        raise BadInput(
            f"{written(found)} is a {_WEEKDAYS[found.weekday()].capitalize()}, not a "
            f"{_WEEKDAYS[weekday].capitalize()}. Which did they mean?"
        )
    return found


def _no_day(text: str, written: Callable[[date], str]) -> tuple[int | None, int, int]:
    shown, example = text.strip()[:40], f"{written(date(2026, 5, 14))} or 2026-05-14"
    if not shown:
        raise BadInput(f"A day such as {example}, please.")
    raise BadInput(f"A day such as {example}, please; “{shown}” is not one.")


def _weekday(word: str) -> int | None:
    word = word.rstrip(".")
    found = [number for number, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word)]
    return found[0] if found else None


def _without_weekday(words: str) -> tuple[str, int | None]:
    first, _, rest = words.partition(" ")
    weekday = _weekday(first)
    return (rest, weekday) if rest and weekday is not None else (words, None)


def _in_numbers(words: str, country: str, written: Callable[[date], str]) -> tuple[int | None, int, int] | None:
    if found := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", words, re.ASCII):
        return int(found[1]), int(found[3]), int(found[4])
    found = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}))?\.?", words, re.ASCII)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4]) if found[4] else None
    code = country.strip().upper()
    if one > 12 or one == two:
        return year, two, one
    if two > 12:
        return year, one, two
    if code in _BOTH_WAYS and found[2] != ".":
        ways = [written(date(2000, *pair)) for pair in ((two, one), (one, two))]
        raise BadInput(f"“{words}” can be read in two ways, {ways[0]} or {ways[1]}. Write the month as a word.")
    return (year, one, two) if code in _MONTH_FIRST and found[2] != "." else (year, two, one)


def _with_month_name(words: str) -> tuple[int | None, int, int] | None:
    words = words.replace("-", " ")
    day_first = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?(?: (\d{4}))?", words, re.ASCII)
    if day_first:
        day, name, year = day_first[1], day_first[2], day_first[3]
    elif found := re.fullmatch(r"([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", words, re.ASCII):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    months = [number for number, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name[:9])]
    if name == "sept":
        months = [9]
    return (int(year) if year else None, months[0], int(day)) if months else None


def _complete(year: int | None, month: int, day: int, today: date, prefer: Prefer) -> date:
    if not 1 <= month <= 12:
        raise BadInput(f"There is no month {month}; the months go from 1 to 12.")
    name = _MONTHS[month - 1].capitalize()
    if not 1 <= day <= _LONGEST[month - 1]:
        raise BadInput(f"{name} has no day {day}.")
    years = range(max(1, today.year - 8), min(9999, today.year + 8) + 1) if year is None else (year,)
    days: list[date] = []
    for each in years:
        try:
            days.append(date(each, month, day))
        except ValueError:
            continue
    if not days:
        raise BadInput(f"{name} {year} has no day {day}.")
    if prefer == "future":
        days = [each for each in days if each >= today] or days
    if prefer == "past":
        days = [each for each in days if each <= today] or days
    return min(days, key=lambda each: abs(each - today))
