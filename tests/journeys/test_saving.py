"""Nothing is called saved before the disk has it, and nothing that was typed is lost without a question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from main import library_in
from models.people.operations import add_contact
from models.records import Contact
from models.storage.disk import Disk
from tests.faults.disks import BusyDisk, FullDisk
from tests.journeys.window import EVENING, Desk
from ui.raise_watch import RaiseWatch

PLENTY = 10_000_000


@contextmanager
def desk_on(folder: Path, disk: Disk) -> Iterator[Desk]:
    desk = Desk(folder, EVENING, disk)
    try:
        yield desk
    finally:
        desk.answers.on_quit = "quit"
        desk.leave()


def said(desk: Desk) -> str:
    label = desk.find("save_state")
    assert isinstance(label, QLabel)
    return label.text()


def names(folder: Path) -> list[str]:
    """Who is in the library when it is opened again."""
    desk = Desk(folder, EVENING)
    found = [contact.name for contact in desk.library.all(Contact)]
    desk.leave()
    return found


def filled_up(desk: Desk, disk: FullDisk, qtbot: QtBot) -> None:
    """One person is on the disk, the next finds it full."""
    add_contact(desk.library, name="Priya Rao")
    qtbot.waitUntil(lambda: said(desk).startswith("Saved"))
    disk.room = 0
    add_contact(desk.library, name="Daniel Okafor")
    qtbot.waitUntil(lambda: said(desk).startswith("Not saved"))


def test_saved_is_said_only_after_the_disk_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    disk = BusyDisk()
    with desk_on(tmp_path, disk) as desk:
        assert said(desk).startswith("Saved")
        add_contact(desk.library, name="Priya Rao")
        assert said(desk) == "Saving…"
        assert disk.entered.wait(5)
        QApplication.processEvents()
        assert said(desk) == "Saving…"
        disk.free.set()
        qtbot.waitUntil(lambda: said(desk).startswith("Saved"))


def test_a_full_disk_is_told_with_its_reason_and_retry_saves_everything(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path, disk) as desk:
        filled_up(desk, disk, qtbot)
        assert said(desk) == "Not saved: the disk is full. Your changes are still here."
        assert [contact.name for contact in desk.library.all(Contact)] == ["Priya Rao", "Daniel Okafor"]
        desk.click("retry_save")
        qtbot.waitUntil(lambda: said(desk).startswith("Not saved"))
        disk.room = PLENTY
        desk.click("retry_save")
        qtbot.waitUntil(lambda: said(desk).startswith("Saved"))
        assert not desk.shown("retry_save")
        assert not desk.shown("save_copy")
    assert names(tmp_path) == ["Priya Rao", "Daniel Okafor"]


def test_a_copy_holds_what_the_disk_refused(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path / "library", disk) as desk:
        filled_up(desk, disk, qtbot)
        disk.room = PLENTY  # another disk has room
        desk.answers.path = tmp_path / "copy.json"
        desk.click("save_copy")
        kept = json.loads(desk.answers.path.read_text(encoding="utf-8"))
    assert {person["name"] for person in kept["contacts"].values()} == {"Priya Rao", "Daniel Okafor"}


def test_a_copy_that_cannot_be_written_is_told_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path / "library", disk) as desk:
        filled_up(desk, disk, qtbot)
        desk.answers.path = tmp_path / "copy.json"
        desk.click("save_copy")
        assert len(desk.answers.told) == 1
        assert "the disk is full" in desk.answers.told[0]
        assert not desk.answers.path.exists()
        assert len(desk.library.all(Contact)) == 2


def test_quitting_with_unsaved_steps_asks_and_staying_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path, disk) as desk:
        filled_up(desk, disk, qtbot)
        desk.answers.on_quit = "stay"
        assert not desk.window.close()
        assert desk.answers.asked == ["the disk is full"]
        assert desk.window.isVisible()
        disk.room = PLENTY
        desk.click("retry_save")
        qtbot.waitUntil(lambda: said(desk).startswith("Saved"))
        assert desk.window.close()
        assert desk.answers.asked == ["the disk is full"]
    assert names(tmp_path) == ["Priya Rao", "Daniel Okafor"]


def test_quitting_anyway_gives_up_only_what_was_said_to_be_unsaved(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path, disk) as desk:
        filled_up(desk, disk, qtbot)
        desk.answers.on_quit = "quit"
        assert desk.window.close()
    assert names(tmp_path) == ["Priya Rao"]


def test_trying_again_while_quitting_saves_and_closes(qtbot: QtBot, tmp_path: Path) -> None:
    disk = FullDisk(PLENTY)
    with desk_on(tmp_path, disk) as desk:
        filled_up(desk, disk, qtbot)
        disk.room = PLENTY
        desk.answers.on_quit = "retry"
        assert desk.window.close()
    assert names(tmp_path) == ["Priya Rao", "Daniel Okafor"]


@pytest.mark.parametrize("chosen", [True, False], ids=["a file is chosen", "no file is chosen"])
def test_a_copy_while_quitting_is_written_before_the_window_goes(qtbot: QtBot, tmp_path: Path, chosen: bool) -> None:
    disk = FullDisk(PLENTY)
    copy = tmp_path / "copy.json"
    with desk_on(tmp_path / "library", disk) as desk:
        filled_up(desk, disk, qtbot)
        disk.room = PLENTY
        desk.answers.path = copy if chosen else None
        desk.answers.on_quit = "copy"
        desk.answers.then = "stay"
        assert desk.window.close() == chosen
    assert copy.exists() == chosen


def test_a_second_start_asks_the_first_window_to_come_forward(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_on(tmp_path, Disk()) as desk:
        RaiseWatch(tmp_path, desk.window)
        desk.window.showMinimized()
        assert desk.window.isMinimized()
        assert library_in(tmp_path) is None
        qtbot.waitUntil(lambda: not desk.window.isMinimized())
