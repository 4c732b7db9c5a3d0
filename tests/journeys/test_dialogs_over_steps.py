"""The dialogs over one step: each control named and reached by keyboard, and nothing cut off at twice the text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from models.half_typed import key_of
from models.letters.operations import edit_letter
from models.people.operations import remove_contact
from models.records import Contact, Letter
from models.storage import Drafts
from tests.journeys.test_keyboard import missed, nameless
from tests.journeys.test_looks import app, clipped, pushed_aside
from tests.journeys.window import EVENING, Desk
from ui.theme import choose

DIALOGS = ("history", "versions", "copy", "compare_half")


@pytest.fixture
def lived_in(desk_with_story: Desk) -> Desk:
    """The story after a change or two, a copy of it as it was, and a text half typed."""
    desk = desk_with_story
    letter = next(one for one in desk.library.all(Letter) if one.state == "draft")
    desk.answers.path = desk.folder.parent / "copy.zip"
    desk.action("action_save_copy").trigger()
    edit_letter(desk.library, letter.id, body=letter.body.replace("nurses", "doctors"))
    remove_contact(desk.library, desk.library.all(Contact)[-1].id)
    desk.leave()
    drafts = Drafts(desk.folder, EVENING)
    drafts.keep(key_of("letters", letter.id, "body"), letter.body + "\nP.S.")
    drafts.close()
    again = Desk(desk.folder)
    again.answers.path = desk.answers.path
    again.context.show("letters", "letters", letter.id)
    again.open("letters")
    return again


def opener(desk: Desk, name: str) -> Callable[[], object]:
    match name:
        case "versions":
            return lambda: desk.click("letter_versions")
        case "compare_half":
            return lambda: desk.click("compare_half_typed")
        case "copy":
            return desk.action("action_bring_back").trigger
        case _:
            return desk.action("action_history").trigger


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_used_by_keyboard_alone(lived_in: Desk, name: str) -> None:
    def use(dialog: QWidget) -> None:
        assert dialog.objectName() == name
        assert lived_in.focused.window() is dialog
        assert not missed(dialog)
        assert not nameless(dialog)

    lived_in.in_dialog(opener(lived_in, name), use)
    lived_in.leave()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_has_room_at_twice_the_text_size(lived_in: Desk, name: str) -> None:
    def use(dialog: QWidget) -> None:
        for theme, size in (("light", 100), ("dark", 200)):
            choose(theme, app(), size)
            for _ in range(4):
                QApplication.processEvents()
            assert not clipped(dialog), (theme, size)
            assert not pushed_aside(dialog), (theme, size)
            assert dialog.width() <= 1100

    lived_in.in_dialog(opener(lived_in, name), use)
    choose("light", app())
    lived_in.leave()


def test_a_notice_has_room_at_twice_the_text_size(lived_in: Desk) -> None:
    choose("light", app(), 200)
    for _ in range(4):
        QApplication.processEvents()
    assert not clipped(lived_in.find("half_typed"))
    choose("light", app())
    lived_in.leave()
