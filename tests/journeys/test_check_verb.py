"""`main.py check` as a user types it: a real process, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
LETTER = "Dear Ms Rao,\n\nThank you for you're time yesturday. I enjoyed the tour.\n\nKind regards,\nSam Ortiz\n"
GOOD = "Dear Tom,\n\nThank you for the tour on Tuesday. I enjoyed the tests in the lab.\n\nKind regards,\nSam\n"


def _check(*words: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "main.py", "check", *words],
        cwd=PROJECT,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPROFILEIMPORTTIME": ""},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def _json(*words: str, stdin: bytes | None = None) -> tuple[int, dict[str, Any]]:
    done = _check(*words, "--json", stdin=stdin)
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def _letter(folder: Path, text: str | bytes) -> str:
    path = folder / "letter.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_letter_with_mistakes_is_told_line_by_line(tmp_path: Path) -> None:
    done = _check(_letter(tmp_path, LETTER))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[1].startswith('3:15 fix youre-your "you\'re" ')
    assert lines[1].endswith(" -> your")
    assert lines[2].startswith('3:27 fix spelling "yesturday" ')
    assert "2 places to mend" in lines[-1]


def test_a_good_letter_is_never_called_free_of_errors(tmp_path: Path) -> None:
    done = _check(_letter(tmp_path, GOOD))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Nothing found. Read it aloud once more all the same.\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_json_places_count_code_points_of_the_file_as_it_is(tmp_path: Path, mark: bytes) -> None:
    text = "Dear Tom,\r\n\r\nZoe\u0308’s cafe\u0301 😀 was teh best.\r\nI liked it.\r\n"
    code, answer = _json(_letter(tmp_path, mark + text.encode()))
    assert code == 1
    assert {"findings", "engine", "notice"} == set(answer)
    for finding in answer["findings"]:
        assert set(finding) == {"pass", "severity", "rule", "start", "end", "text", "message", "fixes"}
        assert text[finding["start"] : finding["end"]] == finding["text"]
    assert "teh" in [finding["text"] for finding in answer["findings"]]


def test_standard_input_is_read_for_a_dash() -> None:
    code, answer = _json("-", stdin=LETTER.encode())
    assert code == 1
    assert "yesturday" in [finding["text"] for finding in answer["findings"]]


def test_the_spelling_of_the_country_is_used(tmp_path: Path) -> None:
    letter = _letter(tmp_path, GOOD.replace("tests", "colours"))
    assert _check(letter).returncode == 1
    assert _check(letter, "--dialect", "UK").returncode == 0


def test_facts_make_names_known_and_wrong_ones_grave(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(
        json.dumps(
            {
                "recipient": {"name": "Priya Rao", "title": "Ms"},
                "panel": ["Katherine Bell"],
                "sender": {"name": "Sam Ortiz", "email": "sam@example.com", "phone": "+1 555 0142"},
            }
        ),
        "utf-8",
    )
    body = "Dear Ms Roa,\n\nKatharine was kind, and Ms Rao’s advice helped. Thank you for [the thing].\n\nBest,\nSam Ortiz\n"
    code, answer = _json(_letter(tmp_path, body + "sam@example.com\n+1 555 0142\n"), "--facts", str(facts))
    found = {(finding["severity"], finding["text"]) for finding in answer["findings"]}
    assert code == 1
    assert {("block", "Roa"), ("fix", "Katharine"), ("block", "[the thing]")} <= found
    assert not [finding for finding in answer["findings"] if finding["text"] in ("Rao", "Rao’s", "Ortiz")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty; expected a letter"),
        (b"  \n ", "is empty; expected a letter"),
        (b"Dear Tom,\nThank y\xffu", "line 2, byte 8, is not UTF-8"),
        ("Dear Tom".encode("utf-16"), "UTF-16"),
        (b"Dear\0Tom", "binary"),
        (b"word " * 5000, "at most 20000"),
        (b"word " * 50000, "too long"),
    ],
)
def test_a_letter_that_cannot_be_used_is_named_in_one_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    done = _check(_letter(tmp_path, content))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "letter.txt" in done.stderr
    assert told in done.stderr


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "none.txt", "does not exist"), (tmp_path, "is a folder")):
        done = _check(str(path))
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("{", "line 1, column 2"),
        ("[]", "expected a JSON object"),
        ('{"recipient": 7}', "recipient"),
        ('{"dates": {"interview": "soon"}}', "dates, interview"),
        ('{"shoe": 1}', "shoe"),
    ],
)
def test_facts_that_cannot_be_used_are_told_with_their_place(tmp_path: Path, facts: str, told: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(facts, "utf-8")
    done = _check(_letter(tmp_path, LETTER), "--facts", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "facts.json" in done.stderr
    assert told in done.stderr


def test_the_help_tells_input_output_and_facts() -> None:
    done = _check("--help")
    assert done.returncode == 0
    for word in (
        "LETTER.txt",
        "--facts",
        "--json",
        "--dialect",
        "recipient",
        "other_employers",
        "offer",
        "letters",
        "start",
        "fixes",
        "Exit codes",
    ):
        assert word in done.stdout


def test_no_window_toolkit_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys, main\n"
        f"sys.argv = ['encore', 'check', {_letter(tmp_path, GOOD)!r}]\n"
        "try:\n    main.main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(','.join(name for name in sys.modules if name.startswith('PySide6')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, timeout=60, check=False, text=True
    )
    assert done.stderr == ""
    assert "Nothing found" in done.stdout
