"""The window's first picture is the real frame, and nothing is loaded or made for it that it does not show."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import main

START = """
import enum, json, os, sys
from pathlib import Path
import main
folder = Path(sys.argv[1])
library = main.library_in(folder)
from ui import app
from ui.context import AppContext
qt = app.make_application(["encore"])
context = AppContext(library, folder, app.ROOT)
looks = app.ThemeKeeper(qt, context)
window = app.MainWindow(context)
context.painted.disconnect()
def tell():
    kinds = [enum.Enum]
    for kind in kinds:
        kinds += kind.__subclasses__()
    print(json.dumps({
        "modules": sorted(sys.modules),
        "enums": [kind.__qualname__ for kind in kinds if kind.__qualname__.startswith(("Qt.", "QStyle."))],
        "menus": [action.text() for action in window.menuBar().actions()],
        "tabs": window.tabs.count(),
    }), flush=True)
    os._exit(0)
context.painted.connect(tell)
window.show()
qt.exec()
"""


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What there is when a fresh process has painted its window once."""
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path_factory.mktemp("library"))],
        cwd=Path(main.__file__).parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def test_it_is_the_real_frame(picture: dict[str, Any]) -> None:
    assert picture["menus"] == ["&File", "&Edit", "&View", "&Help"]
    assert picture["tabs"] == 6


def test_no_enum_of_qt_is_made_for_it(picture: dict[str, Any]) -> None:
    assert picture["enums"] == []


@pytest.mark.parametrize("name", ["tomllib", "zoneinfo", "models.checklist", "ui.frame.today_strip"])
def test_nothing_heavy_is_loaded_for_it(picture: dict[str, Any], name: str) -> None:
    assert name not in picture["modules"]
