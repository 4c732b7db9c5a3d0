"""The newcomer's script says what is missing, and refuses what it does not know."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev


def dev_py(*words: str, **settings: str | None) -> subprocess.CompletedProcess[str]:
    """dev.py in a fresh process, with some settings changed or (None) taken away, over the environment of this test."""
    environment = {**os.environ, **{name: value for name, value in settings.items() if value is not None}}
    for name in (name for name, value in settings.items() if value is None):
        environment.pop(name, None)
    command = [sys.executable, str(dev.ROOT / "dev.py"), *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False)


@pytest.fixture
def made(tmp_path: Path) -> str:
    """An environment that counts as made from this lock, whose Python is this one."""
    (tmp_path / dev.PYTHON.parent.name).mkdir()
    (tmp_path / dev.PYTHON.parent.name / dev.PYTHON.name).symlink_to(sys.executable)
    (tmp_path / dev.STAMP.name).write_text(dev.stamp(), "utf-8")
    return str(tmp_path)


def test_without_a_known_command_the_commands_are_listed() -> None:
    done = dev_py("tset")
    assert done.returncode == 2
    assert all(f"dev.py {command}" in done.stdout for command in dev.COMMANDS)


def test_where_there_is_no_screen_the_tour_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.run(["--data-dir", "x"]) == 1
    said = capsys.readouterr().out
    assert "no screen" in said
    assert "--tour DIR" in said


def test_a_verb_needs_no_screen(made: str) -> None:
    done = dev_py("run", "--version", ENCORE_VENV=made, DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 0
    assert done.stdout.startswith("Encore ")


@pytest.mark.parametrize("words", [["--tour", "taken"], ["--tour=taken"]])
def test_the_tour_needs_no_screen_and_its_folder_is_looked_for_where_the_user_is(
    words: list[str], made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("", "utf-8")
    screens = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    done = dev_py("run", *words, ENCORE_VENV=made, **screens)
    assert (done.returncode, done.stdout) == (2, "")
    assert "taken is a file" in done.stderr


def test_an_unknown_benchmark_is_answered_with_the_known_ones(made: str) -> None:
    done = dev_py("bench", "sprint", ENCORE_VENV=made)
    assert done.returncode == 1
    assert "sprint" in done.stderr
    assert "commit" in done.stderr
    assert "harness" not in done.stderr


@pytest.mark.parametrize(("manager", "line"), dev.MANAGERS)
def test_missing_libraries_become_one_line_to_type(
    manager: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / manager).write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / manager).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    told = dev.install_line([*dev.ALWAYS[1:3], *dev.ON_SCREEN[:1]])
    assert told.startswith(line + " ")
    assert "\n" not in told
    assert len(set(told.split())) == len(told.split())


def test_a_library_that_is_not_there_is_noticed() -> None:
    assert not dev.loads("libnobody-has-this.so.7")


def test_the_stamp_names_the_lock_and_the_python() -> None:
    assert dev.stamp().split()[0] == sys.implementation.cache_tag
