"""A search that goes on: a step noted with one key, a lesson kept over a restart, the story put away again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from models.onward import reflection_of
from models.records import Activity, Interview, Settings
from models.sample import remove_sample
from tests.journeys.window import Desk


def text_of(desk: Desk, name: str) -> str:
    label = desk.find(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_a_week_goes_on_and_what_was_learned_is_there_after_a_restart(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.open("onward")
    desk.focus_first()
    QTest.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert text_of(desk, "activity_0") == "Conversation"
    assert desk.library.undo_label == "Note what you did"
    desk.type("activity_words", "Coffee with Ifeoma")
    desk.click("log_conversation")
    desk.type("improve", "One sentence every ten minutes.")
    interview = desk.context.interview_id
    desk.click("remove_activity_1")
    noted = [activity.text for activity in desk.library.all(Activity)][-1]
    again = desk.restart()
    again.open("onward")
    assert noted == "Coffee with Ifeoma"
    assert text_of(again, "activity_0") == "Coffee with Ifeoma"
    assert reflection_of(again.library, interview).improve == "One sentence every ten minutes."
    assert again.library.undo_label == "Remove what you noted"
    again.leave()


def test_the_story_goes_in_one_step_and_the_page_stays_calm(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.open("onward")
    assert remove_sample(desk.library) > 100
    QApplication.processEvents()
    assert not desk.library.all(Interview)
    assert desk.library.one(Settings).sample == ()
    assert desk.find("onward_add_interview").isEnabled()
    desk.library.undo()
    QApplication.processEvents()
    assert text_of(desk, "activity_0") == "Read up on hospital privacy rules"
