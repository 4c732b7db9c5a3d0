"""A copy of everything is written where the user says, and brought back after a look at it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.people.operations import add_contact, remove_contact
from models.records import Contact
from tests.faults.disks import FullDisk
from tests.journeys.window import EVENING, Desk, settled
from ui.frame.copies import CopyDialog


def names(desk: Desk) -> list[str]:
    return [contact.name for contact in desk.library.all(Contact)]


def button(dialog: QWidget) -> QPushButton:
    found = dialog.findChild(QPushButton, "bring_back")
    assert found is not None
    return found


def sentence(dialog: QWidget) -> str:
    found = dialog.findChild(QLabel, "copy_sentence")
    assert found is not None
    return found.text()


def saved(desk: Desk, path: Path) -> Path:
    desk.answers.path = path
    desk.action("action_save_copy").trigger()
    return path


def brought_back(desk: Desk, path: Path) -> None:
    desk.answers.path = path
    desk.action("action_bring_back").trigger()


def test_a_copy_is_looked_at_brought_back_and_that_can_be_undone(desk: Desk, tmp_path: Path) -> None:
    priya = add_contact(desk.library, name="Priya Rao")
    copy = saved(desk, tmp_path / "copy.zip")
    remove_contact(desk.library, priya.id)
    add_contact(desk.library, name="Daniel Okafor")

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, CopyDialog)
        titles = [row.title for row in dialog.changes.rows]
        assert titles == ["Would be there again", "Priya Rao", "Would go away", "Daniel Okafor"]
        assert sentence(dialog) == "1 would be there again, 1 would go away."
        assert names(desk) == ["Daniel Okafor"]
        QTest.mouseClick(button(dialog), Qt.MouseButton.LeftButton)

    desk.in_dialog(lambda: brought_back(desk, copy), use)
    assert names(desk) == ["Priya Rao"]
    desk.action("action_undo").trigger()
    assert names(desk) == ["Daniel Okafor"]


def test_on_a_new_computer_a_copy_brings_everything_and_its_history(desk: Desk, tmp_path: Path) -> None:
    add_contact(desk.library, name="Priya Rao")
    copy = saved(desk, tmp_path / "copy")
    assert not copy.exists()  # the ending was left out by the user, not by Encore
    desk.leave()
    new = Desk(tmp_path / "new computer")
    path = tmp_path / "copy.zip"
    new.in_dialog(
        lambda: brought_back(new, path), lambda dialog: QTest.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
    )
    assert names(new) == ["Priya Rao"]
    settled(lambda: new.action("action_undo").isEnabled())
    new.action("action_undo").trigger()
    assert names(new) == []
    new.leave()


def test_a_copy_of_what_is_here_would_change_nothing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    add_contact(desk.library, name="Priya Rao")
    copy = saved(desk, tmp_path / "copy.zip")

    def use(dialog: QWidget) -> None:
        assert sentence(dialog) == "Nothing would change."
        assert not button(dialog).isEnabled()
        assert desk.focused.window() is dialog
        desk.press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    desk.in_dialog(lambda: brought_back(desk, copy), use)


@pytest.mark.parametrize("what", ["no zip", "other files", "a way out", "nothing there", "damaged"])
def test_what_is_no_copy_is_refused_with_a_sentence_and_nothing_changes(desk: Desk, tmp_path: Path, what: str) -> None:
    add_contact(desk.library, name="Priya Rao")
    path = tmp_path / "from the internet.zip"
    if what == "no zip":
        path.write_text("Dear winner")
    elif what == "damaged":
        data = saved(desk, tmp_path / "copy.zip").read_bytes()
        path.write_bytes(data[: len(data) // 2])
    elif what != "nothing there":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("../../evil.txt" if what == "a way out" else "photo.txt", "x")
    desk.library.store.flush()
    before = sorted(tmp_path.rglob("*"))
    brought_back(desk, path)
    assert len(desk.answers.told) == 1
    assert desk.answers.told[0].startswith(path.name)
    assert desk.answers.told[0].endswith(".")
    assert sorted(tmp_path.rglob("*")) == before
    assert names(desk) == ["Priya Rao"]


def test_a_copy_holds_what_a_full_disk_refused(tmp_path: Path) -> None:
    disk = FullDisk(10_000_000)
    desk = Desk(tmp_path / "library", EVENING, disk)
    disk.room = 0
    add_contact(desk.library, name="Priya Rao")
    settled(lambda: desk.shown("retry_save"))
    disk.room = 10_000_000
    copy = saved(desk, tmp_path / "copy.zip")
    desk.answers.on_quit = "quit"
    desk.leave()
    new = Desk(tmp_path / "new computer")
    new.in_dialog(
        lambda: brought_back(new, copy), lambda dialog: QTest.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
    )
    assert names(new) == ["Priya Rao"]
    new.leave()
