"""The first evening: home from the interview, everything written down, one letter out before bed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.findings import Finding
from models.records import Contact, Interview, Letter, Meeting, Note, Opportunity, Profile
from tests.journeys.window import Desk
from ui.tabs.letters import LettersTab
from ui.widgets.chip import Chip

Key, Held = Qt.Key, Qt.KeyboardModifier
SAID = "Nurses lose ten minutes a shift"
READING_MS = 30_000


def write_it_down(desk: Desk) -> None:
    """Just finished: the employer, the role and who was there."""
    desk.keys(Key.Key_N, Held.ControlModifier | Held.ShiftModifier)
    assert desk.focused.objectName() == "employer"
    desk.write("Lumen")
    desk.press(Key.Key_Tab)
    desk.write("Designer")
    desk.type("names", "Priya Rao\nDan Moss")
    desk.by_key("start_interview")
    assert [contact.name for contact in desk.library.all(Contact)] == ["Priya Rao", "Dan Moss"]
    assert all(contact.employer == "Lumen" for contact in desk.library.all(Contact))


def tick_and_note_what_comes_next(desk: Desk) -> None:
    desk.by_key("item_show-interest")
    desk.by_key("item_breathe")
    desk.type("next_step", "a second talk with Priya Rao")
    desk.type("promised", "22 may")
    job = desk.library.all(Opportunity)[0]
    interview = desk.library.all(Interview)[0]
    assert job.promised == date(2026, 5, 22)
    assert desk.text_of("promised") == "Fri, May 22, 2026"
    assert interview.showed_interest
    assert interview.ticks == ("breathe",)


def meet_priya(desk: Desk) -> None:
    """Her address, her name as she writes it, and what she said."""
    desk.by_key("panel_0")
    desk.type("emails", "priya@lumen.example")
    desk.by_key("confirmed")
    desk.by_key("add_note")
    desk.write(SAID)
    desk.press(Key.Key_Tab)
    contact = desk.library.all(Contact)[0]
    assert contact.emails == ("priya@lumen.example",)
    assert contact.confirmed
    assert [(note.text, note.contact) for note in desk.library.all(Note)] == [(SAID, contact.id)]


def begin_the_letter(desk: Desk) -> LettersTab:
    desk.by_key("write_letter")
    tab = desk.window.current
    assert isinstance(tab, LettersTab)
    assert SAID in tab.page.body
    assert "a second talk with you" in tab.page.body
    assert "Friday, May 22" in tab.page.body
    assert desk.focused is tab.page.editor
    return tab


def found(tab: LettersTab, qtbot: QtBot, wanted: Callable[[Finding], bool]) -> Finding | None:
    qtbot.waitUntil(lambda: tab.reading.current, timeout=READING_MS)
    return next((finding for finding in tab.reading.findings if wanted(finding)), None)


def fixes(tab: LettersTab) -> list[QPushButton]:
    """The buttons that mend the misspelling."""
    named = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
    return [one for one in named if one.accessibleName() == "Replace “recieve” with “receive”"]


def misspell_and_mend(desk: Desk, tab: LettersTab, qtbot: QtBot) -> None:
    """What is wrong is underlined and listed; the fix is one key; undo brings the word back."""
    desk.press(Key.Key_End, Held.ControlModifier)
    desk.write(" I recieve.")
    finding = found(tab, qtbot, lambda one: one.text == "recieve")
    assert finding is not None
    assert "recieve" in [mark.cursor.selectedText() for mark in tab.page.editor.extraSelections()]
    qtbot.waitUntil(lambda: len(fixes(tab)) == 1)
    desk.by_key(fixes(tab)[0].objectName())
    assert tab.page.body.endswith(" I receive.")
    assert found(tab, qtbot, lambda one: one.text == "recieve") is None
    desk.keys(Key.Key_Z, Held.ControlModifier)
    assert tab.page.body.endswith(" I recieve.")


def fill_the_profile(desk: Desk) -> None:
    def fill(_dialog: QWidget) -> None:
        assert desk.focused.objectName() == "name"
        desk.write("Nia Ray")
        desk.press(Key.Key_Tab)
        desk.write("nia@ray.example")
        desk.press(Key.Key_Tab)
        desk.write("503 555 0142")
        desk.press(Key.Key_Escape)

    desk.in_dialog(lambda: desk.keys(Key.Key_Comma, Held.ControlModifier), fill)
    profile = desk.library.one(Profile)
    assert (profile.name, profile.email, profile.phone) == ("Nia Ray", "nia@ray.example", "503 555 0142")


def send_it(desk: Desk, tab: LettersTab, qtbot: QtBot) -> None:
    desk.by_key("draft_again")
    assert found(tab, qtbot, lambda one: one.severity in ("block", "fix")) is None
    desk.by_key("ready")
    letter = desk.library.all(Letter)[0]
    assert letter.state == "ready"
    desk.by_key("copy_body")
    assert QGuiApplication.clipboard().text() == letter.body.strip()
    assert letter.body.strip().endswith("Kind regards,\nNia Ray\n503 555 0142\nnia@ray.example")
    desk.by_key("open_mail")
    address = urlsplit(desk.opened[-1])
    fields = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "priya@lumen.example")
    assert fields["subject"] == [letter.subject]
    assert fields["body"][0].replace("\r\n", "\n") == letter.body.strip()
    desk.by_key("i_sent_it")
    assert desk.library.all(Letter)[0].state == "sent"


def today(desk: Desk) -> str:
    """What the strip says."""
    strip = desk.window.today
    assert strip is not None
    return " ".join(label.text() for label in strip.findChildren(QLabel) if label.isVisible())


def everything_is_there(desk: Desk) -> None:
    """The sent letter shows wherever Priya is."""
    desk.open("contacts")
    chips = [chip.text for chip in desk.window.current.findChildren(Chip) if chip.isVisible()]
    assert "thanked on Thu, May 14" in chips
    desk.open("checklist")
    assert [chip.text for chip in desk.window.current.findChildren(Chip) if chip.text == "thanked"]
    box = desk.find("item_breathe")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    assert desk.text_of("next_step") == "a second talk with Priya Rao"
    assert desk.library.undo_label == "Letter sent"


def test_the_first_evening_and_the_morning_after(desk: Desk, qtbot: QtBot) -> None:
    assert desk.find("add_first_interview").isEnabled()
    write_it_down(desk)
    tick_and_note_what_comes_next(desk)
    meet_priya(desk)
    qtbot.waitUntil(lambda: "Thank two people at Lumen by tonight." in today(desk))
    tab = begin_the_letter(desk)
    misspell_and_mend(desk, tab, qtbot)
    fill_the_profile(desk)
    send_it(desk, tab, qtbot)
    qtbot.waitUntil(lambda: "Thank Dan Moss by tonight." in today(desk))
    everything_is_there(desk)
    sent = desk.library.all(Letter)
    met = desk.library.all(Meeting)
    again = desk.restart()
    everything_is_there(again)
    assert again.library.all(Letter) == sent
    assert again.library.all(Meeting) == met
    assert again.library.undo() == "Letter sent"
    assert again.library.all(Letter)[0].state == "ready"
    again.leave()
