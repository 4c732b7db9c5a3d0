"""Back to an earlier state: choose a moment, see what would change, go there, and undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.people.operations import add_contact, remove_contact, update_contact
from models.records import Contact
from tests.journeys.window import Desk, settled
from ui.frame import history
from ui.frame.history import HistoryDialog
from ui.widgets.row_list import RowList


def in_history(desk: Desk, use: Callable[[HistoryDialog], object]) -> None:
    def run(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        use(dialog)

    desk.in_dialog(desk.action("action_history").trigger, run)


def titles(rows: RowList) -> list[str]:
    return [row.title for row in rows.rows]


def text(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def down(dialog: HistoryDialog, times: int = 1) -> None:
    """Choose an earlier row as a user does, and wait for what it would change."""
    for _ in range(times):
        QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    settled(lambda: not dialog.looking)


def names(desk: Desk) -> list[str]:
    return [contact.name for contact in desk.library.all(Contact)]


def three_steps(desk: Desk) -> None:
    priya = add_contact(desk.library, name="Priya Rao")
    add_contact(desk.library, name="Daniel Okafor")
    remove_contact(desk.library, priya.id)


def test_a_moment_is_chosen_its_changes_are_named_and_going_there_is_one_step(desk: Desk) -> None:
    three_steps(desk)

    def use(dialog: HistoryDialog) -> None:
        assert titles(dialog.rows) == ["Today", "Remove person", "Add person", "Add person"]
        assert text(dialog, "history_sentence") == "This is how things are now."
        assert not button(dialog, "go_back").isEnabled()
        down(dialog)
        assert titles(dialog.changes) == ["Would be there again", "Priya Rao"]
        assert text(dialog, "history_sentence") == "1 would be there again."
        down(dialog)
        assert titles(dialog.changes) == ["Would be there again", "Priya Rao", "Would go away", "Daniel Okafor"]
        assert names(desk) == ["Daniel Okafor"]
        QTest.mouseClick(button(dialog, "go_back"), Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()

    in_history(desk, use)
    assert names(desk) == ["Priya Rao"]
    desk.action("action_undo").trigger()
    assert names(desk) == ["Daniel Okafor"]


def test_a_changed_record_is_named_with_the_fields_that_would_change(desk: Desk) -> None:
    priya = add_contact(desk.library, name="Priya Rao")
    update_contact(desk.library, priya.id, position="Head of Design")

    def use(dialog: HistoryDialog) -> None:
        down(dialog)
        row = dialog.changes.rows[1]
        assert (row.title, row.detail) == ("Priya Rao", "Position")

    in_history(desk, use)


def test_what_is_being_typed_counts_and_leaving_changes_nothing(desk: Desk) -> None:
    add_contact(desk.library, name="Priya Rao")
    desk.open("contacts")
    desk.find("name").setFocus()
    desk.press(Qt.Key.Key_End)
    desk.write(" Mehta")

    def use(dialog: HistoryDialog) -> None:
        assert titles(dialog.rows) == ["Today", "Edit person", "Add person"]
        down(dialog)
        QTest.keyClick(dialog.rows, Qt.Key.Key_Escape)

    in_history(desk, use)
    assert names(desk) == ["Priya Rao Mehta"]


def test_an_empty_library_says_that_nothing_was_done_yet(desk: Desk) -> None:
    def use(dialog: HistoryDialog) -> None:
        assert text(dialog, "history_sentence") == "Nothing was done here yet."
        assert not button(dialog, "go_back").isEnabled()

    in_history(desk, use)


def test_a_long_history_comes_a_page_at_a_time(desk: Desk) -> None:
    for number in range(2 * history.STEPS_AT_ONCE + 10):
        add_contact(desk.library, name=f"Person {number}")

    def use(dialog: HistoryDialog) -> None:
        seen: list[int] = []
        for _ in range(3):
            seen.append(len(dialog.rows.rows) - 1)
            if button(dialog, "show_earlier").isVisible():
                QTest.mouseClick(button(dialog, "show_earlier"), Qt.MouseButton.LeftButton)
        assert seen == [200, 400, 410]
        assert not button(dialog, "show_earlier").isVisible()
        keys = [row.key for row in dialog.rows.rows if not row.heading]
        assert len(set(keys)) == len(keys)

    in_history(desk, use)
