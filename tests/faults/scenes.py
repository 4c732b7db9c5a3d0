"""What the fault tests and `dev.py torture` share: something to break, ways to break it, and a judge.

Every scene writes steps of three documents that have to agree, notes which steps were called saved, breaks something,
and asks the judge what became of them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

from models.clock import FixedClock, SystemClock
from models.storage import NotACopy, NotDurable, Patch, StorageError, Store, read_archive, save_archive
from models.storage.disk import Disk
from models.storage.drafts import Drafts
from tests.faults.disks import FailsAt, FullDisk, MeanDisk, NoSnapshots

Outcome = Literal["kept", "told", "lost", "half", "unopenable"]
OUTCOMES: tuple[Outcome, ...] = ("kept", "told", "lost", "half", "unopenable")
"""kept: all that was called saved is there. told: a damaged step is missing, as a notice says. The others are faults."""

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))
VICTIM = Path(__file__).with_name("victim.py")
START = f"""
import runpy, sys
sys.path[:] = {sys.path!r}  # as here, without the time it takes to find out
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def write(store: Store, number: int) -> None:
    """One step that has to arrive whole: three documents that agree."""
    was = None if number == 1 else {"n": number - 1}
    store.commit("do", f"Step {number}", [Patch("t", id, was, {"n": number}) for id in (1, 2, 3)])


def last_number(store: Store) -> int:
    return store.table("t").get(1, {"n": 0})["n"]


def judge(folder: Path, promised: int, may_tell: bool = False) -> Outcome:
    """What became of the steps up to `promised`; the folder is used again, as a user would."""
    try:
        store = Store.open(folder, NOON)
    except Exception:  # noqa: BLE001 - whatever it is, the user has no library
        return "unopenable"
    try:
        numbers = {store.table("t").get(id, {"n": 0})["n"] for id in (1, 2, 3)}
        labels = [step.label for step in store.past(10**6)]
        if len(numbers) > 1:
            return "half"
        number = numbers.pop()
        if number < promised:
            return "told" if may_tell and store.notices else "lost"
        if may_tell and store.notices:
            return "told"
        whole = [f"Step {count + 1}" for count in range(number)]
        return "kept" if labels == whole or may_tell else "lost"
    finally:
        store.close()


# -- kills -----------------------------------------------------------------------------------------------------------


class Victims:
    """Programs to be killed, one after the other. One process loads everything once and forks the victims off, where
    the system can do that: a kill then takes a fiftieth of a second.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        words = [sys.executable, "-S", "-c", START, str(VICTIM), kind]
        self._mother = (
            subprocess.Popen([*words, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            if hasattr(os, "fork")
            else None
        )
        self._words = words

    def __enter__(self) -> Victims:
        return self

    def __exit__(self, *_: object) -> None:
        if self._mother is not None:
            assert self._mother.stdin is not None
            assert self._mother.stdout is not None
            self._mother.stdin.close()
            self._mother.wait()
            self._mother.stdout.close()

    def killed(self, folder: Path, chance: random.Random) -> int:
        """Let a victim work, kill it some time after some step, and return the last step that it called safe."""
        steps, pause = chance.randrange(1, 12), chance.random() * 0.003
        if self._mother is None:
            return self._alone(folder, steps, pause)
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.write(f"{folder}\n".encode())
        self._mother.stdin.flush()
        read = self._mother.stdout.readline
        pid = int(read())
        last = [int(read()) for _ in range(steps)][-1]
        _wait(pause)
        os.kill(pid, 9)
        while (line := read()) != b"end\n":
            last = int(line)
        return last

    def _alone(self, folder: Path, steps: int, pause: float) -> int:
        victim = subprocess.Popen([*self._words, str(folder)], stdout=subprocess.PIPE)
        assert victim.stdout is not None
        seen = b"".join([victim.stdout.readline() for _ in range(steps)])
        _wait(pause)
        victim.kill()
        seen += victim.stdout.read()
        victim.wait()
        victim.stdout.close()
        return int(seen.split(b"\n")[-2])


def _wait(seconds: float) -> None:
    """The random moment itself."""
    import threading

    threading.Event().wait(seconds)


def kills(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """kill -9 at random moments; every survivor is used again, closed or killed, up to eight times."""
    with Victims("encore") as victims:
        for kill in range(count):
            folder = place / f"kill-{kill // 8}"
            promised = victims.killed(folder, chance)
            yield judge(folder, promised)
            if kill % 8 == 7:
                shutil.rmtree(folder)


def kills_of_tinydb(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """The same kills of TinyDB as shipped: they have to find its losses, or they prove nothing."""
    with Victims("tinydb") as victims:
        for kill in range(count):
            folder = place / f"tinydb-{kill}"
            promised = victims.killed(folder, chance)
            try:
                tables = json.loads((folder / "encore.json").read_text("utf-8"))
            except ValueError:
                yield "unopenable"
                continue
            numbers = [row["n"] for name in ("a", "b", "c") for row in tables.get(name, {}).values()]
            if len(numbers) != 3 or len(set(numbers)) > 1:
                yield "half"
            else:
                yield "kept" if min(numbers) >= promised else "lost"


def kills_while_typing(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """Programs that type how many milliseconds they have been typing; more than 1.5 s of it gone is lost."""
    folders = [place / f"typing-{number}" for number in range(count)]
    words = [sys.executable, "-S", "-c", START, str(VICTIM), "typist"]
    victims = [subprocess.Popen([*words, str(folder)], stdout=subprocess.PIPE) for folder in folders]
    for victim in victims:
        assert victim.stdout is not None
        victim.stdout.readline()
    _wait(1.2 + chance.random())
    for victim, folder in zip(victims, folders, strict=True):
        victim.kill()
        assert victim.stdout is not None
        typed = int(victim.stdout.read().split()[-1])
        victim.stdout.close()
        victim.wait()
        drafts = Drafts(folder, SystemClock())
        found = drafts.found()
        if drafts.notices or not found:
            yield "lost" if not found else "half"
        else:
            yield "kept" if typed - int(found[0].text) <= 1500 else "lost"


# -- disks that refuse -----------------------------------------------------------------------------------------------


def session(folder: Path, disk: Disk, promised: list[int], steps: int = 2, stubborn: bool = False) -> None:
    """Some steps and a close; a step that is called saved goes into `promised`. `stubborn`: tries until it works."""
    store = Store.open(folder, NOON, disk)
    try:
        first = last_number(store)
        for number in range(first + 1, first + 1 + steps):
            write(store, number)
            while True:
                try:
                    store.flush()
                except NotDurable:
                    if not stubborn:
                        raise
                    store.retry()
                else:
                    promised.append(number)
                    break
        store.close()
    finally:
        store.close(force=True)


def refused_calls(place: Path, _chance: random.Random, dead: bool) -> Iterator[Outcome]:
    """Each call to the disk in turn fails, alone or with all that follow, which is what a kill there leaves."""
    k, disk = 0, FailsAt(0)
    while k == 0 or disk.hit:
        k, folder = k + 1, place / f"call-{dead}-{k}"
        promised: list[int] = []
        session(folder, Disk(), promised)
        disk = FailsAt(k, dead)
        try:
            session(folder, disk, promised, stubborn=not dead)
        except StorageError:
            if not dead and disk.calls != k:
                yield "unopenable"  # one fault after opening has to be survived without a restart
        yield judge(folder, promised[-1])
        shutil.rmtree(folder)


def full_disks(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """A disk that is full after some bytes, at a commit or at a snapshot; room comes back and Retry has to succeed."""
    for turn in range(count):
        folder, promised = place / f"full-{turn}", list[int]()
        session(folder, Disk(), promised)
        disk = FullDisk(chance.randrange(1500))
        store = Store.open(folder, NOON, disk)
        first = last_number(store)
        for number in range(first + 1, first + 4):
            write(store, number)
            try:
                store.flush()
                promised.append(number)
            except NotDurable:
                disk.room += chance.choice((0, 100_000))
                store.retry()
        if chance.random() < 0.5:
            disk.room = 100_000
            store.retry()
            store.flush()
            promised.append(first + 3)
        store.close(force=True)
        yield judge(folder, promised[-1])
        shutil.rmtree(folder)


def short_writes(place: Path, _chance: random.Random) -> Iterator[Outcome]:
    """A disk that takes seven bytes at a time."""
    folder, promised = place / "short", list[int]()
    session(folder, MeanDisk(), promised, 4)
    yield judge(folder, promised[-1])
    shutil.rmtree(folder)


# -- damage ----------------------------------------------------------------------------------------------------------

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 4096))
    return data[:start] + bytes(end - start) + data[end:]


def damaged_snapshots(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """encore.json cut, flipped, zeroed or gone, sometimes with all backups: everything has to come back."""
    folder, promised = place / "snapshot", list[int]()
    for _ in range(4):
        session(folder, Disk(), promised)
    for turn in range(count):
        scene = place / f"snapshot-{turn}"
        shutil.copytree(folder, scene)
        target = scene / "encore.json"
        target.write_bytes(chance.choice((cut, flipped, zeroed))(target.read_bytes(), chance))
        if chance.random() < 0.1:
            target.unlink()
        if chance.random() < 0.5:
            shutil.rmtree(scene / "backups")
        outcome = judge(scene, promised[-1], may_tell=True)
        yield "kept" if outcome == "told" and _number(scene) == promised[-1] else outcome
        shutil.rmtree(scene)


def damaged_logs(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """A log that no snapshot holds, flipped, zeroed or cut: what is missing has to be told, what is there to be whole.

    A cut at the end is what a step that was never called saved looks like, so it cannot be told; cutting stays inside.
    """
    folder, promised = place / "log", list[int]()
    session(folder, NoSnapshots(), promised, 6)
    for turn in range(count):
        scene = place / f"log-{turn}"
        shutil.copytree(folder, scene)
        (log,) = (scene / "history").iterdir()
        data = log.read_bytes()
        inside = data[: data.rindex(b"\n", 0, len(data) - 1)]
        log.write_bytes(chance.choice((flipped, zeroed))(inside, chance) + data[len(inside) :])
        yield judge(scene, promised[-1], may_tell=True)
        shutil.rmtree(scene)


def damaged_copies(place: Path, chance: random.Random, count: int) -> Iterator[Outcome]:
    """A zip of the library, cut, flipped or zeroed: it is refused, or it is whole."""
    folder, promised = place / "copy", list[int]()
    session(folder, Disk(), promised, 6)
    store, target = Store.open(folder, NOON), place / "copy.zip"
    save_archive(store, target)
    store.close()
    data, tables = target.read_bytes(), read_archive(target).snapshot.tables
    for _ in range(count):
        target.write_bytes(chance.choice((cut, flipped, zeroed))(data, chance))
        try:
            yield "kept" if read_archive(target).snapshot.tables == tables else "half"
        except NotACopy:
            yield "told"


def _number(folder: Path) -> int:
    store = Store.open(folder, NOON)
    try:
        return last_number(store)
    finally:
        store.close()
