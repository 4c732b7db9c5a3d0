"""The Today strip: at most three things, the most pressing first, worked out in a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from models.clock import FixedClock, Moment
from models.dates import working_calendar
from models.formats import PlainFormatter, render
from models.library import Library
from models.records import Activity, Contact, Event, Interview, Meeting, Note, Offer, Opportunity, Record, Settings
from models.storage import Store
from models.today import Action, due_counts, today
from models.waiting import fold, set_status

NOW = datetime(2026, 11, 17, 18, 0)  # a Tuesday
CLOCK = FixedClock(NOW)
US = working_calendar("US")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    yield Library(store, CLOCK)
    store.close()


def at(day: int, hour: int = 14) -> Moment:
    return Moment(datetime(2026, 11, day, hour), "America/New_York")


def keep(library: Library, *records: Record) -> list[Record]:
    with library.step("Begin"):
        return [library.put(record) for record in records]


def interviewed(library: Library, employer: str, day: int, *people: str, **more: object) -> Opportunity:
    with library.step("Begin"):
        job = library.put(msgspec.structs.replace(Opportunity(employer=employer), **more))
        talk = library.put(Interview(opportunity=job.id, start=at(day), captured=at(day, 16)))
        for name in people:
            person = library.put(Contact(name=name))
            library.put(Meeting(interview=talk.id, contact=person.id))
    return job


def enough_done(library: Library) -> None:
    keep(library, Activity(day=NOW.date()))


def shown(library: Library) -> list[str]:
    return [render(action.sentence, PlainFormatter()) for action in actions(library)]


def actions(library: Library) -> tuple[Action, ...]:
    return today(library, US, CLOCK)


def test_with_nothing_in_the_library_nothing_is_due(library: Library) -> None:
    assert today(library, US, CLOCK) == ()
    assert due_counts(library, US, CLOCK) == {}


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (17, "Thank Priya Rao by tonight."),
        (16, "Thank Priya Rao today."),
        (13, "Thank Priya Rao; late is still welcome."),
    ],
)
def test_one_thank_you_names_the_person(library: Library, day: int, sentence: str) -> None:
    interviewed(library, "Northwind", day, "Priya Rao")
    enough_done(library)
    assert shown(library) == [sentence]
    action = actions(library)[0]
    assert (action.verb, action.tab, action.target) == ("Write", "letters", ("meetings", library.all(Meeting)[0].id))


def test_several_thank_yous_of_one_interview_are_one_line(library: Library) -> None:
    interviewed(library, "Northwind", 17, "Priya Rao", "Tom Okafor", "")
    enough_done(library)
    assert shown(library) == ["Thank three people at Northwind by tonight."]
    assert due_counts(library, US, CLOCK) == {"letters": 3, "waiting": 1}


def test_the_most_pressing_three_are_shown_in_their_order(library: Library) -> None:
    interviewed(library, "Brightline", 2, promised=date(2026, 11, 13))
    portland = interviewed(library, "Portland", 9, status="offer")
    keep(library, Offer(opportunity=portland.id, decide_by=date(2026, 11, 19)))
    keep(library, Opportunity(employer="Fabrikam"))
    fabrikam = library.all(Opportunity)[-1]
    keep(library, Interview(opportunity=fabrikam.id, start=at(16)))
    interviewed(library, "Northwind", 17, "Priya Rao")
    assert shown(library) == [
        "Thank Priya Rao by tonight.",
        "Answer Portland by Thu 19 Nov.",
        "Ask Brightline for news.",
    ]
    assert [action.tab for action in actions(library)] == ["letters", "offers", "waiting"]
    assert due_counts(library, US, CLOCK) == {"letters": 1, "offers": 1, "waiting": 3, "checklist": 1}


def test_an_interview_without_a_note_is_asked_about_for_a_few_days(library: Library) -> None:
    job, *_ = keep(library, Opportunity(employer="Fabrikam"))
    talk, *_ = keep(library, Interview(opportunity=job.id, start=at(16)))
    enough_done(library)
    assert shown(library) == ["Write down how it went at Fabrikam."]
    keep(library, Note(interview=talk.id, text="They ship on Fridays"))
    assert shown(library) == []


def test_what_is_put_away_stays_away(library: Library) -> None:
    job = interviewed(library, "Brightline", 2, promised=date(2026, 11, 13))
    enough_done(library)
    assert shown(library) == ["Ask Brightline for news."]
    fold(library, job.id, date(2026, 11, 25))
    assert shown(library) == []
    assert due_counts(library, US, CLOCK) == {}


@pytest.mark.parametrize(
    ("asked", "sentence"), [((9,), "Ask Brightline once more."), ((4, 9), None), ((), "Ask Brightline for news.")]
)
def test_asking_again_follows_what_was_asked(library: Library, asked: tuple[int, ...], sentence: str | None) -> None:
    job = interviewed(library, "Brightline", 2, promised=date(2026, 11, 3))
    keep(library, *(Event(opportunity=job.id, when=at(day), direction="from me", asks="update") for day in asked))
    enough_done(library)
    assert shown(library) == ([sentence] if sentence else [])


def test_the_search_goes_on_until_an_offer_is_accepted(library: Library) -> None:
    job = interviewed(library, "Brightline", 16, promised=date(2026, 11, 27))
    keep(library, Settings(weekly_goal=3), Activity(day=date(2026, 11, 16)), Activity(day=date(2026, 11, 13)))
    assert shown(library) == ["Keep the search going: 2 of 3 this week."], "an application and the interview"
    set_status(library, job.id, "accepted")
    assert shown(library) == []


def test_without_a_goal_nothing_urges_and_an_interview_counts_towards_one(library: Library) -> None:
    interviewed(library, "Brightline", 16, promised=date(2026, 11, 27))
    assert shown(library) == []
    keep(library, Settings(weekly_goal=2))
    assert shown(library) == ["Keep the search going: 1 of 2 this week."]
    keep(library, Activity(day=date(2026, 11, 16), kind="interview"))
    assert shown(library) == ["Keep the search going: 1 of 2 this week."]


def test_on_the_day_of_a_no_it_keeps_quiet(library: Library) -> None:
    job = interviewed(library, "Brightline", 16)
    set_status(library, job.id, "rejected")
    assert shown(library) == []


class Many:
    """Records in memory, for the pace alone."""

    def __init__(self) -> None:
        job = [Opportunity(id=str(n), employer=f"E{n}", status="waiting") for n in range(600)]
        start = [Moment(NOW - timedelta(days=n % 60, hours=3), "America/New_York") for n in range(1200)]
        self.records: dict[type[Record], tuple[Record, ...]] = {
            Opportunity: tuple(job),
            Interview: tuple(Interview(id=str(n), opportunity=str(n % 600), start=start[n]) for n in range(1200)),
            Meeting: tuple(Meeting(id=str(n), interview=str(n % 1200), letter_sent=start[0]) for n in range(1600)),
            Event: tuple(
                Event(id=str(n), opportunity=str(n % 600), when=start[n % 1200], direction="from them")
                for n in range(1600)
            ),
        }

    def all(self, kind: type[Record]) -> tuple[Record, ...]:
        return self.records.get(kind, ())

    def one(self, kind: type[Record]) -> Record:
        return kind()

    def find(self, kind: type[Record], record_id: str) -> Record | None:
        return None


def test_five_thousand_records_are_looked_through_in_a_moment() -> None:
    many = Many()
    today(many, US, CLOCK)  # pyright: ignore[reportArgumentType]
    started = time.perf_counter()
    today(many, US, CLOCK)  # pyright: ignore[reportArgumentType]
    assert time.perf_counter() - started < 0.5
