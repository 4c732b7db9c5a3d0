"""Copies of the store that were broken on purpose: each fault test has to find its own, or it proves nothing."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from models.storage import Store
from models.storage.disk import Disk
from tests.faults import scenes
from tests.faults.disks import MeanDisk, NoSnapshots
from tests.faults.scenes import NOON, judge, session


def test_the_scenes_find_nothing_in_the_store_as_it_is(tmp_path: Path) -> None:
    chance = random.Random(7)
    assert set(scenes.full_disks(tmp_path, chance, 8)) == {"kept"}
    assert set(scenes.short_writes(tmp_path, chance)) == {"kept"}
    assert set(scenes.damaged_snapshots(tmp_path, chance, 20)) == {"kept"}
    assert set(scenes.damaged_logs(tmp_path, chance, 20)) == {"told"}


def test_short_writes_that_are_ignored_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "models.storage.segment.write_whole", lambda disk, handle, data: MeanDisk.write(disk, handle, data)
    )
    promised: list[int] = []
    session(tmp_path, NoSnapshots(), promised)
    assert judge(tmp_path, promised[-1]) == "lost"


def test_lines_without_a_checksum_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.lines._opened", lambda _session, raw: raw[33:] if len(raw) > 33 else None)
    found = Counter(scenes.damaged_logs(tmp_path, random.Random(3), 60))
    assert found["kept"] + found["half"] + found["lost"] > 0, "damage went unnoticed"


def test_a_snapshot_without_a_checksum_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Believes:
        """Whatever it is asked to hash, the sum is the one in the file."""

        def __init__(self, *_: object) -> None:
            pass

        def update(self, _piece: object) -> None:
            pass

        def hexdigest(self) -> str:
            return "0" * 64

    class Hashes:
        sha256 = Believes

    monkeypatch.setattr("models.storage.snapshot.hashlib", Hashes)
    assert set(scenes.damaged_snapshots(tmp_path, random.Random(3), 100)) != {"kept"}


def test_a_full_disk_that_is_not_told_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def append(self: Any, bodies: Any) -> int:
        try:
            return whole(self, bodies)
        except OSError:
            return 0

    from models.storage.segment import Segments

    whole = Segments.append
    monkeypatch.setattr(Segments, "append", append)
    assert "lost" in set(scenes.full_disks(tmp_path, random.Random(5), 20))


def test_a_log_that_is_used_again_after_a_failed_write_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.storage.segment import Segments

    monkeypatch.setattr(Segments, "_abandon", lambda _self: None)
    outcomes = [*scenes.refused_calls(tmp_path, random.Random(0), dead=False)]
    assert set(outcomes) != {"kept"}


def test_a_store_that_writes_its_file_in_place_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As TinyDB's own storage does: no temporary file, the old bytes gone before the new ones are there."""

    def in_place(folder: Path, disk: Disk, parts: list[bytes], *_rest: object) -> None:
        target = folder / "encore.json"
        target.unlink(missing_ok=True)
        handle = disk.create(target)
        for log in (folder / "history").glob("*"):
            log.unlink()
        for part in parts:
            disk.write(handle, part)
        disk.close(handle)

    monkeypatch.setattr("models.storage.store.replace_snapshot", in_place)
    outcomes = [*scenes.refused_calls(tmp_path, random.Random(0), dead=True)]
    assert {"lost", "half", "unopenable"} & set(outcomes)
    monkeypatch.undo()
    Store.open(tmp_path / "fine", NOON).close()
