"""`main.py check` as a user types it: a real process, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models.letters.desk import open_desk
from models.proofreading.choice import best_engine
from models.proofreading.merging import merged
from models.proofreading.pack import load_pack
from models.proofreading.proofreader import Proofreader
from resources import ROOT
from ui.command_line.check import context_of, read_facts

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


STRONG = """\
Dear Ms Rao,

Thank you for showing me how onboarding is the hardest part on Tuesday. Kowalczyk’s question stayed with me.

At my last job I cut the backlog from 40 to 8 tickets in a month. I would love to join Zyntara Grid’s team.

Kind regards,
Sam Ortiz
sam@example.com
+1 555 0142
"""
FACTS: dict[str, Any] = {
    "recipient": {"name": "Priya Rao", "title": "Ms"},
    "employer": "Zyntara Grid",
    "other_employers": ["Brixwell"],
    "sender": {"name": "Sam Ortiz", "email": "sam@example.com", "phone": "+1 555 0142"},
    "notes": ["onboarding is the hardest part"],
    "strengths": [{"claim": "I cut the backlog", "evidence": "from 40 to 8 tickets in a month"}],
    "want": "yes",
}


def _facts(folder: Path, **more: Any) -> str:
    path = folder / "facts.json"
    path.write_text(json.dumps({**FACTS, **more}), "utf-8")
    return str(path)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_with_facts_the_verb_finds_what_the_window_finds(tmp_path: Path, line_end: str) -> None:
    letter = STRONG.replace("\n", line_end)
    code, answer = _json(_letter(tmp_path, letter), "--facts", _facts(tmp_path, subject="Thank you"))
    facts, _subject = read_facts(_facts(tmp_path))
    assert facts
    proofreader = Proofreader(best_engine(), load_pack(ROOT / "words" / "pack"))
    read = proofreader.check(letter, context_of(facts, None, None))
    window = merged(read, open_desk(ROOT).check(letter, facts, "Thank you"))
    assert answer["findings"] == json.loads(json.dumps(msgspec.to_builtins(window)))
    assert code == 0
    praised = [finding["rule"] for finding in answer["findings"] if finding["severity"] == "praise"]
    assert praised == ["purpose-thanks", "specific", "purpose-strength", "purpose-interest"]
    others = [(finding["severity"], finding["text"]) for finding in answer["findings"]]
    assert [found for found in others if found[0] != "praise"] == [("check", "Kowalczyk")]


@pytest.mark.parametrize(
    ("subject", "rules"),
    [
        (None, []),
        ("Thank you for Tuesday", []),
        ("", ["subject-empty"]),
        ("Thank you, [name]", ["subject-placeholder"]),
        ("My talk with Brixwell", ["subject-employer"]),
    ],
)
def test_the_subject_is_checked_where_the_facts_give_one(tmp_path: Path, subject: str | None, rules: list[str]) -> None:
    code, answer = _json(_letter(tmp_path, STRONG), "--facts", _facts(tmp_path, subject=subject))
    found = [finding for finding in answer["findings"] if finding["rule"].startswith("subject")]
    assert [finding["rule"] for finding in found] == rules
    assert all((one["severity"], one["start"], one["end"], one["text"]) == ("block", 0, 0, "") for one in found)
    assert code == bool(rules)


def test_praise_alone_still_asks_for_another_reading(tmp_path: Path) -> None:
    letter = STRONG.replace("Kowalczyk’s", "Your")
    done = _check(_letter(tmp_path, letter), "--facts", _facts(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n\nOtherwise nothing found. Read it aloud once more all the same.\n")


def test_nothing_in_a_letter_steers_the_terminal(tmp_path: Path) -> None:
    done = _check(_letter(tmp_path, "Dear Tom,\n\nThis is\x1b[31m te\u202eh wrod.\n"))
    assert done.returncode == 1
    assert "wrod" in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout)


def test_standard_input_cannot_be_letter_and_facts_at_once() -> None:
    done = _check("-", "--facts", "-", stdin=b"{}")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == 'Standard input can be read once only; expected "-" for the letter or for the facts, not for both.\n'
    )


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
        ('{"subject": 7}', "subject: expected the subject line as a text"),
        ('{"panel": "Tom"}', "panel: expected a list"),
        ("null", "expected a JSON object"),
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
        "subject",
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
