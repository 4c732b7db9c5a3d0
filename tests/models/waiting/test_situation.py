"""How an opportunity stands, from its records."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
import pytest

from models.clock import Moment
from models.dates import working_calendar
from models.dossier import Dossier
from models.formats import PlainFormatter, render
from models.records import Event, Interview, Letter, Meeting, Offer, Opportunity
from models.waiting import Waiting, situation

US = working_calendar("US")


def at(month: int, day: int, hour: int = 9) -> Moment:
    return Moment(datetime(2026, month, day, hour), "America/New_York")


JOB = Opportunity(id="1", employer="Northwind", status="waiting", promised=date(2026, 11, 13))
TALK = Interview(id="2", opportunity="1", start=at(11, 2, 14))
SENT = Meeting(id="3", interview="2", contact="9", letter_sent=at(11, 2, 19))
FILE = Dossier(JOB, (TALK,), (SENT,))


def reply(when: Moment, gave: date | None = None) -> Event:
    return Event(opportunity="1", when=when, direction="from them", channel="e-mail", gave_date=gave)


def ask(when: Moment, asks: str = "update") -> Event:
    return Event(opportunity="1", when=when, direction="from me", asks=asks)  # pyright: ignore[reportArgumentType]


def stands(now: Moment, base: Dossier = FILE, **changes: object) -> Waiting:
    return situation(msgspec.structs.replace(base, **changes), US, now)


def headline(waiting: Waiting) -> str:
    return render(waiting.headline, PlainFormatter())


def test_while_they_keep_their_day_there_is_nothing_to_do() -> None:
    found = stands(at(11, 10))
    assert (found.state, headline(found)) == ("quiet", "Nothing to do until Tue 17 Nov.")
    assert not found.due
    assert not found.silence


def test_an_unsent_thank_you_comes_first() -> None:
    found = stands(at(11, 3), meetings=(Meeting(id="3", interview="2"), SENT))
    assert (found.state, found.action, found.due) == ("thank-you first", "thank-you", True)
    assert headline(found) == "First, one thank-you letter."


def test_once_it_is_time_to_ask_an_unsent_thank_you_no_longer_hides_it() -> None:
    assert stands(at(11, 17), meetings=(Meeting(id="3", interview="2"),)).state == "ask"


def test_silence_is_explained_only_after_the_promised_day() -> None:
    assert not stands(at(11, 13)).silence
    assert stands(at(11, 14)).silence


def test_the_interview_that_is_still_ahead_comes_before_asking() -> None:
    later = Interview(id="4", opportunity="1", start=at(11, 25, 10))
    found = stands(at(11, 18), interviews=(TALK, later))
    assert (found.state, found.day) == ("interview ahead", date(2026, 11, 25))


def test_a_new_round_forgets_the_day_named_in_the_old_one() -> None:
    later = Interview(id="4", opportunity="1", start=at(11, 16, 10))
    found = stands(at(11, 17), interviews=(TALK, later))
    assert found.dates is not None
    assert (found.dates.promised, found.dates.interview) == (None, date(2026, 11, 16))


@pytest.mark.parametrize(
    ("events", "suggested"),
    [
        ((reply(at(11, 16), date(2026, 11, 30)),), date(2026, 12, 2)),
        ((reply(at(11, 18)),), date(2026, 11, 30)),
        ((reply(at(11, 9)),), date(2026, 11, 17)),
        ((reply(at(11, 2, 8)),), date(2026, 11, 17)),
    ],
)
def test_their_replies_move_the_days(events: tuple[Event, ...], suggested: date) -> None:
    gave = events[0].gave_date
    job = msgspec.structs.replace(JOB, promised=gave) if gave else JOB
    dates = stands(at(11, 20), opportunity=job, events=events).dates
    assert dates is not None
    assert dates.suggested == suggested


def test_a_date_the_user_corrected_is_not_overruled_by_the_old_mail() -> None:
    job = msgspec.structs.replace(JOB, promised=date(2026, 12, 4))
    dates = stands(at(11, 20), opportunity=job, events=(reply(at(11, 16), date(2026, 11, 30)),)).dates
    assert dates is not None
    assert dates.promised == date(2026, 12, 4)


def test_a_date_in_an_event_counts_once_the_old_promise_has_gone_by() -> None:
    dates = stands(at(11, 20), events=(reply(at(11, 16), date(2026, 11, 30)),)).dates
    assert dates is not None
    assert dates.promised == date(2026, 11, 30)


def test_letters_and_calls_both_count_as_asking_and_never_twice() -> None:
    letter = Letter(id="7", opportunity="1", kind="update", state="sent", sent=at(11, 17))
    logged = msgspec.structs.replace(ask(at(11, 17)), letter="7")
    assert stands(at(11, 18), letters=(letter,), events=(logged,)).state == "asked"
    assert stands(at(11, 25), letters=(letter,), events=(logged, ask(at(11, 24)))).state == "asked twice"


def test_asking_again_on_the_day_of_their_reply_counts_when_it_came_after() -> None:
    events = (reply(at(11, 18, 9)), ask(at(11, 18, 15)))
    assert stands(at(11, 19), events=events).state == "asked"
    assert stands(at(11, 19), events=(reply(at(11, 18, 15)), ask(at(11, 18, 9)))).state == "quiet"


def test_after_the_closing_note_it_may_be_counted_as_silent() -> None:
    found = stands(at(12, 16), events=(ask(at(12, 15), "closing note"),))
    assert (found.state, found.action) == ("let go", "mark silent")


def test_an_offer_without_a_day_is_answered_after_two_working_days() -> None:
    job = msgspec.structs.replace(JOB, status="offer")
    offer = Offer(opportunity="1", received=date(2026, 11, 25))
    found = stands(at(11, 25), opportunity=job, offers=(offer,))
    assert (found.state, found.day, found.due) == ("offer", date(2026, 11, 30), True)
    assert headline(found) == "You could answer by Mon 30 Nov."
    assert headline(stands(at(12, 2), opportunity=job, offers=(offer,))) == "They wait for your answer."
    assert [point.name for point in found.points][-1] == "decision"


def test_an_offer_that_is_written_down_is_the_situation_whatever_the_status_says() -> None:
    offer = Offer(opportunity="1", received=date(2026, 11, 3), decide_by=date(2026, 11, 6))
    found = stands(at(11, 3), meetings=(Meeting(id="3", interview="2"),), offers=(offer,))
    assert (found.state, found.action, headline(found)) == ("offer", "decide", "Answer by Fri 6 Nov.")
    assert found.also is not None, "the thank-you is still mentioned"
    assert {point.name for point in found.points} == {"interview", "promised", "decision"}
    assert stands(at(11, 3), offers=(offer,)).also is None
    assert stands(at(11, 3), offers=(msgspec.structs.replace(offer, kind="current job"),)).state == "quiet"


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        ((), "A short, kind reply can wait until tomorrow."),
        ((reply(at(11, 10)),), "They wrote today. A short, kind reply can wait until tomorrow."),
        ((reply(at(11, 6)),), "They wrote on Fri 6 Nov. A short, kind reply keeps the door open."),
    ],
)
def test_of_a_no_only_what_is_known_is_said(events: tuple[Event, ...], sentence: str) -> None:
    found = stands(at(11, 10), opportunity=msgspec.structs.replace(JOB, status="rejected"), events=events)
    assert headline(found) == "They said no."
    assert render(found.reason, PlainFormatter()) == sentence


@pytest.mark.parametrize("status", ["accepted", "declined", "rejected", "withdrawn", "closed", "silent"])
def test_after_an_outcome_nothing_is_due(status: str) -> None:
    found = stands(at(12, 30), opportunity=msgspec.structs.replace(JOB, status=status))
    assert (found.state, found.due, found.questions) == ("over", False, ())


def test_a_folded_one_comes_back_on_its_day() -> None:
    job = msgspec.structs.replace(JOB, folded_until=date(2026, 11, 17))
    assert stands(at(11, 16), opportunity=job).folded
    assert not stands(at(11, 17), opportunity=job).folded


def test_the_timeline_shows_what_was_done_and_what_may_come() -> None:
    found = stands(at(11, 16), events=())
    marks = [(point.name, point.day.day, point.done) for point in found.points]
    assert marks == [
        ("interview", 2, True), ("thank-you", 2, True), ("promised", 13, True), ("earliest", 16, False),
        ("suggested", 17, False), ("second", 24, False), ("closing", 15, False),
    ]  # fmt: skip


def test_questions_that_nobody_answered_stay_visible() -> None:
    assert [each.name for each in stands(at(11, 10)).questions] == ["next_step", "decides"]
    job = msgspec.structs.replace(JOB, next_step="A second talk", decides="Priya", promised=None)
    assert [each.name for each in stands(at(11, 10), opportunity=job).questions] == ["promised"]


def test_without_any_interview_it_says_so() -> None:
    assert stands(at(11, 10), interviews=(), meetings=()).state == "no interview"
    assert stands(at(11, 10), interviews=(Interview(id="2", opportunity="1"),)).state == "no interview"
