"""The store as a TinyDB: through its documented extension points, a Storage and a Table.

Stock TinyDB reads and rewrites the whole file at each change; here reading reads the live memory and a write becomes one
commit of what it touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from models.storage.patch import Document, copied, difference

if TYPE_CHECKING:
    from models.storage.store import Store


class MemoryStorage(Storage):
    """What TinyDB asks for whole databases; documents are copies."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def read(self) -> dict[str, dict[str, Any]]:
        """Every table, with the text keys that TinyDB expects."""
        store = self.store
        return {name: {str(id): row for id, row in store.table(name).items()} for name in store.tables()}

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the tables equal to `data`, as one commit."""
        store = self.store
        wanted = {name: {int(id): dict(row) for id, row in rows.items()} for name, rows in data.items()}
        patches = [
            difference(name, id, store.table(name).get(id), wanted.get(name, {}).get(id))
            for name in dict.fromkeys((*store.tables(), *wanted))
            for id in dict.fromkeys((*store.table(name), *wanted.get(name, {})))
        ]
        changed = [patch for patch in patches if patch is not None]
        if changed:
            store.commit("do", "Change through TinyDB", changed)

    def close(self) -> None:
        """Wait for the disk; the folder stays open, it belongs to the store."""
        self.store.flush()


class _TextKeys(Mapping[str, Document]):
    """A live table under the text keys that TinyDB asks for."""

    def __init__(self, table: Mapping[int, Document]) -> None:
        self._table = table

    def __getitem__(self, id: str) -> Document:
        return self._table[int(id)]

    def __iter__(self) -> Iterator[str]:
        return map(str, self._table)

    def __len__(self) -> int:
        return len(self._table)


class _Touched(MutableMapping[int, Document]):
    """A table while TinyDB changes it: remembers which documents it took into its hands."""

    def __init__(self, table: Mapping[int, Document]) -> None:
        self._table = table
        self.before: dict[int, Document | None] = {}
        self.after: dict[int, Document | None] = {}

    def __getitem__(self, id: int) -> Document:
        if id not in self.after:
            document = self._table[id]
            self.before[id], self.after[id] = copied(document), document
        found = self.after[id]
        if found is None:
            raise KeyError(id)
        return found

    def __setitem__(self, id: int, document: Document) -> None:
        self.before.setdefault(id, self._table.get(id))
        self.after[id] = dict(document)

    def __delitem__(self, id: int) -> None:
        self[id]
        self.after[id] = None

    def __contains__(self, id: object) -> bool:
        if isinstance(id, int) and id in self.after:
            return self.after[id] is not None
        return id in self._table

    def __iter__(self) -> Iterator[int]:
        yield from [id for id in self._table if self.after.get(id, _THERE) is not None]
        yield from [id for id, row in self.after.items() if row is not None and id not in self._table]

    def __len__(self) -> int:
        gone = sum(row is None and id in self._table for id, row in self.after.items())
        new = sum(row is not None and id not in self._table for id, row in self.after.items())
        return len(self._table) - gone + new

    def clear(self) -> None:
        """Take every document out, in one pass."""
        for id in list(self):
            del self[id]


_THERE: Document = {}


class LogTable(Table):
    """A table whose changes are commits."""

    def __init__(self, storage: MemoryStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        self._store = storage.store
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def _read_table(self) -> Any:
        return _TextKeys(self._store.table(self.name))

    def _get_next_id(self) -> int:
        return self._store.new_id()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        touched = _Touched(self._store.table(self.name))
        updater(touched)
        patches = [difference(self.name, id, touched.before[id], touched.after[id]) for id in touched.after]
        changed = [patch for patch in patches if patch is not None]
        if changed:
            self._store.commit("do", "Change through TinyDB", changed)
        self.clear_cache()


class Database(TinyDB):
    """A TinyDB over an open store."""

    table_class = LogTable

    def __init__(self, store: Store) -> None:
        super().__init__(store, storage=MemoryStorage)
