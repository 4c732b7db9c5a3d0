"""The store as the library uses it: real folders, real threads, real disk."""

from __future__ import annotations

import json
import math
import os
import stat
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from models.clock import FixedClock, SystemClock
from models.storage import (
    Closed,
    FolderInUse,
    NotSaved,
    Patch,
    Saved,
    Saving,
    Store,
    Unstorable,
    ask_to_raise,
    difference,
    inverse,
    raise_wish,
    writer,
)
from models.storage.backups import thin
from models.storage.disk import Disk
from tests.faults.disks import BusyDisk, NoLinks, NoSnapshots, SeesReplace

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library", NOON)
    yield store
    store.close(force=True)


def add(store: Store, table: str = "contacts", **fields: Any) -> int:
    number = store.new_id()
    store.commit("do", f"Add to {table}", [Patch(table, number, None, fields)])
    return number


def everything(store: Store) -> dict[str, dict[int, Any]]:
    return {name: dict(store.table(name)) for name in store.tables()}


def test_what_was_committed_is_there_after_reopening(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    store = Store.open(folder, NOON)
    ann = add(store, name="Ann", tags=["hr", "berlin"], score=1.5, of=None, deep={"a": [{"b": True}]}, big=2**53)
    bob = add(store, name="Bob")
    store.commit("do", "Edit", [Patch("contacts", ann, {"name": "Ann"}, {"name": "Änne 🙂\x00\u2028"})], "name")
    store.commit("do", "Remove", [Patch("contacts", bob, {"name": "Bob"}, None)])
    before, steps = everything(store), store.past(10)
    store.close()
    again = Store.open(folder, NOON)
    assert everything(again) == before
    assert again.past(10) == steps
    assert [step.label for step in again.past(2)] == ["Edit", "Remove"]
    assert again.past(2)[0].merge_key == "name"
    assert again.past(0) == []
    assert again.notices == ()
    again.close()


def test_the_logs_alone_hold_everything(tmp_path: Path) -> None:
    store = Store.open(tmp_path, NOON, NoSnapshots())
    add(store, name="Ann")
    before = everything(store)
    store.close()
    assert not (tmp_path / "encore.json").exists()
    again = Store.open(tmp_path, NOON)
    assert everything(again) == before
    again.close()


def test_stock_tinydb_reads_the_closed_file_with_every_table_equal(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SystemClock())
    for name in ("contacts", "notes", 'odd "name"'):
        for place in range(450):
            add(store, name, text=f"number {place}", of=[place])
    before = everything(store)
    store.close()
    with TinyDB(tmp_path / "encore.json") as db:
        assert db.tables() == {"_encore", *before}
        for name, rows in before.items():
            assert {row.doc_id: dict(row) for row in db.table(name)} == rows
    assert next(iter(json.loads((tmp_path / "encore.json").read_text()))) == "_encore"


def test_queries_of_tinydb_read_the_live_memory(store: Store) -> None:
    ann, _bob = add(store, name="Ann", tags=["a"]), add(store, name="Bob")
    contacts = store.db.table("contacts")
    assert [row.doc_id for row in contacts.search(where("name") == "Ann")] == [ann]
    store.commit("do", "Edit", [Patch("contacts", ann, {"name": "Ann"}, {"name": "Anne"})])
    assert contacts.search(where("name") == "Ann") == []
    (found,) = contacts.search(where("name") == "Anne")
    assert contacts.get(doc_id=ann) == found == {"name": "Anne", "tags": ["a"]}
    found["tags"].append("mine")
    assert store.table("contacts")[ann]["tags"] == ["a"]
    assert len(contacts) == 2
    assert store.db.tables() == {"contacts"}


def test_a_write_through_tinydb_is_one_commit_of_what_changed(store: Store) -> None:
    contacts = store.db.table("contacts")
    ann, bob = contacts.insert_multiple([{"name": "Ann", "n": 1}, {"name": "Bob", "n": 1}])
    contacts.update({"n": 2}, where("name") == "Ann")
    contacts.upsert({"name": "Cid"}, where("name") == "Cid")
    contacts.remove(doc_ids=[bob])
    steps = store.past(10)
    assert [len(step.patches) for step in steps] == [2, 1, 1, 1]
    assert steps[1].patches == (Patch("contacts", ann, {"n": 1}, {"n": 2}),)
    contacts.update({"n": 2}, where("name") == "Ann")
    assert len(store.past(10)) == 4, "an update that changes nothing is no step"
    store.db.drop_table("contacts")
    assert store.tables() == ()
    assert len(store.past(10)) == 5


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        (1, 2),
        "\ud800",
        {1: "a"},
        {"a": ("b",)},
        date(2026, 1, 1),
        datetime(2026, 1, 1),
        b"x",
        2**64,
        {1},
    ],
    ids=repr,
)
def test_what_would_not_read_back_equal_is_refused_and_nothing_of_its_step_applied(store: Store, value: Any) -> None:
    ann = add(store, name="Ann")
    before, count = everything(store), len(store.past(10))
    with pytest.raises(Unstorable):
        store.commit("do", "Edit", [Patch("contacts", ann, {}, {"name": "B"}), Patch("notes", 5, None, {"x": [value]})])
    assert everything(store) == before
    assert len(store.past(10)) == count


@pytest.mark.parametrize(
    "patch",
    [Patch("_encore", 1, None, {}), Patch("", 1, None, {}), Patch("a", 0, None, {}), Patch("a", 2**53, None, {}),
     Patch("a", True, None, {}), Patch("a", 9, {"x": 1}, {"x": 2})],
    ids=repr,
)  # fmt: skip
def test_odd_tables_numbers_and_edits_of_nothing_are_refused(store: Store, patch: Patch) -> None:
    with pytest.raises(Unstorable):
        store.commit("do", "Odd", [patch])
    assert store.tables() == ()


def test_nothing_is_shared_with_the_caller_in_or_out(store: Store) -> None:
    fields: dict[str, Any] = {"tags": ["a"], "deep": {"b": [1]}}
    number = store.new_id()
    store.commit("do", "Add", [Patch("contacts", number, None, fields)])
    fields["tags"].append("later")
    read = store.table("contacts")[number]
    read["deep"]["b"].append(2)
    read["new"] = 1
    store.past(1)[0].patches[0].now["tags"].append("past")  # pyright: ignore[reportOptionalSubscript]
    assert store.table("contacts")[number] == {"tags": ["a"], "deep": {"b": [1]}}


def test_the_history_keeps_what_really_changed(store: Store) -> None:
    ann = add(store, name="Ann", n=1)
    stale = [Patch("contacts", ann, {"name": "something else", "n": 1}, {"name": "Bo", "n": 1})]
    store.commit("do", "Edit", stale)
    assert store.past(1)[0].patches == (Patch("contacts", ann, {"name": "Ann"}, {"name": "Bo"}),)


def test_a_view_is_live_and_the_step_is_in_it_at_once(store: Store) -> None:
    view = store.table("contacts")
    assert len(view) == 0
    ann = add(store, name="Ann")
    assert list(view) == [ann]
    assert ann in view
    store.commit("undo", "Add", [inverse(Patch("contacts", ann, None, {"name": "Ann"}))])
    assert len(view) == 0
    assert difference("contacts", ann, None, view.get(ann)) is None


def test_numbers_are_never_used_twice_even_when_the_clock_goes_back_five_hours(tmp_path: Path) -> None:
    store = Store.open(tmp_path, NOON)
    numbers = [store.new_id() for _ in range(50)]
    add(store, name="first")
    store.close()
    earlier = FixedClock(NOON.now().wall - timedelta(hours=5))
    store = Store.open(tmp_path, earlier)
    numbers += [store.new_id() for _ in range(50)]
    add(store, name="second")
    store.close()
    store = Store.open(tmp_path, FixedClock(NOON.now().wall + timedelta(days=3653)))
    add(store, name="third")
    store.close()
    store = Store.open(tmp_path, NOON)
    add(store, name="fourth")
    steps = store.past(10)
    store.close()
    store = Store.open(tmp_path, NOON)
    for count in range(1, 5):
        assert store.past(count) == steps[-count:], "the newest, though its clock was behind"
    assert [step.patches[0].now for step in steps] == [{"name": n} for n in ("first", "second", "third", "fourth")]
    assert sorted({step.time for step in steps}) == [step.time for step in steps]
    numbers += [step.patches[0].id for step in steps]
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) < 2**53
    store.close()


@pytest.mark.parametrize("disk", [Disk(), NoSnapshots()], ids=["closed", "crashed"])
def test_a_number_seen_in_the_history_is_behind_every_new_one(tmp_path: Path, disk: Disk) -> None:
    far = NOON.milliseconds() * 1000 + 10**12
    store = Store.open(tmp_path, NOON, disk)
    store.commit("do", "From another device", [Patch("contacts", far, None, {}), Patch("contacts", 5, None, {})])
    assert store.new_id() > far
    store.commit("do", "Remove", [Patch("contacts", far, {}, None)])
    store.close()
    store = Store.open(tmp_path, NOON)
    assert store.new_id() > far
    store.close()


def test_a_second_program_is_refused_and_can_ask_the_first_to_come_forward(tmp_path: Path) -> None:
    first = Store.open(tmp_path, NOON)
    with pytest.raises(FolderInUse, match="already open"):
        Store.open(tmp_path, NOON)
    ask_to_raise(tmp_path)
    wish = raise_wish(tmp_path).read_text()
    ask_to_raise(tmp_path)
    assert raise_wish(tmp_path).read_text() != wish
    first.close()
    Store.open(tmp_path, NOON).close()


def test_opening_and_closing_without_an_edit_writes_nothing_but_the_lock(tmp_path: Path) -> None:
    Store.open(tmp_path / "new", NOON).close()
    assert [path.name for path in (tmp_path / "new").rglob("*")] == [".lock"]


@pytest.mark.parametrize("mask", [] if sys.platform == "win32" else [0o000, 0o027, 0o777])
def test_only_the_user_can_read_the_files_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    folder = tmp_path / "library"
    old = os.umask(mask)
    try:
        for _ in range(2):
            store = Store.open(folder, NOON)
            add(store, name="Ann")
            ask_to_raise(folder)
            store.close()
    finally:
        os.umask(old)
    paths = [folder, *folder.rglob("*")]
    assert {".lock", ".raise", "encore.json", "history", "backups"} <= {path.name for path in paths}
    for path in paths:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_commit_and_a_reader_never_wait_for_a_busy_disk(tmp_path: Path) -> None:
    disk = BusyDisk()
    store = Store.open(tmp_path, NOON, disk)
    states: list[object] = []
    store.on_state(states.append)
    ann = add(store, name="Ann")
    assert disk.entered.wait(10)
    bob = add(store, name="Bob")
    assert set(store.table("contacts")) == {ann, bob}
    assert store.state == Saving(2)
    assert Saved() not in states, "nothing is called saved before it is on the disk"
    disk.free.set()
    store.flush()
    store.close()
    assert states[-1] == Saved()
    assert not any(isinstance(state, NotSaved) for state in states)


def test_a_copy_holds_everything_and_opens_as_a_library_of_its_own(tmp_path: Path) -> None:
    disk = BusyDisk()
    store = Store.open(tmp_path / "library", NOON, disk)
    add(store, name="not yet saved")
    assert disk.entered.wait(10)
    before = everything(store)
    disk.free.set()
    (tmp_path / "other").mkdir()
    store.save_copy(tmp_path / "other" / "encore.json")
    store.close()
    other = Store.open(tmp_path / "other", NOON)
    assert everything(other) == before
    other.close()


def test_each_replaced_snapshot_is_kept_also_where_the_disk_knows_no_links(tmp_path: Path) -> None:
    for disk in (None, NoLinks(), None):
        store = Store.open(tmp_path, NOON, disk)
        add(store, name="one more")
        store.close()
    kept = list((tmp_path / "backups").iterdir())
    assert sorted(len(json.loads(path.read_text())["contacts"]) for path in kept) == [1, 2]


@pytest.mark.parametrize(("setting", "value"), [("IDLE_SECONDS", 0.01), ("BYTES_BETWEEN_SNAPSHOTS", 1)])
def test_a_snapshot_is_written_after_a_quiet_while_and_after_enough_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: float
) -> None:
    monkeypatch.setattr(writer, setting, value)
    disk = SeesReplace()
    store = Store.open(tmp_path, NOON, disk)
    add(store, name="Ann")
    assert disk.replaced.wait(10)
    with TinyDB(tmp_path / "encore.json") as db:
        assert db.table("contacts").all() == [{"name": "Ann"}]
    add(store, name="Bob")
    before = everything(store)
    store.close()
    assert not (tmp_path / "set-aside").exists(), "its own snapshot is no stranger's"
    again = Store.open(tmp_path, NOON)
    assert everything(again) == before
    again.close()


def test_backups_are_kept_densely_for_a_while_and_daily_for_longer(tmp_path: Path) -> None:
    names = [
        f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}T{hour:02}-00-00-aaaaaa.json"
        for day in range(140)
        for hour in (8, 20)
    ]
    for name in names:
        (tmp_path / name).touch()
    thin(tmp_path, Disk())
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept[-30:] == names[-30:]
    assert kept[:-30] == names[-31 : -31 - 120 : -2][::-1], "the last of each of 60 days"


@pytest.mark.logs_warnings
def test_a_listener_that_fails_keeps_nobody_from_saving(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    told: list[object] = []
    store.on_state(lambda _state: told.remove("nothing"))
    store.on_state(told.append)
    add(store, name="Ann")
    store.flush()
    assert store.state == Saved()
    assert told[-1] == Saved()
    assert "A listener failed" in caplog.text


def test_a_closed_store_takes_nothing_more(tmp_path: Path) -> None:
    store = Store.open(tmp_path, NOON)
    store.close()
    store.close()
    with pytest.raises(Closed):
        add(store, name="late")
