"""What a step would change, record by record, in words: shown before an earlier state or a copy comes back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from models.formats import Sentence
from models.library import Library
from models.naming import name_of
from models.records import RECORDS, InvalidRecord, Record, Settings, fields_of, from_document
from models.records.base import HOUSEKEEPING
from models.storage import Document, Patch, applied, difference

How = Literal["added", "changed", "removed"]
Tables = dict[str, dict[int, Document]]
KINDS: dict[str, type[Record]] = {kind.table: kind for kind in RECORDS if kind is not Settings}
"""What comes back. Settings stay as they are: nobody wants yesterday's text size with yesterday's letter."""


class FieldChange(msgspec.Struct, frozen=True):
    """One field: its name and label, what it holds now (`was`) and what it would hold (`now`), as a record holds it."""

    field: str
    label: str
    was: Any
    now: Any


class Change(msgspec.Struct, frozen=True):
    """One record: it would come back ("added"), go away ("removed") or differ in `fields` ("changed")."""

    table: str
    id: str
    how: How
    name: Sentence
    fields: tuple[FieldChange, ...] = ()


class Changes(msgspec.Struct, frozen=True):
    """What a step would do, record by record. `patches` is the step; `unreadable` counts records left out of it
    because they do not read as what they should be.
    """

    rows: tuple[Change, ...] = ()
    patches: tuple[Patch, ...] = ()
    unreadable: int = 0

    def count(self, how: How) -> int:
        """How many records would be added, changed or removed."""
        return sum(row.how == how for row in self.rows)


def changes_to(library: Library, tables: Tables) -> Changes:
    """From the present to these tables."""
    patches: list[Patch | None] = []
    for name in KINDS:
        here, there = library.store.table(name), tables.get(name, {})
        numbers = dict.fromkeys((*here, *there))
        patches += [difference(name, number, here.peek(number), there.get(number)) for number in numbers]
    return changes_of(library, (patch for patch in patches if patch is not None))


def changes_of(library: Library, patches: Iterable[Patch]) -> Changes:
    """These patches in words, those left out that change nothing or would make a record that cannot be read."""
    rows: list[Change] = []
    kept: list[Patch] = []
    unreadable = 0
    for patch in patches:
        kind = KINDS.get(patch.table)
        before = library.store.table(patch.table).get(patch.id)
        fitted = difference(patch.table, patch.id, before, applied(before, patch))
        if kind is None or fitted is None:
            continue
        try:
            row = _row(kind, fitted, before)
        except InvalidRecord:
            unreadable += 1
            continue
        kept.append(fitted)
        if row is not None:
            rows.append(row)
    return Changes(tuple(rows), tuple(kept), unreadable)


def field_changes(kind: type[Record], one: Record, other: Record) -> tuple[FieldChange, ...]:
    """The user's fields in which two records differ, in the order of the form."""
    return tuple(
        FieldChange(field.name, field.label, getattr(one, field.name), getattr(other, field.name))
        for field in fields_of(kind)
        if getattr(one, field.name) != getattr(other, field.name)
    )


def _row(kind: type[Record], patch: Patch, before: Document | None) -> Change | None:
    """None where only the housekeeping of a record differs. Raises InvalidRecord."""
    number, after = str(patch.id), applied(before, patch)
    record = None if after is None else from_document(kind, number, after)
    if before is None or after is None or record is None:
        how: How = "added" if before is None else "removed"
        return Change(patch.table, number, how, name_of(patch.table, after or before or {}))
    if {*(patch.was or {}), *(patch.now or {})} <= {*HOUSEKEEPING}:
        return None
    try:
        old = from_document(kind, number, before)
    except InvalidRecord:  # what comes back is whole, what is there is not: that is worth a row of its own
        return Change(patch.table, number, "changed", name_of(patch.table, after))
    return Change(patch.table, number, "changed", name_of(patch.table, after), field_changes(kind, old, record))
