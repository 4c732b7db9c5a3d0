"""Benches for the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.tabs.waiting_bench import Bench
from ui.theme import choose, hub


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if (hub.current.name, hub.current.percent) != ("light", 100):
        choose("light", app)
    made = Bench(tmp_path)
    yield made
    made.tab.close()
    made.tab.deleteLater()
    made.library.store.close()
