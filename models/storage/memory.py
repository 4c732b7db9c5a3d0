"""The tables in memory: documents are replaced, never changed in place, and nobody outside holds one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.storage.errors import Unstorable
from models.storage.patch import Document, Patch, applied, copied, difference

_EMPTY: Mapping[int, Document] = {}


class TableView(Mapping[int, Document]):
    """A table as it is now. Every document handed out is the reader's own."""

    def __init__(self, tables: dict[str, dict[int, Document]], name: str) -> None:
        self._tables, self._name = tables, name

    def __getitem__(self, id: int) -> Document:
        return copied(self._tables.get(self._name, _EMPTY)[id])

    def peek(self, id: int) -> Document | None:
        """The document itself, without a copy: for readers that keep nothing of it and change nothing in it."""
        return self._tables.get(self._name, _EMPTY).get(id)

    def __contains__(self, id: object) -> bool:
        return id in self._tables.get(self._name, _EMPTY)

    def __iter__(self) -> Iterator[int]:
        return iter(self._tables.get(self._name, _EMPTY))

    def __len__(self) -> int:
        return len(self._tables.get(self._name, _EMPTY))


class Memory:
    """All tables of a library; a table that holds nothing does not exist."""

    def __init__(self, tables: dict[str, dict[int, Document]]) -> None:
        self._tables = tables

    def become(self, tables: dict[str, dict[int, Document]]) -> None:
        """Hold these tables from now on; views that were handed out show them."""
        self._tables.clear()
        self._tables.update(tables)

    def view(self, name: str) -> TableView:
        """The table of that name, live."""
        return TableView(self._tables, name)

    def names(self) -> tuple[str, ...]:
        """The tables that hold something."""
        return tuple(self._tables)

    def picture(self) -> dict[str, dict[int, Document]]:
        """The tables as they are now, to be read at leisure: only references are copied."""
        return {name: dict(table) for name, table in self._tables.items()}

    def fitted(self, patches: Sequence[Patch]) -> tuple[Patch, ...]:
        """What these patches really change, one patch a document, with `was` as it is in memory.

        Raises Unstorable where fields of a document are changed that does not exist.
        """
        before: dict[tuple[str, int], Document | None] = {}
        after: dict[tuple[str, int], Document | None] = {}
        for patch in patches:
            key = patch.table, patch.id
            if key not in before:
                before[key] = after[key] = self._tables.get(patch.table, _EMPTY).get(patch.id)
            if after[key] is None and patch.was is not None and patch.now is not None:
                raise Unstorable(f"There is no {patch.id} in {patch.table} that could be changed.")
            after[key] = applied(after[key], patch)
        fitted = [difference(*key, before[key], after[key]) for key in before]
        return tuple([patch for patch in fitted if patch is not None])

    def apply(self, patch: Patch) -> None:
        """Take over a patch whose values nobody else holds."""
        table = self._tables.setdefault(patch.table, {})
        document = applied(table.get(patch.id), patch)
        if document is None:
            table.pop(patch.id, None)
        else:
            table[patch.id] = document
        if not table:
            del self._tables[patch.table]
