"""`dev.py torture --minutes N`: every fault over and over, on the project's own disk, and a table of what came of it.

Exits 1 where anything that had been called saved was lost, half there or could not be opened, and where TinyDB as shipped
survives the same kills: then the kills are too gentle to prove anything.
"""

# ruff: noqa: T201 (a table for whoever runs it)

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import scenes
from tests.faults.scenes import OUTCOMES, Outcome
from tests.faults.test_crash_states import outcomes as crash_states

Scene = Callable[[Path, random.Random], Iterator[Outcome]]
BAD: tuple[Outcome, ...] = ("lost", "half", "unopenable")
SCENES: dict[str, Scene] = {
    "kill -9 while saving": partial(scenes.kills, count=200),
    "kill -9 while typing": partial(scenes.kills_while_typing, count=6),
    "power cut, every state": crash_states,
    "one call fails": partial(scenes.refused_calls, dead=False),
    "dead from one call on": partial(scenes.refused_calls, dead=True),
    "disk full, room again": partial(scenes.full_disks, count=40),
    "seven bytes a write": scenes.short_writes,
    "encore.json damaged": partial(scenes.damaged_snapshots, count=80),
    "log damaged": partial(scenes.damaged_logs, count=80),
    "copy damaged": partial(scenes.damaged_copies, count=80),
}
AGAINST = "TinyDB, kill -9"


def run(minutes: float, kills: int, seed: int, place: Path) -> dict[str, Counter[Outcome]]:
    """Every scene in turn, round after round, until the time is over and there were enough kills."""
    chance = random.Random(seed)
    table: dict[str, Counter[Outcome]] = {name: Counter() for name in (*SCENES, AGAINST)}
    table[AGAINST].update(scenes.kills_of_tinydb(place, chance, 60))
    end, turn = time.monotonic() + minutes * 60, 0
    while not turn or time.monotonic() < end or table["kill -9 while saving"].total() < kills:
        late = bool(turn) and time.monotonic() >= end  # only kills are still missing
        for name, scene in SCENES.items():
            if (name == "power cut, every state" and turn) or (late and name != "kill -9 while saving"):
                continue
            below = place / f"{turn}-{len(name)}"
            below.mkdir(exist_ok=True)
            table[name].update(scene(below, chance))
        turn += 1
    return table


def report(table: dict[str, Counter[Outcome]]) -> bool:
    """Print the table; whether nothing was lost and the comparison lost something."""
    print(f"{'fault':24}{'runs':>8}" + "".join(f"{outcome:>12}" for outcome in OUTCOMES))
    for name, counts in table.items():
        print(f"{name:24}{counts.total():8,}" + "".join(f"{counts[outcome]:12,}" for outcome in OUTCOMES))
    lost = sum(counts[bad] for name, counts in table.items() if name != AGAINST for bad in BAD)
    caught = sum(table[AGAINST][bad] for bad in BAD)
    print(f"\nLost, half or unopenable: {lost}. TinyDB as shipped, same kills: {caught} of {table[AGAINST].total()}.")
    return lost == 0 and caught > 0


def main(words: list[str]) -> int:
    """Read how long, work, report."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5, help="how long at least (5)")
    parser.add_argument("--kills", type=int, default=0, help="go on until there were so many kills, such as 5000")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args(words)
    below = Path(__file__).resolve().parents[2] / "build"
    below.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="torture-", dir=below) as place:
        begun = time.monotonic()
        fine = report(run(options.minutes, options.kills, options.seed, Path(place)))
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes, seed {options.seed}.")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
