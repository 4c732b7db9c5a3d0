"""Choosing a theme dresses the whole program, and icons follow by themselves."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from resources import ROOT
from ui.theme import application_icon, choose, hub, icon, load_theme, mark, pixmap


@pytest.fixture(autouse=True)
def _light_afterwards(qapp: QApplication) -> Iterator[None]:
    choose("light", qapp)
    yield
    choose("light", qapp)


def darkest(image: QImage) -> QColor:
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colours, key=lambda colour: colour.alpha())


def test_a_choice_changes_the_palette_and_tells_who_listens(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(hub.changed):
        choose("dark", qapp, 150)
    assert hub.current == load_theme("dark", 150)
    assert qapp.palette().window().color() == hub.current.colour("page")
    assert qapp.font().pixelSize() == 22


def test_the_systems_choice_is_light_where_it_does_not_say(qapp: QApplication) -> None:
    assert choose("system", qapp).name == "light"
    hub.follow_system()
    assert hub.current.name == "light"


def test_an_icon_takes_the_colour_of_its_role_in_every_theme(qapp: QApplication) -> None:
    made = icon("check", "accent")
    for theme in ("light", "dark", "high contrast"):
        choose(theme, qapp)
        assert darkest(made.pixmap(64, 64).toImage()).name() == hub.current.colours.accent
    assert darkest(made.pixmap(64, 64, QIcon.Mode.Disabled).toImage()).name() == hub.current.colours.faint


def test_icons_survive_copies_and_the_collector(qtbot: QtBot) -> None:
    button = QPushButton("Write")
    qtbot.addWidget(button)
    for _ in range(50):
        button.setIcon(QIcon(icon("mail")))
        gc.collect(0)
        button.grab()
    assert not button.icon().isNull()


def test_every_icon_file_can_be_drawn(qapp: QApplication) -> None:
    for file in (ROOT / "icons").glob("*.svg"):
        image = pixmap(file.stem, 24).toImage()
        assert darkest(image).alpha() > 0, file.name
    assert not application_icon().pixmap(64, 64).isNull()
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_a_mark_is_seen_by_the_style_sheet(qtbot: QtBot) -> None:
    button = QPushButton("Write")
    qtbot.addWidget(button)
    mark(button, kind="primary")
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == hub.current.colour("accent")
