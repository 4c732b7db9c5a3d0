"""The checklist as data, and what of it is done."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

import resources
from models.checklist import (
    GroupState,
    ItemState,
    captured_after,
    is_complete,
    load_checklist,
    panel_completeness,
    state,
)
from models.clock import Moment
from models.errors import BadInput
from models.formats import PlainFormatter, render
from models.records import Contact, Interview, Letter, Meeting, Note, Opportunity

PATH = resources.ROOT / "checklists" / "default.toml"
LIST = load_checklist(PATH)
DONE = Moment(datetime(2026, 11, 3, 9), "America/New_York")
TALK = Interview(id="2", opportunity="1", start=Moment(datetime(2026, 11, 2, 14), "America/New_York"))
JOB = Opportunity(id="1", employer="Northwind")
PRIYA = Contact(id="5", name="Priya Rao", emails=("p.rao@northwind.example",), confirmed=True)
TOM = Contact(id="6", name="Tom Okafor")
WITH_PRIYA = Meeting(id="7", interview="2", contact="5")
WITH_TOM = Meeting(id="8", interview="2", contact="6")


def item(groups: tuple[GroupState, ...], item_id: str) -> ItemState:
    return next(item for group in groups for item in group.items if item.id == item_id)


def test_the_groups_follow_the_moments_of_the_day() -> None:
    groups = state(LIST, TALK, JOB)
    assert [group.id for group in groups] == ["in-the-room", "before-you-leave", "right-after", "today", "by-tomorrow"]
    assert all(group.open == len(group.items) for group in groups)


@pytest.mark.parametrize(
    ("want", "label"),
    [
        ("", "Say where you stand"),
        ("yes", "Say that you want the job"),
        ("not sure", "Keep the door open"),
        ("no", "Leave on good terms"),
    ],
)
def test_asking_for_the_job_follows_what_is_wanted(want: str, label: str) -> None:
    asked = item(state(LIST, TALK, msgspec.structs.replace(JOB, want=want)), "ask-for-the-job")
    assert asked.label == label
    assert "want this job" not in asked.say or want == "yes"


def test_a_tick_and_a_filled_field_both_count_as_done() -> None:
    talk = msgspec.structs.replace(TALK, ticks=("breathe",), wish="The figures", asked_for_job=True)
    groups = state(LIST, talk, JOB)
    assert all(item(groups, each).done for each in ("breathe", "wish", "ask-for-the-job"))
    assert not item(groups, "learned").done


def test_automatic_items_follow_the_records() -> None:
    meetings = (WITH_PRIYA, msgspec.structs.replace(WITH_TOM, letter_skipped="thanked through the host"))
    contacts = (PRIYA, msgspec.structs.replace(TOM, emails=("t@northwind.example",), confirmed=True))
    letters = (Letter(id="9", interview="2", recipients=("5",)),)
    job = msgspec.structs.replace(JOB, next_step="A second talk", decides="Priya", promised=date(2026, 11, 13))
    groups = state(LIST, TALK, job, meetings, contacts, letters, (Note(interview="2", text="Ships on Fridays"),))
    names = ("names", "spelling", "notes", "waiting-known", "drafts")
    assert all(item(groups, each).done and item(groups, each).automatic for each in names)
    assert not item(groups, "letters").done
    detail = item(groups, "letters").detail
    assert detail is not None
    assert render(detail, PlainFormatter()) == "1 of 2 settled."


def test_notes_are_written_when_each_person_has_one() -> None:
    one = (Note(interview="2", contact=WITH_PRIYA.contact, text="Ships on Fridays"),)
    both = (*one, Note(interview="2", contact=WITH_TOM.contact, text="Asked about tests"))
    some = item(state(LIST, TALK, JOB, (WITH_PRIYA, WITH_TOM), (PRIYA, TOM), (), one), "notes")
    assert not some.done
    assert some.detail is not None
    assert render(some.detail, PlainFormatter()) == "1 of 2 still without a note."
    assert item(state(LIST, TALK, JOB, (WITH_PRIYA, WITH_TOM), (PRIYA, TOM), (), both), "notes").done


def test_having_the_answers_counts_as_having_asked() -> None:
    job = msgspec.structs.replace(JOB, next_step="A second talk", decides="Priya", promised=date(2026, 11, 13))
    assert item(state(LIST, TALK, job), "next-steps").done
    assert not item(state(LIST, TALK, JOB), "next-steps").done


def test_the_records_of_other_interviews_are_left_out() -> None:
    elsewhere = Meeting(id="10", interview="99", contact="5", letter_sent=DONE)
    groups = state(LIST, TALK, JOB, (elsewhere,), (PRIYA,), (), (Note(interview="99", text="Elsewhere"),))
    assert not any(item(groups, each).done for each in ("names", "notes", "letters"))


def test_an_interview_is_complete_when_each_person_is_thanked_or_left_out() -> None:
    sent = msgspec.structs.replace(WITH_PRIYA, letter_sent=DONE)
    assert not is_complete(TALK, ())
    assert not is_complete(TALK, (sent, WITH_TOM))
    assert is_complete(TALK, (sent, msgspec.structs.replace(WITH_TOM, letter_skipped="no address")))


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ((), "Nobody is written down yet. Who was there?"),
        (((1, 1),), "You met one person and have name and address."),
        (((1, 0),), "You met one person; the address is missing."),
        (((0, 1),), "You met one person and have the address; the name is missing."),
        (((1, 0), (1, 0)), "You met two people and have no address yet."),
        (((1, 1), (1, 0)), "You met two people and have one address."),
        (((1, 1), (1, 1), (1, 1), (1, 0)), "You met four people and have three addresses."),
        (((1, 1), (1, 1)), "You met two people and have every name and address."),
        (((1, 1), (0, 1)), "You met two people and have every address; one without a name."),
        (((1, 1),) * 13, "You met 13 people and have every name and address."),
    ],
)
def test_the_panel_is_said_in_words(people: tuple[tuple[int, int], ...], sentence: str) -> None:
    contacts = [
        Contact(id=str(n), name="Ann" if name else " ", emails=("a@b.example",) if email else ())
        for n, (name, email) in enumerate(people)
    ]
    panel = panel_completeness([Meeting(contact=each.id) for each in contacts], contacts)
    assert render(panel.sentence, PlainFormatter()) == sentence
    assert panel.complete == sum(name and email for name, email in people)


def test_the_panel_names_what_is_missing_of_whom() -> None:
    panel = panel_completeness((WITH_PRIYA, WITH_TOM), (PRIYA, TOM))
    assert panel.missing == ((TOM, ("e-mail",)),)
    assert (panel.is_complete, panel.unconfirmed) == (False, 1)


@pytest.mark.parametrize(
    ("wall", "sentence"),
    [
        (datetime(2026, 11, 2, 15, 0), "Written down at once."),
        (datetime(2026, 11, 2, 15, 12), "Written down 12 minutes after."),
        (datetime(2026, 11, 2, 18, 5), "Written down 3 hours after."),
        (datetime(2026, 11, 5, 15, 0), "Written down 3 days after."),
    ],
)
def test_it_says_how_soon_it_was_written_down(wall: datetime, sentence: str) -> None:
    talk = msgspec.structs.replace(TALK, captured=Moment(wall, "America/New_York"))
    said = captured_after(talk)
    assert said is not None
    assert render(said, PlainFormatter()) == sentence


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('field = "wish"', 'field = "wishes"', "no field called “wishes”"),
        ('id = "wish"', 'id = "notes"', "an id that no other item has"),
        ('automatic = "notes"', 'automatic = "magic"', "is not a checklist"),
        ('want = "yes"', 'want = "no"', "each wish once"),
        ('label = "Right after"', 'label = "Right after"\ncolour = "red"', "is not a checklist"),
        ('label = "How it felt"', 'label = ""', "expected a label"),
        ("[[group]]", "[[group", "is not a TOML file"),
    ],
)
def test_a_faulty_checklist_is_refused_by_name(old: str, new: str, hint: str, tmp_path: Path) -> None:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=hint) as caught:
        load_checklist(path)
    assert str(caught.value).startswith("mine.toml")
