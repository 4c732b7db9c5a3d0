"""The disk refuses: full, faulty, or dead from some call on. The store's own code runs; only the last call is changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from models.clock import FixedClock
from models.storage import CannotOpen, NotDurable, NotSaved, Patch, Saved, StorageError, Store
from models.storage.disk import Disk
from tests.faults.disks import FailsAt, FullDisk, MeanDisk, SyncFails

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))


def write(store: Store, number: int) -> None:
    """One step that has to arrive whole: three documents that agree."""
    was = [store.table("t").get(id) for id in (1, 2, 3)]
    store.commit("do", f"Step {number}", [
        Patch("t", id, None if was[id - 1] is None else {"n": number - 1}, {"n": number}) for id in (1, 2, 3)
    ])  # fmt: skip


def write_until_refused(store: Store, number: int) -> None:
    while True:
        write(store, number)
        store.flush()
        number += 1


def reopened(folder: Path) -> tuple[int, list[str]]:
    """The number that the three documents agree on, and the labels of history; leaves the folder as it was."""
    store = Store.open(folder, NOON)
    numbers = {store.table("t").get(id, {"n": 0})["n"] for id in (1, 2, 3)}
    labels = [step.label for step in store.past(1000)]
    assert store.tables() in ((), ("t",)), "no conflict is made up"
    store.close()
    assert len(numbers) == 1, "half a step"
    return numbers.pop(), labels


def labels(count: int) -> list[str]:
    return [f"Step {number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("room", [0, 1, 100, 250, 400])
def test_a_full_disk_is_told_the_edit_stays_and_retry_saves_all_in_order(tmp_path: Path, room: int) -> None:
    disk = FullDisk(10_000)
    store = Store.open(tmp_path, NOON, disk)
    states: list[Any] = []
    store.on_state(states.append)
    write(store, 1)
    store.flush()
    disk.room = room
    with pytest.raises(NotDurable, match="the disk is full"):
        write_until_refused(store, 2)
    count = store.table("t")[1]["n"]
    assert store.state == NotSaved("the disk is full", 1)
    write(store, count + 1)
    assert store.state == states[-1] == NotSaved("the disk is full", 2)
    with pytest.raises(NotDurable):
        store.close()
    store.retry()
    with pytest.raises(NotDurable):
        store.flush()
    disk.room = 10_000
    store.retry()
    store.flush()
    assert store.state == states[-1] == Saved()
    write(store, count + 2)
    store.close()
    assert len(list((tmp_path / "history").iterdir())) == 3
    assert reopened(tmp_path) == (count + 2, labels(count + 2))


@pytest.mark.parametrize("room_at_last", [0, 10_000])
def test_unsaved_steps_can_be_given_up_and_only_whole_ones_are_on_the_disk(tmp_path: Path, room_at_last: int) -> None:
    disk = FullDisk(10_000)
    store = Store.open(tmp_path, NOON, disk)
    for number in range(1, 4):
        write(store, number)
    store.flush()
    disk.room = 50
    write(store, 4)
    with pytest.raises(NotDurable):
        store.flush()
    with pytest.raises(CannotOpen, match="the disk is full"):
        store.save_copy(tmp_path / "copy.json")
    assert not (tmp_path / "copy.json").exists()
    disk.room = room_at_last
    store.close(force=True)
    assert reopened(tmp_path) == (3, labels(3))


@pytest.mark.parametrize("crash", [True, False])
def test_a_sync_that_failed_is_never_trusted_and_its_steps_count_once(tmp_path: Path, crash: bool) -> None:
    disk = SyncFails(0)
    store = Store.open(tmp_path, NOON, disk)
    write(store, 1)
    store.flush()
    disk.count = 1
    write(store, 2)
    with pytest.raises(NotDurable, match="the disk reported a fault"):
        store.flush()
    write(store, 3)
    store.retry()
    store.flush()
    disk.count = 1000 if crash else 0  # no snapshot either
    store.close()
    assert (tmp_path / "encore.json").exists() != crash
    for _ in range(2):
        assert reopened(tmp_path) == (3, labels(3))


def test_a_disk_that_takes_seven_bytes_at_a_time_gets_everything(tmp_path: Path) -> None:
    store = Store.open(tmp_path, NOON, MeanDisk())
    for number in range(1, 4):
        write(store, number)
    store.close()
    assert reopened(tmp_path) == (3, labels(3))


def test_a_history_folder_that_was_removed_is_noticed_and_retry_makes_it_anew(tmp_path: Path) -> None:
    store = Store.open(tmp_path, NOON)
    write(store, 1)
    store.flush()
    for path in (tmp_path / "history").iterdir():
        path.unlink()
    (tmp_path / "history").rmdir()
    write(store, 2)
    with pytest.raises(NotDurable, match="no longer there"):
        store.flush()
    store.retry()
    store.close()
    assert reopened(tmp_path) == (2, ["Step 2"])


def session(folder: Path, disk: Disk, promised: list[int], stubborn: bool) -> None:
    """Two steps and a close; each step that is called saved goes into `promised`. `stubborn`: tries until it works."""
    store = Store.open(folder, NOON, disk)
    try:
        first = store.table("t").get(1, {"n": 0})["n"]
        for number in range(first + 1, first + 3):
            write(store, number)
            while True:
                try:
                    store.flush()
                except NotDurable:
                    if not stubborn:
                        raise
                    store.retry()
                else:
                    promised.append(number)
                    break
        store.close()
    finally:
        store.close(force=True)


@pytest.mark.parametrize("dead", [False, True], ids=["one call fails", "every call from then on"])
def test_whatever_call_fails_nothing_promised_is_lost_and_no_step_is_half(tmp_path: Path, dead: bool) -> None:
    k = 0
    while True:
        k += 1
        folder = tmp_path / str(k)
        promised: list[int] = []
        session(folder, Disk(), promised, stubborn=False)
        disk = FailsAt(k, dead)
        try:
            session(folder, disk, promised, stubborn=not dead)
        except StorageError:
            assert dead or disk.calls == k, "one fault after opening is survived without a restart"
        number, steps = reopened(folder)
        assert number in (promised[-1], promised[-1] + 1), k
        assert steps == labels(number), k
        session(folder, Disk(), promised, stubborn=False)
        assert reopened(folder) == (promised[-1], labels(promised[-1]))
        if not disk.hit:
            break
    assert k > 30, "the session makes more calls than that"
