"""The search is ready before it is asked, a little at a time."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.records import Contact
from tests.journeys.window import Desk


def test_the_index_grows_by_itself_and_finds_what_was_added_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Encore")
    with desk.library.step("Add people"):
        for number in range(120):
            desk.library.put(Contact(name=f"Priya Number{number}"))
    desk.context.grow_search()
    with desk.library.step("Add person"):
        desk.library.put(Contact(name="Zadie Late"))
    qtbot.waitUntil(lambda: desk.context.search.grow(0) or desk.context.search.grow(1), timeout=5000)
    assert [hit.title for hit in desk.context.search.find("zadie")] == ["Zadie Late"]
    assert [hit.title for hit in desk.context.search.find("number119")] == ["Priya Number119"]
    desk.leave()
