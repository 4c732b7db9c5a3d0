"""Waiting, as somebody lives it: asked, answered, put away, settled; in one window, over restarts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget

from models.records import Event, Letter, Opportunity
from tests.journeys.window import Desk
from ui.tabs.waiting import WaitingTab
from ui.widgets.row_list import RowList


def tab_of(desk: Desk) -> WaitingTab:
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.open("waiting")
    page = desk.window.current
    assert isinstance(page, WaitingTab)
    return page


def brightline(desk: Desk) -> Opportunity:
    return next(one for one in desk.library.all(Opportunity) if one.employer == "Brightline Studio")


def headline(desk: Desk) -> str:
    return tab_of(desk).chosen.header.title.text()


def undo(desk: Desk) -> None:
    desk.window.actions_by_id["undo"].trigger()
    QApplication.processEvents()


def test_the_day_came_and_the_letter_that_asks_is_one_click_away(desk_with_story: Desk) -> None:
    desk = desk_with_story
    page = tab_of(desk)
    assert headline(desk) == "Today is a good day to ask for news."
    assert page.rows.rows[1].mark == "ask today"
    before = {letter.id for letter in desk.library.all(Letter)}
    desk.click("waiting_action")
    fresh = [letter for letter in desk.library.all(Letter) if letter.id not in before]
    assert [(letter.kind, letter.opportunity) for letter in fresh] == [("update", brightline(desk).id)]
    assert desk.window.current.objectName() == "letters_tab"


def test_their_answer_moves_the_days_and_is_there_after_a_restart(desk_with_story: Desk) -> None:
    desk = desk_with_story
    tab_of(desk)
    desk.click("they_wrote")
    desk.type("reply_summary", "The partners meet at the end of the month.")
    desk.type("reply_gave_date", "29 May 2026")
    desk.click("keep_reply")
    waits = headline(desk)
    assert "Nothing to do until" in waits
    desk = desk.restart()
    try:
        page = tab_of(desk)
        page.show_record("opportunities", brightline(desk).id)
        assert brightline(desk).promised == date(2026, 5, 29)
        assert headline(desk) == waits
        undo(desk)
        assert headline(desk) == "Today is a good day to ask for news."
        assert brightline(desk).promised == date(2026, 5, 12)
    finally:
        desk.leave()


def test_asked_elsewhere_then_put_away_then_taken_out_again(desk_with_story: Desk) -> None:
    desk = desk_with_story
    page = tab_of(desk)
    desk.click("i_asked")
    desk.click("keep_asked")
    job = brightline(desk)
    asked = [one for one in desk.library.all(Event) if one.opportunity == job.id and one.asks == "update"]
    assert len(asked) == 1
    desk.click("put_away_now")
    assert brightline(desk).folded_until == date(2026, 5, 21)
    assert job.id not in [row.key for row in page.rows.rows]
    desk.click("waiting_more")
    assert job.id in [row.key for row in page.rows.rows]
    page.rows.choose(job.id)
    desk.click("take_out")
    assert brightline(desk).folded_until is None
    undo(desk)
    undo(desk)
    undo(desk)
    assert headline(desk) == "Today is a good day to ask for news."


def test_a_no_is_written_down_without_a_word_too_many(desk_with_story: Desk) -> None:
    desk = desk_with_story
    page = tab_of(desk)
    desk.click("set_rejected")
    assert brightline(desk).status == "rejected"
    assert headline(desk) == "They said no."
    assert "Brightline" not in " ".join(row.title for row in page.rows.rows)
    desk.click("set_waiting")
    assert brightline(desk).status == "waiting"


def test_what_is_known_is_typed_and_kept(desk_with_story: Desk) -> None:
    desk = desk_with_story
    tab_of(desk)
    line = desk.find("decides")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    desk.type("decides", "Ines Duarte")
    desk.open("contacts")
    assert brightline(desk).decides == "Ines Duarte"
    desk = desk.restart()
    try:
        assert brightline(desk).decides == "Ines Duarte"
    finally:
        desk.leave()


def test_the_keyboard_alone_chooses_opens_and_writes_down(desk_with_story: Desk) -> None:
    desk = desk_with_story
    page = tab_of(desk)
    page.rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.chosen.opportunity_id != brightline(desk).id
    QTest.keyClick(page.rows, Qt.Key.Key_Up)
    assert page.chosen.opportunity_id == brightline(desk).id
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "waiting_action"
    desk.find("i_asked").setFocus()
    QTest.keyClick(desk.find("i_asked"), Qt.Key.Key_Space)
    QTest.keyClick(desk.find("keep_asked"), Qt.Key.Key_Space)
    assert [one.asks for one in desk.library.all(Event) if one.opportunity == brightline(desk).id][-1] == "update"


def test_the_count_on_the_tab_follows(desk_with_story: Desk) -> None:
    desk = desk_with_story
    tab_of(desk)
    tabs = desk.find("tabs")
    assert isinstance(tabs, QTabWidget)
    QApplication.processEvents()
    assert tabs.tabText(3).split() == ["Waiting", "3"], "as many as stand under Now"
    rows = desk.find("waiting_rows")
    assert isinstance(rows, RowList)
    titles = [row.title for row in rows.rows]
    assert titles.index("Later") - titles.index("Now") - 1 == 3
    desk.click("i_asked")
    desk.click("keep_asked")
    QApplication.processEvents()
    assert tabs.tabText(3).split() == ["Waiting", "2"]


def test_an_empty_library_teaches_and_begins_with_the_interview(desk: Desk) -> None:
    tab_of(desk)
    desk.click("waiting_add_interview")
    assert desk.window.current.objectName() == "checklist_tab"
    assert desk.find("start_interview").isEnabled()
