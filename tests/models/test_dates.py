"""Working days of a place, and days as people write them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import countries, default_region, parse_day, regions, working_calendar
from models.errors import BadInput

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("country", "region", "day", "working"),
    [
        ("US", "", date(2026, 11, 26), False),
        ("US", "", date(2026, 11, 27), True),
        ("US", "CA", date(2026, 11, 27), False),
        ("IL", "", date(2026, 11, 8), True),
        ("IL", "", date(2026, 11, 6), False),
        ("AE", "", date(2021, 11, 5), False),
        ("AE", "", date(2026, 11, 6), True),
        ("NP", "", date(2026, 11, 7), False),
        ("GB", "SCT", date(2026, 11, 30), False),
        ("GB", "ENG", date(2026, 11, 30), True),
    ],
)
def test_a_day_is_working_where_that_place_works(country: str, region: str, day: date, working: bool) -> None:
    assert working_calendar(country, region).is_working(day) is working


def test_counting_leaves_out_days_of_rest_in_both_directions() -> None:
    calendar = working_calendar("US")
    assert calendar.add(date(2026, 11, 25), 1) == date(2026, 11, 27)
    assert calendar.add(date(2026, 11, 30), -2) == date(2026, 11, 25)
    assert calendar.add(date(2026, 11, 28), 0) == date(2026, 11, 30)
    assert calendar.previous_working(date(2026, 11, 29)) == date(2026, 11, 27)
    assert calendar.between(date(2026, 11, 25), date(2026, 11, 30)) == 2
    assert calendar.between(date(2026, 11, 30), date(2026, 11, 25)) == -2
    assert calendar.holiday(date(2026, 11, 26)).startswith("Thanksgiving")


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.integers(1, 40), st.sampled_from(["US", "IL", "IR", "BN", "IN"])
)
def test_counting_there_and_back_meets_again(day: date, count: int, country: str) -> None:
    calendar = working_calendar(country)
    there = calendar.add(day, count)
    assert calendar.is_working(there)
    assert calendar.between(day, there) == count
    assert calendar.add(there, -count) == calendar.previous_working(day)


@pytest.mark.parametrize("year", [2, 1800, 2101, 4000, 9998])
def test_years_far_away_know_weekends(year: int) -> None:
    for code in ("US", "IL", "IN", "CN", "MY"):
        assert working_calendar(code).add(date(year, 6, 1), 5) > date(year, 6, 1)


def test_countries_and_regions_can_be_listed() -> None:
    assert ("GB", "United Kingdom") in countries()
    assert len(countries()) > 200
    assert ("CA", "California") in regions("US")
    assert regions("AE") == ()


@pytest.mark.parametrize(
    ("country", "region", "found"),
    [("uk", "Scotland", ("GB", "SCT")), ("Germany", "by", ("DE", "BY")), ("USA", "US-CA", ("US", "CA"))],
)
def test_a_place_may_be_written_in_several_ways(country: str, region: str, found: tuple[str, str]) -> None:
    calendar = working_calendar(country, region)
    assert (calendar.country, calendar.region) == found


@pytest.mark.parametrize(
    ("country", "region", "hint"),
    [
        ("Germny", "", "did you mean DE"),
        ("US", "Calfornia", "did you mean CA"),
        ("AE", "X", "left out"),
        ("", "", "two-letter"),
    ],
)
def test_an_unknown_place_is_refused_with_a_hint(country: str, region: str, hint: str) -> None:
    with pytest.raises(BadInput, match=hint):
        working_calendar(country, region)


def test_a_region_is_dropped_when_the_country_changes() -> None:
    assert default_region("GB", "CA") == ""
    assert default_region("US", "CA") == "CA"


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("2026-05-14", "", date(2026, 5, 14)),
        ("2026/5/4", "", date(2026, 5, 4)),
        (" 14 May 2027 ", "", date(2027, 5, 14)),
        ("14 May", "", date(2027, 5, 14)),
        ("May 14, 2026", "", date(2026, 5, 14)),
        ("the 3rd of June", "", date(2026, 6, 3)),
        ("Fri 27 Nov", "", date(2026, 11, 27)),
        ("29 Feb", "", date(2028, 2, 29)),
        ("5/6/2026", "US", date(2026, 5, 6)),
        ("5/6/2026", "GB", date(2026, 6, 5)),
        ("5.6.2026", "", date(2026, 6, 5)),
        ("14/5", "US", date(2027, 5, 14)),
        ("12/12", "", date(2026, 12, 12)),
        ("tomorrow", "", date(2026, 11, 24)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, country: str, day: date) -> None:
    assert parse_day(text, TODAY, country=country) == day


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("31 February", "February has no day 31"),
        ("29 Feb 2027", "February 2027 has no day 29"),
        ("2026-13-01", "no month 13"),
        ("5/6/2026", "two ways"),
        ("Mon 27 Nov", "27 November is a Friday, not a Monday. Which did they mean"),
        ("", "A day such as 14 May or 2026-05-14, please"),
        ("soon", "“soon” is not one"),
        ("٢٠٢٦-٠١-٠١", "A day such as"),
        ("9" * 5000, "A day such as"),
    ],
)
def test_a_day_that_cannot_be_read_is_asked_for_in_a_sentence(text: str, hint: str) -> None:
    with pytest.raises(BadInput, match=hint) as caught:
        parse_day(text, TODAY)
    assert len(str(caught.value)) < 200
    with pytest.raises(BadInput) as named:
        parse_day(text, TODAY, what="--promised")
    assert str(named.value) == f"--promised: {caught.value}"


def test_days_in_the_sentence_are_written_as_the_reader_does() -> None:
    with pytest.raises(BadInput, match="November 27 is a Friday, not a Monday"):
        parse_day("Mon 27 Nov", TODAY, written=lambda day: f"{day:%B} {day.day}")


def test_a_missing_year_follows_what_the_form_prefers() -> None:
    assert parse_day("20 Nov", TODAY, prefer="future") == date(2027, 11, 20)
    assert parse_day("24 Nov", TODAY, prefer="past") == date(2025, 11, 24)


def day_or_sentence(text: str) -> date | str:
    try:
        return parse_day(text, TODAY)
    except BadInput as error:
        return str(error)


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    found = day_or_sentence(text)
    assert isinstance(found, date) or found.endswith((".", "?"))


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_an_iso_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day


def test_the_holidays_are_not_loaded_until_a_day_is_counted() -> None:
    code = "import sys, models.dates, models.waiting; raise SystemExit('holidays' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
