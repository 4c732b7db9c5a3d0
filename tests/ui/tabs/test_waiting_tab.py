"""The waiting page over a real library: its rows, its one action, what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.clock import FixedClock, Moment
from models.dates import working_calendar
from models.dossier import dossiers
from models.library import Library
from models.records import Contact, Event, Interview, Letter, Meeting, Offer, Opportunity
from models.storage import Store
from models.waiting import log_update_sent, set_status
from resources import ROOT
from ui.context import AppContext
from ui.tabs.waiting import WaitingTab
from ui.tabs.waiting.standings import AT_ONCE, Standings
from ui.tabs.waiting.words import WORDS
from ui.theme import choose, hub

ZONE = "America/New_York"
NOW = datetime(2026, 5, 14, 10, 0)


class WallClock(FixedClock):
    """Stands still until it is set."""

    def set(self, wall: datetime) -> None:
        self._moment = Moment(wall, ZONE)


class Bench:
    """A tab alone in its window, and the records behind it."""

    def __init__(self, folder: Path) -> None:
        self.clock = WallClock(NOW)
        self.library = Library(Store.open(folder, self.clock), self.clock)
        self.context = AppContext(self.library, folder, ROOT)
        self.asked_for: list[tuple[str, str, str]] = []
        self.context.show_requested.connect(lambda *where: self.asked_for.append(where))
        self.tab = WaitingTab(self.context)
        self.tab.resize(1100, 560)

    def add(
        self, employer: str, interview: datetime | None = datetime(2026, 4, 29, 14), **fields: object
    ) -> Opportunity:
        with self.library.step("Add"):
            job = self.library.put(Opportunity(employer=employer, status="waiting", **fields))  # type: ignore[arg-type]
            start = Moment(interview, ZONE) if interview else None
            self.library.put(Interview(opportunity=job.id, start=start, length=60))
        return job

    def show(self) -> None:
        self.tab.show()
        QApplication.processEvents()

    def job(self, opportunity: Opportunity) -> Opportunity:
        return self.library.get(Opportunity, opportunity.id)

    def find(self, name: str) -> QWidget:
        found = self.tab.findChildren(QWidget, name)
        found = [widget for widget in found if widget.isVisible()] if len(found) > 1 else found
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        return found[0]

    def text(self, name: str) -> str:
        widget = self.find(name)
        assert isinstance(widget, QLabel)
        return widget.text()

    def click(self, name: str) -> None:
        widget = self.find(name)
        assert isinstance(widget, QPushButton)
        assert widget.isVisible(), f"{name} is not in sight"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        widget = self.find(name)
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()
        QTest.keyClicks(widget, text)

    @property
    def headline(self) -> str:
        return self.tab.chosen.header.title.text()

    def titles(self) -> list[str]:
        return [f"[{row.title}]" if row.heading else row.title for row in self.tab.rows.rows]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if (hub.current.name, hub.current.percent) != ("light", 100):
        choose("light", app)
    made = Bench(tmp_path)
    yield made
    made.tab.close()
    made.tab.deleteLater()
    made.library.store.close()


def test_an_empty_page_teaches_and_leads_to_the_first_interview(bench: Bench) -> None:
    bench.show()
    assert not bench.tab.rows.isVisible()
    bench.click("waiting_add_interview")
    assert bench.asked_for == [("checklist", "interviews", "new")]


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


def test_the_first_row_is_open_with_its_reason_and_its_one_action(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    assert bench.headline == "Today is a good day to ask for news."
    assert bench.find("what_is_usual").isVisible()
    assert bench.find("silence_close").isVisible()
    bench.click("waiting_action")
    assert bench.asked_for == [("letters", "opportunities", job.id)]
    assert "Today" in bench.tab.chosen.picture.timeline.accessibleDescription()


def test_a_thank_you_that_is_owed_leads_to_the_letters_of_that_interview(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 13, 14))
    interview = bench.library.all(Interview)[0]
    with bench.library.step("Add"):
        person = bench.library.put(Contact(name="Priya Rao"))
        bench.library.put(Meeting(contact=person.id, interview=interview.id))
    bench.show()
    bench.click("waiting_action")
    assert bench.asked_for == [("letters", "interviews", interview.id)]
    bench.click("ask_in_letter")
    assert bench.asked_for[1:] == [("letters", "interviews", interview.id)]
    assert job.id == bench.tab.chosen.opportunity_id


def test_an_offer_leads_to_the_offers(bench: Bench) -> None:
    job = bench.add("Portland")
    set_status(bench.library, job.id, "offer")
    with bench.library.step("Add"):
        offer = bench.library.put(Offer(opportunity=job.id, kind="offer", decide_by=date(2026, 5, 18)))
    bench.show()
    bench.click("waiting_action")
    assert bench.asked_for == [("offers", "offers", offer.id)]


def test_too_early_says_until_when_to_wait_and_leaves_a_way_on(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 13, 14), promised=date(2026, 5, 20))
    bench.show()
    assert not bench.find("waiting_action").isVisible()
    bench.click("waiting_early")
    assert bench.asked_for == []
    assert "22 May" in bench.tab.chosen.early.text.text() or "May 22" in bench.tab.chosen.early.text.text()
    bench.click("wait_until")
    assert not bench.find("too_early").isVisible()
    bench.click("waiting_early")
    bench.click("write_anyway")
    assert bench.asked_for == [("letters", "opportunities", job.id)]


def test_their_reply_is_written_down_where_one_is_and_moves_the_days(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_summary", "Two more weeks, sorry")
    bench.write("reply_gave_date", "28 May 2026")
    bench.click("keep_reply")
    event = bench.library.all(Event)[0]
    assert (event.summary, event.gave_date, event.direction) == (
        "Two more weeks, sorry",
        date(2026, 5, 28),
        "from them",
    )
    assert bench.job(job).promised == date(2026, 5, 28)
    assert "Nothing to do until" in bench.headline
    assert not bench.find("reply_form").isVisible()
    bench.library.undo()
    assert bench.library.all(Event) == ()
    assert bench.headline == "Today is a good day to ask for news."


def test_a_reply_that_is_a_no_is_one_step(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_summary", "We went with someone else.")
    bench.click("rejectedAnswer")
    bench.click("keep_reply")
    assert bench.job(job).status == "rejected"
    bench.library.undo()
    assert bench.job(job).status == "waiting"
    assert bench.library.all(Event) == ()


def test_a_date_before_their_reply_is_told_in_the_form(bench: Bench) -> None:
    bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_gave_date", "4 May 2026")
    bench.click("keep_reply")
    assert bench.find("reply_problem").isVisible()
    assert bench.library.all(Event) == ()
    bench.click("cancel_reply")
    assert not bench.find("reply_form").isVisible()


def test_news_asked_for_elsewhere_counts(bench: Bench) -> None:
    bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("i_asked")
    bench.click("keep_asked")
    assert bench.library.all(Event)[0].asks == "update"
    assert "Nothing to do until" in bench.headline


def test_the_closing_note_and_then_rest(bench: Bench) -> None:
    job = bench.add("Camas", datetime(2026, 3, 2, 9))
    bench.show()
    assert bench.find("i_asked").accessibleName() == "I sent the closing note"
    bench.click("i_asked")
    bench.click("keep_asked")
    assert bench.library.all(Event)[0].asks == "closing note"
    bench.click("mark_silent")
    assert bench.job(job).status == "silent"
    bench.click("set_waiting")
    assert bench.job(job).status == "waiting"


def test_what_is_known_is_kept_and_the_open_questions_follow(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    assert bench.find("open_next_step").isVisible()
    bench.write("next_step", "a call with the partners")
    bench.write("sector", "Software")
    bench.tab.flush()
    QApplication.processEvents()
    assert bench.job(job).next_step == "a call with the partners"
    assert not bench.tab.findChildren(QWidget, "open_next_step") or not bench.find("open_next_step").isVisible()
    assert "technology" in bench.text("what_is_usual")
    bench.click("copy_decides")
    assert QApplication.clipboard().text() == "May I ask who will be part of the decision?"


def test_a_field_is_left_alone_while_one_is_typing_in_it(bench: Bench, qtbot: QtBot) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.write("next_step", "a call ")
    qtbot.waitUntil(lambda: bench.job(job).next_step == "a call")
    line = bench.find("next_step")
    assert isinstance(line, QLineEdit)
    assert line.text() == "a call "
    bench.library.undo()
    assert line.text() == ""


def test_a_promised_day_before_the_interview_is_refused_beside_the_field(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12), promised_phrase="in two weeks")
    bench.show()
    row = bench.tab.chosen.known.form.rows["promised"]
    bench.write("promised", "1 April 2026")
    bench.tab.flush()
    assert row.wrong.isVisible()
    assert bench.job(job).promised == date(2026, 5, 12)
    bench.write("promised", "20 May 2026")
    bench.tab.flush()
    assert not row.wrong.isVisible()
    assert (bench.job(job).promised, bench.job(job).promised_phrase) == (date(2026, 5, 20), "in two weeks")


def test_putting_away_takes_it_out_of_the_list_until_it_is_wanted(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 12, 14), promised=date(2026, 5, 20))
    bench.add("Other", datetime(2026, 5, 12, 14))
    bench.show()
    bench.tab.show_record("opportunities", job.id)
    bench.click("put_away_now")
    assert bench.job(job).folded_until == date(2026, 5, 22)
    assert bench.titles() == ["[Later]", "Other"]
    bench.click("take_out")
    assert bench.job(job).folded_until is None
    assert "Northwind" in bench.titles()


def test_a_day_that_is_gone_cannot_be_put_away_until(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 12, 14), promised=date(2026, 5, 20))
    bench.show()
    bench.write("put_away_day", "1 May 2026")
    bench.click("put_away_now")
    assert bench.find("put_away_problem").isVisible()
    assert bench.job(job).folded_until is None


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "closed", "silent", "offer"])
def test_how_it_ended_is_one_click_and_can_be_taken_back(bench: Bench, status: str) -> None:
    job = bench.add("Brightline")
    bench.show()
    bench.click(f"set_{status}")
    assert bench.job(job).status == status
    bench.library.undo()
    assert bench.job(job).status == "waiting"


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
    from typing import get_args

    from models.records.opportunity import Status
    from models.waiting.situation import State

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
