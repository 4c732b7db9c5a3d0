"""What the user does while waiting, on a real library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from models.clock import FixedClock, Moment
from models.dates import working_calendar
from models.dossier import dossier, dossiers
from models.errors import BadInput
from models.library import Library
from models.records import Event, Interview, Meeting, Offer, Opportunity
from models.storage import Store
from models.waiting import (
    correct_event,
    fold,
    fold_when_done,
    forget_event,
    log_reply,
    log_update_sent,
    set_decide_by,
    set_promised,
    set_status,
    situation,
    unfold,
)

CLOCK = FixedClock(datetime(2026, 11, 10, 9, 0))
US = working_calendar("US")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    library = Library(store, CLOCK)
    with library.step("Begin"):
        job = library.put(Opportunity(employer="Northwind", promised=date(2026, 11, 13)))
        talk = library.put(Interview(opportunity=job.id, start=Moment(datetime(2026, 11, 2, 14), "America/New_York")))
        library.put(Meeting(interview=talk.id, letter_sent=Moment(datetime(2026, 11, 3, 9), "America/New_York")))
        library.put(Offer(opportunity=job.id, received=date(2026, 11, 9)))
    yield library
    store.close()


def job(library: Library) -> Opportunity:
    return library.all(Opportunity)[0]


OPERATIONS: dict[str, Callable[[Library], object]] = {
    "Note what they wrote": lambda library: log_reply(
        library, job(library).id, gave_date=date(2026, 11, 20), summary="Soon"
    ),
    "Note that you asked": lambda library: log_update_sent(library, job(library).id),
    "Note the closing note": lambda library: log_update_sent(library, job(library).id, closing=True),
    "Change the day you hear by": lambda library: set_promised(
        library, job(library).id, date(2026, 11, 18), phrase="mid-month"
    ),
    "Put away": lambda library: fold(library, job(library).id, date(2026, 11, 17)),
    "Mark as: an offer": lambda library: set_status(library, job(library).id, "offer"),
    "Mark as: a no": lambda library: log_reply(library, job(library).id, brings="rejected"),
    "Change the day to answer by": lambda library: set_decide_by(library, library.all(Offer)[0].id, US, days=5),
}


@pytest.mark.parametrize("label", OPERATIONS)
def test_each_operation_is_one_step_that_can_be_taken_back(library: Library, label: str) -> None:
    before = [library.all(kind) for kind in (Opportunity, Event, Offer)]
    OPERATIONS[label](library)
    after = [library.all(kind) for kind in (Opportunity, Event, Offer)]
    assert after != before
    assert library.undo() == label
    assert [library.all(kind) for kind in (Opportunity, Event, Offer)] == before
    assert library.redo() == label
    assert [library.all(kind) for kind in (Opportunity, Event, Offer)] == after


def test_a_reply_with_a_date_moves_the_plan_and_brings_it_back(library: Library) -> None:
    fold(library, job(library).id, date(2026, 11, 17))
    log_reply(library, job(library).id, gave_date=date(2026, 11, 20))
    assert (job(library).promised, job(library).folded_until) == (date(2026, 11, 20), None)
    found = situation(dossier(library, job(library).id), US, CLOCK.now())
    assert found.dates is not None
    assert found.dates.suggested == date(2026, 11, 24)


def test_their_words_about_the_day_stay_with_it(library: Library) -> None:
    set_promised(library, job(library).id, date(2026, 11, 13), phrase="by Friday")
    log_reply(library, job(library).id, gave_date=date(2026, 11, 13), summary="Still on track")
    assert job(library).promised_phrase == "by Friday"
    log_reply(
        library,
        job(library).id,
        gave_date=date(2026, 11, 20),
        summary="Thank you for your patience. You will hear by the end of next week.",
    )
    assert job(library).promised_phrase == "You will hear by the end of next week."


def test_a_reply_can_be_corrected_and_the_day_it_named_follows(library: Library) -> None:
    said = log_reply(library, job(library).id, gave_date=date(2026, 11, 20), summary="By next Friday")
    correct_event(library, said.id, gave_date=date(2026, 11, 24), summary="By Tuesday after")
    assert (job(library).promised, job(library).promised_phrase) == (date(2026, 11, 24), "By Tuesday after")
    with pytest.raises(BadInput, match="before the day they wrote"):
        correct_event(library, said.id, gave_date=date(2026, 11, 3))
    set_promised(library, job(library).id, date(2026, 12, 1))
    correct_event(library, said.id, gave_date=date(2026, 11, 25))
    assert job(library).promised == date(2026, 12, 1), "the user has named another day since"


def test_a_reply_taken_out_takes_its_day_with_it(library: Library) -> None:
    said = log_reply(library, job(library).id, gave_date=date(2026, 11, 20))
    forget_event(library, said.id)
    assert (library.all(Event), job(library).promised) == ((), None)
    assert library.undo() == "Remove what happened"
    assert (library.all(Event), job(library).promised) == ((said,), date(2026, 11, 20))


def test_a_reply_wakes_what_was_taken_for_silent(library: Library) -> None:
    set_status(library, job(library).id, "silent")
    log_reply(library, job(library).id)
    assert job(library).status == "waiting"


def test_days_that_cannot_be_are_refused_and_change_nothing(library: Library) -> None:
    before = job(library)
    with pytest.raises(BadInput, match="before the interview"):
        set_promised(library, before.id, date(2026, 11, 1))
    with pytest.raises(BadInput, match="before the day they wrote"):
        log_reply(library, before.id, gave_date=date(2026, 11, 9))
    with pytest.raises(BadInput, match="still ahead"):
        fold(library, before.id, date(2026, 11, 10))
    assert job(library) == before
    assert library.all(Event) == ()


def test_it_folds_itself_away_when_every_thank_you_is_done(library: Library) -> None:
    assert not fold_when_done(library, job(library).id, US)
    with library.step("No offer"):
        library.remove(library.all(Offer)[0])
    assert fold_when_done(library, job(library).id, US)
    assert job(library).folded_until == date(2026, 11, 17)
    unfold(library, job(library).id)
    with library.step("Undo sent"):
        meeting = library.all(Meeting)[0]
        library.put(msgspec.structs.replace(meeting, letter_sent=None))
    assert not fold_when_done(library, job(library).id, US)


def test_one_dossier_and_all_of_them_say_the_same(library: Library) -> None:
    assert dossiers(library) == {job(library).id: dossier(library, job(library).id)}
