"""kill -9 at random moments. ENCORE_KILLS asks for more than the usual 200; a failure names its seed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from models.clock import SystemClock
from models.storage import FolderInUse, Patch, Store
from tests.faults import scenes, torture
from tests.faults.scenes import VICTIM, Outcome

KILLS = int(os.environ.get("ENCORE_KILLS", "200" if hasattr(os, "fork") else "20"))


def test_no_kill_loses_or_halves_what_was_called_saved(tmp_path: Path) -> None:
    seed = random.randrange(10**9)
    found = Counter(scenes.kills(tmp_path, random.Random(seed), KILLS))
    assert found == {"kept": KILLS}, seed


def test_the_same_kills_find_the_losses_of_tinydb_as_shipped(tmp_path: Path) -> None:
    found = Counter(scenes.kills_of_tinydb(tmp_path, random.Random(1), 30))
    assert found["kept"] < 30, "the kills are too gentle to prove anything"


def test_a_second_program_is_refused_within_a_second_until_the_first_is_killed(tmp_path: Path) -> None:
    victim = subprocess.Popen([sys.executable, str(VICTIM), "encore", str(tmp_path)], stdout=subprocess.PIPE)
    assert victim.stdout is not None
    victim.stdout.readline()
    begun = time.monotonic()
    with pytest.raises(FolderInUse):
        Store.open(tmp_path, SystemClock())
    assert time.monotonic() - begun < 1
    victim.kill()
    victim.wait()
    victim.stdout.close()
    store = Store.open(tmp_path, SystemClock())
    assert store.ended_badly
    store.close()


def test_two_programs_that_get_past_the_lock_lose_none_of_each_others_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a network drive grants the lock to both: each writes to a log of its own, so everything is there after."""
    Store.open(tmp_path, SystemClock()).close()
    monkeypatch.setattr("filelock.FileLock.acquire", lambda *_args, **_more: None)
    monkeypatch.setattr("filelock.FileLock.release", lambda *_args, **_more: None)
    one, other = Store.open(tmp_path, SystemClock()), Store.open(tmp_path, SystemClock())
    for number in range(100):
        for store, start in ((one, 1000), (other, 5000)):
            store.commit("do", "Add", [Patch("t", start + number, None, {"n": number})])
    one.close()
    other.close()
    store = Store.open(tmp_path, SystemClock())
    assert len(store.table("t")) == 200
    store.close()


def test_torture_prints_its_table_and_fails_on_a_loss(capsys: pytest.CaptureFixture[str]) -> None:
    fine: dict[str, Counter[Outcome]] = {
        "kill -9 while saving": Counter({"kept": 5}),
        torture.AGAINST: Counter({"half": 2, "kept": 1}),
    }
    assert torture.report(fine)
    assert "kill -9 while saving           5           5" in capsys.readouterr().out
    for bad in torture.BAD:
        assert not torture.report({**fine, "kill -9 while saving": Counter({"kept": 5, bad: 1})})
    assert not torture.report({**fine, torture.AGAINST: Counter({"kept": 3})}), "too gentle"
