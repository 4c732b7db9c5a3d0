"""`dev.py bench commit`: one edit, from the change in memory until it is durable, at 1,000, 10,000 and 100,000 records.

Against one UPDATE in sqlite3 (WAL, synchronous=FULL) with the same document as JSON, in the same run; and against the
own time at 1,000 records, because an edit may not grow dear with the library.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from statistics import median

from harness import Figure, alternating, milliseconds, report, scratch

from models.clock import SystemClock
from models.storage import Patch, Store

SIZES = (1_000, 10_000, 100_000)
EDITS = 20
AGAINST_SQLITE = 1.2
AGAINST_SMALL = 2.5


def document(number: int) -> dict[str, object]:
    """A contact as it lies in the store."""
    return {"name": f"Priya Rao {number}", "email": f"priya{number}@example.com", "notes": "Asked about the move. " * 4}


def store_with(folder: Path, size: int) -> Store:
    """A store that holds `size` documents, opened again: the snapshot of such a large step is written by then."""
    clock = SystemClock()
    store = Store.open(folder, clock)
    store.commit("do", "Fill", [Patch("contacts", number, None, document(number)) for number in range(1, size + 1)])
    store.close()
    return Store.open(folder, clock)


def database_with(path: Path, size: int) -> sqlite3.Connection:
    """The same documents in sqlite3, set to keep what it acknowledged, and opened again as the store was."""
    base = _opened(path)
    base.execute("CREATE TABLE contacts (id INTEGER PRIMARY KEY, document TEXT)")
    base.execute("BEGIN")
    rows = ((number, json.dumps(document(number))) for number in range(1, size + 1))
    base.executemany("INSERT INTO contacts VALUES (?, ?)", rows)
    base.execute("COMMIT")
    base.close()
    return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    return base


def measure(folder: Path, size: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Milliseconds of one edit: the median of each of 15 alternating rounds, ours and sqlite3's."""
    folder.mkdir()
    store, base = store_with(folder, size), database_with(folder / "floor.sqlite", size)
    turn = [0]

    def ours() -> None:
        number = turn[0] % size + 1
        before = store.table("contacts")[number]
        now = f"Edit {turn[0]}"
        store.commit("do", "Edit contact", [Patch("contacts", number, {"notes": before["notes"]}, {"notes": now})])
        store.flush()

    def theirs() -> None:
        number = turn[0] % size + 1
        base.execute("BEGIN IMMEDIATE")
        row = base.execute("SELECT document FROM contacts WHERE id = ?", (number,)).fetchone()
        changed = json.dumps({**json.loads(row[0]), "notes": f"Edit {turn[0]}"})
        base.execute("UPDATE contacts SET document = ? WHERE id = ?", (changed, number))
        base.execute("COMMIT")

    def round_of(edit: object) -> float:
        assert callable(edit)
        times: list[float] = []
        for _ in range(EDITS):
            turn[0] += 7919
            times.append(milliseconds(edit))
        return median(times)

    try:
        return alternating(lambda: round_of(ours), lambda: round_of(theirs))
    finally:
        base.close()
        store.close()


def main() -> int:
    """Measure every size, print, judge."""
    figures: list[Figure] = []
    small: tuple[float, ...] = ()
    with scratch() as folder:
        for size in SIZES:
            ours, theirs = measure(folder / str(size), size)
            figures.append(Figure(f"commit at {size:,}", "ms", ours, AGAINST_SQLITE, theirs))
            small = small or ours
            if ours is not small:
                figures.append(Figure(f"commit at {size:,} against 1,000", "ms", ours, AGAINST_SMALL, small))
    return report(*figures)


if __name__ == "__main__":
    sys.exit(main())
