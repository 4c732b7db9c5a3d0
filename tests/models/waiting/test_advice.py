"""What the four days mean on each day of the wait."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import working_calendar
from models.formats import PlainFormatter, render
from models.waiting import Advice, FollowUp, Reply, advise, closing_due, explained, follow_up_dates

US = working_calendar("US")
INTERVIEW, PROMISED = date(2026, 11, 2), date(2026, 11, 13)


def plan(*updates: date, promised: date | None = PROMISED, replies: tuple[Reply, ...] = ()) -> FollowUp:
    return follow_up_dates(INTERVIEW, US, promised=promised, replies=replies, updates=updates)


def on(day: date, dates: FollowUp, closed_on: date | None = None) -> Advice:
    return advise(dates, US, day, closed_on=closed_on)


def words(advice: Advice) -> str:
    return render(advice.headline, PlainFormatter())


@pytest.mark.parametrize(
    ("day", "updates", "phase"),
    [
        (date(2026, 11, 2), (), "quiet"),
        (date(2026, 11, 13), (), "quiet"),
        (date(2026, 11, 15), (), "quiet"),
        (date(2026, 11, 16), (), "may ask"),
        (date(2026, 11, 17), (), "ask"),
        (date(2026, 11, 21), (), "day of rest"),
        (date(2026, 11, 26), (), "day of rest"),
        (date(2026, 12, 14), (), "ask"),
        (date(2026, 12, 15), (), "closing note"),
        (date(2026, 11, 18), (date(2026, 11, 17),), "asked"),
        (date(2026, 11, 24), (date(2026, 11, 17),), "ask again"),
        (date(2026, 11, 24), (date(2026, 11, 17), date(2026, 11, 24)), "asked twice"),
        (date(2026, 12, 15), (date(2026, 11, 17), date(2026, 11, 24)), "closing note"),
    ],
)
def test_each_day_of_the_wait_has_its_phase(day: date, updates: tuple[date, ...], phase: str) -> None:
    assert on(day, plan(*updates)).phase == phase


def test_before_the_promised_day_there_is_nothing_to_do() -> None:
    advice = on(date(2026, 11, 10), plan())
    assert words(advice) == "Nothing to do until Tue 17 Nov."
    assert render(advice.reason, PlainFormatter()) == (
        "They named Fri 13 Nov. Asking is fine from Mon 16 Nov; Tue 17 Nov is better."
    )
    assert not advice.due


def test_on_a_day_of_rest_the_next_working_day_is_named() -> None:
    advice = on(date(2026, 11, 21), plan())
    assert (words(advice), advice.due, advice.day) == ("Nothing to do until Mon 23 Nov.", False, date(2026, 11, 23))


def test_a_late_first_update_leaves_no_room_for_a_second() -> None:
    dates = plan(date(2026, 12, 10))
    assert dates.closing == date(2026, 12, 15)
    assert closing_due(dates, US) == date(2026, 12, 17)
    assert on(date(2026, 12, 15), dates).phase == "asked twice"
    assert on(date(2026, 12, 17), dates).phase == "closing note"


def test_after_the_closing_note_there_is_nothing_left_to_do() -> None:
    advice = on(date(2026, 12, 20), plan(), closed_on=date(2026, 12, 16))
    assert (advice.phase, advice.ask, advice.due) == ("let go", "", False)


def test_the_reason_names_their_last_word_where_it_started_the_count() -> None:
    advice = on(date(2026, 11, 19), plan(replies=(Reply(date(2026, 11, 18)),)))
    assert "They wrote on Wed 18 Nov" in render(advice.reason, PlainFormatter())


@pytest.mark.parametrize("promised", [None, PROMISED])
def test_all_four_days_are_explained_in_order(promised: date | None) -> None:
    steps = explained(plan(promised=promised))
    assert [step.name for step in steps] == ["earliest", "suggested", "second", "closing"]
    assert all(render(step.sentence, PlainFormatter()).endswith(".") for step in steps)


def test_who_asked_too_soon_waits_for_the_day_they_named() -> None:
    dates = plan(date(2026, 11, 3))
    assert dates.second == date(2026, 11, 10)
    assert on(date(2026, 11, 12), dates).phase == "asked"
    assert on(date(2026, 11, 16), dates).phase == "ask again"


@given(st.integers(0, 40), st.lists(st.integers(0, 60), max_size=3), st.integers(0, 120))
def test_nothing_is_due_while_the_day_they_named_has_not_gone_by(wait: int, asked: list[int], after: int) -> None:
    day = [date.fromordinal(INTERVIEW.toordinal() + count) for count in (wait, after)]
    updates = [date.fromordinal(INTERVIEW.toordinal() + count) for count in asked]
    advice = on(day[1], plan(*updates, promised=day[0]))
    assert not advice.due or (day[1] > day[0] and US.is_working(day[1]))
    assert advice.phase in ("closing note", "ask", "ask again", "may ask") or not advice.due
    assert advice.day is not None
    assert US.is_working(advice.day)
