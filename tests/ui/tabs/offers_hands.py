"""What a user does on the Offers tab, as short names for its tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.context import AppContext
from ui.tabs.offers import OffersTab


def shown(context: AppContext, qtbot: QtBot, width: int = 1100, height: int = 720) -> OffersTab:
    tab = OffersTab(context)
    qtbot.addWidget(tab)
    tab.resize(width, height)
    tab.show()
    qtbot.waitExposed(tab)
    QApplication.processEvents()
    return tab


def child(tab: QWidget, name: str) -> QWidget:
    QApplication.processEvents()
    found = [widget for widget in tab.findChildren(QWidget, name) if widget.isVisible()]
    assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
    return found[0]


def press(tab: QWidget, name: str) -> None:
    button = child(tab, name)
    assert isinstance(button, QAbstractButton)
    button.click()
    QApplication.processEvents()


def words(tab: QWidget, name: str) -> str:
    found = child(tab, name)
    assert isinstance(found, QLabel)
    return found.text()


def typed(tab: QWidget, name: str, text: str, leave: Qt.Key = Qt.Key.Key_Tab) -> None:
    field = child(tab, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, leave)
    QApplication.processEvents()


def line_number(tab: OffersTab, key: str, kind: str = "row") -> int:
    lines = tab.page.table.lines.lines
    return next(n for n, line in enumerate(lines) if line.kind == kind and line.row and line.row.key == key)


def group_number(tab: OffersTab, key: str) -> int:
    lines = tab.page.table.lines.lines
    return next(n for n, line in enumerate(lines) if line.kind == "group" and line.group and line.group.key == key)


def go_to(tab: OffersTab, row: int, column: int) -> None:
    tab.page.table.setFocus()
    tab.page.table.setCurrentIndex(tab.page.table.lines.index(row, column))


def key(tab: OffersTab, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(tab.page.table, which, modifier)
    QApplication.processEvents()


def words_of_button(tab: QWidget, name: str) -> str:
    button = child(tab, name)
    assert isinstance(button, QAbstractButton)
    return button.text()
