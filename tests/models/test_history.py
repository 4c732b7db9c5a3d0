"""Back to an earlier state: the timeline, the preview, and the way there and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from models.changes import Changes
from models.clock import FixedClock, Moment
from models.formats import PlainFormatter, render
from models.history import NoSuchVersion, back_to, preview, restore, timeline, versions
from models.library import Library
from models.records import Contact, Letter, Note, Settings
from models.storage import Store

START = datetime(2026, 5, 14, 18, 30)


class Passing(FixedClock):
    """A clock whose hands a test moves."""

    def __init__(self) -> None:
        super().__init__(START)
        self.wall = START

    def pass_by(self, **time: int) -> None:
        self.wall += timedelta(**time)
        super().__init__(self.wall)


@pytest.fixture
def clock() -> Passing:
    return Passing()


@pytest.fixture
def library(tmp_path: Path, clock: Passing) -> Iterator[Library]:
    store = Store.open(tmp_path, clock)
    yield Library(store, clock)
    store.close()


def write(library: Library, letter: Letter, **changes: str) -> Letter:
    with library.step("Edit letter", merge_key=letter.id):
        return library.put(msgspec.structs.replace(letter, **changes))


def add(library: Library, record: Contact | Letter | Note | Settings, label: str = "Add") -> str:
    with library.step(label):
        return library.put(record).id


def said(changes: Changes) -> list[str]:
    return sorted(f"{row.how}: {render(row.name, PlainFormatter())}" for row in changes.rows)


def test_the_timeline_is_newest_first_with_typing_as_one_row(library: Library, clock: Passing) -> None:
    letter = library.get(Letter, add(library, Letter(subject="Thanks"), "Draft letter"))
    for text in ("D", "De", "Dear"):
        clock.pass_by(seconds=1)
        letter = write(library, letter, body=text)
    clock.pass_by(days=1)
    add(library, Contact(name="Priya Rao"), "Add person")
    library.undo()
    rows = timeline(library)
    assert [(row.label, row.kind, row.steps) for row in rows] == [
        ("Add person", "undo", 1),
        ("Add person", "do", 1),
        ("Edit letter", "do", 3),
        ("Draft letter", "do", 1),
    ]
    assert rows[0].moment == Moment(datetime(2026, 5, 15, 18, 30, 3), "America/New_York")
    assert rows[2].touched == {("letters", letter.id)}
    assert timeline(library, 2) == rows[:2]
    assert timeline(library, 9, before=rows[1].first) == rows[2:]
    assert timeline(library, 9, before=rows[2].first) == rows[3:]


def test_the_preview_names_what_would_come_back_go_and_differ(library: Library, clock: Passing) -> None:
    person = add(library, Contact(name="Priya Rao"))
    note = add(library, Note(text="They build the whole pipeline in the open, and " + "on " * 40))
    then = timeline(library)[0].time
    clock.pass_by(hours=1)
    with library.step("Several things"):
        library.put(msgspec.structs.replace(library.get(Contact, person), name="Priya Raoh"))
        library.remove(library.get(Note, note))
        library.put(Contact(name="Tomas Lind"))
    found = preview(library, then)
    assert said(found) == [
        "added: Note “They build the whole pipeline in the open, and on on on on…”",
        "changed: Priya Rao",
        "removed: Tomas Lind",
    ]
    (changed,) = [row for row in found.rows if row.how == "changed"]
    assert [(f.field, f.label, f.was, f.now) for f in changed.fields] == [("name", "Name", "Priya Raoh", "Priya Rao")]
    assert [found.count(how) for how in ("added", "changed", "removed")] == [1, 1, 1]


def test_going_back_is_one_step_that_undo_takes_back_also_after_a_restart(library: Library, clock: Passing) -> None:
    person = add(library, Contact(name="Priya Rao"))
    then = timeline(library)[0].time
    before = library.all(Contact)
    clock.pass_by(hours=1)
    with library.step("Several things"):
        library.remove(library.get(Contact, person))
        library.put(Contact(name="Tomas Lind"))
    after = library.all(Contact)
    restore(library, then)
    assert library.all(Contact) == before
    assert library.undo_label == "Back to an earlier state"
    assert preview(library, then).rows == ()
    library.store.close()
    again = Library(Store.open(library.store.folder, clock), clock)
    again.undo()
    assert again.all(Contact) == after
    assert preview(again, 0).count("removed") == 1, "before the first step there was nothing"
    restore(again, 0)
    assert again.all(Contact) == ()
    again.store.close()


def test_going_back_to_the_present_is_no_step(library: Library) -> None:
    add(library, Contact(name="Priya Rao"))
    assert restore(library, library.clock.milliseconds() + 10**6).patches == ()
    assert library.undo_label == "Add"


def test_the_programs_settings_stay_as_they_are(library: Library, clock: Passing) -> None:
    add(library, Settings(text_size=150))
    restore(library, 0)
    assert library.one(Settings).text_size == 150


def test_each_letter_has_its_versions_and_can_go_back_in_text_alone(library: Library, clock: Passing) -> None:
    letter = library.get(Letter, add(library, Letter(subject="Thanks"), "Draft letter"))
    for text in ("Dear Priya", "Dear Ms Rao"):
        clock.pass_by(minutes=5)
        letter = write(library, letter, body=text[:4])
        clock.pass_by(seconds=1)
        letter = write(library, letter, body=text)
    with library.step("Letter sent"):
        letter = library.put(msgspec.structs.replace(letter, state="sent"))
    found = versions(library, Letter, letter.id)
    assert [(v.label, v.record.body) for v in found] == [
        ("Letter sent", "Dear Ms Rao"),
        ("Edit letter", "Dear Ms Rao"),
        ("Edit letter", "Dear Priya"),
        ("Draft letter", ""),
    ]
    back_to(library, Letter, letter.id, found[2].time, only=("subject", "body"))
    now = library.get(Letter, letter.id)
    assert (now.body, now.state) == ("Dear Priya", "sent")
    library.undo()
    assert library.get(Letter, letter.id) == letter


def test_a_deleted_record_keeps_its_versions_and_can_come_back(library: Library, clock: Passing) -> None:
    person = add(library, Contact(name="Priya Rao"))
    before = library.get(Contact, person)
    with library.step("Remove person"):
        library.remove(before)
    (version,) = versions(library, Contact, person)
    back_to(library, Contact, person, version.time)
    assert library.get(Contact, person) == before
    with pytest.raises(NoSuchVersion, match="not in the history"):
        back_to(library, Contact, person, 5)
