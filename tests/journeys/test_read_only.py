"""A folder that can only be read opens, says so, and refuses edits with a sentence; a start that fails says why."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.checklist import update_opportunity
from models.records import Letter, Opportunity
from models.storage import Patch, Store, migrations
from models.storage.disk import Disk
from tests.journeys.window import EVENING, Answers, Desk, settled
from ui import app, crash
from ui.app import show_crash, tell_failed_start
from ui.tabs import TABS

ROOT = Path(__file__).resolve().parents[2]


class OnlyRead(Disk):
    """A folder on a disk that takes nothing."""

    def may_write(self, path: Path) -> bool:
        return False

    def create(self, path: Path) -> int:
        raise AssertionError("nothing may be tried")


@pytest.fixture
def reader(desk_with_story: Desk, qtbot: QtBot) -> Iterator[Desk]:
    """The story in a folder that can only be read."""
    desk_with_story.leave()
    desk = Desk(desk_with_story.folder, EVENING, OnlyRead())
    yield desk
    desk.leave()


def records(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*.*")
        if path.name == "encore.json" or path.parent.name == "history"
    }


def test_the_window_opens_says_so_and_every_page_can_be_read(reader: Desk) -> None:
    before = records(reader.folder)
    notice = reader.find("read_only").findChild(QLabel, "noticeText")
    assert notice is not None
    assert notice.text() == "This folder can only be read, so nothing here can be changed."
    for spec in TABS:
        reader.open(spec.name)
    reader.leave()
    assert records(reader.folder) == before


def test_no_field_takes_any_typing_but_the_ones_that_look_for_something(reader: Desk) -> None:
    for spec in TABS:
        reader.open(spec.name)
    open_ones = {
        field.objectName()
        for field in reader.window.findChildren(QWidget)
        if isinstance(field, QLineEdit | QPlainTextEdit) and field.isVisible() and not field.isReadOnly()
    }
    assert open_ones <= {"people_filter"}
    reader.context.show("letters", "letters", reader.library.all(Letter)[0].id)
    body = reader.find("body")
    assert isinstance(body, QPlainTextEdit)
    assert body.isReadOnly()
    assert body.toPlainText()


@pytest.mark.logs_warnings
def test_an_edit_is_refused_in_passing_and_the_page_shows_what_is_true(
    reader: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(lambda sentence, details: show_crash(reader.context, reader.window, sentence, details))
    job = reader.library.all(Opportunity)[0]
    QTimer.singleShot(0, reader.window, lambda: update_opportunity(reader.library, job.id, next_step="Other"))
    settled(lambda: "can only be read" in reader.text_of("message"))
    assert reader.answers.told == []
    assert reader.library.get(Opportunity, job.id) == job
    reader.action("action_new_interview").trigger()
    assert reader.window.isVisible()


def test_the_way_back_can_be_looked_at_and_not_gone(reader: Desk) -> None:
    def use(dialog: QWidget) -> None:
        button = dialog.findChild(QAbstractButton, "go_back")
        assert button is not None
        assert not button.isEnabled()

    reader.in_dialog(reader.action("action_history").trigger, use)


def test_a_library_of_a_newer_encore_is_refused_with_a_sentence_and_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Encore"
    with monkeypatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (len,))
        later.setattr(migrations, "VERSIONS", ("0.1", "7.3"))
        store = Store.open(folder, EVENING)
        store.commit("do", "Add person", [Patch("contacts", 1, None, {"name": "Priya Rao"})])
        store.close()
    before = records(folder)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "7.3" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert records(folder) == before


def test_a_start_that_fails_is_told_in_a_box_where_somebody_sees_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers()
    tell_failed_start("Nobody sees this.", answers)
    assert answers.told == []
    monkeypatch.setattr(app, "UNSEEN", ())
    tell_failed_start("encore.json was written by a newer version.", answers)
    assert answers.told == ["encore.json was written by a newer version."]
