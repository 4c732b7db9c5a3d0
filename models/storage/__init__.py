"""The only package that knows how the library lies on the disk (docs/decisions tells why it is a log)."""

from __future__ import annotations

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
from models.storage.lock import ask_to_raise, raise_wish
from models.storage.patch import Document, Kind, PastStep, Patch, applied, difference, inverse
from models.storage.states import NotSaved, Saved, SaveState, Saving
from models.storage.store import Store
from models.storage.timeline import StepInfo

__all__ = [
    "CannotOpen",
    "Closed",
    "Document",
    "FolderInUse",
    "Kind",
    "NewerFormat",
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
]
