"""A mistake of the program: told once and without what the user wrote, kept in the log, and the work goes on."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer

from models.errors import BadInput
from models.people.operations import add_contact
from models.records import Contact
from tests.journeys.window import Desk, settled
from ui import crash

SECRET = "Priya earns 91,000"


def fail_with(error: Exception) -> None:
    raise error


def break_down(desk: Desk, error: Exception, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What is shown when a slot raises this error."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(lambda sentence, details: shown.append((sentence, details)))
    QTimer.singleShot(0, desk.window, lambda: fail_with(error))
    settled(lambda: bool(shown))
    return shown


@pytest.mark.logs_warnings
def test_a_mistake_is_told_and_logged_without_anything_personal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        shown = break_down(desk, ValueError(SECRET), monkeypatch)
    assert [sentence for sentence, _ in shown] == [""]
    assert "ValueError" in shown[0][1]
    assert "fail_with" in shown[0][1]
    assert "ValueError" in caplog.text
    assert SECRET not in shown[0][1] + caplog.text


@pytest.mark.logs_warnings
def test_the_program_goes_on_after_a_mistake(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    break_down(desk, ValueError(SECRET), monkeypatch)
    desk.open("contacts")
    desk.click("add_first_person")
    desk.write("Priya Rao")
    desk.window.flush()
    again = desk.restart()
    assert [contact.name for contact in again.library.all(Contact)] == ["Priya Rao"]
    again.leave()


@pytest.mark.logs_warnings
def test_an_error_with_a_sentence_of_its_own_says_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = break_down(desk, BadInput("The day they named should not lie before the interview."), monkeypatch)
    assert shown[0][0] == "The day they named should not lie before the interview."


@pytest.mark.logs_warnings
def test_a_step_that_breaks_leaves_the_records_as_they_were(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_done() -> None:
        with desk.library.step("Half"):
            add_contact(desk.library, name="Nobody")
            raise ValueError(SECRET)

    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(lambda sentence, details: shown.append((sentence, details)))
    QTimer.singleShot(0, desk.window, half_done)
    settled(lambda: bool(shown))
    assert desk.library.all(Contact) == ()
    assert desk.library.undo_label == ""
