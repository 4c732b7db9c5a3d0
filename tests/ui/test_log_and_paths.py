"""The log is a file that stays small."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui import log


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Path]:
    """The log's file, with the log as it was before put back."""
    root, encore = logging.getLogger(), logging.getLogger("encore")
    before = (root.level, encore.level, set(root.handlers))
    log.start(tmp_path)
    yield tmp_path / "encore.log"
    for handler in set(root.handlers) - before[2]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[0])
    encore.setLevel(before[1])


@pytest.mark.logs_warnings
def test_encore_is_written_from_info_and_others_from_warning(started: Path) -> None:
    logging.getLogger("encore.store").info("opened")
    logging.getLogger("foreign").info("chatter")
    logging.getLogger("foreign").warning("trouble \udcff")
    lines = started.read_text("utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        "INFO encore.store: opened",
        "WARNING foreign: trouble \\udcff",
    ]


def test_the_log_does_not_grow_for_ever(started: Path) -> None:
    for number in range(40):
        logging.getLogger("encore").info("%s %s", number, "x" * (log.SIZE // 10))
    files = sorted(path.name for path in started.parent.iterdir())
    assert files == ["encore.log", "encore.log.1"]
    assert all(path.stat().st_size <= log.SIZE * 1.2 for path in started.parent.iterdir())
