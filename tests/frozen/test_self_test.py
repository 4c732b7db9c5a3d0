"""The self-test passes from source as it must in the bundle, notices a failing check, and never hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui import selftest

ROOT = Path(selftest.__file__).resolve().parents[1]


def test_every_check_passes_in_an_environment_with_nothing_set() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--self-test"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **_what_windows_needs()},
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) == len(selftest.CHECKS) + 1
    assert all(line.startswith("ok ") for line in lines[:-1])


def test_a_failing_check_is_told_in_a_line_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    def wrong() -> None:
        selftest.require(False, "two and two\nis five.")

    def broken() -> None:
        raise KeyError("colour")

    code = selftest.run((("sums", wrong), ("keys", broken), ("nothing", lambda: None)))
    said = capsys.readouterr().out.splitlines()
    assert code == 1
    assert said[0] == "FAILED sums: two and two is five."
    assert said[1] == "FAILED keys: KeyError: 'colour'"
    assert said[2].startswith("ok nothing ")
    assert said[3].endswith("3 checks, 2 failed")


def test_a_check_that_hangs_ends_the_program_at_the_deadline() -> None:
    program = (
        "import threading\nfrom ui import selftest\nselftest.run((('asleep', threading.Event().wait),), deadline=0.1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=30, check=False
    )
    assert done.returncode == selftest.HUNG
    assert done.stdout == "FAILED asleep: not done after 0.1 seconds\n"


def _what_windows_needs() -> dict[str, str]:
    return {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
