"""The rows of the waiting page: their order, what opens them, room for them, and a thousand of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from models.clock import Moment
from models.dates import working_calendar
from models.dossier import dossiers
from models.records import Interview, Letter, Opportunity
from models.records.opportunity import Status
from models.waiting import log_update_sent, set_status
from models.waiting.situation import State
from tests.ui.tabs.waiting_bench import NOW, ZONE, Bench
from ui.tabs.waiting.standings import AT_ONCE, Standings
from ui.tabs.waiting.words import WORDS
from ui.theme import choose


def test_due_rows_come_first_and_what_is_over_waits_below(bench: Bench) -> None:
    bench.add("Later", datetime(2026, 5, 11, 9))
    bench.add("Now", promised=date(2026, 5, 12))
    bench.add("No", None)
    over = bench.add("Gone")
    away = bench.add("Away", datetime(2026, 5, 12, 9), folded_until=date(2026, 5, 21))
    set_status(bench.library, over.id, "rejected")
    bench.show()
    assert bench.titles() == ["[Now]", "Now", "[Later]", "Later", "No"]
    assert bench.tab.rows.rows[1].mark == "ask today"
    bench.click("waiting_more")
    assert bench.titles()[5:] == ["[Put away]", "Away", "[Over]", "Gone"]
    assert "until" in bench.tab.rows.rows[6].mark
    bench.click("waiting_more")
    assert away.employer not in bench.titles()


def test_with_nothing_open_the_rest_is_shown_at_once(bench: Bench) -> None:
    set_status(bench.library, bench.add("Gone").id, "closed")
    bench.show()
    assert bench.titles() == ["[Over]", "Gone"]
    assert bench.headline == "The position was closed."
    assert not bench.find("waiting_more").isVisible()


def test_a_record_of_any_kind_opens_its_opportunity_even_a_folded_one(bench: Bench) -> None:
    bench.add("First", promised=date(2026, 5, 12))
    job = bench.add("Away", datetime(2026, 5, 12, 9), folded_until=date(2026, 5, 21))
    event = log_update_sent(bench.library, job.id)
    with bench.library.step("Add"):
        letter = bench.library.put(Letter(opportunity=job.id, kind="update"))
    bench.show()
    assert bench.tab.chosen.opportunity_id != job.id
    for table, record_id in (("events", event.id), ("letters", letter.id), ("opportunities", job.id)):
        bench.tab.show_record(table, record_id)
        assert bench.tab.chosen.opportunity_id == job.id
        assert bench.tab.rows.key == job.id
    bench.tab.show_record("opportunities", "999")
    assert bench.tab.chosen.opportunity_id == job.id


def test_an_opportunity_that_vanishes_gives_way_to_the_next(bench: Bench) -> None:
    bench.add("First", promised=date(2026, 5, 12))
    second = bench.add("Second", promised=date(2026, 5, 12))
    bench.show()
    bench.tab.show_record("opportunities", second.id)
    bench.library.undo()
    assert bench.titles() == ["[Now]", "First"]
    assert bench.tab.rows.key == bench.tab.chosen.opportunity_id != second.id
    bench.library.undo()
    assert bench.find("waiting_add_interview").isVisible()


def test_enter_on_a_row_goes_to_its_action_and_arrows_choose(bench: Bench) -> None:
    bench.add("First", promised=date(2026, 5, 12))
    second = bench.add("Second", datetime(2026, 5, 12, 9))
    bench.show()
    bench.tab.activateWindow()
    bench.tab.rows.setFocus()
    QTest.keyClick(bench.tab.rows, Qt.Key.Key_Down)
    assert bench.tab.chosen.opportunity_id == second.id
    QTest.keyClick(bench.tab.rows, Qt.Key.Key_Return)
    assert bench.find("waiting_early").hasFocus()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_runs_out_of_the_page_at_any_text_size(bench: Bench, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    job = bench.add("Brightline Studio of Lower Saxony and Bremen", promised=date(2026, 5, 12), role="Senior designer")
    try:
        choose("dark", app, percent)
        bench.show()
        bench.tab.show_record("opportunities", job.id)
        for opened in ("they_wrote", "i_asked"):
            bench.click(opened)
            QApplication.processEvents()
            page: QScrollArea = bench.tab.chosen
            assert page.horizontalScrollBar().maximum() == 0
        if percent == 200:
            assert not bench.tab.rows.isVisible()
            bench.click("waiting_back")
            assert bench.tab.rows.isVisible()
            assert not bench.tab.chosen.isVisible()
    finally:
        choose("light", app)


def test_a_new_day_is_noticed_when_the_page_is_shown_again(bench: Bench) -> None:
    bench.add("Northwind", datetime(2026, 5, 11, 14), promised=date(2026, 5, 20))
    bench.show()
    assert "Nothing to do until" in bench.headline
    bench.tab.hide()
    bench.clock.set(datetime(2026, 5, 22, 9))
    bench.show()
    assert bench.headline == "Today is a good day to ask for news."


def test_every_state_has_a_word() -> None:
    states = [state for part in get_args(State) for state in (get_args(part) or (part,))]
    assert set(states) - {"over"} <= set(WORDS)
    assert set(get_args(Status)) - {"interviewing", "waiting", "offer"} <= set(WORDS)


def test_a_thousand_are_worked_out_in_turns_and_only_what_changed_again(bench: Bench) -> None:
    with bench.library.step("Add"):
        for number in range(1000):
            job = bench.library.put(Opportunity(employer=f"Employer {number}", status="waiting"))
            start = Moment(NOW - timedelta(days=10 + number % 50), ZONE)
            bench.library.put(Interview(opportunity=job.id, start=start))
    standings, calendar, now = Standings(), working_calendar("US"), bench.clock.now()
    standings.begin(dossiers(bench.library), calendar, now)
    turns = 1
    while not standings.work():
        turns += 1
    assert turns >= 1000 / AT_ONCE
    before = {entry.waiting.opportunity: entry for entry in standings.entries}
    changed = bench.library.all(Opportunity)[500]
    set_status(bench.library, changed.id, "rejected")
    standings.begin(dossiers(bench.library), calendar, now)
    assert standings.work()
    again = [entry.waiting.opportunity for entry in standings.entries if before[entry.waiting.opportunity] is not entry]
    assert again == [changed.id]


def test_the_list_fills_in_turns_while_the_page_is_seen(bench: Bench, qtbot: QtBot) -> None:
    with bench.library.step("Add"):
        for number in range(300):
            bench.library.put(Opportunity(employer=f"Employer {number}", status="waiting"))
    bench.show()
    qtbot.waitUntil(lambda: len(bench.tab.rows.rows) == 301)
    assert bench.tab.rows.key == bench.tab.chosen.opportunity_id != ""
