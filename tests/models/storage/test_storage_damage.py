"""Files cut and bits flipped: what opening makes of them. The real reading code on real files, nothing simulated."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from models.clock import FixedClock
from models.storage import NewerFormat, Patch, Store, applied
from models.storage.disk import Disk
from models.storage.lines import sealed, session_of
from models.storage.opening import read_folder
from tests.faults.disks import NoSnapshots

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))
Tables = dict[str, dict[int, Any]]

STEPS: list[list[Patch]] = [
    [Patch("contacts", 11, None, {"name": "Ann", "n": 0}), Patch("notes", 21, None, {"text": "first"})],
    [Patch("contacts", 12, None, {"name": "Bob"})],
    [Patch("contacts", 11, {"name": "Ann"}, {"name": "Anne"})],
    [Patch("notes", 21, {"text": "first"}, {"text": "second", "of": 11}), Patch("contacts", 11, {"n": 0}, {"n": 1})],
    [Patch("contacts", 12, {"name": "Bob"}, None)],
    [Patch("contacts", 11, {"name": "Anne"}, {"name": "Änne"})],
]


def after(steps: list[list[Patch]]) -> Tables:
    """What these steps come to, one after the other, without asking whether they fit."""
    tables: Tables = {}
    for patch in (patch for step in steps for patch in step):
        table = tables.setdefault(patch.table, {})
        document = applied(table.pop(patch.id, None), patch)
        if document is not None:
            table[patch.id] = document
    return {name: table for name, table in tables.items() if table}


def found(folder: Path) -> tuple[Tables, int]:
    """The tables that opening would show, and how many notices."""
    opened = read_folder(folder, Disk())
    return opened.snapshot.tables, len(opened.notices)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The log of a session that made STEPS and then lost its power."""
    store = Store.open(tmp_path / "library", NOON, NoSnapshots())
    for number, patches in enumerate(STEPS):
        store.commit("do", f"Step {number}", patches)
    store.close()
    (path,) = (tmp_path / "library" / "history").iterdir()
    return path


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    """encore.json after three sessions, with two backups."""
    for number in range(3):
        store = Store.open(tmp_path / "library", NOON)
        for patches in STEPS[2 * number : 2 * number + 2]:
            store.commit("do", f"Step {number}", patches)
        store.close()
    return tmp_path / "library" / "encore.json"


def flipped(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The data with one bit of one byte turned, for every byte."""
    for place in range(len(data)):
        yield place, data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]


def test_a_log_cut_at_every_byte_gives_the_exact_prefix(log: Path) -> None:
    data = log.read_bytes()
    expected = [after(STEPS[:count]) for count in range(len(STEPS) + 1)]
    for length in range(len(data) + 1):
        log.write_bytes(data[:length])
        whole = data[:length].count(b"\n")
        tables, notices = found(log.parents[1])
        # Where only the line feed is missing the step is there in full already.
        allowed = expected[whole : whole + 1 + (data[length : length + 1] == b"\n")]
        assert tables in allowed, length
        assert not notices, "a torn end is a step that was never called saved"


def test_one_flipped_bit_costs_at_most_the_step_it_hit_and_is_reported(log: Path) -> None:
    data = log.read_bytes()
    every = range(len(STEPS))
    less_one = [after([STEPS[n] for n in every if n != gone]) for gone in every]
    less_two = [after([STEPS[n] for n in every if n not in (gone, gone + 1)]) for gone in every]
    for place, changed in flipped(data):
        log.write_bytes(changed)
        tables, notices = found(log.parents[1])
        hit = data[:place].count(b"\n")
        if data[place : place + 1] == b"\n":  # two lines became one; at the very end nothing but the line feed is lost
            assert tables == (less_two[hit] if hit + 1 < len(STEPS) else after(STEPS)), place
            assert notices == (hit + 1 < len(STEPS)), place
        else:
            assert tables == less_one[hit], place
            assert notices == 1, place


def test_after_damage_the_library_goes_on_and_the_damage_is_told_once(log: Path) -> None:
    data = bytearray(log.read_bytes())
    data[data.index(b"\n") + 60] ^= 1
    log.write_bytes(data)
    store = Store.open(log.parents[1], NOON)
    assert len(store.notices) == 1
    store.commit("do", "Go on", [Patch("notes", 31, None, {"text": "new"})])
    store.close()
    again = Store.open(log.parents[1], NOON)
    assert again.notices == ()
    assert again.table("notes")[31] == {"text": "new"}
    assert log.read_bytes() == data, "a damaged log is kept as it is"
    again.close()


def test_a_stretch_of_rubbish_counts_once_and_what_follows_still_applies(log: Path) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(lines[0] + b"\x00\n\n\xffrubbish\n\n\n" + b"".join(lines[2:4]) + b"more\n" + b"".join(lines[4:]))
    opened = read_folder(log.parents[1], Disk())
    assert opened.snapshot.tables == after([STEPS[n] for n in (0, 2, 3, 4, 5)])
    assert [notice.values["count"] for notice in opened.notices] == [2]


def test_a_line_in_the_wrong_log_does_not_count(log: Path) -> None:
    stranger = log.with_name(f"1-{'0' * 16}.log")
    stranger.write_bytes(log.read_bytes())
    log.unlink()
    assert found(log.parents[1]) == ({}, 1)


def test_a_snapshot_cut_at_every_byte_is_rebuilt(snapshot: Path) -> None:
    data = snapshot.read_bytes()
    for length in range(len(data)):
        snapshot.write_bytes(data[:length])
        assert found(snapshot.parent) == (after(STEPS), 1), length


def test_a_snapshot_with_one_flipped_bit_is_rebuilt(snapshot: Path) -> None:
    for place, changed in flipped(snapshot.read_bytes()):
        snapshot.write_bytes(changed)
        assert found(snapshot.parent) == (after(STEPS), 1), place


def test_history_alone_rebuilds_a_snapshot_and_its_backups(snapshot: Path) -> None:
    shutil.rmtree(snapshot.parent / "backups")
    for content in (b"", b"\0" * 500, b"{}", b"not json"):
        snapshot.write_bytes(content)
        assert found(snapshot.parent) == (after(STEPS), 1)
    snapshot.unlink()
    assert found(snapshot.parent) == (after(STEPS), 0)


def test_a_file_changed_by_another_program_is_set_aside_not_overwritten(snapshot: Path) -> None:
    foreign = snapshot.read_bytes().replace("Änne".encode(), b"Nobody")
    snapshot.write_bytes(foreign)
    store = Store.open(snapshot.parent, NOON)
    assert len(store.notices) == 1
    assert store.table("contacts")[11]["name"] == "Änne"
    store.close()
    (aside,) = (snapshot.parent / "set-aside").iterdir()
    assert aside.read_bytes() == foreign
    assert found(snapshot.parent) == (after(STEPS), 0)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


def test_a_snapshot_of_a_newer_version_is_refused_with_every_byte_untouched(snapshot: Path) -> None:
    front, _sum, rest = re.split(rb'(?<="sum":")([0-9a-f]{64})', snapshot.read_bytes())
    rest = rest.replace(b'"format":1', b'"format":2').replace(b'"contacts":{', b'"contacts":{"later":7,')
    snapshot.write_bytes(front + hashlib.sha256(rest).hexdigest().encode() + rest)
    before = bytes_of(snapshot.parent)
    for _ in range(2):
        with pytest.raises(NewerFormat, match="please install version"):
            Store.open(snapshot.parent, NOON)
    assert bytes_of(snapshot.parent) == before


def test_a_log_line_of_a_newer_version_is_refused_with_every_byte_untouched(snapshot: Path) -> None:
    name = f"1793000000000-{'ab' * 8}.log"
    line = sealed(session_of(name) or "", b'[2,"whatever a later version writes"]')
    (snapshot.parent / "history" / name).write_bytes(line)
    before = bytes_of(snapshot.parent)
    with pytest.raises(NewerFormat, match=name):
        Store.open(snapshot.parent, NOON)
    assert bytes_of(snapshot.parent) == before
