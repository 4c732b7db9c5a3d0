"""How a half-typed text lies on the disk: one file a key, replaced in one go, with a checksum."""

from __future__ import annotations

import contextlib
import hashlib
import re
from pathlib import Path

import msgspec

from models.storage.disk import Disk, try_to_remove, write_replacing

DISCARDED = "discarded"
KEPT_MILLISECONDS = 30 * 24 * 3600 * 1000
LARGEST = 10_000_000
_PUT_ASIDE = re.compile(r"(\d{1,16})-.*\.json")


class Draft(msgspec.Struct, frozen=True):
    """A text as it was last written down, at `time` (milliseconds); `key` says which field of what it belongs to."""

    key: str
    text: str
    time: int


class _File(msgspec.Struct, frozen=True):
    sum: str
    draft: Draft


def write(folder: Path, disk: Disk, draft: Draft) -> None:
    """Put the draft in place of the one before it. Raises OSError."""
    disk.make_folder(folder)
    draft = Draft(_whole(draft.key), _whole(draft.text), draft.time)
    data = msgspec.json.encode(_File(_sum(draft), draft))
    write_replacing(disk, folder / name_of(draft.key), [data])


def remove(folder: Path, disk: Disk, key: str) -> None:
    """The draft of that key goes, where there is one. Raises OSError."""
    try:
        disk.remove(folder / name_of(key))
    except FileNotFoundError:
        return
    disk.sync_folder(folder)


def find(folder: Path, disk: Disk) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The drafts that can be read, newest first, and the names of the files that are damaged."""
    drafts: list[Draft] = []
    damaged: list[str] = []
    try:
        names = [name for name in disk.names(folder) if name.endswith(".json")]
    except OSError:
        return (), (folder.name,)
    for name in names:
        try:
            drafts.append(_read(folder / name, disk))
        except (OSError, msgspec.DecodeError, ValueError):
            damaged.append(name)
    return tuple(sorted(drafts, key=lambda draft: -draft.time)), tuple(damaged)


def move_aside(folder: Path, disk: Disk, key: str, time: int) -> None:
    """Put the file of that key into the folder "discarded"; where that cannot be done it stays."""
    try:
        disk.make_folder(folder / DISCARDED)
        disk.replace(folder / name_of(key), folder / DISCARDED / f"{time}-{name_of(key)}")
    except OSError:
        return


def purge(folder: Path, disk: Disk, time: int) -> None:
    """Remove what was put aside 30 days ago or earlier, and what a kill left of a file being written."""
    with contextlib.suppress(OSError):
        for name in disk.names(folder / DISCARDED):
            found = _PUT_ASIDE.fullmatch(name)
            if found and int(found[1]) <= time - KEPT_MILLISECONDS:
                try_to_remove(disk, folder / DISCARDED / name)
        for name in disk.names(folder):
            if name.startswith(".") and name.endswith(".new"):
                try_to_remove(disk, folder / name)


def name_of(key: str) -> str:
    """A file name that any disk takes and a person recognises."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")[:60]
    return f"{plain}-{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:12]}.json"


def _read(path: Path, disk: Disk) -> Draft:
    if disk.size(path) > LARGEST:
        raise ValueError
    file = msgspec.json.decode(disk.read(path), type=_File)
    if file.sum != _sum(file.draft) or path.name != name_of(file.draft.key):
        raise ValueError
    return file.draft


def _whole(text: str) -> str:
    """The text with half characters, which no file can hold, as question marks."""
    return text.encode(errors="replace").decode()


def _sum(draft: Draft) -> str:
    return hashlib.sha256(msgspec.json.encode(draft)).hexdigest()
