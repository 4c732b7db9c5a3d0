"""An encore.json changed by another program: the library wins, the differences are offered, and nothing is asked twice."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from models.people.operations import add_contact
from models.records import Contact
from tests.journeys.window import Desk
from ui.frame.foreign import ForeignDialog
from ui.widgets.notice import Notice


@pytest.fixture
def changed(desk: Desk) -> Desk:
    """Priya is in the library; in encore.json somebody called her Pria."""
    add_contact(desk.library, name="Priya Rao")
    desk.leave()
    file = desk.folder / "encore.json"
    tables = json.loads(file.read_text(encoding="utf-8"))
    for person in tables["contacts"].values():
        person["name"] = "Pria Rao"
    file.write_text(json.dumps(tables), encoding="utf-8")
    return Desk(desk.folder)


def names(desk: Desk) -> list[str]:
    return [contact.name for contact in desk.library.all(Contact)]


def remarks(desk: Desk) -> list[str]:
    return [one.text.text() for one in desk.window.findChildren(Notice) if one.isVisible()]


def test_the_differences_are_looked_at_taken_over_and_can_be_undone(changed: Desk) -> None:
    assert names(changed) == ["Priya Rao"]
    assert len(remarks(changed)) == 1
    assert remarks(changed)[0].startswith("encore.json was changed outside Encore")

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, ForeignDialog)
        assert [row.title for row in dialog.changes.rows] == ["Would change", "Pria Rao"]
        button = dialog.findChild(QPushButton, "take_over")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    changed.in_dialog(lambda: changed.click("look_at_foreign"), use)
    assert names(changed) == ["Pria Rao"]
    assert remarks(changed) == []
    changed.action("action_undo").trigger()
    assert names(changed) == ["Priya Rao"]
    again = changed.restart()
    assert remarks(again) == []
    again.leave()


def test_what_is_left_alone_is_not_offered_again(changed: Desk) -> None:
    changed.click("leave_foreign")
    assert remarks(changed) == []
    again = changed.restart()
    assert names(again) == ["Priya Rao"]
    assert remarks(again) == []
    again.leave()


def test_a_file_that_cannot_be_read_is_named_once(desk: Desk) -> None:
    add_contact(desk.library, name="Priya Rao")
    desk.leave()
    (desk.folder / "encore.json").write_text("not json", encoding="utf-8")
    again = Desk(desk.folder)
    assert names(again) == ["Priya Rao"]
    assert [text.startswith("encore.json") for text in remarks(again)] == [True]
    once_more = again.restart()
    assert remarks(once_more) == []
    once_more.leave()
