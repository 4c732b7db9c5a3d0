"""What every test is held to: no window left behind, no warning, no network; and what many tests need."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from ui.screen import use_utf8_locale

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
use_utf8_locale()  # Qt warns under a plain locale, and no test may warn

settings.register_profile("encore", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("encore")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Close and delete every window a test opened; what survives that is a leak.

    `deleteLater` waits for DeferredDelete, which processEvents never delivers: it is sent here.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        for window in widgets.QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = widgets.QApplication.topLevelWidgets()
    assert not left, f"windows left behind: {left}"


class _Warnings(logging.Handler):
    """Keeps what the log was told at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_log_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected warning in the log fails; the mark `logs_warnings` lets a test provoke one."""
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if request.node.get_closest_marker("logs_warnings") is None:
        assert not handler.told, f"unexpected in the log: {handler.told}"


_tried: list[str] = []


def _refuse(_self: socket.socket, address: Any, *_rest: Any) -> NoReturn:
    _tried.append(str(address))
    raise AssertionError(f"the program never opens a socket, but something connected to {address}")


@pytest.fixture(autouse=True, scope="session")
def _network_closed() -> Iterator[None]:
    """No test reaches the network; `_no_socket` fails the test that tried."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _refuse)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _no_socket(_network_closed: None) -> Iterator[None]:
    """Fail a test that tried to connect, also where the error was swallowed."""
    _tried.clear()
    yield
    assert not _tried, f"connections tried: {_tried}"


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """An empty folder for one library, apart from whatever else the test writes."""
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def clock() -> Any:
    """A clock that stands still on Thursday 14 May 2026, half past two in New York."""
    from models.clock import FixedClock

    return FixedClock(datetime(2026, 5, 14, 14, 30))


@pytest.fixture
def resources() -> Path:
    """The folder of the words, templates and numbers that ship with the program."""
    import resources

    return resources.ROOT
