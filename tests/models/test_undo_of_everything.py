"""Whatever is done can be taken back, and done again; also by someone who has been away in between."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import models
from models.clock import FixedClock
from models.library import Library
from models.sample import add_sample
from models.storage import Store
from resources import ROOT
from tests.models.operations_of_every_room import STEPS, Step, operations_in

EVENING = FixedClock(datetime(2026, 5, 14, 18, 30))
Tables = dict[str, dict[int, Any]]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample story, to be copied by each test."""
    folder = tmp_path_factory.mktemp("story") / "library"
    library = opened(folder)
    add_sample(library, ROOT / "sample")
    library.store.close()
    return folder


def opened(folder: Path) -> Library:
    return Library(Store.open(folder, EVENING), EVENING)


def everything(library: Library) -> Tables:
    """All documents of all tables."""
    return {name: dict(library.store.table(name)) for name in library.store.tables()}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_operation_can_be_taken_back_and_done_again(story: Path, tmp_path: Path, step: Step) -> None:
    folder = tmp_path / "library"
    shutil.copytree(story, folder)
    library = opened(folder)
    made = step.before(library)
    before = everything(library)
    step.do(library, made)
    after = everything(library)
    label = library.undo_label
    assert after != before
    assert label
    for _ in range(2):
        assert library.undo() == label
        assert everything(library) == before
        assert library.redo() == label
        assert everything(library) == after
        library.store.close()
        library = opened(folder)
        assert library.undo_label == label
        assert everything(library) == after
    library.undo()
    library.store.close()
    library = opened(folder)
    assert library.redo_label == label
    assert everything(library) == before
    library.store.close()


def test_no_operation_is_left_out() -> None:
    assert operations_in(models) == {step.name for step in STEPS}
