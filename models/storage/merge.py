"""Replaying steps that the snapshot does not hold yet.

`was` makes it a three-way merge per field: where a field is no longer what a step found, two devices changed it, and the
losing value is kept as a document of the table `_conflicts` for the user to look at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from models.storage.lines import Entry
from models.storage.patch import GONE, Document, Patch, applied, copied, same

CONFLICTS = "_conflicts"
Tables = dict[str, dict[int, Document]]
Buried = Callable[[str, int], Document | None]


class Merge:
    """Applies entries, oldest first, to `tables`.

    `base_time` is the newest step in the snapshot: a conflicting older step loses against what the snapshot holds.
    `gappy` says that lines are missing: then `was` need not fit, and every step simply applies.
    `buried` looks up a document that was deleted before the snapshot was written.
    """

    def __init__(self, tables: Tables, base_time: int, gappy: bool, buried: Buried) -> None:
        self._tables, self._base_time, self._gappy, self._buried = tables, base_time, gappy, buried
        self._graves: dict[tuple[str, int], Document] = {}
        self.conflicts = 0

    def apply(self, entry: Entry) -> None:
        """Take one step over."""
        for patch in entry.step.patches:
            table = self._tables.setdefault(patch.table, {})
            result = self._merged(table.get(patch.id), patch, entry)
            if result is None:
                if patch.id in table:
                    self._graves[patch.table, patch.id] = table.pop(patch.id)
            else:
                table[patch.id] = result
            if not table:
                del self._tables[patch.table]

    def _merged(self, current: Document | None, patch: Patch, entry: Entry) -> Document | None:
        if patch.now is None:
            return self._after_delete(current, patch, entry)
        if current is None and patch.was is not None:
            current = None if self._gappy else self._grave(patch)
            if current is not None:
                self._keep(entry, patch, {"deleted": True})
        if current is None:
            return applied(None, patch)
        return self._fields(current, patch, entry)

    def _after_delete(self, current: Document | None, patch: Patch, entry: Entry) -> Document | None:
        if current is None or self._gappy or same(current, patch.was):
            return None
        self._keep(entry, patch, {"deleted": True})
        return current

    def _fields(self, current: Document, patch: Patch, entry: Entry) -> Document:
        was, now = patch.was or {}, patch.now or {}
        result = dict(current)
        for name in {**was, **now}:
            here, before, after = current.get(name, GONE), was.get(name, GONE), now.get(name, GONE)
            if same(here, after):
                continue
            if not self._gappy and not same(here, before):
                wins = entry.step.time > self._base_time
                kept, lost = (after, here) if wins else (here, after)
                self._keep(entry, patch, {"field": name} | _told("kept", kept) | _told("lost", lost))
                if not wins:
                    continue
            if after is GONE:
                result.pop(name, None)
            else:
                result[name] = after
        return copied(result)

    def _grave(self, patch: Patch) -> Document | None:
        return self._graves.get((patch.table, patch.id)) or self._buried(patch.table, patch.id)

    def _keep(self, entry: Entry, patch: Patch, what: Document) -> None:
        """The number is drawn from the step itself, so replaying again makes no second record."""
        record = {"table": patch.table, "id": patch.id, "time": entry.step.time, **copied(what)}
        seed = hashlib.sha256(entry.body + str(what.get("field", "")).encode()).digest()
        number = entry.step.time * 1000 + int.from_bytes(seed[:4]) % 1000
        table = self._tables.setdefault(CONFLICTS, {})
        while number in table and not same(table[number], record):
            number += 1
        self.conflicts += number not in table
        table[number] = record


def _told(name: str, value: Any) -> Document:
    return {} if value is GONE else {name: value}
