"""`plan`: the days after an interview, on the command line."""

from __future__ import annotations

import json

import pytest

from ui.command_line import run


def test_the_worked_example_comes_out_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["plan", "--interview", "2026-11-02", "--promised", "2026-11-13", "--today", "2026-11-10", "--json"]) == 0
    )
    plan = json.loads(capsys.readouterr().out)
    days = [plan[name] for name in ("earliest", "suggested", "second", "closing")]
    assert days == ["2026-11-16", "2026-11-17", "2026-11-24", "2026-12-15"]
    assert (plan["phase"], plan["ask_on"]) == ("quiet", "2026-11-17")


def test_the_plan_reads_as_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "--interview", "21 Dec 2026", "--today", "2026-12-22"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Today, Tue 22 Dec 2026: Nothing to do until Thu 31 Dec 2026.\n")
    assert "Tue 29 Dec 2026" in text
    assert "Thu 28 Jan 2027" in text


def test_a_reply_and_an_update_move_the_days(capsys: pytest.CaptureFixture[str]) -> None:
    words = "--interview 2026-11-02 --promised 2026-11-13 --replied 2026-11-16 --reply-promised 2026-11-30"
    assert run(f"plan {words} --first-update 2026-12-03 --today 2026-12-04 --json".split()) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["suggested"], plan["second"], plan["phase"]) == ("2026-12-02", "2026-12-10", "asked")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--interview 2026-02-31", "--interview: February has no day 31."),
        ("--interview soon", "--interview: A day such as"),
        ("--interview 9999-12-31", "--interview should lie in the years"),
        ("--interview 2026-11-02 --promised 2026-11-01", "--promised should not lie before --interview"),
        ("--interview 2026-11-02 --country XX", "--country should be a two-letter code"),
        ("--interview 2026-11-02 --region ZZ", "--region should be one of US"),
        ("--interview 2026-11-02 --reply-promised 2026-11-09", "--reply-promised needs --replied"),
        ("--interview 5/6/2026 --country CA", "two ways"),
    ],
)
def test_what_cannot_be_used_is_named_in_one_sentence(
    words: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", *words.split()]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert expected in out.err
    assert out.err.count("\n") == 1


def test_the_days_never_contradict_the_advice(capsys: pytest.CaptureFixture[str]) -> None:
    words = "plan --interview 2026-11-02 --promised 2026-11-13 --today 2026-12-15 --first-update"
    assert run([*words.split(), "2026-12-14"]) == 0
    late = capsys.readouterr().out
    assert "Nothing to do until Mon 21 Dec 2026." in late
    assert "Closing note  Mon 21 Dec 2026" in late
    assert "Second time" not in late
    assert run([*words.replace("12-15", "11-04").split(), "2026-11-03"]) == 0
    soon = capsys.readouterr().out
    assert "Nothing to do until Mon 16 Nov 2026." in soon
    assert "Second time   Mon 16 Nov 2026" in soon
    assert "when the day they named has gone by" in soon
