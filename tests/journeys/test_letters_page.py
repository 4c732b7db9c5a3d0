"""The page of letters: what is shown beside what, where the focus goes, and that one key never loses a letter."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.clock import Moment
from models.findings import Finding
from models.records import Contact, Interview, Letter, Meeting, Note, Opportunity, Profile
from tests.journeys.window import Desk
from ui.tabs.letters import LettersTab

READING_MS = 30_000
NIA = Profile(id="", name="Nia Ray", email="nia@ray.example", phone="503 555 0142")
SAID = "Said that the flood model misses culverts and asked how I would find them."


@pytest.fixture
def evening(desk: Desk) -> Desk:
    """Two interviews; three people met at the first, one of them with an address and a card."""
    library = desk.library
    with library.step("Set up"):
        job = library.put(Opportunity(employer="Hydra Data", role="Data analyst", want="yes"))
        other = library.put(Opportunity(employer="Brightline", role="Clerk"))
        first = library.put(Interview(opportunity=job.id, start=Moment(datetime(2026, 5, 14, 15), "America/New_York")))
        second = library.put(
            Interview(opportunity=other.id, start=Moment(datetime(2026, 5, 12, 15), "America/New_York"))
        )
        for name in ("Katherine Jones", "Omar Haddad", "Lea Roth"):
            email = (f"{name.split()[0].lower()}@hydra.example",)
            person = library.put(Contact(name=name, emails=email, employer="Hydra Data"))
            library.put(Meeting(contact=person.id, interview=first.id))
            if name.startswith("Kath"):
                library.put(Note(text=SAID, contact=person.id, interview=first.id))
        person = library.put(Contact(name="Sam Poe"))
        library.put(Meeting(contact=person.id, interview=second.id))
    desk.context.choose_interview(first.id)
    desk.open("letters")
    return desk


def tab_of(desk: Desk) -> LettersTab:
    tab = desk.window.page("letters")
    assert isinstance(tab, LettersTab)
    return tab


def sign(desk: Desk) -> None:
    with desk.library.step("Edit details"):
        desk.library.put(
            msgspec.structs.replace(desk.library.one(Profile), name=NIA.name, email=NIA.email, phone=NIA.phone)
        )


def click_row(tab: LettersTab, title: str) -> None:
    number = next(n for n, row in enumerate(tab.rows.rows) if row.title == title)
    place = tab.rows.visualRect(tab.rows.model().index(number, 0)).center()
    QTest.mouseClick(tab.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QApplication.processEvents()


def chosen(tab: LettersTab) -> tuple[str, list[str]]:
    """The title of the current row and of every selected one."""
    titles = [tab.rows.rows[index.row()].title for index in tab.rows.selectionModel().selectedIndexes()]
    return tab.rows.rows[tab.rows.currentIndex().row()].title, titles


def read(tab: LettersTab, qtbot: QtBot) -> tuple[Finding, ...]:
    qtbot.waitUntil(lambda: tab.reading.current, timeout=READING_MS)
    return tab.reading.findings


def send(desk: Desk, tab: LettersTab, qtbot: QtBot) -> None:
    read(tab, qtbot)
    desk.by_key("ready")
    assert desk.focused.objectName() == "open_mail"
    desk.by_key("i_sent_it")


def test_before_the_first_letter_the_page_says_whom_to_write_to(evening: Desk) -> None:
    tab = tab_of(evening)
    assert "Three people from Hydra Data" in " ".join(one.text() for one in tab.begin.findChildren(QLabel))
    assert evening.text_of("write_first") == "Write to Katherine Jones"
    assert not tab.page.isVisible()
    evening.by_key("write_first")
    assert not tab.begin.isVisible()
    assert tab.page.body.startswith("Dear Katherine Jones,")


def test_the_opened_letter_is_the_highlighted_one_and_keeps_its_place(evening: Desk) -> None:
    tab = tab_of(evening)
    before = [row.title for row in tab.rows.rows]
    for name in ("Lea Roth", "Omar Haddad", "Katherine Jones", "Omar Haddad"):
        click_row(tab, name)
        assert chosen(tab) == (name, [name])
        assert tab.page.body.startswith(f"Dear {name},")
        assert [row.title for row in tab.rows.rows] == before


def test_the_inspector_comes_back_for_a_draft_after_a_sent_letter(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    sign(evening)
    click_row(tab, "Katherine Jones")
    send(evening, tab, qtbot)
    assert evening.library.all(Letter)[0].state == "sent"
    assert evening.focused is tab.rows
    assert not tab.inspector.isVisible()
    click_row(tab, "Omar Haddad")
    assert tab.inspector.isVisible()
    assert tab.passes.isVisible()
    read(tab, qtbot)
    assert evening.find("light_0").isVisible()
    click_row(tab, "Katherine Jones")
    assert not tab.inspector.isVisible()


def test_a_space_after_ready_or_sent_removes_nothing(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    sign(evening)
    click_row(tab, "Katherine Jones")
    read(tab, qtbot)
    evening.by_key("ready")
    evening.press(Qt.Key.Key_Space)
    assert evening.opened
    evening.by_key("i_sent_it")
    evening.press(Qt.Key.Key_Space)
    assert [letter.state for letter in evening.library.all(Letter)] == ["sent"]


def test_another_interview_brings_its_own_letters(evening: Desk) -> None:
    tab = tab_of(evening)
    click_row(tab, "Katherine Jones")
    tab.page.editor.setFocus()
    QTest.keyClicks(tab.page.editor, "Mine. ")
    first, second = (one.id for one in evening.library.all(Interview))
    evening.context.choose_interview(second)
    assert not tab.page.isVisible()
    assert evening.text_of("write_first") == "Write to Sam Poe"
    assert "Mine. " in evening.library.all(Letter)[0].body
    evening.context.choose_interview(first)
    assert tab.page.body.startswith("Mine. ")
    assert chosen(tab)[0] == "Katherine Jones"


def test_drafting_again_says_that_undo_brings_the_text_back(evening: Desk) -> None:
    tab = tab_of(evening)
    click_row(tab, "Katherine Jones")
    tab.page.editor.setFocus()
    QTest.keyClicks(tab.page.editor, "Mine. ")
    evening.by_key("draft_again")
    assert "Mine. " not in tab.page.body
    evening.window.commands.undo()
    assert "Mine. " in tab.page.body


def rules(tab: LettersTab, qtbot: QtBot) -> dict[str, Finding]:
    return {finding.rule: finding for finding in read(tab, qtbot)}


def button_of(tab: LettersTab, text: str, qtbot: QtBot) -> QPushButton:
    """The button of that text, once it is on the screen: a row of the list shows a turn after it was made."""

    def found() -> list[QPushButton]:
        return [one for one in tab.findChildren(QPushButton) if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=READING_MS)
    return found()[0]


def test_a_missing_signature_leads_to_the_details_and_then_into_the_letter(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    click_row(tab, "Katherine Jones")
    tab.page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(tab.page.editor, "Mine. ")
    assert "signature" in rules(tab, qtbot)
    evening.by_key("ready")
    qtbot.waitUntil(tab.notice.isVisible, timeout=READING_MS)
    assert "Your signature is not complete" in tab.notice.text.text()
    assert "8" not in tab.notice.text.text()
    there = button_of(tab, "Open my details", qtbot)

    def fill(_dialog: QWidget) -> None:
        for text in (NIA.name, NIA.email, NIA.phone):
            evening.write(text)
            evening.press(Qt.Key.Key_Tab)
        evening.press(Qt.Key.Key_Escape)

    there.click()
    evening.in_dialog(QApplication.processEvents, fill)
    qtbot.waitUntil(lambda: tab.reading.current and bool(rules(tab, qtbot)["signature"].fixes), timeout=READING_MS)
    add = button_of(tab, "Add my signature", qtbot)
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    assert tab.page.body.startswith("Mine. ")
    assert tab.page.body.endswith("Kind regards,\nNia Ray\n503 555 0142\nnia@ray.example")
    assert "signature" not in rules(tab, qtbot)


def test_the_notice_about_what_holds_back_goes_when_it_is_mended(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    sign(evening)
    click_row(tab, "Katherine Jones")
    tab.page.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(tab.page.editor, " [later]")
    assert "placeholder" in rules(tab, qtbot)
    evening.by_key("ready")
    qtbot.waitUntil(tab.notice.isVisible, timeout=READING_MS)
    assert tab.page.editor.textCursor().selectedText() == "[later]"
    QTest.keyClick(tab.page.editor, Qt.Key.Key_Backspace)
    assert "placeholder" not in rules(tab, qtbot)
    assert not tab.notice.isVisible(), tab.notice.text.text()


def test_what_was_jotted_down_is_in_the_letter_and_not_asked_for(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    with evening.library.step("Edit"):
        job = evening.library.all(Opportunity)[0]
        evening.library.put(msgspec.structs.replace(job, excites="Their flood maps decide where schools get built"))
    click_row(tab, "Katherine Jones")
    assert "that the flood model misses culverts" in tab.page.body
    assert "asked how I would find them" in tab.page.body
    assert "your flood maps decide where schools get built" in tab.page.body
    assert "the data analyst role" in tab.page.body
    assert " today" in tab.page.body
    asked = [one.text() for one in tab.inspector.findChildren(QLabel) if one.objectName().startswith("question_")]
    assert not [one for one in asked if "stayed with you" in one or "excites you" in one]
    assert "impersonal" not in rules(tab, qtbot)


def test_an_unconfirmed_name_gets_no_wrong_spellings_and_leads_to_its_contact(evening: Desk, qtbot: QtBot) -> None:
    tab = tab_of(evening)
    click_row(tab, "Omar Haddad")
    found = [one for one in read(tab, qtbot) if one.text == "Haddad"]
    assert [(one.rule, one.fixes) for one in found] == [("name-unconfirmed", ())]
    assert "Nothing in it is only for Omar" in rules(tab, qtbot)["impersonal"].message
    there = button_of(tab, "Open the contact", qtbot)
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    assert evening.window.current is evening.window.page("contacts")
