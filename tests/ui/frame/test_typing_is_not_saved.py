"""While a key has just been pressed the bar does not say Saved: what is typed is not a step yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.journeys.window import Desk
from ui.undo_router import UndoRouter

SAVED = "Saved – on this computer only"


def state_of(desk: Desk) -> str:
    label = desk.window.findChild(QLabel, "save_state")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_bar_says_saving_from_the_first_key_until_the_field_has_let_go(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Encore")
    router = UndoRouter()
    router.typed.connect(desk.window.save_status.typing)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(router)
    desk.window.commands.handlers()["new_interview"]()
    field = desk.window.findChild(QLineEdit, "employer")
    assert isinstance(field, QLineEdit)
    assert state_of(desk) == SAVED
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_B)
    assert state_of(desk) == "Saving…"
    qtbot.waitUntil(lambda: state_of(desk) == SAVED, timeout=5000)
    app.removeEventFilter(router)
    desk.leave()


def test_a_menu_entry_is_found_by_name_and_done(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Encore")
    desk.window.context_bar.open_search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "dark")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.context.settings.theme == "dark", timeout=3000)
    desk.leave()
