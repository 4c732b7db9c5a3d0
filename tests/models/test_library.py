"""The library: steps, undo and redo, also after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import FixedClock
from models.library import Library, NoSuchRecord, NotInStep, StepDone
from models.records import Contact, InvalidRecord, Note, Settings
from models.storage import Store

CLOCK = FixedClock(datetime(2026, 5, 14, 18, 30))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    yield Library(store, CLOCK)
    store.close()


def reopened(library: Library) -> Library:
    library.store.close()
    return Library(Store.open(library.store.folder, library.clock), library.clock)


def add(library: Library, name: str) -> Contact:
    with library.step("Add contact"):
        return library.put(Contact(name=name))


def test_a_record_is_there_after_its_step_and_after_a_restart(library: Library) -> None:
    contact = add(library, "Priya Rao")
    assert library.get(Contact, contact.id) == contact
    assert contact.created == contact.changed == CLOCK.now()
    again = reopened(library)
    assert again.all(Contact) == (contact,)
    again.store.close()


def test_an_edit_outside_a_step_is_refused(library: Library) -> None:
    with pytest.raises(NotInStep):
        library.put(Contact(name="Priya Rao"))


def test_a_step_that_fails_leaves_everything_as_it_was(library: Library) -> None:
    contact = add(library, "Priya Rao")
    told: list[StepDone] = []
    library.subscribe(told.append)
    with pytest.raises(RuntimeError), library.step("Edit contact"):
        library.put(msgspec.structs.replace(contact, name="Somebody else"))
        library.put(Note(text="new"))
        raise RuntimeError
    assert library.all(Contact) == (contact,)
    assert library.all(Note) == ()
    assert not told
    assert library.undo_label == "Add contact"


def test_inside_a_step_its_own_edits_are_seen(library: Library) -> None:
    with library.step("Add contact"):
        contact = library.put(Contact(name="Priya Rao"))
        assert library.get(Contact, contact.id).name == "Priya Rao"
        library.remove(contact)
        assert library.all(Contact) == ()
    assert library.undo_label == ""


def test_a_step_in_a_step_joins_the_outer_one(library: Library) -> None:
    with library.step("Add two people"):
        add(library, "Priya Rao")
        add(library, "Tom Wells")
    assert library.undo() == "Add two people"
    assert library.all(Contact) == ()


def test_undo_and_redo_reach_back_over_a_restart(library: Library) -> None:
    contact = add(library, "Priya Rao")
    with library.step("Edit contact"):
        library.put(msgspec.structs.replace(contact, position="Head of Design"))
    again = reopened(library)
    assert again.undo() == "Edit contact"
    assert again.get(Contact, contact.id).position == ""
    third = reopened(again)
    assert third.redo_label == "Edit contact"
    assert third.redo() == "Edit contact"
    assert third.get(Contact, contact.id).position == "Head of Design"
    assert third.undo() == "Edit contact"
    assert third.undo() == "Add contact"
    assert third.all(Contact) == ()
    assert third.undo() is None
    third.store.close()


def test_a_new_step_ends_what_could_be_done_again(library: Library) -> None:
    add(library, "Priya Rao")
    library.undo()
    add(library, "Tom Wells")
    assert library.redo() is None


def test_steps_with_one_merge_key_are_taken_back_together(library: Library) -> None:
    contact = add(library, "P")
    for name in ("Pr", "Pri", "Priya"):
        with library.step("Edit contact", merge_key="contact.name"):
            contact = library.put(msgspec.structs.replace(contact, name=name))
    library.undo()
    assert library.get(Contact, contact.id).name == "P"
    library.redo()
    assert library.get(Contact, contact.id).name == "Priya"


def test_listeners_hear_what_was_touched_and_who_did_it(library: Library) -> None:
    told: list[StepDone] = []
    stop = library.subscribe(told.append)
    with library.step("Add contact", origin="me"):
        contact = library.put(Contact(name="Priya Rao"))
    library.undo()
    stop()
    library.redo()
    assert [(step.kind, step.origin) for step in told] == [("do", "me"), ("undo", None)]
    assert told[0].touched == {("contacts", contact.id)}
    assert told[0].touches(Contact)
    assert not told[0].touches(Note)


def test_a_step_that_changes_nothing_is_none(library: Library) -> None:
    contact = add(library, "Priya Rao")
    with library.step("Edit contact"):
        library.put(contact)
    assert library.undo_label == "Add contact"


def test_what_cannot_be_kept_is_refused_at_the_door(library: Library) -> None:
    with pytest.raises(InvalidRecord), library.step("Add contact"):
        library.put(Contact(name="half a character \ud800"))
    assert library.all(Contact) == ()


def test_a_missing_record_is_named(library: Library) -> None:
    with pytest.raises(NoSuchRecord, match="contact"):
        library.get(Contact, "12")


def test_single_records_have_their_defaults_before_they_are_kept(library: Library) -> None:
    assert library.one(Settings) == Settings()


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.text("abc", max_size=3)),
        st.tuples(st.just("edit"), st.text("xyz", max_size=3)),
        st.tuples(st.sampled_from(("remove", "undo", "redo", "reopen")), st.just("")),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(acts=ACTS)
def test_any_walk_back_and_forth_equals_a_plain_list_of_states(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str]]
) -> None:
    store = Store.open(tmp_path_factory.mktemp("walk"), CLOCK)
    library = Library(store, CLOCK)
    states: list[tuple[Contact, ...]] = [()]
    at = 0
    for act, text in acts:
        people = library.all(Contact)
        if act == "undo":
            at -= 1 if library.undo() else 0
        elif act == "redo":
            at += 1 if library.redo() else 0
        elif act == "reopen":
            library = reopened(library)
        elif act == "add":
            add(library, text)
        elif people:
            with library.step(act):
                if act == "edit":
                    library.put(msgspec.structs.replace(people[0], name=text + people[0].name))
                else:
                    library.remove(people[0])
        if act in ("add", "edit", "remove") and library.all(Contact) != people:
            states = [*states[: at + 1], library.all(Contact)]
            at += 1
        assert library.all(Contact) == states[at]
    library.store.close()
