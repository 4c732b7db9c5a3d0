"""Interviews and opportunities on a real library: each operation is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from models.checklist import (
    add_card,
    add_interview,
    remove_interview,
    tick,
    update_interview,
    update_opportunity,
)
from models.clock import FixedClock, Moment
from models.errors import BadInput
from models.library import Library
from models.records import RECORDS, Contact, Interview, Letter, Meeting, Note, Opportunity, Record
from models.storage import Store

CLOCK = FixedClock(datetime(2026, 11, 2, 15, 12))
START = Moment(datetime(2026, 11, 2, 14), "America/New_York")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    library = Library(store, CLOCK)
    add_interview(
        library,
        Opportunity(employer="Northwind", role="Designer"),
        Interview(start=START),
        ("Priya Rao", " ", "Tom Okafor"),
    )
    yield library
    store.close()


def everything(library: Library) -> dict[type[Record], tuple[Record, ...]]:
    return {kind: library.all(kind) for kind in RECORDS}


def talk(library: Library) -> Interview:
    return library.all(Interview)[0]


OPERATIONS: dict[str, Callable[[Library], object]] = {
    "Add interview": lambda library: add_interview(library, Opportunity(employer="Fabrikam"), Interview(), ("Ann",)),
    "Change the job": lambda library: update_opportunity(library, library.all(Opportunity)[0].id, want="yes"),
    "Change the interview": lambda library: update_interview(library, talk(library).id, feeling="bombed"),
    "Add note": lambda library: add_card(library, talk(library).id, "Ships on Fridays", library.all(Contact)[0].id),
    "Tick": lambda library: tick(library, talk(library).id, "breathe", True),
    "Remove interview": lambda library: remove_interview(library, talk(library).id),
}


@pytest.mark.parametrize("label", OPERATIONS)
def test_each_operation_is_one_step_that_can_be_taken_back(library: Library, label: str) -> None:
    before = everything(library)
    OPERATIONS[label](library)
    after = everything(library)
    assert after != before
    assert library.undo() == label
    assert everything(library) == before
    assert library.redo() == label
    assert everything(library) == after


def test_a_new_interview_brings_its_people(library: Library) -> None:
    assert [contact.name for contact in library.all(Contact)] == ["Priya Rao", "Tom Okafor"]
    assert {meeting.interview for meeting in library.all(Meeting)} == {talk(library).id}
    assert {contact.employer for contact in library.all(Contact)} == {"Northwind"}


def test_a_second_round_joins_the_same_job_and_the_same_people(library: Library) -> None:
    again = add_interview(
        library, Opportunity(employer="northwind ", role="designer"), Interview(), ("priya rao", "Ann Li")
    )
    assert len(library.all(Opportunity)) == 1
    assert [contact.name for contact in library.all(Contact)] == ["Priya Rao", "Tom Okafor", "Ann Li"]
    assert sum(meeting.interview == again.id for meeting in library.all(Meeting)) == 2


def test_a_job_that_ended_begins_anew(library: Library) -> None:
    update_opportunity(library, library.all(Opportunity)[0].id, status="rejected")
    add_interview(library, Opportunity(employer="Northwind", role="Designer"), Interview())
    assert len(library.all(Opportunity)) == 2


def test_an_interview_without_an_employer_is_refused(library: Library) -> None:
    with pytest.raises(BadInput, match="employer"):
        add_interview(library, Opportunity(employer="  "), Interview())


def test_the_first_note_says_when_it_was_written_down(library: Library) -> None:
    add_card(library, talk(library).id, "Ships on Fridays")
    assert talk(library).captured == CLOCK.now()
    library.undo()
    assert talk(library).captured is None
    assert library.all(Note) == ()


def test_a_wish_counts_as_written_down_and_a_place_does_not(library: Library) -> None:
    assert update_interview(library, talk(library).id, place="Room 4").captured is None
    assert update_interview(library, talk(library).id, wish="The figures").captured == CLOCK.now()


def test_ticking_sets_the_field_that_the_item_stands_for(library: Library) -> None:
    assert tick(library, talk(library).id, "ask-for-the-job", True, field="asked_for_job").asked_for_job
    assert not tick(library, talk(library).id, "ask-for-the-job", False, field="asked_for_job").asked_for_job
    assert tick(library, talk(library).id, "wish", True, field="wish").ticks == ("wish",)
    assert tick(library, talk(library).id, "wish", False, field="wish").ticks == ()


def test_removing_an_interview_keeps_what_is_history(library: Library) -> None:
    with library.step("Begin"):
        library.put(Letter(interview=talk(library).id, opportunity=talk(library).opportunity))
        library.put(
            Letter(interview=talk(library).id, opportunity=talk(library).opportunity, state="sent", sent=CLOCK.now())
        )
    remove_interview(library, talk(library).id)
    assert [letter.state for letter in library.all(Letter)] == ["sent"]
    assert len(library.all(Contact)) == 2
    assert len(library.all(Opportunity)) == 1
    assert library.all(Meeting) == ()


def test_a_job_that_nothing_belongs_to_goes_with_its_interview(library: Library) -> None:
    remove_interview(library, talk(library).id)
    assert library.all(Opportunity) == ()
