"""An encore.json that was changed by hand or by another program: found, read as well as can be, never used by itself."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from models.storage.backups import SET_ASIDE, SNAPSHOT
from models.storage.disk import Disk, write_file
from models.storage.errors import NewerFormat
from models.storage.past import HISTORY
from models.storage.patch import Document
from models.storage.snapshot import load
from models.storage.strict import LARGEST_ID

Tables = dict[str, dict[int, Document]]
_SETTLED = ".settled"


class ForeignFile(NamedTuple):
    """A changed encore.json. `time` is when it was last written, in milliseconds; `tables` is None where it cannot be
    read. `base_time` is the time of the last step in the file that was changed, None where that is not known (then
    what is missing in the file does not count as deleted).
    """

    path: Path
    time: int
    digest: str
    tables: Tables | None
    base_time: int | None


def find_foreign(folder: Path, disk: Disk) -> tuple[ForeignFile, ...]:
    """The files nobody has decided about yet, newest first."""
    aside = folder / SET_ASIDE
    names = disk.names(aside)
    settled = {name.removesuffix(_SETTLED) for name in names if name.endswith(_SETTLED)}
    found: dict[str, ForeignFile] = {}
    for path in [folder / SNAPSHOT, *(aside / name for name in names if name.endswith(".json"))]:
        try:
            mark, data = disk.mark(path), b"" if disk.mark(path) is None else disk.read(path)
        except OSError:
            continue
        if mark is None or (path.parent == folder and _is_ours(data)):
            continue
        digest = hashlib.sha256(data).hexdigest()[:32]
        if digest not in settled and digest not in found:
            tables, base = _read(data, set(disk.names(folder / HISTORY)))
            found[digest] = ForeignFile(path, mark[2] // 1_000_000, digest, tables, base)
    return tuple(sorted(found.values(), key=lambda file: -file.time))


def is_readable(data: bytes) -> bool:
    """Whether these bytes are tables of documents, as another program writes them."""
    return _read(data, set())[0] is not None


def settle(folder: Path, disk: Disk, file: ForeignFile) -> None:
    """Remember that this file was decided about; it stays where it is. Raises OSError."""
    aside = folder / SET_ASIDE
    disk.make_folder(aside)
    if file.digest + _SETTLED not in disk.names(aside):
        write_file(disk, aside / (file.digest + _SETTLED), [])
        disk.sync_folder(aside)


def _is_ours(data: bytes) -> bool:
    try:
        return load(data, SNAPSHOT) is not None
    except NewerFormat:
        return False


def _read(data: bytes, logs: set[str]) -> tuple[Tables | None, int | None]:
    """Whatever is a table of documents; TinyDB and people write JSON, not checksums."""
    try:
        plain = msgspec.json.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None, None
    if not isinstance(plain, dict):
        return None, None
    tables = {name: _table(table) for name, table in plain.items() if name and not name.startswith("_")}
    if any(table is None for table in tables.values()):
        return None, None
    return {name: table for name, table in tables.items() if table is not None}, _base(plain.get("_encore"), logs)


def _table(table: Any) -> dict[int, Document] | None:
    if not isinstance(table, dict):
        return None
    rows: dict[int, Document] = {}
    for key, row in table.items():
        if not (key.isascii() and key.isdecimal() and 0 < int(key) <= LARGEST_ID and isinstance(row, dict)):
            return None
        rows[int(key)] = row
    return rows


def _base(header: Any, logs: set[str]) -> int | None:
    """The time of the last step that the file held before it was changed, where it came from this library."""
    about = header.get("1") if isinstance(header, dict) else None
    if not isinstance(about, dict):
        return None
    time, seen = about.get("last_time"), about.get("seen")
    ours = isinstance(seen, dict) and seen and set(seen) <= logs
    return time if ours and type(time) is int else None
