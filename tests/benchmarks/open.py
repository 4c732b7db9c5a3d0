"""`dev.py bench open`: opening a library of 10,000 records, against orjson reading the same bytes.

Opening takes the lock, verifies the checksum of every byte, decodes the tables with numbers as keys and looks for steps
that the snapshot does not hold; the floor reads the file and makes objects of it, no more.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import orjson
from commit import document
from harness import Figure, alternating, milliseconds, report, scratch

from models.clock import SystemClock
from models.storage import Patch, Store

SIZE = 10_000
AGAINST_ORJSON = 1.5


def library_in(folder: Path) -> Path:
    """A closed library of that many records, with a history of some sessions behind it."""
    clock = SystemClock()
    for part in range(10):
        store = Store.open(folder, clock)
        rows = range(part * SIZE // 10 + 1, (part + 1) * SIZE // 10 + 1)
        store.commit("do", "Fill", [Patch("contacts", number, None, document(number)) for number in rows])
        store.close()
    return folder


def main() -> int:
    """Measure, print, judge."""
    clock = SystemClock()
    with scratch() as place:
        folder = library_in(place / "library")
        opened: list[Store] = []

        def ours() -> float:
            gc.collect()
            took = milliseconds(lambda: opened.append(Store.open(folder, clock)))
            opened.pop().close()
            return took

        def floor() -> float:
            gc.collect()
            return milliseconds(lambda: orjson.loads((folder / "encore.json").read_bytes()))

        return report(Figure(f"open {SIZE:,} records", "ms", *_pair(alternating(ours, floor))))


def _pair(times: tuple[tuple[float, ...], tuple[float, ...]]) -> tuple[tuple[float, ...], float, tuple[float, ...]]:
    return times[0], AGAINST_ORJSON, times[1]


if __name__ == "__main__":
    sys.exit(main())
