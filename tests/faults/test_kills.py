"""kill -9 at random moments. ENCORE_KILLS asks for more than the usual 40; a failure names its seed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from models.clock import SystemClock
from models.storage import FolderInUse, Store

KILLS = int(os.environ.get("ENCORE_KILLS", "40"))
VICTIM = Path(__file__).with_name("victim.py")
START = f"""
import runpy, sys
sys.path[:] = {sys.path!r}  # as here, without the time it takes to find out
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def killed(kind: str, folder: Path, chance: random.Random) -> int:
    """Let a victim work, kill it some time after some step, and return the last step that it called safe."""
    victim = subprocess.Popen(
        [sys.executable, "-S", "-c", START, str(VICTIM), kind, str(folder)], stdout=subprocess.PIPE
    )
    assert victim.stdout is not None
    seen = b""
    try:
        seen = b"".join([victim.stdout.readline() for _ in range(chance.randrange(1, 12))])
        threading.Event().wait(chance.random() * 0.003)  # the random moment itself
    finally:
        victim.kill()
        seen = seen + victim.stdout.read()
        victim.wait()
        victim.stdout.close()
    return int(seen.split(b"\n")[-2])


def test_no_kill_loses_or_halves_what_was_called_saved(tmp_path: Path) -> None:
    seed = random.randrange(10**9)
    chance = random.Random(seed)
    for kill in range(KILLS):
        folder = tmp_path / str(kill // 8)  # the survivor is used again
        promised = killed("encore", folder, chance)
        store = Store.open(folder, SystemClock())  # the lock died with its holder
        numbers = {store.table("t").get(id, {"n": 0})["n"] for id in (1, 2, 3)}
        labels = [step.label for step in store.past(10**6)]
        assert store.notices == (), seed
        store.close() if chance.random() < 0.5 else store.close(force=True)
        assert len(numbers) == 1, f"half a step, seed {seed}"
        number = numbers.pop()
        assert number >= promised, f"a saved step is gone, seed {seed}"
        assert labels == [f"Step {n}" for n in range(1, number + 1)], seed


def test_the_same_kills_find_the_losses_of_tinydb_as_shipped(tmp_path: Path) -> None:
    chance = random.Random(1)
    for kill in range(60):
        folder = tmp_path / str(kill)
        promised = killed("tinydb", folder, chance)
        try:
            tables = json.loads((folder / "encore.json").read_text())
        except ValueError:
            return  # unreadable
        numbers = [row["n"] for name in ("a", "b", "c") for row in tables.get(name, {}).values()]
        if len(numbers) != 3 or len(set(numbers)) > 1 or min(numbers) < promised:
            return  # half a step, or lost
    pytest.fail("the kills are too gentle to prove anything")


def test_a_second_program_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    victim = subprocess.Popen([sys.executable, str(VICTIM), "encore", str(tmp_path)], stdout=subprocess.PIPE)
    assert victim.stdout is not None
    victim.stdout.readline()
    with pytest.raises(FolderInUse):
        Store.open(tmp_path, SystemClock())
    victim.kill()
    victim.wait()
    victim.stdout.close()
    Store.open(tmp_path, SystemClock()).close()
