"""What storage found damaged is said in the window, and only then."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.records import Contact
from tests.journeys.window import Desk
from ui.widgets.notice import Notice


def test_a_damaged_snapshot_is_named_above_the_pages_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Encore")
    with desk.library.step("Add person"):
        desk.library.put(Contact(name="Priya Rao"))
    desk.leave()
    file = tmp_path / "Encore" / "encore.json"
    file.write_bytes(file.read_bytes()[:-40])
    again = Desk(tmp_path / "Encore")
    notices = [one.text.text() for one in again.window.findChildren(Notice) if one.isVisible()]
    assert any("encore.json" in text for text in notices)
    assert [one.name for one in again.library.all(Contact)] == ["Priya Rao"]
    again.leave()


def test_a_healthy_library_opens_without_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Encore")
    assert not [one for one in desk.window.findChildren(Notice) if one.isVisible()]
    desk.leave()
