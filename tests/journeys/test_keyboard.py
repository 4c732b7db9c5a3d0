"""Everything can be reached and used without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journeys.window import Desk
from ui.tabs import TABS
from ui.widgets.choice import ChoiceBar

CONTROLS = (
    QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QSlider, QAbstractItemView,
)  # fmt: skip
MOST_PRESSES = 600
NAMES = [spec.name for spec in TABS]
DIALOGS = {"details": "action_details", "help": "action_help", "shortcuts": "action_shortcuts", "about": "action_about",
           "history": "action_history"}  # fmt: skip


def controls_of(page: QWidget) -> list[QWidget]:
    """Every control a mouse could use: seen, enabled, and not a part inside another control."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit)
        and not widget.objectName().startswith("qt_")
    ]


def reached_by_tab() -> set[QWidget]:
    """What a whole round of the Tab key comes by; in a text it may stop at each link."""
    first = QApplication.focusWidget()
    assert first is not None
    reached = {first}
    for _ in range(MOST_PRESSES):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first and focused is not first:
            return reached
        reached.add(now)
    raise AssertionError(f"the round of the Tab key ends in {describe(QApplication.focusWidget() or first)}")


def stands_for(widget: QWidget, reached: set[QWidget]) -> bool:
    """Reached itself, through a sibling of its group (arrow keys move on), or through a focus proxy."""
    if widget in reached or widget.focusProxy() in reached:
        return True
    bar = widget.parentWidget()
    if isinstance(bar, ChoiceBar):
        return any(answer in reached for answer in bar.findChildren(QAbstractButton))
    return False


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


def missed(page: QWidget) -> list[str]:
    """The controls of a page or dialog that no Tab key comes by, the focus being somewhere in its window."""
    reached = reached_by_tab()
    return [describe(widget) for widget in controls_of(page) if not stands_for(widget, reached)]


def nameless(page: QWidget) -> list[str]:
    """The controls that a screen reader or a test could not name."""
    found: list[str] = []
    for widget in controls_of(page):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text) or not widget.objectName():
            found.append(describe(widget))
    return found


@pytest.mark.parametrize("tab", NAMES)
def test_every_control_of_the_tab_has_a_name_and_is_reached_with_the_tab_key(desk_with_story: Desk, tab: str) -> None:
    desk = desk_with_story
    desk.open(tab)
    desk.focus_first()
    assert not missed(desk.window)
    assert not nameless(desk.window.current)


@pytest.mark.parametrize("tab", NAMES)
def test_a_page_with_nothing_on_it_can_be_used_by_keyboard(desk: Desk, tab: str) -> None:
    desk.open(tab)
    desk.focus_first()
    assert not missed(desk.window)
    assert not nameless(desk.window.current)


def test_the_page_for_a_new_interview_can_be_used_by_keyboard(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.focused.objectName() == "employer"
    assert not missed(desk.window)
    assert not nameless(desk.window.current)
    desk.by_key("cancel_interview")
    assert not desk.shown("new_interview")


@pytest.mark.parametrize("dialog_name", DIALOGS)
def test_every_dialog_can_be_used_and_left_by_keyboard(desk_with_story: Desk, dialog_name: str) -> None:
    desk = desk_with_story

    def use(dialog: QWidget) -> None:
        assert dialog.objectName() == dialog_name
        assert desk.focused.window() is dialog
        assert not missed(dialog)
        assert not nameless(dialog)
        desk.press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    desk.in_dialog(desk.action(DIALOGS[dialog_name]).trigger, use)


def test_the_search_is_opened_used_and_left_by_keyboard(desk_with_story: Desk, qtbot: QtBot) -> None:
    desk = desk_with_story
    desk.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = QApplication.activePopupWidget()
    assert palette is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is palette.findChild(QLineEdit, "search_field"))
    desk.write("priya")
    assert not nameless(palette)
    assert not missed(palette)
    desk.press(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("number", range(1, len(NAMES) + 1))
def test_each_tab_has_its_own_key(desk_with_story: Desk, number: int) -> None:
    desk = desk_with_story
    desk.keys(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert desk.window.current is desk.window.page(NAMES[number - 1])
