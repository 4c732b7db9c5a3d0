"""When to ask: every expected day below was worked out by hand on a paper calendar before the rule was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import working_calendar
from models.errors import BadInput
from models.waiting import Reply, follow_up_dates


def day(text: str) -> date:
    return date.fromisoformat(text)


# name | country region | interview | promised | replied (new date) | first update | earliest suggested second closing
CASES = """
promised on a Friday                         | US    | 2026-11-02 | 2026-11-13 | -                     | -          | 2026-11-16 2026-11-17 2026-11-24 2026-12-15
none promised, Christmas and New Year        | US    | 2026-12-21 | -          | -                     | -          | 2026-12-29 2026-12-31 2027-01-08 2027-01-28
Thanksgiving the day after the promise       | US    | 2026-11-20 | 2026-11-25 | -                     | -          | 2026-11-27 2026-11-30 2026-12-07 2026-12-28
California rests on the Friday too           | US CA | 2026-11-20 | 2026-11-25 | -                     | -          | 2026-11-30 2026-12-01 2026-12-08 2026-12-29
leap day is a working day                    | US    | 2028-02-22 | 2028-02-28 | -                     | -          | 2028-02-29 2028-03-01 2028-03-08 2028-03-29
promised for leap day                        | US    | 2028-02-22 | 2028-02-29 | -                     | -          | 2028-03-01 2028-03-02 2028-03-09 2028-03-30
Friday and Saturday off, none promised       | IL    | 2026-11-01 | -          | -                     | -          | 2026-11-08 2026-11-10 2026-11-17 2026-12-08
Friday and Saturday off, promised a Thursday | SA    | 2026-11-08 | 2026-11-12 | -                     | -          | 2026-11-15 2026-11-16 2026-11-23 2026-12-14
England, Boxing Day moved to Monday          | GB ENG| 2026-12-17 | 2026-12-24 | -                     | -          | 2026-12-29 2026-12-30 2027-01-07 2027-01-27
Scotland, the second of January moved        | GB SCT| 2026-12-17 | 2026-12-24 | -                     | -          | 2026-12-29 2026-12-30 2027-01-08 2027-01-27
Bavaria keeps All Saints                     | DE BY | 2027-10-20 | 2027-10-29 | -                     | -          | 2027-11-02 2027-11-03 2027-11-10 2027-12-01
Berlin does not                              | DE BE | 2027-10-20 | 2027-10-29 | -                     | -          | 2027-11-01 2027-11-02 2027-11-09 2027-11-30
promised for a Saturday                      | US    | 2026-11-02 | 2026-11-14 | -                     | -          | 2026-11-16 2026-11-17 2026-11-24 2026-12-15
closing note would fall on Christmas         | US    | 2026-11-16 | 2026-11-24 | -                     | -          | 2026-11-25 2026-11-27 2026-12-04 2026-12-28
the first update went out late               | US    | 2026-11-02 | 2026-11-13 | -                     | 2026-11-20 | 2026-11-16 2026-11-17 2026-11-30 2026-12-15
a reply with a new date                      | US    | 2026-11-02 | 2026-11-13 | 2026-11-16 2026-11-30 | -          | 2026-12-01 2026-12-02 2026-12-09 2026-12-30
a reply without a date after the promise     | US    | 2026-11-02 | 2026-11-13 | 2026-11-18            | -          | 2026-11-25 2026-11-30 2026-12-07 2026-12-28
a reply without a date, none promised        | US    | 2026-11-02 | -          | 2026-11-05            | -          | 2026-11-13 2026-11-17 2026-11-24 2026-12-15
their word still holds after a kind reply    | US    | 2026-11-02 | 2026-11-13 | 2026-11-09            | -          | 2026-11-16 2026-11-17 2026-11-24 2026-12-15
a reply that brings the date forward         | US    | 2026-11-02 | 2026-11-20 | 2026-11-04 2026-11-13 | -          | 2026-11-16 2026-11-17 2026-11-24 2026-12-15
over the end of January                      | US    | 2027-01-29 | -          | -                     | -          | 2027-02-05 2027-02-09 2027-02-17 2027-03-09
interviewed on a Saturday                    | US    | 2026-10-31 | -          | -                     | -          | 2026-11-06 2026-11-10 2026-11-18 2026-12-08
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_days_are_those_of_the_paper_calendar(row: list[str]) -> None:
    _, place, interview, promised, replied, update, expected = row
    days = [day(word) for word in replied.split()] if replied != "-" else []
    dates = follow_up_dates(
        day(interview),
        working_calendar(*place.split()),
        promised=None if promised == "-" else day(promised),
        replies=(Reply(days[0], days[1] if len(days) > 1 else None),) if days else (),
        updates=() if update == "-" else (day(update),),
    )
    found = " ".join(value.isoformat() for value in (dates.earliest, dates.suggested, dates.second, dates.closing))
    assert found == expected


def test_an_update_they_answered_no_longer_counts() -> None:
    dates = follow_up_dates(
        day("2026-11-02"),
        working_calendar("US"),
        promised=day("2026-11-13"),
        replies=(Reply(day("2026-11-18"), day("2026-11-30")),),
        updates=(day("2026-11-17"),),
    )
    assert (dates.suggested, dates.second, dates.updates_sent) == (day("2026-12-02"), day("2026-12-09"), 0)


def test_the_newest_reply_counts_whatever_the_order() -> None:
    replies = (Reply(day("2026-11-18"), None), Reply(day("2026-11-10"), day("2026-11-16")))
    dates = follow_up_dates(day("2026-11-02"), working_calendar("US"), promised=day("2026-11-13"), replies=replies)
    assert (dates.base, dates.promised) == (day("2026-11-18"), None)


def test_a_mail_from_before_the_interview_moves_nothing() -> None:
    calendar = working_calendar("US")
    plain = follow_up_dates(day("2026-11-02"), calendar)
    assert follow_up_dates(day("2026-11-02"), calendar, replies=(Reply(day("2026-10-20"), None),)) == plain


def test_the_end_of_the_calendar_is_said_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="9999"):
        follow_up_dates(date(9999, 12, 20), working_calendar("US"))


DAYS = st.dates(date(2016, 1, 1), date(2036, 12, 31))
PLACES = st.sampled_from(["US", "GB", "DE", "IL", "SA", "JP", "IN", "NP", "AE", "IR", "BN", "BR"])


@settings(max_examples=150, deadline=None)
@given(DAYS, st.one_of(st.none(), st.integers(0, 60)), PLACES)
def test_the_days_come_in_order_and_are_working_days(interview: date, wait: int | None, country: str) -> None:
    calendar = working_calendar(country)
    promised = None if wait is None else date.fromordinal(interview.toordinal() + wait)
    dates = follow_up_dates(interview, calendar, promised=promised)
    four = (dates.earliest, dates.suggested, dates.second, dates.closing)
    assert dates.earliest <= dates.suggested < dates.second <= dates.closing
    assert all(calendar.is_working(each) for each in four)
    assert dates.earliest > (promised or interview)


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(0, 40), st.integers(0, 40), PLACES)
def test_a_later_promise_never_asks_sooner(interview: date, one: int, other: int, country: str) -> None:
    calendar = working_calendar(country)
    sooner, later = (
        follow_up_dates(interview, calendar, promised=date.fromordinal(interview.toordinal() + wait))
        for wait in sorted((one, other))
    )
    assert sooner.earliest <= later.earliest
    assert sooner.suggested <= later.suggested
    assert sooner.second <= later.second
    assert sooner.closing <= later.closing
