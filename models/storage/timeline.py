"""Looking back: the steps of the history as a list, and the tables as they were.

The past is found by going back from the present, step by step: so it is right also where the oldest part of the history
is not here, as in a library that was restored from a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from models.clock import Moment, zone_named
from models.storage.patch import Document, Kind, PastStep, Patch, applied, copied, inverse

Tables = dict[str, dict[int, Document]]


class StepInfo(NamedTuple):
    """A step without its values. `time` is in milliseconds and unique; `touched` holds (table, id) pairs."""

    time: int
    kind: Kind
    label: str
    merge_key: str
    moment: Moment
    touched: frozenset[tuple[str, str]]


def info_of(step: PastStep, zone: str) -> StepInfo:
    """The step as a list shows it, its moment on the clocks of `zone`."""
    wall = datetime.fromtimestamp(step.time // 1000, zone_named(zone)).replace(tzinfo=None)
    touched = frozenset((patch.table, str(patch.id)) for patch in step.patches)
    return StepInfo(step.time, step.kind, step.label, step.merge_key, Moment(wall, zone), touched)


def rewound(tables: Tables, newest_first: Iterable[PastStep], time: int) -> Tables:
    """The tables as they were when the last step not later than `time` (milliseconds) was done.

    `tables` are the present ones and are left alone. Tables whose name begins with an underscore are about the merge
    between devices, not about the user's records, and stay out.
    """
    past = {name: dict(table) for name, table in tables.items() if not name.startswith("_")}
    for step in newest_first:
        if step.time <= time:
            break
        for patch in reversed(step.patches):
            if not patch.table.startswith("_"):
                take_back(past.setdefault(patch.table, {}), patch)
    return {
        name: {number: copied(document) for number, document in table.items()} for name, table in past.items() if table
    }


def take_back(table: dict[int, Document], patch: Patch) -> None:
    """Undo one patch in a table of the past; what is not there (a line of the history is missing) stays away."""
    document = table.get(patch.id)
    if document is None and patch.was is not None and patch.now is not None:
        return
    before = applied(document, inverse(patch))
    if before is None:
        table.pop(patch.id, None)
    else:
        table[patch.id] = before


def states_of(
    now: Document | None, newest_first: Iterable[PastStep], table: str, id: int
) -> Iterator[tuple[PastStep, Document | None]]:
    """Each step that changed one document, newest first, with the document as it was after it."""
    documents = {} if now is None else {id: now}
    for step in newest_first:
        mine = [patch for patch in step.patches if (patch.table, patch.id) == (table, id)]
        if mine:
            yield step, copied(documents[id]) if id in documents else None
        for patch in reversed(mine):
            take_back(documents, patch)
