"""Any sequence of edits, undo, redo, closing and crashing against a plain dict that does the same.

ENCORE_SEQUENCES asks for more of them than the usual 120.
"""

from __future__ import annotations

import os
import tempfile
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from models.clock import FixedClock
from models.storage import Patch, Store, difference, inverse
from models.storage.disk import Disk
from tests.faults.disks import NoSnapshots

NOON = FixedClock(datetime(2026, 11, 2, 12, 0))

_texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=4)
_values = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**63), 2**63 - 1) | some.floats(allow_nan=False, allow_infinity=False)
    | _texts,
    lambda inner: some.lists(inner, max_size=2) | some.dictionaries(_texts, inner, max_size=2),
    max_leaves=3,
)  # fmt: skip
_documents = some.none() | some.dictionaries(some.sampled_from(["name", "tags", "n"]), _values, max_size=3)
_edits = some.lists(some.tuples(some.sampled_from(["contacts", "notes"]), some.integers(1, 3), _documents), max_size=3)
_acts = some.one_of(
    some.tuples(some.just("edit"), _edits), some.tuples(some.sampled_from(["undo", "redo", "close", "crash"]))
)


class Model:
    """A dict of documents and two stacks: what the store has to be equal to."""

    def __init__(self) -> None:
        self.documents: dict[tuple[str, int], Any] = {}
        self.past: list[tuple[str, list[Patch]]] = []
        self.states: list[dict[str, dict[int, Any]]] = []
        self.done: list[list[Patch]] = []
        self.undone: list[list[Patch]] = []

    def patches(self, edits: list[tuple[str, int, Any]]) -> list[Patch]:
        """The edits as patches, the last one of a document counting."""
        wanted = {(table, id): document for table, id, document in edits}
        found = [difference(*key, self.documents.get(key), document) for key, document in wanted.items()]
        return [patch for patch in found if patch is not None]

    def take(self, kind: str, patches: list[Patch]) -> None:
        """Do the same to the dict, naively."""
        self.past.append((kind, patches))
        for patch in deepcopy(patches):
            key = patch.table, patch.id
            if patch.now is None:
                del self.documents[key]
            else:
                document = self.documents.setdefault(key, {})
                for name in patch.was or {}:
                    del document[name]
                document.update(patch.now)
        self.states.append(deepcopy(self.tables()))

    def tables(self) -> dict[str, dict[int, Any]]:
        """The documents by table."""
        tables: dict[str, dict[int, Any]] = {}
        for (table, id), document in self.documents.items():
            tables.setdefault(table, {})[id] = document
        return tables


def _opened(folder: Path, act: str) -> Store:
    return Store.open(folder, NOON, NoSnapshots() if act == "crash" else Disk())


@settings(max_examples=int(os.environ.get("ENCORE_SEQUENCES", "120")))
@given(some.lists(_acts, max_size=14))
def test_every_sequence_ends_as_a_plain_dict_does(acts: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, model = Path(name), Model()
        store = _opened(folder, "crash")
        try:
            for act, *arguments in acts:
                if act in ("close", "crash"):
                    store.close()
                    store = _opened(folder, act)
                    assert store.notices == ()
                elif (step := _step(model, act, *arguments)) is not None:
                    kind, patches = step
                    store.commit(kind, kind, patches)
                    model.take(kind, patches)
                assert {table: dict(store.table(table)) for table in store.tables()} == model.tables()
                assert [(step.kind, list(step.patches)) for step in store.past(100)] == model.past
            assert [store.state_at(step.time) for step in store.past(100)] == model.states
        finally:
            store.close()


def _step(model: Model, act: str, edits: list[tuple[str, int, Any]] | None = None) -> Any:
    if act == "edit":
        patches = model.patches(edits or [])
        if not patches:
            return None
        model.done.append(patches)
        model.undone.clear()
        return "do", patches
    here, there = (model.done, model.undone) if act == "undo" else (model.undone, model.done)
    if not here:
        return None
    there.append(here.pop())
    patches = there[-1]
    return act, [inverse(patch) for patch in reversed(patches)] if act == "undo" else patches
