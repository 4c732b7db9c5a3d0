"""The clock of a thank-you starts when the interview ends, where it took place."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.clock import Moment
from models.records import Interview, Meeting
from models.waiting import default_letter_due, interview_end, thank_you_state

NEW_YORK = "America/New_York"
INTERVIEW = Interview(start=Moment(datetime(2026, 11, 2, 14, 0), NEW_YORK), length=90)


def at(*wall: int, zone: str = NEW_YORK) -> Moment:
    return Moment(datetime(*wall), zone)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("now", "state", "tone"),
    [
        (at(2026, 11, 2, 15, 29), "not yet", ""),
        (at(2026, 11, 2, 15, 30), "today", "good"),
        (at(2026, 11, 2, 23, 59), "today", "good"),
        (at(2026, 11, 3, 0, 0), "tomorrow", "warn"),
        (at(2026, 11, 3, 23, 59), "tomorrow", "warn"),
        (at(2026, 11, 4, 0, 0), "late", "bad"),
        (at(2026, 11, 3, 5, 30, zone="Europe/Berlin"), "today", "good"),
        (at(2026, 11, 3, 6, 30, zone="Europe/Berlin"), "tomorrow", "warn"),
    ],
)
def test_the_clock_runs_from_the_end_in_the_zone_of_the_interview(now: Moment, state: str, tone: str) -> None:
    found = thank_you_state(INTERVIEW, Meeting(), now)
    assert (found.state, found.tone) == (state, tone)


def test_the_due_day_is_the_day_after() -> None:
    assert default_letter_due(INTERVIEW) == date(2026, 11, 3)


def test_in_the_first_half_hour_it_advises_to_let_it_settle() -> None:
    assert thank_you_state(INTERVIEW, Meeting(), at(2026, 11, 2, 15, 40)).hint is not None
    assert thank_you_state(INTERVIEW, Meeting(), at(2026, 11, 2, 16, 0)).hint is None


def test_sent_and_skipped_stop_the_clock() -> None:
    late = at(2026, 11, 9, 9, 0)
    assert thank_you_state(INTERVIEW, Meeting(letter_sent=at(2026, 11, 3, 8, 0)), late).state == "sent"
    assert thank_you_state(INTERVIEW, Meeting(letter_skipped="thanked by phone"), late).state == "skipped"


def test_an_own_due_day_is_kept() -> None:
    meeting = Meeting(letter_due=date(2026, 11, 6))
    assert thank_you_state(INTERVIEW, meeting, at(2026, 11, 6, 20, 0)).state == "tomorrow"
    assert thank_you_state(INTERVIEW, meeting, at(2026, 11, 7, 8, 0)).state == "late"


def test_the_end_counts_real_minutes_when_the_clocks_change() -> None:
    night = Interview(start=at(2026, 11, 1, 0, 30), length=120)
    end = interview_end(night)
    assert end is not None
    assert end.wall == datetime(2026, 11, 1, 1, 30)


def test_without_a_start_nothing_is_late() -> None:
    found = thank_you_state(Interview(), Meeting(), at(2026, 11, 9, 9, 0))
    assert (found.state, found.due) == ("today", None)


def test_where_they_decide_at_once_it_says_so() -> None:
    found = thank_you_state(INTERVIEW, Meeting(), at(2026, 11, 2, 15, 40), decides=date(2026, 11, 3))
    assert found.hint is not None
    assert "decide" in found.hint.template


def test_the_last_minute_of_the_calendar_has_a_due_day_too() -> None:
    last = Interview(start=Moment(datetime(9999, 12, 31, 23, 0), "UTC"), length=30)
    assert default_letter_due(last) == date(9999, 12, 31)
    assert interview_end(Interview(start=Moment(datetime(9999, 12, 31, 23, 0), "America/New_York"))) is None
