"""Half-typed text: real files, a real thread, kills of a program that types."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.storage import drafts as room
from models.storage.disk import Disk
from models.storage.drafts import Drafts
from tests.faults.disks import FullDisk

START = datetime(2026, 11, 2, 12, 0)
NOON = FixedClock(START)
VICTIM = Path(__file__).resolve().parents[2] / "faults" / "victim.py"


class CountsReplaces(Disk):
    """How often a draft was written."""

    def __init__(self) -> None:
        self.count = 0

    def replace(self, source: Path, target: Path) -> None:
        self.count += 1
        super().replace(source, target)


def left(folder: Path, **texts: str) -> None:
    """What a session that typed these texts leaves."""
    drafts = Drafts(folder, NOON)
    for key, text in texts.items():
        drafts.keep(key, text)
    drafts.close()


def test_what_was_being_typed_is_found_again_newest_first(tmp_path: Path) -> None:
    left(tmp_path, letter="Dear Ms Rao,\nÄ \ud800 half")
    later = Drafts(tmp_path, FixedClock(START + timedelta(minutes=1)))
    later.keep("notes/17/text", "They said")
    later.close()
    found = Drafts(tmp_path, NOON).found()
    assert [(draft.key, draft.text) for draft in found] == [
        ("notes/17/text", "They said"),
        ("letter", "Dear Ms Rao,\nÄ ? half"),
    ]
    assert found[0].time - found[1].time == 60_000


def test_a_text_that_arrived_in_the_library_leaves_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, NOON)
    drafts.clear("never kept")
    drafts.keep("letter", "Dear")
    drafts.flush()
    drafts.keep("letter", "Dear Ms Rao")
    drafts.clear("letter")
    drafts.close()
    drafts.keep("letter", "after closing")
    assert list((tmp_path / "drafts").iterdir()) == []
    assert Drafts(tmp_path, NOON).found() == ()


def test_a_text_is_written_at_most_once_a_second_and_its_newest_words_in_the_end(tmp_path: Path) -> None:
    disk = CountsReplaces()
    drafts = Drafts(tmp_path, NOON, disk)
    for count in range(200):
        drafts.keep("letter", "word " * count)
    drafts.close()
    assert disk.count <= 3
    assert Drafts(tmp_path, NOON).found()[0].text == "word " * 199


def test_a_discarded_draft_is_kept_for_thirty_days(tmp_path: Path) -> None:
    left(tmp_path, letter="Dear")
    drafts = Drafts(tmp_path, NOON)
    drafts.found()
    drafts.discard("letter")
    drafts.discard("letter")
    assert drafts.found() == ()
    aside = tmp_path / "drafts" / "discarded"
    (kept,) = aside.iterdir()
    assert "Dear" in kept.read_text()
    Drafts(tmp_path, FixedClock(START + timedelta(days=29))).found()
    assert kept.exists()
    Drafts(tmp_path, FixedClock(START + timedelta(days=30))).found()
    assert not kept.exists()


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"\0" * 90, b"[1", b'{"sum":"0","draft":{"key":"a","text":"b","time":1}}']
)
def test_a_damaged_draft_is_named_and_left_where_it_is(tmp_path: Path, damage: bytes) -> None:
    left(tmp_path, letter="Dear", note="They said")
    broken = next((tmp_path / "drafts").glob("letter*"))
    broken.write_bytes(damage)
    drafts = Drafts(tmp_path, NOON)
    assert [draft.key for draft in drafts.found()] == ["note"]
    assert [notice.values["file"] for notice in drafts.notices] == [broken.name]
    assert broken.read_bytes() == damage


def test_every_flipped_bit_of_a_draft_is_noticed(tmp_path: Path) -> None:
    left(tmp_path, letter="Dear")
    (path,) = (tmp_path / "drafts").iterdir()
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :])
        drafts = Drafts(tmp_path, NOON)
        found = drafts.found()
        assert [draft.text for draft in found] in ([], ["Dear"]), place
        assert len(found) + len(drafts.notices) == 1


def test_a_drafts_folder_that_cannot_be_a_folder_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("")
    drafts = Drafts(tmp_path, NOON)
    assert drafts.found() == ()
    drafts.keep("letter", "Dear")
    drafts.discard("letter")
    drafts.close()


def test_a_full_disk_costs_nothing_but_the_draft_and_the_next_change_tries_again(tmp_path: Path) -> None:
    disk = FullDisk(10)
    drafts = Drafts(tmp_path, NOON, disk)
    drafts.keep("letter", "Dear")
    drafts.flush()
    assert Drafts(tmp_path, NOON).found() == ()
    assert list((tmp_path / "drafts").iterdir()) == []
    disk.room = 10_000
    drafts.keep("letter", "Dear Ms Rao")
    drafts.close()
    assert [draft.text for draft in Drafts(tmp_path, NOON).found()] == ["Dear Ms Rao"]


def test_in_a_folder_that_can_only_be_read_nothing_is_kept(tmp_path: Path) -> None:
    left(tmp_path, letter="Dear")
    before = sorted(tmp_path.rglob("*"))
    drafts = Drafts(tmp_path, NOON, read_only=True)
    assert len(drafts.found()) == 1
    drafts.keep("note", "They said")
    drafts.discard("letter")
    drafts.close()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("mask", [] if sys.platform == "win32" else [0o000, 0o777])
def test_only_the_user_can_read_a_draft_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        left(tmp_path, letter="Dear")
        Drafts(tmp_path, NOON).discard("letter")
        left(tmp_path, letter="Dear Ms Rao")
    finally:
        os.umask(old)
    paths = list((tmp_path / "drafts").rglob("*"))
    assert len(paths) == 3
    for path in paths:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_kill_while_typing_takes_a_second_and_a_half_of_it_at_most(tmp_path: Path) -> None:
    """Eight programs that type, killed at once; what they type is how many milliseconds they have been typing."""
    assert room.SECONDS_BETWEEN == 1
    chance = random.Random(2)
    folders = [tmp_path / str(number) for number in range(8)]
    victims = [
        subprocess.Popen([sys.executable, str(VICTIM), "typist", str(folder)], stdout=subprocess.PIPE)
        for folder in folders
    ]
    for victim in victims:
        assert victim.stdout is not None
        victim.stdout.readline()
    threading.Event().wait(1.2 + chance.random())
    for victim, folder in zip(victims, folders, strict=True):
        victim.kill()
        assert victim.stdout is not None
        typed = int(victim.stdout.read().split()[-1])
        victim.stdout.close()
        victim.wait()
        drafts = Drafts(folder, NOON)
        (draft,) = drafts.found()
        assert drafts.notices == ()
        assert typed - int(draft.text) <= 1500
