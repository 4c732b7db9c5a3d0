"""The versions of a letter: looked at beside the present one, and used again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from models.letters.operations import edit_letter, mark_ready, mark_sent
from models.records import Letter
from tests.journeys.window import Desk, settled
from ui.tabs.letters.versions import VersionsDialog


def a_draft(desk: Desk) -> Letter:
    """A letter of the story with an earlier wording, open in the window."""
    letter = next(one for one in desk.library.all(Letter) if one.state == "draft")
    edit_letter(desk.library, letter.id, body=letter.body.replace("nurses", "doctors"))
    desk.context.show("letters", "letters", letter.id)
    return letter


def in_versions(desk: Desk, use: Callable[[VersionsDialog], object]) -> None:
    def run(dialog: QWidget) -> None:
        assert isinstance(dialog, VersionsDialog)
        use(dialog)

    desk.in_dialog(lambda: desk.click("letter_versions"), run)


def down(dialog: VersionsDialog) -> None:
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    settled(lambda: not dialog.looking)


def use_button(dialog: VersionsDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "use_version")
    assert found is not None
    return found


def test_an_earlier_version_is_compared_and_used(desk_with_story: Desk) -> None:
    desk = desk_with_story
    before = a_draft(desk)

    def use(dialog: VersionsDialog) -> None:
        assert [row.mark for row in dialog.rows.rows if not row.heading] == ["now", ""]
        assert not use_button(dialog).isEnabled()
        down(dialog)
        assert "doctorsnurses" in dialog.text.toPlainText().replace(" ", "")
        QTest.mouseClick(use_button(dialog), Qt.MouseButton.LeftButton)

    in_versions(desk, use)
    assert desk.library.get(Letter, before.id).body == before.body
    body = desk.find("body")
    assert isinstance(body, QPlainTextEdit)
    assert body.toPlainText() == before.body
    desk.action("action_undo").trigger()
    assert "doctors" in body.toPlainText()


def test_the_versions_of_a_letter_that_was_sent_can_only_be_read(desk_with_story: Desk) -> None:
    desk = desk_with_story
    letter = a_draft(desk)
    mark_ready(desk.library, letter.id)
    mark_sent(desk.library, letter.id)

    def use(dialog: VersionsDialog) -> None:
        down(dialog)
        sentence = dialog.findChild(QLabel, "versions_sentence")
        assert sentence is not None
        assert sentence.text() == "The letter was sent and stays as it went out."
        assert not use_button(dialog).isEnabled()

    in_versions(desk, use)


def test_the_versions_can_be_used_and_left_by_keyboard(desk_with_story: Desk) -> None:
    desk = desk_with_story
    a_draft(desk)

    def use(dialog: VersionsDialog) -> None:
        assert desk.focused is dialog.rows
        down(dialog)
        stops: list[str] = []
        for _ in range(4):
            stops.append(desk.focused.objectName())
            QTest.keyClick(desk.focused, Qt.Key.Key_Tab)
        assert stops == ["version_rows", "version_text", "use_version", "close"]
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    in_versions(desk, use)
