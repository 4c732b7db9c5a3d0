"""The fixtures of conftest do catch what they promise to catch, and PySide leaves None alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from pytestqt.qtbot import QtBot

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"

TESTS = dedent("""
    import contextlib, logging, socket, warnings
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, qWarning
    from PySide6.QtWidgets import QApplication, QDialog, QWidget
    kept = []

    def test_that_swallows_a_refused_connection():
        with contextlib.suppress(BaseException), socket.socket() as s:
            s.connect(("192.0.2.1", 80))

    def test_that_warns_in_the_log():
        logging.getLogger("x").warning("odd")

    def test_that_makes_qt_warn(qapp):
        qWarning("odd")

    def test_that_warns_in_python():
        warnings.warn("odd")

    def test_that_forgets_two_windows_is_cleared_up_after(qapp):
        kept[:] = [QWidget(), QDialog()]
        [w.show() for w in kept]

    def test_that_comes_next_finds_no_window(qapp):
        assert not QApplication.topLevelWidgets()

    class Stubborn(QObject):
        def eventFilter(self, watched, event):
            return event.type() == QEvent.Type.DeferredDelete

    def test_that_opens_a_window_which_refuses_to_go(qapp):
        kept[:] = [QWidget(), Stubborn()]
        kept[0].installEventFilter(kept[1])
        kept[0].show()
    """)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the tests above that did not come through under this project's conftest and settings."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copy(CONFTEST, folder / "conftest.py")
    (folder / "test_it.py").write_text(TESTS, "utf-8")
    settings = CONFTEST.parents[1] / "pyproject.toml"
    words = ["-c", settings, "--rootdir", folder, "-p", "no:cacheprovider", "-p", "no:randomly", folder]
    command = [sys.executable, "-m", "pytest", *map(str, words)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False)
    return set(re.findall(r"^(?:FAILED|ERROR) \S*::test_that_(\w+)", done.stdout, re.MULTILINE))


def test_each_broken_promise_fails_its_test_and_a_forgotten_window_does_not(outcome: set[str]) -> None:
    assert outcome == {
        "swallows_a_refused_connection",
        "warns_in_the_log",
        "makes_qt_warn",
        "warns_in_python",
        "opens_a_window_which_refuses_to_go",
    }


def test_a_thousand_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    """PySide 6.12.0 takes a reference from None at each call and aborts after some thousands, on Python below 3.12."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 500
