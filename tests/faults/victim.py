"""A program to be killed: `victim.py STORE FOLDER` writes steps of three documents and names each that is safe.

STORE is "encore" or "tinydb", TinyDB as shipped: the tests have to find its losses, or they prove nothing; or "typist",
which types into a draft.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def promise(number: int) -> None:
    """Tell whoever listens that this step is safe."""
    os.write(1, b"%d\n" % number)


def encore(folder: Path) -> None:
    """Endless steps, with a snapshot every few of them."""
    from models.clock import SystemClock
    from models.storage import Patch, Store, writer

    writer.BYTES_BETWEEN_SNAPSHOTS = 600
    store = Store.open(folder, SystemClock())
    number = store.table("t").get(1, {"n": 0})["n"]
    while True:
        number += 1
        was = None if number == 1 else {"n": number - 1}
        store.commit("do", f"Step {number}", [Patch("t", id, was, {"n": number}) for id in (1, 2, 3)])
        store.flush()
        promise(number)


def tinydb(folder: Path) -> None:
    """The same with the stock storage: every update in its own call is all that it offers for three tables."""
    from tinydb import TinyDB

    folder.mkdir(exist_ok=True)
    db = TinyDB(folder / "encore.json")
    number = 0
    while True:
        number += 1
        for name in ("a", "b", "c"):
            db.table(name).truncate()
            db.table(name).insert({"n": number})
        promise(number)


def typist(folder: Path) -> None:
    """Types without end how long it has been typing, and says what was typed; nothing of it is safe at once."""
    import time

    from models.clock import SystemClock
    from models.storage.drafts import Drafts

    folder.mkdir(exist_ok=True)
    drafts, begun = Drafts(folder, SystemClock()), time.monotonic()
    while True:
        typed = int((time.monotonic() - begun) * 1000)
        drafts.keep("letters/1/body", str(typed))
        promise(typed)
        time.sleep(0.02)


WORK = {"encore": encore, "tinydb": tinydb, "typist": typist}


def mother(kind: str) -> None:
    """Fork a victim for each folder read; say its number, and "end" when it has been killed."""

    if kind == "tinydb":
        pass
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            promise(os.getpid())
            WORK[kind](Path(line.rstrip("\n")))
        os.waitpid(pid, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    if sys.argv[2] == "-":
        mother(sys.argv[1])
    else:
        WORK[sys.argv[1]](Path(sys.argv[2]))
