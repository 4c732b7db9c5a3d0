"""A copy of the library goes out and comes back; what is no copy is refused."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models.clock import FixedClock
from models.copies import (
    open_copy,
    preview_copy,
    restore_copy,
    save_copy,
)
from models.history import timeline, versions
from models.library import Library, StepDone
from models.records import Contact, Letter, Profile, Settings
from models.storage import CannotOpen, NewerFormat, NotACopy, NotDurable, Store, migrations
from models.storage.archive_reading import MANIFEST
from tests.faults.disks import FailsAt, FullDisk

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


@pytest.fixture
def copy(library: Library, tmp_path: Path) -> Path:
    save_copy(library, tmp_path / "copy.zip")
    return tmp_path / "copy.zip"


def test_a_copy_brings_everything_to_a_new_computer_its_history_too(
    library: Library, copy: Path, tmp_path: Path
) -> None:
    other = opened(tmp_path / "other", 5)
    archive = open_copy(copy)
    assert preview_copy(other, archive).count("added") == 4
    restore_copy(other, archive)
    for _ in range(2):
        assert people(other) == ["Anne", "Bob", "Cid"]
        assert other.all(Contact) == library.all(Contact)
        anne = other.all(Contact)[0]
        assert [row.label for row in timeline(other)] == ["Edit person", "Add people"]
        assert [version.record.name for version in versions(other, Contact, anne.id)] == ["Anne", "Ann"]
        assert other.undo_label == "Edit person"
        other.store.close()
        (tmp_path / "other" / "encore.json").unlink()
        other = opened(tmp_path / "other", 6)
        assert other.store.notices == ()
        assert not list(other.store.table("_conflicts"))
    other.store.close()


def test_a_copy_replaces_what_is_there_as_one_step_that_undo_takes_back(library: Library, copy: Path) -> None:
    with library.step("Remove person"):
        library.remove(library.all(Contact)[1])
    with library.step("Add person"):
        library.put(Contact(name="Dora"))
    before = library.all(Contact)
    archive = open_copy(copy)
    found = restore_copy(library, archive)
    assert [found.count(how) for how in ("added", "removed")] == [1, 1]
    assert people(library) == ["Anne", "Bob", "Cid"]
    library.undo()
    assert library.all(Contact) == before
    library.redo()
    assert restore_copy(library, archive).patches == ()
    assert library.undo_label == "Restore a copy"


def test_a_copy_holds_what_the_disk_refused_to_save(tmp_path: Path) -> None:
    disk = FullDisk(100_000)
    library = opened(tmp_path / "library", disk=disk)
    with library.step("Add person"):
        library.put(Contact(name="Ann"))
    library.store.flush()
    disk.room = 3
    with library.step("Add person"):
        library.put(Contact(name="Bob"))
    with pytest.raises(CannotOpen, match="the disk is full"):
        save_copy(library, tmp_path / "copy.zip")
    assert not list(tmp_path.glob("*copy*"))
    disk.room = 100_000
    save_copy(library, tmp_path / "copy.zip")
    other = opened(tmp_path / "other")
    restore_copy(other, open_copy(tmp_path / "copy.zip"))
    assert people(other) == ["Ann", "Bob"]
    assert len(timeline(other)) == 2
    other.store.close()
    library.store.close(force=True)


def test_two_copies_of_the_same_state_are_read_the_same_and_only_by_their_user(library: Library, copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600
    archive = open_copy(copy)
    assert archive.time == timeline(library)[0].time
    library.store.flush()
    save_copy(library, copy)
    assert open_copy(copy).snapshot.tables == archive.snapshot.tables


def repacked(copy: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(copy) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def adds(name: str, data: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.update({name: data})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (adds("../evil"), "leave its folder"),
        (adds("history/../../evil"), "leave its folder"),
        (adds("/etc/evil"), "leave its folder"),
        (adds("C:evil"), "leave its folder"),
        (adds("history\\evil"), "leave its folder"),
        (adds("holiday.jpg"), "other files"),
        (adds("history/1-00000000000000aa.log", b"more\n"), "damaged"),
        (adds("history/1-00000000000000aa.log", bytes(30_000_000)), "far larger"),
        (adds("encore.json", b"{}"), "damaged"),
        (adds(MANIFEST, b"{}"), "list of contents"),
        (adds(MANIFEST, b'{"sum":"0","about":{}}'), "list of contents"),
        (lambda files: files.pop(MANIFEST), "list of contents"),
        (lambda files: files.pop("encore.json"), "damaged"),
        (lambda files: files.clear(), "list of contents"),
    ],
)
def test_a_zip_that_is_no_copy_is_refused_with_the_reason_and_touches_nothing(
    library: Library, copy: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], says: str
) -> None:
    repacked(copy, change)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotACopy, match=says) as refused:
        open_copy(copy)
    assert copy.name in str(refused.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_links_and_names_that_come_twice_are_refused(copy: Path) -> None:
    for kind in (0o120777, 0o060600, 0o040700):
        with zipfile.ZipFile(copy, "w") as archive:
            info = zipfile.ZipInfo("encore.json")
            info.external_attr = kind << 16
            archive.writestr(info, "/etc/passwd")
        with pytest.raises(NotACopy, match="link"):
            open_copy(copy)
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr("encore.json", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("encore.json", "b")
    with pytest.raises(NotACopy, match="same name"):
        open_copy(copy)


def test_a_zip_that_lies_about_its_sizes_is_refused(copy: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("encore.json", bytes(3_000_000))
    data = bytearray(buffer.getvalue())
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 50)
    copy.write_bytes(data)
    with pytest.raises(NotACopy):
        open_copy(copy)


def test_every_cut_and_every_flipped_byte_of_a_copy_is_refused_or_harmless(copy: Path) -> None:
    data, whole = copy.read_bytes(), open_copy(copy).snapshot
    for place in range(0, len(data), 7):
        for broken in (data[:place], data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]):
            copy.write_bytes(broken)
            try:
                found = open_copy(copy)
            except NotACopy:
                continue
            assert found.snapshot == whole, place


def test_what_is_no_zip_at_all_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"hello", b"PK\x05\x06" + bytes(18)):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(NotACopy, match=r"x\.zip"):
            open_copy(tmp_path / "x.zip")
    for missing in (tmp_path / "gone.zip", tmp_path):
        with pytest.raises(NotACopy, match="cannot be read"):
            open_copy(missing)


def test_a_copy_of_a_newer_version_is_refused_and_names_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (len,))
        later.setattr(migrations, "VERSIONS", ("0.1", "7.3"))
        save_copy(library, tmp_path / "copy.zip")
    with pytest.raises(NewerFormat, match=r"install version 7\.3"):
        open_copy(tmp_path / "copy.zip")


def test_a_copy_brings_its_history_although_the_new_computer_has_settings_already(copy: Path, tmp_path: Path) -> None:
    other = opened(tmp_path / "other", 5)
    with other.step("Edit settings"):
        other.put(Settings(text_size=150))
        other.put(Profile(name="Nia"))
    told: list[StepDone] = []
    other.subscribe(told.append)
    restore_copy(other, open_copy(copy))
    assert told[0].touches(Contact)
    assert (people(other), other.all(Profile)) == (["Anne", "Bob", "Cid"], ())
    assert [row.label for row in timeline(other)] == ["Restore a copy", "Edit settings", "Edit person", "Add people"]
    state = other.store.state_at(timeline(other)[-1].time)
    assert sorted(row["name"] for row in state["contacts"].values()) == ["Ann", "Bob", "Cid"]
    assert other.undo() == "Restore a copy"
    assert other.one(Profile).name == "Nia"
    other.store.close()


@pytest.mark.parametrize("forever", [True, False])
def test_restoring_on_a_new_computer_may_be_killed_at_any_call(copy: Path, tmp_path: Path, forever: bool) -> None:
    archive = open_copy(copy)
    k, disk = 0, FailsAt(0)
    while k == 0 or disk.hit:
        k, folder = k + 1, tmp_path / f"other{k}"
        disk = FailsAt(k, forever)
        try:
            other = opened(folder, 5, disk)
        except CannotOpen:
            continue
        with contextlib.suppress(CannotOpen, NotDurable):
            restore_copy(other, archive)
            assert people(other) == ["Anne", "Bob", "Cid"]
        other.store.close(force=True)
        again = opened(folder, 6)
        assert people(again) in ([], ["Anne", "Bob", "Cid"]), k
        restore_copy(again, archive)
        assert people(again) == ["Anne", "Bob", "Cid"]
        assert [version.record.name for version in versions(again, Contact, again.all(Contact)[0].id)] == [
            "Anne",
            "Ann",
        ]
        again.store.close()
    assert k > 10
