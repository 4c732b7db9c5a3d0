"""Unpacking a zip from anywhere: only the names that a copy has, no links, no bombs; into memory, never onto the disk."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from models.storage.errors import StorageError, reason_of

if TYPE_CHECKING:
    import zipfile

MANIFEST = "manifest.json"
_NAMES = re.compile(r"manifest\.json|encore\.json|history/\d{1,16}-[0-9a-f]{16}\.log")
_LEADS_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.?(?:/|$)|\x00")
MOST_BYTES = 1_000_000_000
"""Unpacked. A library of 100,000 records with all its history has about 100 MB."""
MOST_FILES = 100_000
MOST_RATIO = 200
"""Unpacked to packed. A line of the history holds 32 random letters, so no copy shrinks to less than a fiftieth."""
_SMALL = 1_000_000


class NotACopy(StorageError):
    """The file is not a copy that Encore made, or not one that can be trusted; nothing was changed."""


def unpacked(path: Path) -> dict[str, bytes]:
    """The files in the zip by their names. Raises NotACopy."""
    import zipfile  # noqa: PLC0415 - few sessions restore a copy
    from struct import error as bad_header  # noqa: PLC0415
    from zlib import error as bad_stream  # noqa: PLC0415

    broken = (zipfile.BadZipFile, bad_stream, bad_header, EOFError, NotImplementedError, RuntimeError, ValueError)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _look_at(path, members)
            return {member.filename: _read(archive, member, path) for member in members}
    except OSError as error:
        raise NotACopy(f"{path.name} cannot be read: {reason_of(error)}.") from error
    except broken as error:
        raise NotACopy(
            f"{path.name} is not a copy that Encore made, or it is damaged: it is no whole zip file."
        ) from error


def _look_at(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse before a byte is unpacked."""
    for member in members:
        kind = stat.S_IFMT(member.external_attr >> 16)
        if _LEADS_OUT.search(member.orig_filename):
            raise NotACopy(f"{path.name} was refused: a file in it is named so as to leave its folder.")
        if kind not in (0, stat.S_IFREG):
            raise NotACopy(f"{path.name} was refused: it holds a link or something else that is no file.")
        if not _NAMES.fullmatch(member.orig_filename):
            raise NotACopy(f"{path.name} is not a copy that Encore made: it holds other files, too.")
        if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
            raise _too_large(path)
    if len({member.filename for member in members}) < len(members):
        raise NotACopy(f"{path.name} was refused: it holds two files of the same name.")
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise _too_large(path)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> bytes:
    """The bytes, and never more than were announced."""
    with archive.open(member) as file:
        data = file.read(member.file_size + 1)
    if len(data) != member.file_size:
        raise _too_large(path)
    return data


def _too_large(path: Path) -> NotACopy:
    return NotACopy(f"{path.name} was refused: unpacked it would be far larger than a copy of a library is.")
