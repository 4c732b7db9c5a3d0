"""Quitting waits for the disk without freezing, says so, and lets the user change their mind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.people.operations import add_contact
from models.records import Contact
from tests.faults.disks import BusyDisk
from tests.journeys.window import EVENING, Desk
from ui.frame import quitting
from ui.frame.quitting import WaitingDialog


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Desk, BusyDisk]]:
    """A disk that has been handed a step and does not answer."""
    disk = BusyDisk()
    desk = Desk(tmp_path, EVENING, disk)
    add_contact(desk.library, name="Priya Rao")
    assert disk.entered.wait(5)
    yield desk, disk
    disk.free.set()
    desk.leave()


def meanwhile(desk: Desk, use: Callable[[WaitingDialog], object]) -> list[str]:
    """While the window waits: look at what it says, and do something. What was said."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WaitingDialog):
            timer.stop()
            said.append(dialog.windowTitle())
            use(dialog)

    timer = QTimer(desk.window)
    timer.timeout.connect(look)
    timer.start(10)
    return said


def test_a_slow_disk_is_waited_for_and_then_the_window_goes(slow: tuple[Desk, BusyDisk]) -> None:
    desk, disk = slow
    said = meanwhile(desk, lambda _dialog: disk.free.set())
    assert desk.window.close()
    assert said == ["Waiting for the disk…"]
    assert desk.answers.asked == []
    again = Desk(desk.folder)
    assert [one.name for one in again.library.all(Contact)] == ["Priya Rao"]
    assert not again.shown("ended_badly")
    again.leave()


def test_one_may_stay_while_the_disk_is_awaited(slow: tuple[Desk, BusyDisk]) -> None:
    desk, disk = slow

    def stay(dialog: WaitingDialog) -> None:
        button = dialog.findChild(QPushButton, "stay")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    meanwhile(desk, stay)
    assert not desk.window.close()
    assert desk.window.isVisible()
    add_contact(desk.library, name="Daniel Okafor")
    disk.free.set()
    assert desk.window.close()
    again = Desk(desk.folder)
    assert len(again.library.all(Contact)) == 2
    again.leave()


def test_a_disk_that_never_answers_is_asked_about(slow: tuple[Desk, BusyDisk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk, disk = slow
    monkeypatch.setattr(quitting, "PATIENCE", 0.5)
    desk.answers.on_quit = "stay"
    assert not desk.window.close()
    assert desk.answers.asked == ["the disk has not answered yet"]
    monkeypatch.setattr(quitting, "LAST_PATIENCE", 0.5)
    desk.answers.on_quit = "quit"
    assert desk.window.close()
    disk.free.set()


def test_a_second_wish_to_close_while_waiting_changes_nothing(slow: tuple[Desk, BusyDisk]) -> None:
    desk, disk = slow
    visible: list[bool] = []

    def twice(_dialog: WaitingDialog) -> None:
        desk.window.close()
        visible.append(desk.window.isVisible())
        disk.free.set()

    meanwhile(desk, twice)
    assert desk.window.close()
    assert visible == [True]
