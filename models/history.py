"""Back to an earlier state: what was done when, what going back would change, and going back as an ordinary step.

Nothing is taken out of the history by going back: the way there is one more step, and undo takes it back.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from models.changes import Changes, changes_of, changes_to
from models.clock import Moment
from models.errors import EncoreError
from models.library import Library
from models.records import InvalidRecord, Record, from_document
from models.storage import Document, Kind, StepInfo, difference
from models.undo import MERGE_WINDOW

R = TypeVar("R", bound=Record)
RESTORED = "Back to an earlier state"
OLD_VERSION = "Back to an earlier version"


class Stretch(msgspec.Struct, frozen=True):
    """One row of the timeline: a step, or a stretch of typing that undo takes back at once.

    `time` is in milliseconds: handed to `preview` or `restore` it means the state after this row was done; `first` is
    the time of the first of its `steps`: handed to `timeline` as `before` it asks for what came earlier.
    """

    time: int
    first: int
    moment: Moment
    kind: Kind
    label: str
    touched: frozenset[tuple[str, str]]
    steps: int = 1


class Version(msgspec.Struct, Generic[R], frozen=True):
    """A record as it was after the step at `time` (milliseconds)."""

    time: int
    moment: Moment
    label: str
    record: R


class NoSuchVersion(EncoreError):
    """A version was asked for that the history does not hold."""


def timeline(library: Library, limit: int = 200, before: int | None = None) -> tuple[Stretch, ...]:
    """What was done in the last `limit` steps, newest first; typing is joined as undo joins it."""
    rows: list[Stretch] = []
    later: StepInfo | None = None
    for step in library.store.timeline(limit, before):
        if later is not None and _one_stretch(step, later):
            row = rows.pop()
            touched = row.touched | step.touched
            rows.append(msgspec.structs.replace(row, first=step.time, touched=touched, steps=row.steps + 1))
        else:
            rows.append(Stretch(step.time, step.time, step.moment, step.kind, step.label, step.touched))
        later = step
    return tuple(rows)


def preview(library: Library, time: int) -> Changes:
    """What `restore` would change: from the present to the state after the last step not later than `time`."""
    return changes_to(library, library.store.state_at(time))


def restore(library: Library, time: int, origin: object = None) -> Changes:
    """Go back to that state, as one step that can be undone. Where nothing would change there is no step."""
    changes = preview(library, time)
    library.rewrite(RESTORED, changes.patches, origin=origin)
    return changes


def versions(library: Library, kind: type[R], record_id: str) -> tuple[Version[R], ...]:
    """The record as it was after each step or stretch of typing that changed it, newest first.

    A deleted record still has its versions. Where the history does not reach back to its making, the oldest is the one
    after the first step known.
    """
    found: list[Version[R]] = []
    later: StepInfo | None = None
    for step, document in library.store.states_of(kind.table, int(record_id)):
        joined = later is not None and _one_stretch(step, later)
        later = step
        if document is None or joined:
            continue
        try:
            record = from_document(kind, record_id, document)
        except InvalidRecord:  # written by a version that knew other fields
            continue
        found.append(Version(step.time, step.moment, step.label, record))
    return tuple(found)


def back_to(
    library: Library, kind: type[Record], record_id: str, time: int, only: tuple[str, ...] = (), origin: object = None
) -> Changes:
    """One record as it was after the step at `time`, as one ordinary step; a deleted one is there again.

    `only` names the fields that go back (a letter's subject and body), the others stay. Raises NoSuchVersion.
    """
    wanted = next(
        (document for step, document in library.store.states_of(kind.table, int(record_id)) if step.time == time), None
    )
    if wanted is None:
        raise NoSuchVersion("This version is not in the history.")
    current = library.store.table(kind.table).get(int(record_id))
    patch = difference(kind.table, int(record_id), current, _mixed(current, wanted, only))
    changes = changes_of(library, [patch] if patch is not None else [])
    library.rewrite(OLD_VERSION, changes.patches, origin=origin)
    return changes


def _mixed(current: Document | None, wanted: Document, only: tuple[str, ...]) -> Document:
    if current is None or not only:
        return wanted
    rest = {name: value for name, value in current.items() if name not in only}
    return {**rest, **{name: wanted[name] for name in only if name in wanted}}


def _one_stretch(earlier: StepInfo, later: StepInfo) -> bool:
    if not earlier.kind == later.kind == "do" or not later.merge_key:
        return False
    return earlier.merge_key == later.merge_key and later.time - earlier.time <= MERGE_WINDOW
