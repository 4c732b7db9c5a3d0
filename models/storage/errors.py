"""What can go wrong with the library's folder, each as a sentence for the user."""

from __future__ import annotations

import errno
from pathlib import Path

from models.errors import EncoreError


class StorageError(EncoreError):
    """The family of everything below."""


class CannotOpen(StorageError):
    """The folder cannot be made or read."""


class FolderInUse(StorageError):
    """Another running Encore holds the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The library in {folder} is already open in another window of Encore.")


class NewerFormat(StorageError):
    """A file was written by a later version; nothing in the folder was touched."""

    def __init__(self, file: str, needs: str = "") -> None:
        by = f"Encore {needs} or a later version" if needs else "a newer version of Encore"
        wish = f"version {needs}" if needs else "the newest version"
        super().__init__(f"{file} was written by {by}. Nothing was changed; please install {wish} on this computer.")


class CannotMigrate(CannotOpen):
    """A library in an older format could not be brought to today's; on the disk it is as it was."""

    def __init__(self, reason: str = "") -> None:
        why = f": {reason}" if reason else ""
        super().__init__(
            f"The library could not be brought to the format of this version of Encore{why}. Nothing was changed; "
            "the version you used before still opens it."
        )


class ReadOnly(StorageError):
    """The folder can only be read: nothing was applied."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The library in {folder} can only be read here, so nothing in it can be changed.")


class Unstorable(StorageError):
    """A value that would not read back as it was written; nothing of its step was applied."""


class NotDurable(StorageError):
    """Some steps are not on the disk. They are still in memory, in order."""

    def __init__(self, reason: str, count: int) -> None:
        self.reason, self.count = reason, count
        super().__init__(f"Not saved: {reason}.")


class Closed(StorageError):
    """The store was closed; nothing more can be kept in it."""

    def __init__(self) -> None:
        super().__init__("The library has been closed, so nothing more can be kept in it.")


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: "your share of the disk is used up",
    errno.EFBIG: "a file has grown larger than this disk allows",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "the folder may not be written to",
    errno.EPERM: "the folder may not be written to",
    errno.EIO: "the disk reported a fault",
    errno.ENOENT: "the folder is no longer there",
    errno.ENOTDIR: "the folder is no longer there",
    errno.ENODEV: "the disk is no longer there",
    errno.ENXIO: "the disk is no longer there",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


def reason_of(error: OSError) -> str:
    """Why a save failed, as the end of "Not saved: ..."."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    text = error.strerror or str(error) or "the disk refused"
    return text[0].lower() + text[1:].rstrip(".")
