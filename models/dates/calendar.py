"""Working days: everything but weekends and public holidays of one country and region.

The holidays and the weekend days come from the library `holidays` (public holidays only, no bank, school or optional
days). It knows dates from about 1950 to 2100; outside of that only weekends are left out. The first calendar costs
about 100 ms, so the library is imported when it is first needed.
"""

from __future__ import annotations

import difflib
import functools
import re
import warnings
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.errors import BadInput

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)


class WorkingCalendar:
    """The working days of one place. Take it from `working_calendar`, which keeps one per place."""

    def __init__(self, country: str, region: str, source: HolidayBase) -> None:
        self.country = country
        self.region = region
        self._source = source
        self._rest: dict[int, frozenset[date]] = {}

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        rest = self._rest.get(day.year)
        if rest is None:
            rest = self._rest[day.year] = self._days_of_rest(day.year)
        return day not in rest

    def add(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`; `day` itself never counts.

        With 0 it is `day`, or the next working day where `day` is none. A negative count goes back.
        Raises BadInput where the year 9999 is passed.
        """
        if count == 0:
            return self.next_working(day)
        step = _DAY if count > 0 else -_DAY
        found = day
        for _ in range(abs(count)):
            found = self._walk(found, step)
        return found

    def next_working(self, day: date) -> date:
        """`day`, or the first working day after it."""
        return day if self.is_working(day) else self._walk(day, _DAY)

    def previous_working(self, day: date) -> date:
        """`day`, or the last working day before it."""
        return day if self.is_working(day) else self._walk(day, -_DAY)

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and with `end`; negative where `end` comes first."""
        if end < start:
            return -self.between(end, start)
        days = (end - start).days
        return sum(self.is_working(start + timedelta(days=count)) for count in range(1, days + 1))

    def holiday(self, day: date) -> str:
        """The name of the public holiday on that day, or an empty text."""
        return self._source.get(day) or ""

    def _walk(self, day: date, step: timedelta) -> date:
        try:
            day += step
            while not self.is_working(day):
                day += step
        except OverflowError as error:
            raise BadInput("Working days can be counted in the years 1 to 9999 only; pick a nearer day.") from error
        return day

    def _days_of_rest(self, year: int) -> frozenset[date]:
        first = date(year, 1, 1).toordinal()
        days = [date.fromordinal(first + count) for count in range(366 if _is_leap(year) else 365)]
        with (
            warnings.catch_warnings()
        ):  # the library says so where it knows a country's moon calendar for some years only
            warnings.simplefilter("ignore", UserWarning)
            return frozenset(day for day in days if self._source.is_weekend(day) or day in self._source)


@functools.cache
def working_calendar(country: str = "US", region: str = "") -> WorkingCalendar:
    """The calendar of a country (two letters) and, where wanted, of one of its regions.

    Raises BadInput, with what may have been meant, where there is no such country or region.
    """
    code = _country_code(country)
    return WorkingCalendar(code, place := _region_code(code, region), _source(code, place))


@functools.cache
def countries() -> tuple[tuple[str, str], ...]:
    """All countries as (two letters, English name), by name."""
    found = {entry[1]: _spaced(entry[0]) for entry in _registry().values()}
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))


@functools.cache
def regions(country: str) -> tuple[tuple[str, str], ...]:
    """The regions of a country as (code, name), by name; empty where it has none. Raises BadInput."""
    source = _source(_country_code(country), "")
    names = {code: name for name, code in reversed(_aliases(source).items())}
    return tuple(sorted(((code, names.get(code, code)) for code in source.subdivisions), key=lambda pair: pair[1]))


def default_region(country: str, region: str) -> str:
    """`region` where the country has it, else an empty text: for a form whose country was just changed."""
    try:
        return _region_code(_country_code(country), region)
    except BadInput:
        return ""


def _registry() -> dict[str, tuple[str, ...]]:
    from holidays import registry  # noqa: PLC0415 - 100 ms, paid when first needed

    return registry.COUNTRIES


def _source(country: str, region: str) -> HolidayBase:
    import holidays  # noqa: PLC0415 - see the top

    return holidays.country_holidays(country, subdiv=region or None)


def _aliases(source: HolidayBase) -> dict[str, str]:
    found: dict[str, str] = getattr(source, "subdivisions_aliases", {})
    return found


@functools.cache
def _country_code(country: str) -> str:
    wanted = country.strip()
    known = countries()
    codes = {alias: entry[1] for entry in _registry().values() for alias in entry[1:3]} | {"UK": "GB"}
    if wanted.upper() in codes:
        return codes[wanted.upper()]
    by_name = {name.casefold(): code for code, name in known}
    if wanted.casefold() in by_name:
        return by_name[wanted.casefold()]
    near = difflib.get_close_matches(wanted.casefold(), by_name, n=3, cutoff=0.7)
    near = [by_name[name] for name in near] or difflib.get_close_matches(wanted.upper(), codes, n=3, cutoff=0.6)
    raise BadInput(
        f"The country should be a two-letter code such as US or GB; “{wanted[:40]}” is not one{_or_rather(near)}"
    )


def _region_code(country: str, region: str) -> str:
    wanted = region.strip()
    if not wanted:
        return ""
    source = _source(country, "")
    codes = {code.casefold(): code for code in source.subdivisions}
    codes |= {name.casefold(): code for name, code in _aliases(source).items()}
    bare = re.sub(rf"^{country}-", "", wanted, flags=re.IGNORECASE).casefold()
    if bare in codes:
        return codes[bare]
    if not source.subdivisions:
        raise BadInput(f"The region should be left out: no region of {country} has holidays of its own.")
    near = difflib.get_close_matches(bare, codes, n=3, cutoff=0.6)
    few = ", ".join(source.subdivisions[:6]) + (" and so on" if len(source.subdivisions) > 6 else "")
    hint = _or_rather([codes[name] for name in near]) if near else f"; they are {few}."
    raise BadInput(f"The region should be one of {country}, as a code; “{wanted[:40]}” is not one{hint}")


def _or_rather(near: list[str]) -> str:
    return f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else "."


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
