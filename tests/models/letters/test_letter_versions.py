"""Each wording of a letter is kept and can be taken again."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.clock import FixedClock
from models.errors import EncoreError
from models.letters.operations import edit_letter, mark_ready, mark_sent
from models.letters.versions import use_wording, wordings
from models.library import Library
from models.records import Letter
from models.storage import Store


@pytest.fixture
def library(tmp_path: Path, clock: FixedClock) -> Library:
    return Library(Store.open(tmp_path, clock), clock)


def a_letter(library: Library) -> Letter:
    """Three wordings; what is typed in one go counts as one."""
    with library.step("Start letter"):
        letter = library.put(Letter(subject="Thanks", body="One"))
    edit_letter(library, letter.id, body="Two")
    with library.step("Something else"):
        library.put(Letter(body="Another letter"))
    edit_letter(library, letter.id, formality="formal")
    return edit_letter(library, letter.id, body="Three")


def test_only_other_wordings_are_versions_newest_first(library: Library) -> None:
    letter = a_letter(library)
    assert [version.record.body for version in wordings(library, letter.id)] == ["Three", "Two", "One"]
    assert len({version.time for version in wordings(library, letter.id)}) == 3


def test_an_earlier_wording_comes_back_as_one_step_and_nothing_but_the_words(library: Library) -> None:
    letter = a_letter(library)
    first = wordings(library, letter.id)[-1]
    used = use_wording(library, letter.id, first)
    assert (used.subject, used.body, used.formality) == ("Thanks", "One", "formal")
    library.undo()
    assert library.get(Letter, letter.id).body == "Three"


def test_a_ready_letter_with_earlier_words_is_a_draft_again(library: Library) -> None:
    letter = mark_ready(library, a_letter(library).id)
    assert use_wording(library, letter.id, wordings(library, letter.id)[-1]).state == "draft"


def test_a_letter_that_was_sent_stays_as_it_went_out(library: Library) -> None:
    letter = mark_ready(library, a_letter(library).id)
    mark_sent(library, letter.id)
    with pytest.raises(EncoreError):
        use_wording(library, letter.id, wordings(library, letter.id)[-1])
    assert library.get(Letter, letter.id).body == "Three"
