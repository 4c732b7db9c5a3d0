"""The small house widgets: named, usable from the keyboard, and never clipped at any text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import choose, hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, link_button, object_name, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choice import ChoiceBar
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader, SectionTitle, label
from ui.widgets.notice import Notice
from ui.widgets.scroll import Page

FEELINGS = [("aced", "I aced it"), ("some slips", "Some slips"), ("bombed", "I bombed"), ("no idea", "No idea")]


def settle(widget: QWidget) -> None:
    for _ in range(4):
        QApplication.processEvents()
    assert widget.isVisible()


def test_a_button_is_named_and_does_its_thing_by_click_and_by_key(qtbot: QtBot) -> None:
    done: list[int] = []
    for make in (primary_button, quiet_button, link_button):
        button = make("Write & send", lambda: done.append(1), "mail")
        qtbot.addWidget(button)
        button.show()
        assert button.objectName() == "writeSendButton"
        assert button.accessibleName() == "Write & send"
        button.click()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(done) == 6


def test_an_icon_button_says_what_it_does_and_names_the_shortcut(qtbot: QtBot) -> None:
    button = icon_button("printer", "Print", shortcut="Ctrl+P")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Print"
    assert button.toolTip() == "Print  (Ctrl+P)"
    assert object_name("") == ""


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_buttons_chips_and_icons_grow_with_the_text_while_they_are_shown(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    parts = [
        primary_button("Add interview", icon_name="plus"),
        Chip("Nudge today", "warn", "bell"),
        icon_button("x", "Close"),
    ]
    for part in parts:
        column.addWidget(part)
    host.show()
    choose("light", qapp, percent)
    settle(host)
    assert all(part.width() >= part.sizeHint().width() and part.height() >= part.sizeHint().height() for part in parts)
    assert isinstance(parts[0], QAbstractButton)
    assert parts[0].iconSize().height() == hub.current.px(16)


def test_a_choice_is_made_with_the_arrow_keys_and_taken_back_with_delete(qtbot: QtBot) -> None:
    bar = ChoiceBar(FEELINGS, "How did it feel?")
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    chosen: list[str] = []
    bar.valueChanged.connect(chosen.append)
    bar.set_value("aced")
    assert chosen == []
    bar.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert chosen == ["some slips", "bombed", "some slips", ""]
    assert not any(button.isChecked() for button in bar.findChildren(QPushButton))
    stops = [button for button in bar.findChildren(QPushButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_a_choice_that_must_be_made_cannot_be_taken_back(qtbot: QtBot) -> None:
    bar = ChoiceBar(FEELINGS, "How did it feel?", clearable=False)
    qtbot.addWidget(bar)
    bar.set_value("aced")
    button = bar.findChild(QPushButton, "acedAnswer")
    assert button is not None
    button.click()
    assert bar.value() == "aced"
    assert button.isChecked()


def test_a_flow_wraps_and_knows_its_height(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    for index in range(12):
        flow.addWidget(Chip(f"Something {index}"))
    one = flow.sizeHint()
    assert flow.heightForWidth(one.width()) == one.height()
    assert flow.heightForWidth(one.width() // 3) >= 3 * one.height()
    host.resize(one.width() // 3, flow.heightForWidth(one.width() // 3))
    host.show()
    settle(host)
    chips = host.findChildren(Chip)
    assert all(host.rect().contains(chip.geometry()) for chip in chips)
    flow.clear()
    assert flow.count() == 0
    assert flow.sizeHint() == QSize(0, 0)


def test_an_elided_text_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    text = ElidedLabel("Second round with the whole design team and two guests")
    qtbot.addWidget(text)
    text.show()
    text.resize(120, 30)
    assert text.text().endswith("…")
    assert text.toolTip() == text.accessibleName() == text.whole
    text.resize(900, 30)
    assert text.text() == text.whole
    assert text.toolTip() == ""


def test_a_page_gives_room_beyond_its_width_to_the_margins(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.body.addWidget(label("A long line of text. " * 80, wrap=True))
    page.body.addStretch(1)
    page.resize(1900, 700)
    page.show()
    settle(page)
    column = page.body.parentWidget()
    assert column is not None
    assert column.width() == tokens.PAGE_WIDTH
    assert abs(column.x() - (page.viewport().width() - column.width()) // 2) <= 1
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [560, 700, 1100])
@pytest.mark.parametrize("percent", [100, 200])
def test_headers_and_notices_keep_every_action_in_sight(
    qtbot: QtBot, qapp: QApplication, percent: int, width: int
) -> None:
    choose("light", qapp, percent)
    page = Page()
    qtbot.addWidget(page)
    actions = [quiet_button("Copy"), primary_button("Add interview")]
    page.body.addWidget(PageHeader("Waiting", "Four applications. One is worth a nudge today.", actions))
    page.body.addWidget(
        Notice("The disk is full, so this edit is not saved yet.", "bad", [quiet_button("Try again")], dismissable=True)
    )
    page.body.addStretch(1)
    page.resize(width, 700)
    page.show()
    settle(page)
    for part in [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]:
        if part.isVisible():
            left = part.mapTo(page.viewport(), part.rect().topLeft()).x()
            assert left >= 0
            assert left + part.width() <= page.viewport().width(), part
            assert part.height() >= part.minimumSizeHint().height()


def test_the_side_goes_below_only_where_there_is_no_room(qtbot: QtBot) -> None:
    both = Beside(least=200)
    qtbot.addWidget(both)
    both.main.addWidget(label("Text", wrap=True))
    both.side.addWidget(quiet_button("Do it"))
    both.resize(600, 80)
    both.show()
    settle(both)
    assert not both.stacked
    both.resize(220, 120)
    settle(both)
    assert both.stacked


def test_a_notice_can_be_put_away_and_speaks_for_itself(qtbot: QtBot) -> None:
    notice = Notice("Their answer is due.", "warn", dismissable=True)
    qtbot.addWidget(notice)
    notice.show()
    assert notice.accessibleName() == "Their answer is due."
    close = next(button for button in notice.findChildren(QAbstractButton) if button.accessibleName() == "Dismiss")
    with qtbot.waitSignal(notice.dismissed):
        close.click()
    assert notice.isHidden()


def test_an_empty_state_teaches_and_offers_the_first_step(qtbot: QtBot) -> None:
    done: list[int] = []
    empty = EmptyState("mail", "No letters yet", "One. Two.", primary_button("Write", lambda: done.append(1)))
    qtbot.addWidget(empty)
    empty.show()
    button = empty.findChild(QPushButton)
    assert button is not None
    button.click()
    assert done == [1]
    assert empty.accessibleDescription() == "One. Two."


def test_a_chip_tells_its_words_to_assistive_programs(qtbot: QtBot) -> None:
    chip = Chip("On track", "good", "check")
    qtbot.addWidget(chip)
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "On track"
    chip.say("Overdue", "bad")
    assert (chip.text, chip.tone, chip.accessibleName()) == ("Overdue", "bad", "Overdue")


def test_a_card_does_not_change_the_size_of_a_field_that_gets_the_focus(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    first, second = QLineEdit("one"), QLineEdit("two")
    card.body.addWidget(SectionTitle("Fields"))
    card.body.addWidget(first)
    card.body.addWidget(second)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    before = (first.geometry(), second.geometry())
    second.setFocus()
    settle(card)
    assert (first.geometry(), second.geometry()) == before
