"""Two devices that share a folder: each worked on a copy, then both histories came together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.clock import FixedClock
from models.storage import PastStep, Patch, Store, difference
from models.storage.lines import Entry, encode
from models.storage.merge import CONFLICTS, Merge

START = datetime(2026, 11, 2, 12, 0)
ANN, BOB = 11, 12
Edit = Callable[[Store], None]


def put(table: str, id: int, document: dict[str, Any] | None) -> Edit:
    def edit(store: Store) -> None:
        patch = difference(table, id, store.table(table).get(id), document)
        assert patch is not None
        store.commit("do", "Edit", [patch])

    return edit


def work(folder: Path, hours: int, *edits: Edit) -> None:
    store = Store.open(folder, FixedClock(START + timedelta(hours=hours)))
    for edit in edits:
        edit(store)
    store.close()


def merged(tmp_path: Path, first: Edit, second: Edit, way: str) -> tuple[dict[int, Any], list[dict[str, Any]], int]:
    """Contacts, conflicts and notices after `first` at one o'clock on device A and `second` at two on device B met.

    `way`: whose folder the other one's logs were copied into.
    """
    a, b = tmp_path / "a", tmp_path / "b"
    work(a, 0, put("contacts", ANN, {"name": "Ann", "n": 1}), put("contacts", BOB, {"name": "Bob"}))
    shutil.copytree(a, b)
    work(a, 1, first)
    work(b, 2, second)
    target, source = (a, b) if way == "b into a" else (b, a)
    shutil.copytree(source / "history", target / "history", dirs_exist_ok=True)
    store = Store.open(target, FixedClock(START + timedelta(hours=3)))
    result = dict(store.table("contacts")), list(store.table(CONFLICTS).values()), len(store.notices)
    store.close()
    again = Store.open(target, FixedClock(START + timedelta(hours=4)))
    assert (dict(again.table("contacts")), list(again.table(CONFLICTS).values())) == result[:2], (
        "merged once and for all"
    )
    again.close()
    return result


BOTH_WAYS = pytest.mark.parametrize("way", ["b into a", "a into b"])


@BOTH_WAYS
def test_different_fields_of_one_document_are_both_taken(tmp_path: Path, way: str) -> None:
    found = merged(
        tmp_path, put("contacts", ANN, {"name": "Anne", "n": 1}), put("contacts", ANN, {"name": "Ann", "n": 2}), way
    )
    assert found == ({ANN: {"name": "Anne", "n": 2}, BOB: {"name": "Bob"}}, [], 0)


@BOTH_WAYS
def test_of_one_field_the_later_value_counts_and_the_other_is_kept(tmp_path: Path, way: str) -> None:
    contacts, conflicts, notices = merged(
        tmp_path, put("contacts", ANN, {"name": "Anne", "n": 1}), put("contacts", ANN, {"name": "Anna", "n": 1}), way
    )
    assert contacts[ANN] == {"name": "Anna", "n": 1}
    assert [(kept["field"], kept["kept"], kept["lost"]) for kept in conflicts] == [("name", "Anna", "Anne")]
    assert notices == 1


@BOTH_WAYS
@pytest.mark.parametrize("order", ["deleted first", "edited first"])
def test_a_delete_against_an_edit_restores_what_was_edited(tmp_path: Path, way: str, order: str) -> None:
    edits = [put("contacts", ANN, None), put("contacts", ANN, {"name": "Anne", "n": 1})]
    first, second = edits if order == "deleted first" else reversed(edits)
    contacts, conflicts, notices = merged(tmp_path, first, second, way)
    assert contacts[ANN] == {"name": "Anne", "n": 1}
    assert [kept["id"] for kept in conflicts] == [ANN]
    assert notices == 1


@BOTH_WAYS
def test_the_same_edit_on_both_and_new_documents_are_no_conflict(tmp_path: Path, way: str) -> None:
    same = put("contacts", ANN, {"name": "Anne", "n": 1})
    contacts, conflicts, _ = merged(tmp_path, same, same, way)
    assert (contacts[ANN], conflicts) == ({"name": "Anne", "n": 1}, [])
    shutil.rmtree(tmp_path / "a")
    shutil.rmtree(tmp_path / "b")
    found = merged(tmp_path, put("contacts", 13, {"name": "Cid"}), put("contacts", BOB, None), way)
    assert found == ({ANN: {"name": "Ann", "n": 1}, 13: {"name": "Cid"}}, [], 0)


def test_a_line_that_was_written_twice_makes_one_conflict() -> None:
    step = PastStep("do", "Edit", "", 5, (Patch("contacts", ANN, {"name": "Ann"}, {"name": "Anne"}),))
    entry = Entry("a", encode(step), step)
    tables: dict[str, dict[int, Any]] = {"contacts": {ANN: {"name": "Anna"}}}
    merge = Merge(tables, 9, False, lambda _table, _id: None)
    merge.apply(entry)
    merge.apply(entry)
    assert tables["contacts"][ANN] == {"name": "Anna"}, "the snapshot's value is newer"
    assert [kept["lost"] for kept in tables[CONFLICTS].values()] == ["Anne"]
    assert merge.conflicts == 1


def test_a_step_is_a_patch_and_not_a_document(tmp_path: Path) -> None:
    work(tmp_path, 0, put("contacts", ANN, {"name": "Ann", "n": 1}), put("contacts", ANN, {"name": "Ann", "n": 2}))
    store = Store.open(tmp_path, FixedClock(START))
    assert store.past(1)[0].patches == (Patch("contacts", ANN, {"n": 1}, {"n": 2}),)
    store.close()
