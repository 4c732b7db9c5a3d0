"""Taking over what comes from outside: a copy of the library, an encore.json that another program changed.

Each is looked at first, and each comes in as one step that undo takes back; what was there stays in the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.changes import KINDS, Changes, changes_of, changes_to
from models.library import Library
from models.storage import Archive, Document, ForeignFile, Patch, difference, read_archive, save_archive

RESTORED = "Restore a copy"
ALL_STEPS = 10**9
_NOT_ONES_OWN = frozenset(("settings", "profile"))
"""What a first start may write before anyone thinks of a copy."""
TAKEN_OVER = "Take over changes to encore.json"


def save_copy(library: Library, target: Path) -> None:
    """The whole library with its history as one zip file. Raises CannotOpen, with the reason."""
    save_archive(library.store, target)


def open_copy(path: Path) -> Archive:
    """A copy, checked and opened aside. Raises NotACopy or NewerFormat, with the reason; nothing is changed by it."""
    return read_archive(path)


def preview_copy(library: Library, archive: Archive) -> Changes:
    """What `restore_copy` would change."""
    return changes_to(library, archive.snapshot.tables)


def restore_copy(library: Library, archive: Archive, origin: object = None) -> Changes:
    """Make the records equal to those of the copy, as one step that can be undone; what was there stays in the history.

    Into a library that never held a record of its own, as on a new computer, the copy brings its whole history: then
    undo takes back the copy's last step. Raises StorageError where that history cannot be written.
    """
    if _is_new(library):
        library.store.adopt(archive.logs)
        library.read_again(RESTORED, origin=origin)
    changes = preview_copy(library, archive)
    library.rewrite(RESTORED, changes.patches, origin=origin)
    return changes


def _is_new(library: Library) -> bool:
    past = library.store.past(ALL_STEPS)
    return {*library.store.tables()} <= _NOT_ONES_OWN and all(
        patch.table in _NOT_ONES_OWN for step in past for patch in step.patches
    )


def differences(library: Library, foreign: ForeignFile) -> Changes:
    """What was changed in that file, as it would change the library now. Nothing where the file cannot be read."""
    return changes_of(library, _patches(library, foreign))


def take_over(library: Library, foreign: ForeignFile, origin: object = None) -> Changes:
    """Take the differences over as one step; the file is not offered again."""
    changes = differences(library, foreign)
    library.rewrite(TAKEN_OVER, changes.patches, origin=origin)
    library.store.settle(foreign)
    return changes


def leave_aside(library: Library, foreign: ForeignFile) -> None:
    """Leave the file where it is and do not offer it again."""
    library.store.settle(foreign)


def _patches(library: Library, foreign: ForeignFile) -> Iterator[Patch]:
    """From what the file was made of to what it holds; where that is not known, from the present, without deletions."""
    if foreign.tables is None:
        return
    base = None if foreign.base_time is None else library.store.state_at(foreign.base_time)
    for name in KINDS:
        there = foreign.tables.get(name, {})
        before = library.store.table(name) if base is None else base.get(name, {})
        for number in dict.fromkeys((*before, *there)):
            now, then, wanted = library.store.table(name).get(number), before.get(number), there.get(number)
            patch = difference(name, number, then, wanted)
            if patch is not None and (fitted := _fitted(patch, now, then, wanted, base is None)) is not None:
                yield fitted


def _fitted(
    patch: Patch, now: Document | None, then: Document | None, wanted: Document | None, no_deleting: bool
) -> Patch | None:
    """A record deleted here and edited there comes back whole; one edited here and deleted there stays."""
    if wanted is None:
        return None if no_deleting or now != then else patch
    if now is None:
        return Patch(patch.table, patch.id, None, wanted)
    return patch
