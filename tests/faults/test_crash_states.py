"""A power cut after any call, in every way a disk may take it: nothing promised is lost, no step is half."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.storage import Patch, Store
from models.storage.disk import Disk
from models.storage.opening import read_folder
from tests.faults.crash_states import Call, Recorder, State, states
from tests.faults.scenes import Outcome

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))


def recorded(folder: Path, deaf_to: str = "") -> list[Call]:
    """The calls of three sessions of four steps each, every session ending with a snapshot."""
    disk = Recorder(deaf_to)
    number = 0
    for _ in range(3):
        store = Store.open(folder, NOON, disk)
        for _ in range(4):
            number += 1
            was = None if number == 1 else {"n": number - 1}
            store.commit("do", f"Step {number}", [Patch("t", id, was, {"n": number}) for id in (1, 2, 3)])
            store.flush()
            disk.promise(number)
        store.close()
    return disk.calls


def faults(calls: list[Call], original: Path, scene: Path) -> tuple[int, list[str]]:
    """How many states there are, and what is wrong in them."""
    count, wrong = 0, list[str]()
    for promised, state in states(calls):
        count += 1
        _build(state, original, scene)
        opened = read_folder(scene, Disk())
        numbers = {opened.snapshot.tables.get("t", {}).get(id, {"n": 0})["n"] for id in (1, 2, 3)}
        if len(numbers) > 1:
            wrong.append(f"half a step {numbers}")
        elif min(numbers) < promised:
            wrong.append(f"step {promised} was promised, {numbers} is there")
    return count, wrong


def outcomes(place: Path, _chance: random.Random) -> Iterator[Outcome]:
    """Each state's outcome, for the table of `dev.py torture`."""
    count, wrong = faults(recorded(place / "library"), place / "library", place / "scene")
    for fault in wrong:
        yield "half" if "half" in fault else "lost"
    for _ in range(count - len(wrong)):
        yield "kept"


def _build(state: State, original: Path, scene: Path) -> None:
    shutil.rmtree(scene, ignore_errors=True)
    scene.mkdir()
    for path, data in state.items():
        target = scene / path.relative_to(original)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)


def test_no_state_that_a_crash_may_leave_loses_a_promise(tmp_path: Path) -> None:
    calls = recorded(tmp_path / "library")
    count, wrong = faults(calls, tmp_path / "library", tmp_path / "scene")
    assert not wrong
    assert count > 500


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
def test_a_program_that_does_not_sync_is_found_out(tmp_path: Path, left_out: str) -> None:
    calls = recorded(tmp_path / "library", deaf_to=left_out)
    promises = [place for place, call in enumerate(calls) if call.name == "promise"]
    _, wrong = faults(calls[: promises[1] + 1], tmp_path / "library", tmp_path / "scene")
    assert wrong
