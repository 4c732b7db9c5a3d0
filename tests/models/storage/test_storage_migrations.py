"""Formats: every one that was ever released opens, and the way to the next can be interrupted at any point.

There is only one format yet, so the migrations here are made up; what carries them out is the real thing.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.clock import FixedClock
from models.errors import EncoreError
from models.library import Library
from models.records import Contact, Letter
from models.storage import CannotOpen, NewerFormat, Patch, Store, migrations
from models.storage.disk import Disk
from models.storage.errors import CannotMigrate
from models.storage.opening import read_folder
from tests.faults.disks import FailsAt, FullDisk, NoSnapshots

START = datetime(2026, 11, 2, 12, 0)
FILES = Path(__file__).resolve().parents[2] / "files"
Tables = dict[str, dict[int, dict[str, Any]]]


class Migrations:
    """Two made-up ones that change what is there, counted."""

    def __init__(self) -> None:
        self.runs: list[str] = []

    def names_in_two(self, tables: Tables) -> None:
        self.runs.append("names")
        for row in tables.get("contacts", {}).values():
            row["first"], _, row["last"] = row.pop("name").partition(" ")

    def people(self, tables: Tables) -> None:
        self.runs.append("people")
        if "contacts" in tables:
            tables["people"] = tables.pop("contacts")


@pytest.fixture
def made_up() -> Migrations:
    return Migrations()


def install(monkeypatch: pytest.MonkeyPatch, made_up: Migrations, count: int) -> None:
    """From now on this is the program of `count` migrations later."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (made_up.names_in_two, made_up.people)[:count])
    monkeypatch.setattr(migrations, "VERSIONS", ("0.1", "0.2", "0.3")[: count + 1])


def put(store: Store, table: str, id: int, was: Any, now: Any) -> None:
    store.commit("do", "Edit", [Patch(table, id, was, now)])


def session(folder: Path, hours: int, disk: Disk | None = None) -> Store:
    return Store.open(folder, FixedClock(START + timedelta(hours=hours)), disk)


@pytest.fixture(params=["snapshot", "logs only", "both"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of format 1: all in encore.json, all in the logs, or some in each."""
    folder = tmp_path / "library"
    for hours, name in ((0, "Priya Rao"), (1, "Tomas Lind")):
        crash = request.param == "logs only" or (request.param == "both" and hours == 1)
        store = session(folder, hours, NoSnapshots() if crash else None)
        put(store, "contacts", hours + 1, None, {"name": name})
        store.close()
    return folder


NEW = {"people": {1: {"first": "Priya", "last": "Rao"}, 2: {"first": "Tomas", "last": "Lind"}}}
OLD = {"1": {"name": "Priya Rao"}, "2": {"name": "Tomas Lind"}}


def everything(store: Store) -> Tables:
    return {name: dict(store.table(name)) for name in store.tables()}


def test_an_older_library_is_migrated_once_and_a_copy_of_it_kept(
    old: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, made_up, 2)
    store = session(old, 5)
    assert everything(store) == NEW
    assert store.notices == ()
    store.close()
    assert made_up.runs == ["names", "people"]
    store = session(old, 6)
    put(store, "people", 3, None, {"first": "Ann", "last": ""})
    store.close()
    store = session(old, 7)
    assert set(store.table("people")) == {1, 2, 3}
    store.close()
    assert made_up.runs == ["names", "people"], "once and for all"
    (kept,) = (old / "backups").glob("*-format-1.json")
    assert json.loads(kept.read_text())["contacts"] == OLD
    assert not (old / "set-aside").exists()


def test_undo_and_looking_back_stop_at_the_migration(
    old: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, made_up, 2)
    store = session(old, 5)
    assert store.past(10) == []
    assert store.state_at(0) == NEW
    put(store, "people", 1, {"last": "Rao"}, {"last": "Raoh"})
    assert [step.label for step in store.past(10)] == ["Edit"]
    assert store.state_at(0) == NEW
    store.close()


def test_a_migration_may_be_killed_or_refused_at_any_call_and_the_library_opens_again(
    old: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, made_up, 2)
    for forever in (True, False):
        k, disk = 0, FailsAt(0)
        while k == 0 or disk.hit:
            k, folder = k + 1, tmp_path / f"{forever}{k}"
            shutil.copytree(old, folder)
            disk = FailsAt(k, forever)
            try:
                store = session(folder, 5, disk)
            except EncoreError:
                pass
            else:
                if 1 in store.table("people"):
                    put(store, "people", 1, {"last": "Rao"}, {"last": "Raoh"})
                store.close(force=True)
            assert found_after(folder) in (NEW, edited()), k
            kept = list((folder / "backups").glob("*-format-1.json"))
            assert [json.loads(path.read_text())["contacts"] for path in kept] == [OLD], k
            shutil.rmtree(folder)
        assert k > 10


def edited() -> Tables:
    return {"people": {**NEW["people"], 1: {"first": "Priya", "last": "Raoh"}}}


def found_after(folder: Path) -> Tables:
    for hours in (6, 7):
        store = session(folder, hours)
        found = everything(store)
        assert store.notices == ()
        store.close()
    return found


def test_where_no_copy_can_be_kept_nothing_is_migrated(
    old: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in old.rglob("*.*") if path.is_file() and path.name != ".lock"}
    install(monkeypatch, made_up, 1)
    with pytest.raises(CannotOpen, match="the disk is full"):
        session(old, 5, FullDisk(20))
    after = {path: path.read_bytes() for path in old.rglob("*.*") if path.is_file() and path.name != ".lock"}
    assert after == before


def test_a_migration_that_fails_says_so_and_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (lambda tables: tables["no such table"],))
    with pytest.raises(CannotMigrate, match="the version you used before"):
        session(old, 5)
    monkeypatch.undo()
    store = session(old, 6)
    assert set(store.table("contacts")) == {1, 2}
    store.close()


def test_an_old_program_is_told_which_version_it_takes(
    old: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        install(later, made_up, 2)
        session(old, 5).close()
    with pytest.raises(NewerFormat, match=r"install version 0\.3"):
        session(old, 6)


def test_steps_of_another_computer_that_still_had_the_old_format_are_migrated_too(
    tmp_path: Path, made_up: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    store = session(here, 0)
    put(store, "contacts", 1, None, {"name": "Priya Rao"})
    store.close()
    shutil.copytree(here, there)
    store = session(there, 2)
    put(store, "contacts", 1, {"name": "Priya Rao"}, {"name": "Priya Raoh"})
    put(store, "contacts", 2, None, {"name": "Tomas Lind"})
    store.close()
    install(monkeypatch, made_up, 1)
    store = session(here, 1)
    put(store, "contacts", 3, None, {"first": "Ann", "last": "Bo"})
    store.close()
    shutil.copytree(there / "history", here / "history", dirs_exist_ok=True)
    expected = {
        1: {"first": "Priya", "last": "Raoh"},
        2: {"first": "Tomas", "last": "Lind"},
        3: {"first": "Ann", "last": "Bo"},
    }
    for hours in (3, 4):
        store = session(here, hours)
        assert dict(store.table("contacts")) == expected
        assert store.notices == ()
        store.close()
    assert not (here / "set-aside").exists()


@pytest.mark.parametrize("number", range(1, migrations.current() + 1))
def test_every_format_that_was_ever_released_opens(tmp_path: Path, number: int) -> None:
    shutil.copytree(FILES / f"format-{number}", tmp_path / "library")
    assert read_folder(tmp_path / "library", Disk()).notices == ()
    library = Library(session(tmp_path / "library", 5), FixedClock(START))
    assert [contact.name for contact in library.all(Contact)] == ["Priya Rao", "Tomas Lind"]
    assert [letter.subject for letter in library.all(Letter)] == ["Thank you for Tuesday, Priya"]
    if number == migrations.current():
        assert library.undo_label == "Edit letter"
        library.undo()
        assert [letter.subject for letter in library.all(Letter)] == ["Thank you for Tuesday"]
    library.store.close()
    (tmp_path / "library" / "encore.json").unlink()
    assert read_folder(tmp_path / "library", Disk()).notices == ()


def test_each_format_has_its_version_and_its_folder() -> None:
    assert len(migrations.VERSIONS) == migrations.current()
    assert {path.name for path in FILES.glob("format-*")} == {f"format-{n + 1}" for n in range(migrations.current())}
