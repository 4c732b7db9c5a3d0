"""What is being typed survives a kill, is offered at the next start, and never enters the library by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from models.half_typed import key_of
from models.people.operations import add_contact, add_note, remove_note
from models.records import Letter, Note
from models.storage import Drafts
from tests.journeys.window import EVENING, Desk, settled
from ui.frame.half_typed import CompareDialog, HalfTypedNotice

VICTIM = Path(__file__).with_name("typing_victim.py")
MOST_LOST_MS = 1500


def a_draft(desk: Desk) -> Letter:
    return next(one for one in desk.library.all(Letter) if one.state == "draft")


def leave_behind(desk: Desk, **texts: str) -> Desk:
    """End the session and leave what a kill leaves: the files of these texts; then start again."""
    desk.leave()
    drafts = Drafts(desk.folder, EVENING)
    for key, text in texts.items():
        drafts.keep(key, text)
    drafts.close()
    again = Desk(desk.folder)
    again.focus_first()
    return again


def files(desk: Desk) -> list[str]:
    return sorted(path.name for path in (desk.folder / "drafts").glob("*.json"))


def notice(desk: Desk) -> HalfTypedNotice:
    found = desk.find("half_typed")
    assert isinstance(found, HalfTypedNotice)
    return found


def test_a_letter_being_typed_is_on_the_disk_until_the_library_has_it(desk_with_story: Desk) -> None:
    desk = desk_with_story
    letter = a_draft(desk)
    desk.context.show("letters", "letters", letter.id)
    desk.find("body").setFocus()
    desk.write("Half a thought")
    settled(lambda: bool(files(desk)))
    assert desk.library.get(Letter, letter.id).body == letter.body
    settled(lambda: not files(desk))
    assert "Half a thought" in desk.library.get(Letter, letter.id).body


def test_a_subject_and_a_note_being_typed_are_kept_too(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.context.show("letters", "letters", a_draft(desk).id)
    desk.find("subject").setFocus()
    desk.write("Again: ")
    settled(lambda: any("subject" in name for name in files(desk)))
    settled(lambda: not files(desk))
    note = next(note for note in desk.library.all(Note) if note.contact)
    desk.context.show("contacts", "contacts", note.contact)
    desk.open("contacts")
    desk.find("note_0").setFocus()
    desk.write("Also: ")
    settled(lambda: any(name.startswith("notes") for name in files(desk)))
    settled(lambda: not files(desk))


def test_typing_that_changed_nothing_in_the_end_leaves_nothing(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.context.show("letters", "letters", a_draft(desk).id)
    desk.find("body").setFocus()
    desk.write("x")
    desk.press(Qt.Key.Key_Backspace)
    settled(lambda: not files(desk))
    assert desk.library.undo_label != "Edit letter"


def test_a_half_typed_letter_is_offered_compared_and_put_in_as_one_step(desk_with_story: Desk) -> None:
    letter = a_draft(desk_with_story)
    half = letter.body.replace("nurses", "doctors")
    desk = leave_behind(desk_with_story, **{key_of("letters", letter.id, "body"): half})
    assert "Letter “Thank you" in notice(desk).text.text()
    assert desk.library.get(Letter, letter.id).body == letter.body

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, CompareDialog)
        assert "nursesdoctors" in dialog.text.toPlainText().replace(" ", "")
        button = dialog.findChild(QPushButton, "put_in")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    desk.in_dialog(lambda: desk.click("compare_half_typed"), use)
    assert desk.library.get(Letter, letter.id).body == half
    assert not desk.shown("half_typed")
    settled(lambda: not files(desk))
    desk.action("action_undo").trigger()
    assert desk.library.get(Letter, letter.id).body == letter.body
    again = desk.restart()
    assert not again.shown("half_typed")
    again.leave()


def test_what_is_left_is_not_offered_again_and_its_file_stays_for_a_while(desk_with_story: Desk) -> None:
    letter = a_draft(desk_with_story)
    desk = leave_behind(desk_with_story, **{key_of("letters", letter.id, "body"): "Other words"})
    desk.click("leave_half_typed")
    assert not desk.shown("half_typed")
    assert not files(desk)
    assert len(list((desk.folder / "drafts" / "discarded").iterdir())) == 1
    again = desk.restart()
    assert not again.shown("half_typed")
    again.leave()


def test_what_nobody_answered_is_offered_again(desk_with_story: Desk) -> None:
    letter = a_draft(desk_with_story)
    desk = leave_behind(desk_with_story, **{key_of("letters", letter.id, "body"): "Other words"})
    desk.context.show("letters", "letters", letter.id)
    again = desk.restart()
    assert notice(again).first.text == "Other words"
    again.leave()


def test_typing_in_the_same_field_puts_what_was_left_there_aside_and_loses_neither(desk_with_story: Desk) -> None:
    letter = a_draft(desk_with_story)
    desk = leave_behind(desk_with_story, **{key_of("letters", letter.id, "body"): "Other words"})
    desk.context.show("letters", "letters", letter.id)
    desk.find("body").setFocus()
    desk.write("New. ")
    settled(lambda: desk.library.get(Letter, letter.id).body.startswith("New. "))
    aside = list((desk.folder / "drafts" / "discarded").iterdir())
    assert len(aside) == 1
    assert "Other words" in aside[0].read_text(encoding="utf-8")
    desk.click("put_in")
    assert desk.library.get(Letter, letter.id).body == "Other words"
    desk.leave()


def test_several_texts_are_offered_one_after_the_other_and_one_without_a_place_can_be_copied(desk: Desk) -> None:
    priya = add_contact(desk.library, name="Priya Rao")
    kept = add_note(desk.library, "They said", contact_id=priya.id)
    gone = add_note(desk.library, "Never mind", contact_id=priya.id)
    remove_note(desk.library, gone.id)
    texts = {key_of("notes", kept.id, "text"): "They said more", key_of("notes", gone.id, "text"): "Words from nowhere"}
    again = leave_behind(desk, **texts)
    for number in (1, 2):
        assert f"({number} of 2)" in notice(again).text.text()
        if again.shown("put_in"):
            again.click("put_in")
            assert again.library.get(Note, kept.id).text == "They said more"
        else:
            assert "its place is gone" in notice(again).text.text()
            again.click("copy_half_typed")
            assert QApplication.clipboard().text() == "Words from nowhere"
            again.click("leave_half_typed")
    assert not again.shown("half_typed")
    again.leave()


def test_a_kill_in_the_middle_of_a_letter_takes_a_second_and_a_half_of_it_at_most(desk_with_story: Desk) -> None:
    desk = desk_with_story
    letter = a_draft(desk)
    desk.leave()
    victim = subprocess.Popen(
        [sys.executable, str(VICTIM), str(desk.folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert victim.stdout is not None
    victim.stdout.readline()
    threading.Event().wait(2.3)
    victim.kill()
    typed = int(victim.stdout.read().split()[-1])
    victim.stdout.close()
    victim.wait()
    assert typed > MOST_LOST_MS
    again = Desk(desk.folder)
    half = notice(again).first
    survived = [int(word) for word in re.findall(r"\d+ ", half.text.partition("Dear")[0])]
    assert typed - survived[-1] <= MOST_LOST_MS
    assert half.text.endswith(letter.body)
    again.click("put_in")
    assert again.library.get(Letter, letter.id).body == half.text
    assert again.shown("ended_badly")
    again.leave()
