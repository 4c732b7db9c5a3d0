"""What a crash may leave behind (after ALICE, Pillai et al., OSDI 2014): the calls of a session are recorded, and from
them every state is built that the rules of a disk allow.

The rules: bytes are certain once their file was synced, names once their folder was. Whatever came later may be there
or not, in any combination of names; of the bytes a part, with nothing or with zeros behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from models.storage.disk import Disk

PARTS = 12


class Call(NamedTuple):
    """One call as it was made. `file` numbers a file for good, whatever its names."""

    name: str
    file: int = 0
    data: bytes = b""
    path: Path = Path()
    target: Path = Path()


class Recorder(Disk):
    """The real disk, and a list of what was done to it. `deaf_to` are calls that are done but not recorded: a program
    that had left them out.
    """

    def __init__(self, deaf_to: str = "") -> None:
        self.calls: list[Call] = []
        self._deaf_to, self._files, self._next = deaf_to, dict[int, int](), 1

    def _note(self, name: str, **what: Any) -> None:
        if name != self._deaf_to:
            self.calls.append(Call(name, **what))

    def promise(self, number: int) -> None:
        """The program has called step `number` saved."""
        self._note("promise", file=number)

    def make_folder(self, path: Path) -> bool:
        made = super().make_folder(path)
        if made:
            self._note("make_folder", path=path)
        return made

    def create(self, path: Path) -> int:
        handle = super().create(path)
        self._files[handle], self._next = self._next, self._next + 1
        self._note("create", path=path, file=self._files[handle])
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        count = super().write(handle, data)
        self._note("write", file=self._files[handle], data=bytes(data[:count]))
        return count

    def sync(self, handle: int) -> None:
        super().sync(handle)
        self._note("sync", file=self._files[handle])

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self._note("sync_folder", path=path)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._note("replace", path=source, target=target)

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self._note("link", path=source, target=target)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._note("remove", path=path)


State = dict[Path, bytes]


def states(calls: list[Call]) -> Iterator[tuple[int, State]]:
    """Every state that a crash after any call allows, each once, with the last step promised by then."""
    known: set[tuple[int, frozenset[tuple[Path, bytes]]]] = set()
    for count in range(len(calls) + 1):
        made = calls[:count]
        promised = max((call.file for call in made if call.name == "promise"), default=0)
        certain, open_ = _names(made)
        for chosen in _choices(open_):
            folders, names = _applied([*certain, *chosen])
            for part, zeros in product(range(PARTS + 1), (False, True)):
                files = {
                    path: _bytes(made, file, part, zeros) for path, file in names.items() if path.parent in folders
                }
                key = promised, frozenset(files.items())
                if key not in known:
                    known.add(key)
                    yield promised, files


def _names(made: list[Call]) -> tuple[list[Call], list[Call]]:
    """The calls that changed names: those that are certain and those that are not."""
    certain: list[Call] = []
    open_: list[Call] = []
    for place, call in enumerate(made):
        if call.name not in ("make_folder", "create", "replace", "link", "remove"):
            continue
        folder = (call.target if call.name in ("replace", "link") else call.path).parent
        synced = any(later.name == "sync_folder" and later.path == folder for later in made[place:])
        (certain if synced else open_).append(call)
    return certain, open_


def _choices(calls: list[Call]) -> Iterator[tuple[Call, ...]]:
    return chain.from_iterable(combinations(calls, size) for size in range(len(calls) + 1))


def _applied(calls: list[Call]) -> tuple[set[Path], dict[Path, int]]:
    folders: set[Path] = set()
    names: dict[Path, int] = {}
    for call in calls:
        match call.name:
            case "make_folder":
                folders.add(call.path)
            case "create":
                names[call.path] = call.file
            case "remove":
                names.pop(call.path, None)
            case "link" if call.path in names:
                names[call.target] = names[call.path]
            case "replace" if call.path in names:
                names[call.target] = names.pop(call.path)
            case _:
                pass
    return folders, names


def _bytes(made: list[Call], file: int, part: int, zeros: bool) -> bytes:
    mine = [call for call in made if call.file == file and call.name in ("write", "sync")]
    last = max((place for place, call in enumerate(mine) if call.name == "sync"), default=-1)
    certain = b"".join(call.data for call in mine[: last + 1])
    later = b"".join(call.data for call in mine[last + 1 :])
    cut = len(later) * part // PARTS
    return certain + later[:cut] + bytes(len(later) - cut if zeros else 0)
