"""`compare` as a shell sees it: the same figures as table and as JSON, one sentence for what cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import main
from models.formats import PlainFormatter
from models.money import Money

ROOT = Path(main.__file__).parent
SAMPLE = ROOT / "tests" / "files" / "offers.json"
GOLDEN = ROOT / "tests" / "golden" / "compare.txt"


def outcome(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    try:
        code = main.main(["compare", *map(str, words)])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    out, err = capfd.readouterr()
    return code, out, err


def refusal(capfd: pytest.CaptureFixture[str], folder: Path, content: object, *options: object) -> str:
    file = folder / "offers.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    code, out, err = outcome(capfd, file, *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    return err


def test_the_table_reads_as_it_did(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capfd, SAMPLE)
    assert (code, err) == (0, "")
    assert out == GOLDEN.read_text("utf-8")


def test_table_and_json_give_the_same_figures(capfd: pytest.CaptureFixture[str]) -> None:
    table = outcome(capfd, SAMPLE)[1]
    given = json.loads(outcome(capfd, SAMPLE, "--json")[1])
    form = PlainFormatter()
    for row in (row for group in given["groups"] for row in group["rows"] if row["unit"] == "money"):
        for cell in row["cells"]:
            if cell["value"]:
                amount = Money(Decimal(cell["value"]["amount"]), cell["value"]["currency"])
                assert form.money(amount) in table
    assert given["offers"][0]["totals"][0] == {"amount": "153140.00", "currency": "USD"}
    assert given["leader"] == 0


def test_no_qt_is_loaded_without_a_pdf() -> None:
    program = (
        "import sys, main; code = main.main(sys.argv[1:]); "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "compare", str(SAMPLE), "--json"],
        cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_YY.UTF-8", "en_US.ISO-8859-1"])
def test_a_pdf_is_written_quietly_under_any_locale(tmp_path: Path, locale: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "compare", str(SAMPLE), "--pdf", str(tmp_path / "out.pdf")],
        cwd=ROOT, capture_output=True, timeout=60, check=False, env={"LC_ALL": locale, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_help_names_every_field_and_every_assumption(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capfd, "--help")
    assert code == 0
    for word in ("equity_schedule", "clawback_form", "premium", "stay_months", "commute_weeks", "must_have", "Exit"):
        assert word in out


def test_options_win_over_the_file(capfd: pytest.CaptureFixture[str]) -> None:
    words = ("--json", "--years", 2, "--stay", 6, "--scenario", "guaranteed")
    given = json.loads(outcome(capfd, SAMPLE, *words)[1])
    assert given["assumptions"]["years"] == 2
    assert given["offers"][0]["yearly"]["sign_on"] == [
        {"amount": "3750.00", "currency": "USD"},
        {"amount": "0.00", "currency": "USD"},
    ]
    assert given["offers"][0]["yearly"]["bonus"][0]["amount"] == "0.00"


def test_a_scenario_of_two_words_needs_no_quotes(capfd: pytest.CaptureFixture[str]) -> None:
    given = json.loads(outcome(capfd, SAMPLE, "--json", "--scenario", "all-well")[1])
    assert given["assumptions"]["scenario"] == "all well"


def one(**terms: Any) -> dict[str, Any]:
    return {"offers": [{"name": "A"}, {"name": "B", **terms}]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ["line 1, column 1"]),
        ("[1, 2]", ["the file should be an object"]),
        ("{}", ["“offers” is missing"]),
        ({"offers": []}, ["0 offers", "1 to 8"]),
        ({"offers": [{"name": str(n)} for n in range(9)]}, ["9 offers", "1 to 8"]),
        ({"offers": {"name": "A"}}, ["offers should be a list"]),
        ({"offers": ["A"]}, ["offers[0] should be an object"]),
        ({"offers": [{}]}, ["offers[0].name is missing"]),
        ({"offers": [{"name": "A"}], "offer": 1}, ["“offer”", "did you mean “offers”"]),
        (one(bass=3), ["offers[1] holds “bass”", "did you mean “base”"]),
        (one(base="lots"), ["offers[1].base should be a number", "“lots”"]),
        (one(base=-5), ["offers[1].base should be a number from 0", "-5"]),
        (one(base=True), ["offers[1].base should be a number", "true"]),
        (one(base=[1]), ["offers[1].base should be a number", "a list"]),
        (one(base={"value": 1, "state": "maybe"}), ["offers[1].base.state", "“written”", "“maybe”"]),
        (one(base={"value": 1, "state": None}), ["offers[1].base.state", "it is null"]),
        (one(base={"state": "said"}), ["offers[1].base.value is missing"]),
        (one(base={"value": 1, "sure": 1}), ["offers[1].base holds “sure”"]),
        (one(base=10**15), ["offers[1].base should be a number from 0 to 100,000,000,000"]),
        ('{"offers": [{"name": "A", "base": NaN}]}', ["NaN"]),
        ('{"offers": [{"name": "A", "base": -Infinity}]}', ["-Infinity"]),
        ('{"offers": [{"name": "A", "base": 1e999999}]}', ["offers[0].base should be a number"]),
        ('{"offers": [{"name": "A", "name": "B"}]}', ["“name” twice"]),
        (one(name="a "), ["offers[1].name “a” is the name of offers[0] too"]),
        (one(name=""), ["offers[1].name should be a name that is not empty"]),
        (one(name="x" * 200), ["offers[1].name should be at most 120 characters"]),
        (one(name="\u200b\ufeff"), ["offers[1].name should be a name that is not empty"]),
        (one(name="x\x1b[31m"), ["offers[1].name should be text without control characters"]),
        (one(hours=200), ["offers[1].hours should be a number from 0 to 168"]),
        (one(bonus_odds=120), ["offers[1].bonus_odds should be a number from 0 to 100"]),
        (one(currency="dollars"), ["offers[1].currency", "USD"]),
        (one(decide_by="14/8/2026"), ["offers[1].decide_by should be a day such as 2026-08-14"]),
        (one(decide_by="2026-02-30"), ["offers[1].decide_by should be a day"]),
        (one(start="0001-01-01"), ["offers[1].start should be a day from 1990"]),
        (one(pay_period="week"), ["offers[1].pay_period", "“hour”"]),
        (one(equity_schedule=[50, 60]), ["offers[1].equity_schedule", "at most 100"]),
        (one(equity_schedule=[50, "x"]), ["offers[1].equity_schedule[1] should be a number"]),
        (one() | {"criteria": [{"name": "Pay", "weight": 101}]}, ["criteria[0].weight", "0 to 100"]),
        (one() | {"criteria": [{"name": "Pay"}, {"name": "pay"}]}, ["criteria[1].name"]),
        (one() | {"criteria": [{"name": ""}]}, ["criteria[0].name should be a few words"]),
        (one() | {"criteria": [{"name": "Pay\nTime"}]}, ["criteria[0].name should be a few words on one line"]),
        (one() | {"scores": {"C": {}}}, ["scores holds “C”"]),
        (one() | {"scores": {"A": {"Pay": 3}}}, ["scores.A holds “Pay”"]),
        (one() | {"criteria": [{"name": "Pay"}], "scores": {"A": {"Pay": 11}}}, ["scores.A.Pay", "0 to 10", "11"]),
        (one() | {"criteria": [{"name": "Pay"}], "scores": {"A": {"Pay": 7.5}}}, ["scores.A.Pay", "whole number"]),
        (one() | {"assumptions": {"years": 7}}, ["assumptions.years", "1 to 6"]),
        (one() | {"assumptions": {"weeks": 60}}, ["assumptions.weeks", "0 to 53"]),
        (one() | {"assumptions": {"scenario": "rosy"}}, ["assumptions.scenario", "“rosy”"]),
        ("[" * 100_000, ["nested too deeply"]),
        ('{"offers":' + "[" * 900 + "]" * 900 + "}", ["nested too deeply"]),
    ],
)
def test_what_cannot_be_used_gets_one_sentence_with_file_and_place(
    content: object, words: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sentence = refusal(capfd, tmp_path, content)
    assert "offers.json" in sentence
    for word in words:
        assert word in sentence


@pytest.mark.parametrize(
    "words",
    [
        ("--years", 0),
        ("--years", "many"),
        ("--years", 2.5),
        ("--stay", -1),
        ("--scenario", "rosy"),
        ("--pdf", ""),
        ("--pdf", "-"),
    ],
)
def test_an_option_that_cannot_be_is_named(
    words: tuple[object, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert str(words[0]) in refusal(capfd, tmp_path, one(), *words)


def test_a_file_that_is_missing_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capfd, tmp_path / "none.json")
    assert (code, out) == (2, "")
    assert "none.json does not exist" in err


def test_the_file_of_offers_is_never_written_over(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file, other = tmp_path / "offers.json", tmp_path / "link.pdf"
    file.write_bytes(SAMPLE.read_bytes())
    other.symlink_to(file)
    for path in (file, other):
        code, out, err = outcome(capfd, file, "--pdf", path)
        assert (code, out) == (2, "")
        assert str(path) in err
    assert file.read_bytes() == SAMPLE.read_bytes()


def test_a_tab_or_a_line_separator_in_a_name_keeps_the_columns_straight(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "names.json"
    file.write_text(json.dumps({"offers": [{"name": "North\twind"}, {"name": "Bright\u2028line"}]}), "utf-8")
    out = outcome(capfd, file)[1]
    assert "North wind" in out.splitlines()[0]
    assert "Bright line" in out.splitlines()[0]
    assert "\t" not in out


def test_names_in_any_script_keep_the_columns_straight(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "names.json"
    offers = [{"name": "北風株式会社", "base": 1}, {"name": "شركة الشمال", "base": 2}, {"name": "Ä" * 60, "base": 3}]
    file.write_text(json.dumps({"offers": offers}), "utf-8")
    code, out, _ = outcome(capfd, file)
    assert code == 0
    assert "北風株式会社" in out
    assert "Ä…" in out
