"""An encore.json that an editor or another program changed: offered, taken over as one step, or left."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tinydb import TinyDB

from models.clock import FixedClock
from models.copies import differences, leave_aside, take_over
from models.library import Library
from models.records import Contact, Letter
from models.storage import Store

START = datetime(2026, 11, 2, 12, 0)
NOON = FixedClock(START)


def opened(folder: Path, hours: int = 0, disk: Any = None) -> Library:
    clock = FixedClock(START + timedelta(hours=hours))
    return Library(Store.open(folder, clock, disk), clock)


def name_it(library: Library, contact: Contact, name: str) -> Contact:
    with library.step("Edit person"):
        return library.put(msgspec.structs.replace(contact, name=name))


def people(library: Library) -> list[str]:
    return [contact.name for contact in library.all(Contact)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three people, two of them edited in a later session; a letter."""
    library = opened(tmp_path / "library")
    with library.step("Add people"):
        for name in ("Ann", "Bob", "Cid"):
            library.put(Contact(name=name))
        library.put(Letter(subject="Thanks"))
    library.store.close()
    library = opened(tmp_path / "library", 1)
    name_it(library, library.all(Contact)[0], "Anne")
    yield library
    library.store.close(force=True)


def changed_outside(library: Library, change: Callable[[dict[str, Any]], None]) -> Library:
    """The library closed, its encore.json changed as an editor does, and opened again."""
    library.store.close()
    path = library.store.folder / "encore.json"
    tables = json.loads(path.read_text("utf-8"))
    change(tables)
    path.write_text(json.dumps(tables, indent=2), "utf-8")
    return opened(library.store.folder, 2)


def edit(tables: dict[str, Any]) -> None:
    """One person renamed, one removed, one added."""
    first, second, _ = tables["contacts"]
    tables["contacts"][first]["name"] = "Annika"
    del tables["contacts"][second]
    tables["contacts"]["17"] = {"name": "By hand"}


@pytest.mark.parametrize("restart", [False, True])
def test_changes_made_outside_are_offered_and_taken_over_as_one_step(library: Library, restart: bool) -> None:
    library = changed_outside(library, edit)
    assert people(library) == ["Anne", "Bob", "Cid"], "nothing is taken over by itself"
    assert len(library.store.notices) == 1
    if restart:
        library.store.close()
        library = opened(library.store.folder, 3)
    (foreign,) = library.store.foreign
    found = differences(library, foreign)
    assert [found.count(how) for how in ("added", "changed", "removed")] == [1, 1, 1]
    before = library.all(Contact)
    take_over(library, foreign)
    assert people(library) == ["By hand", "Annika", "Cid"]
    assert library.store.foreign == ()
    library.undo()
    assert library.all(Contact) == before
    library.store.close()
    again = opened(library.store.folder, 4)
    assert again.store.foreign == ()
    assert len(list((again.store.folder / "set-aside").glob("*.json"))) == 1, "the file itself is kept"
    again.store.close()


def test_what_changed_here_since_is_not_undone_by_the_file(library: Library) -> None:
    library = changed_outside(library, edit)
    anne, bob, cid = library.all(Contact)
    name_it(library, bob, "Robert")
    with library.step("Remove person"):
        library.remove(anne)
    name_it(library, cid, "Cyd")
    (foreign,) = library.store.foreign
    take_over(library, foreign)
    assert sorted(people(library)) == ["Annika", "By hand", "Cyd", "Robert"]
    library.store.close()


def test_a_file_of_unknown_origin_never_deletes(library: Library) -> None:
    def rewrite(tables: dict[str, Any]) -> None:
        del tables["_encore"]
        edit(tables)

    library = changed_outside(library, rewrite)
    (foreign,) = library.store.foreign
    found = differences(library, foreign)
    assert [found.count(how) for how in ("added", "changed", "removed")] == [1, 1, 0]
    library.store.close()


def test_a_record_that_makes_no_sense_is_left_out_and_counted(library: Library) -> None:
    def spoil(tables: dict[str, Any]) -> None:
        edit(tables)
        tables["contacts"]["18"] = {"name": 5}
        tables["mystery"] = {"1": {"a": 1}}

    library = changed_outside(library, spoil)
    found = take_over(library, library.store.foreign[0])
    assert (found.unreadable, len(found.rows)) == (1, 3)
    library.store.close()


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"[]", b'{"contacts": 5}', b'{"contacts": {"x": {}}}', b"\xff\0"]
)
def test_a_file_that_cannot_be_read_is_set_aside_and_named(library: Library, content: bytes) -> None:
    library.store.close()
    (library.store.folder / "encore.json").write_bytes(content)
    library = opened(library.store.folder, 2)
    (foreign,) = library.store.foreign
    assert foreign.tables is None
    assert differences(library, foreign).rows == ()
    library.store.close()
    library = opened(library.store.folder, 3)
    assert people(library) == ["Anne", "Bob", "Cid"]
    (foreign,) = library.store.foreign
    assert foreign.path.parent.name == "set-aside"
    assert foreign.path.read_bytes() == content
    leave_aside(library, foreign)
    assert library.store.foreign == ()
    assert foreign.path.exists()
    library.store.close()


def test_what_stock_tinydb_writes_into_the_file_can_be_taken_over(library: Library) -> None:
    library.store.close()
    with TinyDB(library.store.folder / "encore.json") as db:
        db.table("contacts").update({"position": "Editor"})
        db.table("contacts").insert({"name": "Dora"})
    library = opened(library.store.folder, 2)
    take_over(library, library.store.foreign[0])
    assert [contact.position for contact in library.all(Contact)] == ["Editor"] * 3 + [""]
    library.store.close()


def test_a_library_that_nobody_touched_has_nothing_foreign(library: Library) -> None:
    assert library.store.foreign == ()
    library.store.close()
    assert opened_and_closed(library.store.folder) == ()


def opened_and_closed(folder: Path) -> tuple[object, ...]:
    library = opened(folder, 2)
    found = library.store.foreign
    library.store.close()
    return found
