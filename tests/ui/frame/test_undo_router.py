"""Ctrl+Z takes back typing while there is typing to take back, and the last step after that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.checklist import update_opportunity
from models.records import Interview, Opportunity
from tests.journeys.window import Desk
from ui.undo_router import UndoRouter

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BEFORE, AFTER = "a second conversation with Priya Rao", "a call"


@pytest.fixture
def routed(desk_with_story: Desk) -> Iterator[Desk]:
    """The story with one step to take back, the focus in a field that step does not touch."""
    app = QApplication.instance()
    assert app is not None
    router = UndoRouter(desk_with_story.window)
    app.installEventFilter(router)
    update_opportunity(desk_with_story.library, job(desk_with_story).id, next_step=AFTER)
    desk_with_story.open("checklist")
    desk_with_story.find("decides").setFocus()
    yield desk_with_story
    app.removeEventFilter(router)


def job(desk: Desk) -> Opportunity:
    interview = desk.library.get(Interview, desk.context.interview_id)
    return desk.library.get(Opportunity, interview.opportunity)


def test_in_a_field_where_nothing_was_typed_the_keys_reach_the_window(routed: Desk) -> None:
    assert job(routed).next_step == AFTER
    routed.press(Qt.Key.Key_Z, CTRL)
    assert job(routed).next_step == BEFORE
    assert routed.text_of("next_step") == BEFORE
    routed.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert job(routed).next_step == AFTER
    assert routed.text_of("next_step") == AFTER


def test_what_was_just_typed_is_taken_back_in_the_field_and_the_step_stays(routed: Desk) -> None:
    who = routed.text_of("decides")
    routed.press(Qt.Key.Key_End)
    routed.write("!")
    assert routed.text_of("decides") == f"{who}!"
    routed.press(Qt.Key.Key_Z, CTRL)
    assert routed.text_of("decides") == who
    assert job(routed).next_step == AFTER
    routed.press(Qt.Key.Key_Z, CTRL)
    assert job(routed).next_step == BEFORE


def test_a_text_of_several_lines_does_the_same(routed: Desk) -> None:
    routed.find("excites").setFocus()
    routed.write("x")
    routed.press(Qt.Key.Key_Z, CTRL)
    assert job(routed).next_step == AFTER
    routed.press(Qt.Key.Key_Z, CTRL)
    assert job(routed).next_step == BEFORE
