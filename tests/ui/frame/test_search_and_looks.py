"""The search over everything, and the looks that are chosen in the menus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.records import Contact, Settings
from tests.journeys.window import Desk, settled
from ui.app import ThemeKeeper
from ui.commands import THEMES
from ui.frame.search_palette import SearchPalette
from ui.tabs.contacts import ContactsTab
from ui.theme import hub
from ui.widgets.row_list import RowList

CTRL = Qt.KeyboardModifier.ControlModifier


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def opened(desk: Desk, qtbot: QtBot) -> QWidget:
    """The palette, ready to be typed into."""
    desk.keys(Qt.Key.Key_K, CTRL)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, SearchPalette)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is palette.findChild(QLineEdit, "search_field"))
    return palette


def rows_of(palette: QWidget) -> RowList:
    rows = palette.findChild(RowList, "search_rows")
    assert rows is not None
    return rows


def test_a_person_is_found_by_a_few_letters_and_opened_with_enter(desk_with_story: Desk, qtbot: QtBot) -> None:
    desk = desk_with_story
    palette = opened(desk, qtbot)
    desk.write("adaez")
    rows = rows_of(palette)
    while not rows.key.startswith("contacts/"):
        desk.press(Qt.Key.Key_Down)
    wanted = rows.key.removeprefix("contacts/")
    desk.press(Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page = desk.window.current
    assert isinstance(page, ContactsTab)
    assert page.person.contact_id == wanted
    assert desk.library.get(Contact, wanted).name == "Adaeze Nwosu"


def test_what_is_not_there_is_said_in_words_and_enter_does_nothing(desk_with_story: Desk, qtbot: QtBot) -> None:
    desk = desk_with_story
    tab = desk.window.current
    palette = opened(desk, qtbot)
    desk.write("zebra")
    said = [label.text() for label in palette.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing here has “zebra” in it."]
    desk.press(Qt.Key.Key_Return)
    assert palette.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.current is tab


def ticked(desk: Desk) -> list[str]:
    """Which of the looks the menu shows as chosen."""
    return [f"action_{name}" for name in THEMES if desk.action(f"action_{name}").isChecked()]


@pytest.fixture
def dressed(desk: Desk) -> Iterator[Desk]:
    """An empty library whose settings dress the program."""
    keeper = ThemeKeeper(app(), desk.context)
    yield desk
    keeper.deleteLater()


def test_theme_and_text_size_are_chosen_in_the_menu_and_kept(dressed: Desk) -> None:
    dressed.action("action_theme_dark").trigger()
    dressed.keys(Qt.Key.Key_Plus, CTRL)
    dressed.keys(Qt.Key.Key_Plus, CTRL)
    dressed.keys(Qt.Key.Key_Minus, CTRL)
    kept = dressed.library.one(Settings)
    assert (kept.theme, kept.text_size) == ("dark", 110)
    shown = hub.current.colour("page").lightness(), hub.current.px(100)
    assert shown[0] < 64
    assert shown[1] == 110
    again = dressed.restart()
    assert ticked(again) == ["action_theme_dark"]
    keeper = ThemeKeeper(app(), again.context)
    assert again.library.one(Settings) == kept
    assert (hub.current.colour("page").lightness(), hub.current.px(100)) == shown
    again.leave()
    keeper.deleteLater()


def test_the_looks_can_be_taken_back_like_anything_else(dressed: Desk) -> None:
    light = hub.current.colour("page").lightness()
    assert ticked(dressed) == ["action_theme_system"]
    dressed.action("action_theme_dark").trigger()
    assert hub.current.colour("page").lightness() != light
    settled(dressed.action("action_undo").isEnabled)
    assert ticked(dressed) == ["action_theme_dark"]
    dressed.action("action_undo").trigger()
    assert hub.current.colour("page").lightness() == light
    settled(lambda: ticked(dressed) == ["action_theme_system"])
