"""A copy of the library in one file: a zip with encore.json, the whole history and a list of both with checksums.

What comes back in may come from anywhere, so nothing is believed: see archive_reading. And a copy is opened as a library,
in a folder of its own, before anyone may use it.
"""

from __future__ import annotations

import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from models.storage import migrations
from models.storage.archive_reading import MANIFEST, NotACopy, unpacked
from models.storage.backups import SNAPSHOT
from models.storage.disk import Disk, write_replacing
from models.storage.errors import CannotOpen, NewerFormat, reason_of
from models.storage.lines import log_name, sealed, session_of
from models.storage.opening import read_folder
from models.storage.past import HISTORY
from models.storage.snapshot import Snapshot, pieces

if TYPE_CHECKING:
    from models.storage.store import Store


class About(msgspec.Struct, frozen=True):
    """What a copy says of itself. `time` in milliseconds; `files`: size and SHA-256 of each."""

    program: str
    format: int
    needs: str
    time: int
    files: dict[str, tuple[int, str]]


class _Manifest(msgspec.Struct, frozen=True):
    sum: str
    about: msgspec.Raw


class Archive(NamedTuple):
    """A copy that was read, checked and opened. `logs` holds its history by file name."""

    path: Path
    time: int
    snapshot: Snapshot
    logs: dict[str, bytes]


def save_archive(store: Store, target: Path) -> None:
    """Everything that is in the library now, steps not yet saved included, as one file. Raises CannotOpen."""
    snapshot, waiting = store.picture()
    try:
        files = {f"{HISTORY}/{name}": data for name, data in _logs(store.folder, store.disk).items()}
        if waiting:
            session = os.urandom(8).hex()
            name = log_name(snapshot.last_time, session)
            files[f"{HISTORY}/{name}"] = data = b"".join([sealed(session, body) for body in waiting])
            snapshot.seen[name] = len(data)
        files[SNAPSHOT] = b"".join(pieces(snapshot))
        write_replacing(store.disk, target, [_packed(files, snapshot.last_time)])
    except OSError as error:
        raise CannotOpen(f"The copy could not be written to {target}: {reason_of(error)}.") from error


def read_archive(path: Path) -> Archive:
    """The copy in that file, opened for real. Raises NotACopy, NewerFormat, each with what is wrong."""
    files = unpacked(path)
    about = _about(path, files.pop(MANIFEST, b""))
    found = {name: (len(data), _digest(data)) for name, data in files.items()}
    if found != about.files or SNAPSHOT not in files:
        raise NotACopy(f"{path.name} is damaged: what is in it is not what its list says. Nothing was changed.")
    import tempfile  # noqa: PLC0415 - few sessions restore a copy

    with tempfile.TemporaryDirectory(prefix="encore-") as name:
        folder = Path(name)  # for this user only, as mkdtemp makes it
        (folder / HISTORY).mkdir(mode=0o700)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        opened = read_folder(folder, Disk())
    if opened.notices:
        raise NotACopy(f"{path.name} does not open as a library: a part of it is damaged. Nothing was changed.")
    logs = {name.removeprefix(f"{HISTORY}/"): data for name, data in files.items() if name != SNAPSHOT}
    return Archive(path, about.time, opened.snapshot, logs)


def _logs(folder: Path, disk: Disk) -> dict[str, bytes]:
    return {name: disk.read(folder / HISTORY / name) for name in disk.names(folder / HISTORY) if session_of(name)}


def _packed(files: dict[str, bytes], time: int) -> bytes:
    sums = {name: (len(data), _digest(data)) for name, data in files.items()}
    about = msgspec.json.encode(
        About("Encore", migrations.current(), migrations.version_needed(migrations.current()), time, sums)
    )
    manifest = msgspec.json.encode(_Manifest(_digest(about), msgspec.Raw(about)))
    made = datetime.fromtimestamp(max(time, 315_619_200_000) / 1000, UTC)  # a zip knows no day before 1980
    import zipfile  # noqa: PLC0415 - few sessions save a copy

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in {MANIFEST: manifest, **files}.items():
            info = zipfile.ZipInfo(name, (made.year, made.month, made.day, made.hour, made.minute, made.second))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o100600 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def _about(path: Path, data: bytes) -> About:
    wrong = NotACopy(f"{path.name} is not a copy that Encore made: its list of contents cannot be read.")
    try:
        manifest = msgspec.json.decode(data, type=_Manifest)
        if manifest.sum != _digest(bytes(manifest.about)):
            raise wrong
        plain = msgspec.json.decode(manifest.about, type=dict)
        number = plain.get("format")
        if isinstance(number, int) and number > migrations.current():
            raise NewerFormat(path.name, str(plain.get("needs", "")))
        return msgspec.convert(plain, About)
    except (msgspec.DecodeError, ValueError):
        raise wrong from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
