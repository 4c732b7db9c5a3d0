"""What is done with letters, on a real library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from models.clock import FixedClock, Moment
from models.findings import Finding
from models.formats import PlainFormatter, render
from models.letters.desk import open_desk
from models.letters.gathering import collect_facts, facts_for
from models.letters.operations import (
    LetterIsSent,
    NotReady,
    back_to_draft,
    draft_for,
    edit_letter,
    ignore_finding,
    letter_line,
    mark_ready,
    mark_sent,
    missing_letters,
    pass_done,
    redraft,
    remove_letter,
    start_letter,
    start_letter_about,
    start_panel_letters,
    waive_pass,
)
from models.library import Library
from models.people.operations import add_contact, add_note, log_event, remove_contact, skip_letter, update_contact
from models.records import RECORDS, Contact, Event, Interview, Letter, Meeting, Note, Opportunity, Profile, Strength
from models.storage import Store

CLOCK = FixedClock(datetime(2026, 7, 30, 18, 30))
DESK = open_desk(Path(__file__).resolve().parents[3] / "resources")
THANKS = DESK.kinds["thank-you"]
State = dict[str, tuple[object, ...]]


def state(library: Library) -> State:
    return {kind.table: library.all(kind) for kind in RECORDS}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    library = Library(store, CLOCK)
    with library.step("Story"):
        library.put(Profile(name="Maya Lindqvist", email="maya@lindqvist.example", phone="+1 503 555 0142"))
        job = library.put(
            Opportunity(
                employer="Northwind Health", role="Product Designer", want="yes", excites="the chance to design for nurses",
                strengths=(Strength("user research", "ran 40 sessions in two clinics"),), promised=date(2026, 8, 7),
            )
        )  # fmt: skip
        library.put(Opportunity(employer="Brightline", role="Designer"))
        held = library.put(
            Interview(opportunity=job.id, start=Moment(datetime(2026, 7, 30, 14, 0), "America/New_York"))
        )
        rao = add_contact(library, held.id, "manager", name="Priya Rao", title="Ms", emails=("priya@n.example",))
        add_contact(library, held.id, "HR", name="Tom Okafor")
        add_note(library, "onboarding is the hardest part of it", interview_id=held.id, contact_id=rao.id)
    yield library
    store.close()


def rao(library: Library) -> Contact:
    return next(one for one in library.all(Contact) if one.name == "Priya Rao")


def held(library: Library) -> Interview:
    return library.all(Interview)[0]


def started(library: Library) -> Letter:
    return start_letter(library, THANKS, held(library).id, rao(library).id)


def test_a_letter_starts_with_a_draft_from_the_records(library: Library) -> None:
    letter = started(library)
    assert letter.body.startswith("Dear Ms. Rao,\n\n")
    assert "Onboarding is the hardest part of it" in letter.body
    assert letter.body.endswith("Maya Lindqvist\n+1 503 555 0142\nmaya@lindqvist.example")
    assert library.undo_label == "Draft letter"
    assert started(library) == letter
    assert draft_for(library, THANKS, letter).questions == ()


def test_a_draft_of_the_library_passes_its_own_facts_check(library: Library) -> None:
    letter = started(library)
    facts = facts_for(library, letter)
    assert facts.other_employers == ("Brightline",)
    assert facts.panel == ("Tom Okafor",)
    found = DESK.check(letter.body, facts, letter.subject)
    assert [one.rule for one in found if one.severity != "praise"] == ["name-unconfirmed"]


def test_the_whole_panel_gets_letters_in_one_step(library: Library) -> None:
    letters = start_panel_letters(library, THANKS, held(library).id)
    assert [one.recipients for one in letters] == [(one.contact,) for one in library.all(Meeting)]
    assert letters[0].body != letters[1].body
    assert library.undo() == "Draft letters to the panel"
    assert library.all(Letter) == ()


def test_a_letter_for_news_goes_to_hr_first_and_to_someone_with_an_address(library: Library) -> None:
    job = held(library).opportunity
    assert start_letter_about(library, DESK.kinds["update"], job).recipients == (rao(library).id,)
    tom = next(one for one in library.all(Contact) if one.name == "Tom Okafor")
    update_contact(library, tom.id, emails=("tom@n.example",))
    assert start_letter_about(library, DESK.kinds["update"], job).recipients == (tom.id,)


def test_typing_in_one_field_is_one_undo(library: Library) -> None:
    letter = started(library)
    for text in ("a", "ab", "abc"):
        edit_letter(library, letter.id, body=text)
    edit_letter(library, letter.id, subject="s")
    library.undo()
    assert library.get(Letter, letter.id).body == "abc"
    library.undo()
    assert library.get(Letter, letter.id).body == letter.body


def test_a_ready_letter_whose_text_changes_is_a_draft_again(library: Library) -> None:
    letter = mark_ready(library, started(library).id)
    assert edit_letter(library, letter.id, body=letter.body).state == "ready"
    assert edit_letter(library, letter.id, body="new").state == "draft"


def test_what_blocks_must_be_mended_or_put_aside(library: Library) -> None:
    letter = started(library)
    block = Finding(
        passed="facts", severity="block", rule="placeholder", text="[x]", message="This gap was never filled in."
    )
    with pytest.raises(NotReady, match="gap was never filled in"):
        mark_ready(library, letter.id, findings=[block])
    ignore_finding(library, letter.id, block)
    assert mark_ready(library, letter.id, findings=[block]).state == "ready"
    with pytest.raises(NotReady):
        waive_pass(library, letter.id, "facts", " ")


def test_sending_freezes_text_time_meeting_cards_and_history_in_one_step(library: Library) -> None:
    letter = mark_sent(library, started(library).id, CLOCK)
    assert letter.state == "sent"
    assert letter.sent == CLOCK.now()
    assert letter.sent_text == f"{letter.subject}\n\n{letter.body}"
    meeting = next(one for one in library.all(Meeting) if one.contact == rao(library).id)
    assert meeting.letter_sent == CLOCK.now()
    assert [one.used_in for one in library.all(Note)] == [(letter.id,)]
    event = library.all(Event)[0]
    assert (event.contact, event.direction, event.letter) == (rao(library).id, "from me", letter.id)
    assert event.opportunity == held(library).opportunity
    assert [one.contact for one in missing_letters(library, held(library).id)] != [rao(library).id]
    library.undo()
    assert library.all(Event) == ()
    assert library.get(Letter, letter.id).state == "draft"


def test_a_sent_letter_refuses_every_change(library: Library) -> None:
    letter = mark_sent(library, started(library).id)
    tries: list[Callable[[], object]] = [
        lambda: edit_letter(library, letter.id, body="x"),
        lambda: mark_ready(library, letter.id),
        lambda: back_to_draft(library, letter.id),
        lambda: mark_sent(library, letter.id),
        lambda: redraft(library, THANKS, letter.id),
        lambda: pass_done(library, letter.id, "facts"),
    ]
    before = state(library)
    for one in tries:
        with pytest.raises(LetterIsSent, match="was sent"):
            one()
    assert state(library) == before
    remove_letter(library, letter.id)
    assert library.all(Note)[0].used_in == ()


def test_one_line_says_how_a_letter_stands(library: Library) -> None:
    letter = started(library)
    lines = [render(letter_line(library, letter), PlainFormatter())]
    lines.append(render(letter_line(library, mark_ready(library, letter.id)), PlainFormatter()))
    lines.append(render(letter_line(library, mark_sent(library, letter.id)), PlainFormatter()))
    assert lines == ["To Priya Rao, in draft", "To Priya Rao, ready to send", "To Priya Rao, sent Thu 30 Jul, 18:30"]


def test_a_general_card_is_put_into_nobodys_mouth(library: Library) -> None:
    add_note(library, "first common card", interview_id=held(library).id)
    add_note(library, "second common card", interview_id=held(library).id)
    tom = next(one for one in library.all(Contact) if one.name == "Tom Okafor")
    letter = start_letter(library, THANKS, held(library).id, tom.id)
    assert collect_facts(library, letter).cards == ()
    assert "common card" not in letter.body


def met(library: Library, letter: Letter) -> Meeting:
    return next(one for one in library.all(Meeting) if one.contact in letter.recipients)


OPERATIONS: dict[str, Callable[[Library, Letter], object]] = {
    "edit": lambda library, letter: edit_letter(library, letter.id, body="x", subject="y"),
    "ready": lambda library, letter: mark_ready(library, letter.id),
    "redraft": lambda library, letter: redraft(library, DESK.kinds["update"], letter.id),
    "sent": lambda library, letter: mark_sent(library, letter.id),
    "remove": lambda library, letter: remove_letter(library, letter.id),
    "pass": lambda library, letter: pass_done(library, letter.id, "aloud"),
    "waive": lambda library, letter: waive_pass(library, letter.id, "eyes", "Maya"),
    "panel": lambda library, letter: start_panel_letters(library, THANKS, letter.interview),
    "remove contact": lambda library, letter: remove_contact(library, letter.recipients[0]),
    "skip": lambda library, letter: skip_letter(library, met(library, letter).id, "thanked through the host"),
    "event": lambda library, letter: log_event(library, contact=letter.recipients[0], summary="Called"),
}


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_undo_gives_the_records_before_and_redo_those_after_also_after_a_restart(library: Library, name: str) -> None:
    letter = started(library)
    before = state(library)
    OPERATIONS[name](library, letter)
    after = state(library)
    assert before != after
    folder = library.store.folder
    library.store.close()
    store = Store.open(folder, CLOCK)
    again = Library(store, CLOCK)
    assert state(again) == after
    assert again.undo() is not None
    assert state(again) == before
    again.redo()
    assert state(again) == after
    store.close()
