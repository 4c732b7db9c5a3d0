"""Desks for the journeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.sample import add_sample
from resources import ROOT
from tests.journeys.window import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """An empty library and its window."""
    made = Desk(tmp_path / "Encore")
    yield made
    made.leave()


@pytest.fixture
def desk_with_story(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The sample story and its window."""
    made = Desk(tmp_path / "Encore")
    made.context.choose_interview(add_sample(made.library, ROOT / "sample"))
    yield made
    made.leave()
