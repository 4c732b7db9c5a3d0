"""The sample story: always alive, never twice, and gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import FixedClock
from models.errors import BadInput
from models.letters.facts import check_facts
from models.letters.gathering import facts_for
from models.library import Library
from models.onward import week_of
from models.proofreading.passes import letter_text, pass_state
from models.records import (
    RECORDS,
    Activity,
    Contact,
    Event,
    Interview,
    Letter,
    Meeting,
    Note,
    Offer,
    Opportunity,
    Profile,
    Reflection,
    Settings,
)
from models.sample import add_sample, has_sample, remove_sample
from models.storage import Store
from resources import ROOT


@pytest.fixture
def library(library_folder: Path, clock: FixedClock) -> Iterator[Library]:
    store = Store.open(library_folder, clock)
    yield Library(store, clock)
    store.close()


@pytest.fixture
def folder(resources: Path) -> Path:
    return resources / "sample"


def counts(library: Library) -> dict[str, int]:
    return {kind.table: len(library.all(kind)) for kind in RECORDS if library.all(kind)}


def test_the_story_comes_in_one_step_and_undo_takes_it_back(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    told = counts(library)
    assert has_sample(library)
    assert library.undo() == "Add the sample story"
    assert counts(library) == {}
    library.redo()
    assert counts(library) == told


def test_it_takes_the_panel_of_yesterday_in_hand(library: Library, folder: Path) -> None:
    interview = library.get(Interview, add_sample(library, folder))
    assert interview.start is not None
    assert library.clock.today() - interview.start.day == timedelta(days=1)
    met = [library.get(Contact, each.contact) for each in library.all(Meeting) if each.interview == interview.id]
    assert len(met) == 4
    assert sum(not person.emails for person in met) == 1
    states = sorted(letter.state for letter in library.all(Letter) if letter.interview == interview.id)
    assert states == ["draft", "sent"]


def test_it_holds_everything_that_the_pages_show(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    found = counts(library)
    assert {kind.table for kind in RECORDS} == set(found)
    statuses = {job.status for job in library.all(Opportunity)}
    assert {"waiting", "offer", "rejected", "silent", "interviewing"} == statuses
    assert [offer.kind for offer in library.all(Offer)] == ["offer", "offer", "current job"]
    today = library.clock.today()
    assert any(job.promised and job.promised < today for job in library.all(Opportunity))
    assert week_of(library.all(Activity), 5, today).done >= 3


def test_no_word_of_the_story_is_a_leftover_of_its_file(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    marks = ("{weekday", "{signature", "working days", '"@')
    told = [msgspec.json.encode(record).decode() for kind in RECORDS for record in library.all(kind)]
    assert not [text for text in told if any(mark in text for mark in marks)]


def test_every_letter_of_the_story_is_one_that_may_be_sent(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    for letter in library.all(Letter):
        found = check_facts(letter.body, facts_for(library, letter), letter.subject)
        assert not [each for each in found if each.severity in ("block", "fix")], letter.subject
        sent = letter.state == "sent"
        assert (pass_state(letter, "facts", letter_text(letter)) == "green") == sent
        assert bool(letter.sent_text) == sent


def test_a_second_time_adds_nothing_and_finds_the_way_back(library: Library, folder: Path) -> None:
    hero = add_sample(library, folder)
    told = counts(library)
    assert add_sample(library, folder) == hero
    assert counts(library) == told


def test_taking_it_out_leaves_nothing_and_undo_brings_it_back(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    told = counts(library)
    assert remove_sample(library) == sum(told.values()) - 1
    assert counts(library) == {"settings": 1}
    assert not has_sample(library)
    assert library.undo() == "Remove the sample story"
    assert counts(library) == told
    assert remove_sample(library)


def test_taking_out_what_is_not_there_is_no_step(library: Library) -> None:
    assert remove_sample(library) == 0
    assert library.undo_label == ""


def test_what_the_user_hung_on_it_goes_with_it(library: Library, folder: Path) -> None:
    hero = add_sample(library, folder)
    with library.step("Add"):
        met = library.put(Contact(name="Someone the user added"))
        library.put(Meeting(interview=hero, contact=met.id))
        library.put(Note(interview=hero, text="a note"))
        library.put(Event(contact=met.id, summary="a call"))
        library.put(Letter(interview=hero, recipients=(met.id,)))
        library.put(Reflection(interview=hero, went_well="something"))
    remove_sample(library)
    assert counts(library) == {"settings": 1}


def test_what_is_the_users_own_stays_and_loses_only_its_link(library: Library, folder: Path) -> None:
    with library.step("Add"):
        job = library.put(Opportunity(employer="Real Employer"))
        own = library.put(Interview(opportunity=job.id))
        friend = library.put(Contact(name="A friend"))
        library.put(Meeting(interview=own.id, contact=friend.id))
    hero = add_sample(library, folder)
    person = next(each.contact for each in library.all(Meeting) if each.interview == hero)
    with library.step("Add"):
        note = library.put(Note(interview=own.id, contact=person, text="my own words"))
        letter = library.put(Letter(interview=own.id, recipients=(friend.id, person)))
        library.put(Meeting(interview=hero, contact=friend.id))
        library.put(Activity(day=library.clock.today(), text="my own application"))
    remove_sample(library)
    expected = {"opportunities": 1, "interviews": 1, "contacts": 1, "meetings": 1, "notes": 1, "letters": 1}
    assert counts(library) == {**expected, "activities": 1, "settings": 1}
    assert library.get(Note, note.id).contact == ""
    assert library.get(Letter, letter.id).recipients == (friend.id,)


def test_the_users_own_profile_signs_the_letters_and_stays(library: Library, folder: Path) -> None:
    with library.step("Add"):
        library.put(Profile(name="Grace Adeyemi", email="grace@mail.test", phone="555-0100"))
    add_sample(library, folder)
    assert all(letter.body.endswith("Grace Adeyemi\n555-0100\ngrace@mail.test") for letter in library.all(Letter))
    remove_sample(library)
    assert library.one(Profile).name == "Grace Adeyemi"


def test_the_samples_profile_stays_once_it_was_made_ones_own(library: Library, folder: Path) -> None:
    add_sample(library, folder)
    with library.step("Edit"):
        library.put(msgspec.structs.replace(library.one(Profile), name="Grace Adeyemi", email="grace@mail.test"))
    remove_sample(library)
    assert library.one(Profile).name == "Grace Adeyemi"


def test_the_users_settings_stay_as_they_are(library: Library, folder: Path) -> None:
    with library.step("Edit"):
        library.put(Settings(country="GB", weekly_goal=2))
    add_sample(library, folder)
    remove_sample(library)
    assert (library.one(Settings).country, library.one(Settings).weekly_goal) == ("GB", 2)


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_added(library: Library, tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text("[[interviews]\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"story\.toml"):
        add_sample(library, tmp_path)
    (tmp_path / "story.toml").write_text('[[interviews]]\nstart = "soon"\n[profile]\n', encoding="utf-8")
    with pytest.raises(BadInput, match="time of day"):
        add_sample(library, tmp_path)
    assert counts(library) == {}


@settings(max_examples=25)
@given(moment=st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)))
def test_the_story_is_alive_on_every_day(tmp_path_factory: pytest.TempPathFactory, moment: datetime) -> None:
    here = FixedClock(moment.replace(microsecond=0))
    store = Store.open(tmp_path_factory.mktemp("day"), here)
    library = Library(store, here)
    interview = library.get(Interview, add_sample(library, ROOT / "sample"))
    now = here.now()
    assert interview.start is not None
    assert interview.start.aware < now.aware
    assert all(letter.sent.aware < now.aware for letter in library.all(Letter) if letter.sent)
    assert all(event.when.aware < now.aware for event in library.all(Event) if event.when)
    assert all(done.day <= now.day for done in library.all(Activity) if done.day)
    assert all(offer.decide_by > now.day for offer in library.all(Offer) if offer.decide_by)
    assert week_of(library.all(Activity), 5, now.day).done >= 3
    store.close()
