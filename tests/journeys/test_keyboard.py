"""Everything can be reached and used without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
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

from tests.journeys.window import Desk
from ui.tabs import TABS
from ui.widgets.choice import ChoiceBar

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QSlider,
    QAbstractItemView,
)
MOST_PRESSES = 400


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


def reached_by_tab(desk: Desk) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _ in range(MOST_PRESSES):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        # Ctrl+Tab leaves a text that keeps Tab for itself; none of ours does, so plain Tab must do.
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if (
            QApplication.focusWidget() in reached
            and len(reached) > 3
            and QApplication.focusWidget() is desk.first_focus
        ):
            break
    return reached


def stands_for(widget: QWidget, reached: set[QWidget]) -> bool:
    """Reached itself, through a sibling of its group (arrow keys move on), or through a focus proxy."""
    if widget in reached or widget.focusProxy() in reached:
        return True
    bar = widget.parentWidget()
    if isinstance(bar, ChoiceBar):
        return any(answer in reached for answer in bar.findChildren(QAbstractButton))
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        if group is not None:
            return any(button in reached for button in group.buttons())
        if widget.autoExclusive():
            parent = widget.parentWidget()
            return any(one in reached for one in (parent.findChildren(QAbstractButton) if parent else ()))
    return False


@pytest.mark.parametrize("tab", [spec.name for spec in TABS])
def test_every_enabled_control_of_the_tab_is_reached_with_the_tab_key(desk_with_story: Desk, tab: str) -> None:
    desk = desk_with_story
    desk.open(tab)
    desk.focus_first()
    reached = reached_by_tab(desk)
    missed = [
        f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        for widget in controls_of(desk.window)
        if not stands_for(widget, reached)
    ]
    assert not missed


@pytest.mark.parametrize("tab", [spec.name for spec in TABS])
def test_every_control_has_a_name_for_a_screen_reader(desk_with_story: Desk, tab: str) -> None:
    desk = desk_with_story
    desk.open(tab)
    nameless = []
    for widget in controls_of(desk.window):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert not nameless


@pytest.mark.parametrize("tab", [spec.name for spec in TABS])
def test_every_control_has_an_object_name(desk_with_story: Desk, tab: str) -> None:
    desk = desk_with_story
    desk.open(tab)
    assert not [type(widget).__name__ for widget in controls_of(desk.window.current) if not widget.objectName()]
