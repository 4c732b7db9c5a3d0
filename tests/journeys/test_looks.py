"""Everything fits: at large text, in every theme, in a language twice as long, and from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QMainWindow, QWidget

from tests.journeys.window import Desk, settled
from ui.frame.context_bar import ElidedButton
from ui.tabs import TABS
from ui.texts import PseudoTranslator
from ui.theme import choose
from ui.widgets.elide import ElidedLabel

NAMES = [spec.name for spec in TABS]
ROUNDING = 2
"""Pixels by which an editor may think its text is wider than itself."""
ELIDED = (ElidedLabel, ElidedButton)


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def clipped(page: QWidget) -> list[str]:
    """Labels and buttons that are narrower or lower than their text needs."""
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or isinstance(widget, ELIDED):
            continue
        width, height = needed(widget)
        if widget.width() < width or widget.height() < height:
            size = f"{widget.width()}x{widget.height()} of {width}x{height}"
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.text()[:30]!r}: {size}")
    return found


def needed(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    """The room that its text takes."""
    least = widget.minimumSizeHint()
    if not isinstance(widget, QLabel):
        return least.width(), least.height()
    if not widget.text():
        return 0, 0
    return (0, widget.heightForWidth(widget.width())) if widget.wordWrap() else (least.width(), least.height())


def pushed_aside(page: QWidget) -> list[str]:
    """Pages whose content is wider than what is seen of them."""
    areas = [*page.findChildren(QAbstractScrollArea)]
    return [
        f"{type(area).__name__} {area.objectName()} by {area.horizontalScrollBar().maximum()}"
        for area in areas
        if area.isVisible() and area.horizontalScrollBar().maximum() > ROUNDING
    ]


def shown(desk: Desk, tab: str) -> QMainWindow:
    """The window at its small size with that tab, after everything has found its place."""
    desk.window.resize(1100, 720)
    desk.open(tab)
    for _ in range(4):
        QApplication.processEvents()
    settled(lambda: desk.window.current.isVisible())
    return desk.window


@contextmanager
def spoken(translator: PseudoTranslator) -> Iterator[None]:
    app().installTranslator(translator)
    try:
        yield
    finally:
        app().removeTranslator(translator)


@contextmanager
def from_right_to_left() -> Iterator[None]:
    app().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app().setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("tab", NAMES)
def test_nothing_is_cut_off_or_pushed_aside_at_twice_the_text_size(desk_with_story: Desk, tab: str) -> None:
    desk = desk_with_story
    for theme, size in (("light", 100), ("light", 200), ("dark", 200)):
        choose(theme, app(), size)
        window = shown(desk, tab)
        assert window.width() == 1100, size
        assert not clipped(window), (theme, size)
        assert not pushed_aside(window), (theme, size)


@pytest.mark.parametrize("tab", NAMES)
def test_a_language_twice_as_long_has_room(desk_with_story: Desk, tab: str) -> None:
    with spoken(PseudoTranslator(app())):
        desk = desk_with_story.restart()
        window = shown(desk, tab)
        assert not clipped(window)
        assert not pushed_aside(window)
        desk.leave()


@pytest.mark.parametrize("tab", NAMES)
def test_a_language_from_right_to_left_has_room(desk_with_story: Desk, tab: str) -> None:
    with from_right_to_left():
        window = shown(desk_with_story, tab)
        assert not clipped(window)
        assert not pushed_aside(window)
        assert desk_with_story.find("just_finished").x() < desk_with_story.find("interview_chooser").x()
