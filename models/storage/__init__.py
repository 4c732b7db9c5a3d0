"""The only package that knows how the library lies on the disk (docs/decisions tells why it is a log)."""

from __future__ import annotations

from models.storage.archive import Archive, read_archive, save_archive
from models.storage.archive_reading import NotACopy
from models.storage.drafts import Draft, Drafts
from models.storage.errors import (
    CannotOpen,
    Closed,
    FolderInUse,
    NewerFormat,
    NotDurable,
    ReadOnly,
    StorageError,
    Unstorable,
)
from models.storage.foreign import ForeignFile
from models.storage.lock import ask_to_raise, raise_wish
from models.storage.patch import Document, Kind, PastStep, Patch, applied, difference, inverse
from models.storage.states import NotSaved, Saved, SaveState, Saving
from models.storage.store import Store
from models.storage.timeline import StepInfo

__all__ = [
    "Archive",
    "CannotOpen",
    "Closed",
    "Document",
    "Draft",
    "Drafts",
    "FolderInUse",
    "ForeignFile",
    "Kind",
    "NewerFormat",
    "NotACopy",
    "NotDurable",
    "NotSaved",
    "PastStep",
    "Patch",
    "ReadOnly",
    "SaveState",
    "Saved",
    "Saving",
    "StepInfo",
    "StorageError",
    "Store",
    "Unstorable",
    "applied",
    "ask_to_raise",
    "difference",
    "inverse",
    "raise_wish",
    "read_archive",
    "save_archive",
]
