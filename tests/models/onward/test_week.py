"""The week, the weeks in a row, and the pace around an interview."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import Moment
from models.formats import PlainFormatter, Sentence, render
from models.onward import Streak, monday_of, pace, streak, week_of, with_interviews
from models.records import Activity, Interview, Opportunity
from models.records.onward import ActivityKind

THURSDAY = date(2026, 5, 14)
MONDAY = date(2026, 5, 11)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def did(*days: date, kind: ActivityKind = "application") -> list[Activity]:
    return [Activity(id=str(number), day=day, kind=kind) for number, day in enumerate(days, 1)]


def words(sentence: Sentence | None) -> str:
    return render(sentence, PlainFormatter()) if sentence else ""


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = week_of(did(MONDAY, THURSDAY, MONDAY - timedelta(days=1), MONDAY + timedelta(days=7)), 5, THURSDAY)
    assert (week.start, week.end) == (MONDAY, date(2026, 5, 17))
    assert [each.day for each in week.activities] == [THURSDAY, MONDAY]


def test_other_things_are_counted_apart_and_do_not_fill_the_goal() -> None:
    week = week_of([*did(MONDAY), *did(THURSDAY, kind="other")], 1, THURSDAY)
    assert week.counts == {"application": 1, "conversation": 0, "interview": 0, "other": 1}
    assert week.done == 1
    assert week.reached


def test_the_newest_entry_of_a_day_stands_first() -> None:
    week = week_of(did(THURSDAY, THURSDAY, MONDAY), 5, THURSDAY)
    assert [each.id for each in week.activities] == ["2", "1", "3"]


def test_the_sentence_never_scolds() -> None:
    sunday = date(2026, 5, 17)
    assert words(week_of(did(MONDAY), 5, THURSDAY).sentence) == "1 of 5 so far, and there is time until Sun 17 May."
    assert words(week_of(did(MONDAY), 5, sunday).sentence).endswith("the rest can wait for Monday.")
    assert words(week_of([], 5, THURSDAY).sentence).startswith("Nothing noted yet.")
    assert words(week_of([], 5, sunday).sentence).endswith("a fresh page.")
    assert words(week_of(did(MONDAY, MONDAY), 2, THURSDAY).sentence).startswith("2 of 2: you have done")
    assert words(week_of(did(MONDAY), 0, THURSDAY).sentence) == "1 noted this week."


NOW = Moment(datetime(2026, 5, 14, 18), "America/New_York")


def held(day: int, job: str = "1", hour: int = 10) -> Interview:
    return Interview(opportunity=job, start=Moment(datetime(2026, 5, day, hour), "America/New_York"))


@pytest.mark.parametrize(
    ("noted", "count"),
    [
        ([], 2),
        ([Activity(day=THURSDAY, kind="interview", opportunity="1")], 2),
        ([Activity(day=THURSDAY, kind="interview")], 2),
        ([Activity(day=THURSDAY, kind="interview", opportunity="9")], 3),
        ([Activity(day=MONDAY, kind="interview")], 3),
        ([Activity(day=THURSDAY, kind="interview"), Activity(day=THURSDAY, kind="interview", opportunity="1")], 3),
        ([Activity(day=THURSDAY, kind="application", opportunity="1")], 3),
    ],
)
def test_an_interview_counts_once_whether_it_was_noted_or_not(noted: list[Activity], count: int) -> None:
    interviews = [held(14), held(13, "2"), held(14, "3", hour=17 + 1), Interview(opportunity="1"), held(4, "4")]
    done = with_interviews(noted, interviews, [Opportunity(id="1", employer="Lumen")], NOW, since=MONDAY)
    assert len(done) == count
    assert [each.text for each in done[len(noted) :] if each.opportunity == "1"] in ([], ["Lumen"])


@given(st.lists(DAYS), st.integers(0, 50), DAYS)
def test_every_entry_of_the_week_and_no_other_is_in_it(days: list[date], goal: int, today: date) -> None:
    week = week_of(did(*days), goal, today)
    assert len(week.activities) == sum(monday_of(day) == week.start for day in days)
    assert words(week.sentence)


def test_one_quiet_week_is_forgiven_and_two_in_a_row_are_not() -> None:
    weeks_ago = [MONDAY - timedelta(weeks=count) for count in range(8)]
    assert streak(did(weeks_ago[0], weeks_ago[1], weeks_ago[2]), THURSDAY) == Streak(3)
    assert streak(did(weeks_ago[0], weeks_ago[2], weeks_ago[3]), THURSDAY) == Streak(3, 1)
    assert streak(did(weeks_ago[0], weeks_ago[3]), THURSDAY) == Streak(1)
    assert streak(did(weeks_ago[3]), THURSDAY) == Streak(0)


def test_the_present_week_is_no_miss_while_it_lasts() -> None:
    last_week, before = MONDAY - timedelta(weeks=1), MONDAY - timedelta(weeks=2)
    assert streak(did(last_week, before), THURSDAY) == Streak(2)
    assert streak(did(before), THURSDAY) == Streak(1)


def test_a_broken_streak_is_not_mentioned() -> None:
    assert streak([], THURSDAY).sentence is None
    assert words(Streak(1).sentence) == "You are under way."
    assert words(Streak(4, 1).sentence) == "You have kept going for 4 weeks, with a rest between. Rests are allowed."


@given(st.lists(DAYS, max_size=40), DAYS)
def test_a_streak_is_never_longer_than_the_weeks_with_something_in_them(days: list[date], today: date) -> None:
    found = streak(did(*days), today)
    assert 0 <= found.weeks <= len({monday_of(day) for day in days if day <= today})
    assert found.rests <= max(0, found.weeks - 1)


def test_a_pace_that_drops_after_an_interview_is_said_kindly() -> None:
    interview = date(2026, 5, 1)
    before = did(*[interview - timedelta(days=count) for count in range(1, 25)])
    found = pace([*before, *did(interview, date(2026, 5, 7))], interview, date(2026, 5, 8))
    assert found.before == Decimal(7)
    assert found.after == Decimal(1)
    assert found.tempo == "slower"
    assert words(found.sentence).startswith("Before this interview you did about 7 things a week, since then 1.")


def test_nothing_is_said_about_the_pace_in_the_first_days_or_without_a_before() -> None:
    interview = date(2026, 5, 1)
    assert pace(did(date(2026, 4, 20)), interview, date(2026, 5, 4)).sentence is None
    assert pace(did(date(2026, 5, 3)), interview, date(2026, 5, 20)).sentence is None


def test_a_pace_that_holds_or_grows_is_said_too() -> None:
    interview = date(2026, 5, 1)
    earlier = did(date(2026, 4, 24), date(2026, 4, 25))
    same = did(date(2026, 5, 4), date(2026, 5, 5))
    assert pace([*earlier, *same], interview, date(2026, 5, 8)).tempo == "steady"
    assert pace([*earlier, *same, *did(date(2026, 5, 6))], interview, date(2026, 5, 8)).tempo == "faster"
