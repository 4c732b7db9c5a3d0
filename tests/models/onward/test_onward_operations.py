"""What the Onward tab does to the library: each one step with a name, and undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.errors import BadInput
from models.library import Library, NoSuchRecord
from models.onward import (
    add_question,
    log_activity,
    questions_of,
    reflection_of,
    remove_activity,
    remove_question,
    save_reflection,
    set_weekly_goal,
    update_activity,
    update_question,
)
from models.records import RECORDS, Activity, Interview, Question, Record, Reflection, Settings
from models.storage import Store


@pytest.fixture
def library(library_folder: Path, clock: FixedClock) -> Iterator[Library]:
    store = Store.open(library_folder, clock)
    yield Library(store, clock)
    store.close()


@pytest.fixture
def interview(library: Library) -> str:
    with library.step("Add interview"):
        return library.put(Interview(title="Panel")).id


def everything(library: Library) -> dict[str, tuple[Record, ...]]:
    return {kind.table: library.all(kind) for kind in RECORDS}


def test_what_was_done_is_noted_for_today_with_one_call(library: Library) -> None:
    done = log_activity(library, "application", "  Fernhill  ")
    assert (done.day, done.kind, done.text) == (library.clock.today(), "application", "Fernhill")
    assert library.undo_label == "Note what you did"


def test_what_has_not_happened_yet_is_not_noted(library: Library) -> None:
    with pytest.raises(BadInput, match="today or earlier"):
        log_activity(library, "interview", day=date(2026, 5, 15))
    assert not library.all(Activity)


def test_there_is_one_reflection_an_interview(library: Library, interview: str) -> None:
    save_reflection(library, interview, went_well="The drawing")
    save_reflection(library, interview, improve="Say where I am")
    assert len(library.all(Reflection)) == 1
    found = reflection_of(library, interview)
    assert (found.went_well, found.improve) == ("The drawing", "Say where I am")


def test_typing_in_one_prompt_is_one_undo(library: Library, interview: str) -> None:
    for text in ("T", "Th", "The drawing"):
        save_reflection(library, interview, went_well=text)
    library.undo()
    assert not library.all(Reflection)


def test_empty_answers_make_no_record_but_may_be_emptied(library: Library, interview: str) -> None:
    save_reflection(library, interview, went_well="  ")
    assert not library.all(Reflection)
    save_reflection(library, interview, went_well="The drawing")
    assert save_reflection(library, interview, went_well="").went_well == ""


def test_nothing_can_be_learned_from_an_interview_that_is_not_there(library: Library) -> None:
    with pytest.raises(NoSuchRecord):
        save_reflection(library, "77", went_well="x")
    with pytest.raises(NoSuchRecord):
        add_question(library, "77", "Why us?")


def test_questions_belong_to_their_interview(library: Library, interview: str) -> None:
    with library.step("Add interview"):
        other = library.put(Interview(title="Call")).id
    first = add_question(library, interview, " Why us? ", "well")
    add_question(library, other, "Why now?")
    assert questions_of(library, interview) == (first,)
    assert first.asked == "Why us?"


def test_a_goal_is_a_number_from_none_to_fifty(library: Library) -> None:
    set_weekly_goal(library, 0)
    assert library.one(Settings).weekly_goal == 0
    for goal in (-1, 51):
        with pytest.raises(BadInput, match="from 0 to 50"):
            set_weekly_goal(library, goal)


OPERATIONS: dict[str, Callable[[Library, str, str, str], object]] = {
    "log": lambda library, _i, _a, _q: log_activity(library, "conversation", "Coffee"),
    "edit what was done": lambda library, _i, a, _q: update_activity(library, a, text="Tea"),
    "remove what was done": lambda library, _i, a, _q: remove_activity(library, a),
    "goal": lambda library, _i, _a, _q: set_weekly_goal(library, 9),
    "reflect": lambda library, i, _a, _q: save_reflection(library, i, develop="Budgets"),
    "add a question": lambda library, i, _a, _q: add_question(library, i, "Why now?"),
    "edit a question": lambda library, _i, _a, q: update_question(library, q, went="badly", better="Because"),
    "remove a question": lambda library, _i, _a, q: remove_question(library, q),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_undo_gives_the_records_before_also_after_a_restart(library: Library, interview: str, name: str) -> None:
    activity = log_activity(library, "application", "Fernhill").id
    question = add_question(library, interview, "Why us?").id
    before = everything(library)
    OPERATIONS[name](library, interview, activity, question)
    after = everything(library)
    assert after != before
    assert library.undo_label
    library.undo()
    assert everything(library) == before
    library.redo()
    assert everything(library) == after
    library.store.close()
    store = Store.open(library.store.folder, library.clock)
    again = Library(store, library.clock)
    again.undo()
    assert everything(again) == before
    store.close()


def test_a_question_that_is_gone_says_so(library: Library) -> None:
    with pytest.raises(NoSuchRecord, match="question is no longer there"):
        update_question(library, "5", went="well")
    assert not library.all(Question)
