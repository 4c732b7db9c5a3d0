"""`dev.py bench gap`: how long the screen's thread stands still while the disk takes 60 ms for each fsync.

The thread of the screen commits an edit every 5 ms, as fast as nobody types; what counts is the longest time between two
turns of its loop. The limit is plain, without a floor.
"""

from __future__ import annotations

import sys
import time

from harness import ROUNDS, Figure, report, scratch

from models.clock import SystemClock
from models.storage import Patch, Store
from models.storage.disk import Disk

LIMIT = 20.0
TURNS = 100


class SlowDisk(Disk):
    """A spinning disk on a bad day."""

    def sync(self, handle: int) -> None:
        """As long as it takes, and 60 ms."""
        time.sleep(0.06)
        super().sync(handle)


def longest_gap(store: Store) -> float:
    """Milliseconds beyond the 5 that each turn waits."""
    longest = 0.0
    for turn in range(TURNS):
        begun = time.perf_counter()
        was = store.table("notes").peek(1) or {"text": ""}
        store.commit("do", "Edit note", [Patch("notes", 1, dict(was), {"text": f"word {turn} " * 50})])
        time.sleep(0.005)
        longest = max(longest, (time.perf_counter() - begun) * 1000 - 5)
    return longest


def main() -> int:
    """Measure, print, judge."""
    with scratch() as place:
        store = Store.open(place / "library", SystemClock(), SlowDisk())
        store.commit("do", "Fill", [Patch("notes", n, None, {"text": "They said. " * 20}) for n in range(1, 10_001)])
        store.flush()
        gaps = tuple(longest_gap(store) for _ in range(ROUNDS))
        store.close()
    return report(Figure("longest gap at 60 ms an fsync", "ms", gaps, LIMIT))


if __name__ == "__main__":
    sys.exit(main())
