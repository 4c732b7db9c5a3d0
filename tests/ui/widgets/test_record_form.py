"""A form shows every record, commits after a pause or on leaving, and says what is wrong in words."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.clock import Clock, Moment
from models.records import RECORDS, Contact, Interview, Offer, Opportunity, Record, Strength, Term, fields_of
from ui.widgets.fields.calendar_popup import CalendarPopup
from ui.widgets.record_form import RecordForm

FULL: dict[type[Record], Record] = {
    Contact: Contact(id="1", name="Priya Rao", confirmed=True, title="Dr", emails=("p@n.example", "q@n.example"), address="1 Road\nTown"),
    Interview: Interview(id="1", title="Panel", start=Moment(datetime(2026, 5, 12, 9, 5), "Europe/Berlin"), length=45, format="panel", feeling="aced", wish="That.", showed_interest=True),
    Opportunity: Opportunity(id="1", employer="Northwind", want="not sure", strengths=(Strength("Care", "40 %"), Strength("", "x")), promised=date(2026, 6, 1)),
    Offer: Offer(id="1", base=Term(Decimal("128000.50"), "written"), start=Term(date(2026, 9, 1), "confirmed"), title=Term("Lead"), equity_schedule=(Decimal(10), Decimal("22.5")), gut="this one"),
}  # fmt: skip


def shown(
    qtbot: QtBot, kind: type[Record], clock: Clock, names: list[str] | None = None
) -> tuple[RecordForm, list[Any]]:
    form = RecordForm(kind, names, clock=clock, country="US")
    qtbot.addWidget(form)
    edits: list[Any] = []
    form.field_edited.connect(lambda name, value: edits.append((name, value)))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form, edits


def part(form: RecordForm, name: str, kind: type[Any] = QLineEdit) -> Any:
    found = form.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_record_reads_back_from_its_form_as_it_was_loaded(qtbot: QtBot, clock: Clock, kind: type[Record]) -> None:
    form, edits = shown(qtbot, kind, clock)
    for record in (kind(id="1"), FULL.get(kind, kind(id="2"))):
        form.load(record)
        assert {name: row.editor.value() for name, row in form.rows.items()} == {
            n: getattr(record, n) for n in form.rows
        }
        assert form.flush()
    assert edits == []
    assert {info.name for info in fields_of(kind)} - set(form.rows) <= {"passes"}


def test_typing_commits_once_after_a_pause(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Contact, clock, ["name"])
    form.load(Contact(id="1"))
    qtbot.keyClicks(part(form, "name"), "Priya")
    assert edits == []
    with qtbot.waitSignal(form.field_edited, timeout=2000):
        pass
    assert edits == [("name", "Priya")]


def test_leaving_a_field_commits_at_once(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Contact, clock, ["name", "employer"])
    form.load(Contact(id="1"))
    part(form, "name").setFocus()
    qtbot.keyClicks(part(form, "name"), "Ana")
    with qtbot.waitSignal(form.field_edited, timeout=300):
        qtbot.keyClick(part(form, "name"), Qt.Key.Key_Tab)
    assert edits == [("name", "Ana")]
    assert part(form, "employer").hasFocus()


def test_loading_keeps_the_caret_and_what_is_being_typed(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Contact, clock, ["name", "address"])
    form.load(Contact(id="1", name="Priya Rao", address="1 Road"))
    line, text = part(form, "name"), part(form, "address", QPlainTextEdit)
    line.setCursorPosition(3)
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)
    form.load(Contact(id="1", name="Priya Rao", address="1 Road"))
    assert (line.cursorPosition(), text.textCursor().position()) == (3, 4)
    qtbot.keyClicks(line, "x")
    form.load(Contact(id="1", name="Somebody", address="2 Road"))
    assert line.text() == "Prixya Rao"
    assert text.toPlainText() == "2 Road"
    assert edits == []


def test_another_record_takes_the_typed_text_over_first(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Contact, clock, ["name"])
    form.load(Contact(id="1", name="A"))
    of_whom: list[str] = []
    form.field_edited.connect(lambda _name, _value: of_whom.append(form.record.id if form.record else ""))
    part(form, "name").end(False)
    qtbot.keyClicks(part(form, "name"), "b")
    form.load(Contact(id="2", name="C"))
    assert edits == [("name", "Ab")]
    assert of_whom == ["1"]
    assert part(form, "name").text() == "C"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-05-14", date(2026, 5, 14)), ("14 May", date(2026, 5, 14)), ("May 20", date(2026, 5, 20)), ("tomorrow", date(2026, 5, 15)), ("", None)],
)  # fmt: skip
def test_a_day_is_understood_as_people_write_it(qtbot: QtBot, clock: Clock, typed: str, day: date | None) -> None:
    form, edits = shown(qtbot, Opportunity, clock, ["promised"])
    form.load(Opportunity(id="1", promised=date(2026, 1, 2)))
    line = part(form, "promised")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)
    assert form.flush()
    assert edits == [("promised", day)]


def test_what_is_no_value_is_said_beside_the_field_and_never_sent(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Interview, clock, ["length", "start"])
    form.load(Interview(id="1"))
    line = part(form, "length")
    line.clear()
    qtbot.keyClicks(line, "an hour")
    assert not form.flush()
    wrong = part(form, "lengthProblem", QLabel)
    assert not wrong.isHidden()
    assert "an hour" in wrong.text()
    assert line.accessibleDescription() == wrong.text()
    assert edits == []
    line.clear()
    qtbot.keyClicks(line, "90")
    assert form.flush()
    assert wrong.isHidden()
    assert edits == [("length", 90)]


def test_a_moment_needs_both_halves_and_keeps_its_zone(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Interview, clock, ["start"])
    form.load(Interview(id="1", start=Moment(datetime(2026, 5, 12, 9, 0), "Europe/Berlin")))
    hours = part(form, "start2")
    hours.clear()
    qtbot.keyClicks(hours, "2:30 pm")
    assert form.flush()
    assert edits == [("start", Moment(datetime(2026, 5, 12, 14, 30), "Europe/Berlin"))]
    hours.clear()
    qtbot.keyClicks(hours, " ")
    assert not form.flush()


def test_a_term_carries_how_sure_it_is(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Offer, clock, ["base"])
    form.load(Offer(id="1"))
    line = part(form, "base")
    qtbot.keyClicks(line, "95k")
    assert form.flush()
    assert edits == [("base", Term(Decimal(95000), "said"))]
    assert line.text() == "95,000"
    state = part(form, "baseState", QComboBox)
    qtbot.keyClick(state, Qt.Key.Key_Down)
    assert edits[-1] == ("base", Term(Decimal(95000), "written"))
    line.clear()
    line.textEdited.emit("")
    assert form.flush()
    assert edits[-1] == ("base", None)


def test_a_comma_is_a_decimal_point_where_the_locale_says_so(qtbot: QtBot, clock: Clock) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    form, edits = shown(qtbot, Offer, clock, ["base", "bonus_odds"])
    form.load(Offer(id="1"))
    qtbot.keyClicks(part(form, "base"), "1.250,50")
    assert form.flush()
    assert edits == [("base", Term(Decimal("1250.50")))]


def test_boxes_and_choices_commit_at_once_from_the_keyboard(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Contact, clock, ["confirmed", "title"])
    form.load(Contact(id="1"))
    qtbot.keyClick(part(form, "confirmed", QCheckBox), Qt.Key.Key_Space)
    form.focus_on("title")
    first = part(form, "msAnswer", QPushButton)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert edits == [("confirmed", True), ("title", "Mr")]


def test_strengths_are_added_and_taken_away(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Opportunity, clock, ["strengths"])
    form.load(Opportunity(id="1"))
    part(form, "addStrengthButton", QPushButton).click()
    qtbot.keyClicks(part(form, "strength1Claim"), "Care")
    assert form.flush()
    assert edits == [("strengths", (Strength("Care"),))]


def test_the_calendar_picks_a_day(qtbot: QtBot, clock: Clock) -> None:
    form, edits = shown(qtbot, Opportunity, clock, ["promised"])
    form.load(Opportunity(id="1", promised=date(2026, 5, 20)))
    part(form, "calendarButton", object).click()
    popup = form.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2026, 5, 20)
    popup.calendar.setSelectedDate(QDate(2026, 5, 21))
    popup.calendar.activated.emit(QDate(2026, 5, 21))
    assert edits == [("promised", date(2026, 5, 21))]
