"""What a start knows of the one before, and a folder that can only be read."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.library import Library
from models.records import Contact
from models.storage import CannotOpen, Patch, ReadOnly, Saved, Store
from models.storage.disk import Disk
from tests.faults.disks import FailsAt, NoSnapshots

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))


class OnlyRead(Disk):
    """A folder on a disk that takes nothing."""

    def may_write(self, path: Path) -> bool:
        return False

    def create(self, path: Path) -> int:
        raise AssertionError("nothing may be tried")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    store = Store.open(tmp_path / "library", NOON, NoSnapshots())
    store.commit("do", "Add", [Patch("contacts", 1, None, {"name": "Ann"})])
    store.close()
    return store.folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_program_that_did_not_close_is_told_at_the_next_start_and_only_there(filled: Path) -> None:
    first = Store.open(filled, NOON)
    assert not first.ended_badly
    mark = (filled / ".running").read_bytes()
    first.close()
    assert not (filled / ".running").exists()
    (filled / ".running").write_bytes(mark)  # what a kill leaves
    second = Store.open(filled, NOON)
    assert second.ended_badly
    second.close()
    third = Store.open(filled, NOON)
    assert not third.ended_badly
    third.close()


def test_that_the_mark_cannot_be_written_or_read_is_no_harm(filled: Path) -> None:
    calls = FailsAt(10**9)
    Store.open(filled, NOON, calls).close()
    for k in range(1, calls.calls + 1):
        try:
            Store.open(filled, NOON, FailsAt(k)).close()
        except CannotOpen:
            continue
    again = Store.open(filled, NOON)
    assert again.table("contacts")[1] == {"name": "Ann"}
    again.close()


def test_a_folder_that_takes_nothing_opens_to_be_read(filled: Path) -> None:
    before = bytes_of(filled)
    holder = Store.open(filled, NOON, OnlyRead())
    library = Library(Store.open(filled, NOON, OnlyRead()), NOON)
    assert library.read_only
    assert not library.store.ended_badly
    assert library.get(Contact, "1").name == "Ann"
    with pytest.raises(ReadOnly, match="can only be read"), library.step("Add"):
        library.put(Contact(name="Bob"))
    assert library.count(Contact) == 1
    assert library.all(Contact) == (Contact(id="1", name="Ann"),)
    assert library.store.state == Saved()
    library.store.close()
    holder.close()
    assert bytes_of(filled) == before


@pytest.fixture
def locked_away() -> Iterator[Path]:
    """A folder that belongs to someone else, and a process that may no longer write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        store = Store.open(place / "library", NOON)
        store.commit("do", "Add", [Patch("contacts", 1, None, {"name": "Ann"})])
        store.close()
        paths = [store.folder, *store.folder.rglob("*")]
        for path in paths:
            path.chmod(0o555 if path.is_dir() else 0o444)
        nobody = 65534 if os.geteuid() == 0 else os.geteuid()
        before = os.geteuid()
        os.seteuid(nobody)
        try:
            yield store.folder
        finally:
            os.seteuid(before)
            for path in paths:
                path.chmod(0o700)


if sys.platform != "win32":

    def test_a_real_folder_of_someone_else_opens_to_be_read(locked_away: Path) -> None:
        store = Store.open(locked_away, NOON)
        assert store.read_only
        assert store.table("contacts")[1] == {"name": "Ann"}
        with pytest.raises(ReadOnly):
            store.commit("do", "Add", [Patch("contacts", 2, None, {})])
        store.close()
