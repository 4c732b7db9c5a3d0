"""A half-typed text finds its place again, and only a text that is not in the library is offered."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.errors import EncoreError
from models.half_typed import half_typed, key_of, put_in
from models.letters.operations import mark_ready, mark_sent
from models.library import Library
from models.records import Letter, Note
from models.storage import Draft, Store


@pytest.fixture
def library(tmp_path: Path, clock: FixedClock) -> Library:
    return Library(Store.open(tmp_path, clock), clock)


def a_letter(library: Library) -> Letter:
    with library.step("Start letter"):
        return library.put(Letter(subject="Thank you", body="Dear Ms. Rao"))


def draft(library: Library, key: str, text: str) -> Draft:
    return Draft(key, text, library.clock.milliseconds() - 60_000)


def test_a_text_that_is_not_in_yet_is_offered_with_its_name_and_time(library: Library) -> None:
    letter = a_letter(library)
    (half,) = half_typed(library, [draft(library, key_of("letters", letter.id, "body"), "Dear Ms. Rao, thank")])
    assert (half.present, half.fits, half.name.values["name"]) == ("Dear Ms. Rao", True, "Thank you")
    assert half.moment.wall == library.clock.now().wall - timedelta(minutes=1)
    assert half.moment.zone == library.clock.now().zone


def test_a_text_that_the_library_holds_is_not_offered(library: Library) -> None:
    letter = a_letter(library)
    drafts = [draft(library, key_of("letters", letter.id, field), text) for field, text in (
        ("body", "Dear Ms. Rao\n"), ("subject", "Thank you"))]  # fmt: skip
    assert half_typed(library, drafts) == ()


@pytest.mark.parametrize(
    "key", ["letters/99/body", "letters/x/body", "nothing", "planets/1/name", "letters//", "notes/1"]
)
def test_a_text_without_a_place_is_offered_to_be_copied(library: Library, key: str) -> None:
    (half,) = half_typed(library, [draft(library, key, "Words")])
    assert not half.fits
    with pytest.raises(EncoreError):
        put_in(library, half)


def test_putting_it_in_is_one_step(library: Library) -> None:
    with library.step("Add note"):
        note = library.put(Note(text="They said"))
    (half,) = half_typed(library, [draft(library, key_of("notes", note.id, "text"), "They said more")])
    put_in(library, half)
    assert library.get(Note, note.id).text == "They said more"
    assert library.undo() == "Put in what was being typed"
    assert library.get(Note, note.id).text == "They said"


def test_a_letter_that_was_sent_since_stays_as_it_went_out(library: Library) -> None:
    letter = mark_ready(library, a_letter(library).id)
    mark_sent(library, letter.id)
    (half,) = half_typed(library, [draft(library, key_of("letters", letter.id, "body"), "Other words")])
    assert not half.fits
    with pytest.raises(EncoreError):
        put_in(library, half)
