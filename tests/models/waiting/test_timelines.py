"""What is usual: only averages that somebody published, named as averages with their source."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

import resources
from models.errors import BadInput
from models.formats import PlainFormatter, render
from models.waiting import load_timelines
from models.waiting.usual import Unit

PATH = resources.ROOT / "timelines.toml"


@pytest.mark.parametrize(
    ("sector", "found"),
    [
        ("Federal government", "government"),
        ("Software", "technology"),
        ("Audit", "accounting"),
        ("", "all"),
        ("Zoo", "all"),
    ],
)
def test_the_average_of_the_sector_is_found_or_the_general_one(sector: str, found: str) -> None:
    average = load_timelines(PATH).usual(sector)
    assert average is not None
    assert average.id == found


def test_each_average_is_said_as_one_with_its_source() -> None:
    for average in load_timelines(PATH).averages:
        text = " ".join(render(one, PlainFormatter()) for one in average.sentences)
        assert text.startswith("About ")
        assert "on average" in text
        assert "Many take longer." in text
        assert f" {average.number} " in text
        assert f"{average.source}, {average.year}" in text
        assert "{" not in text


@pytest.mark.parametrize(
    ("number", "unit", "start"),
    [
        ("23.8", "days", "About three and a half weeks"),
        ("53.8", "days", "About seven and a half weeks"),
        ("20", "business", "About four weeks"),
        ("7.2", "calendar", "About a week"),
        ("10.2", "calendar", "About one and a half weeks"),
        ("3", "calendar", "About half a week"),
        ("1", "calendar", "About half a week"),
    ],
)
def test_days_are_said_in_weeks_and_halves(number: str, unit: Unit, start: str) -> None:
    average = msgspec.structs.replace(load_timelines(PATH).averages[0], number=Decimal(number), unit=unit)
    assert render(average.sentences[0], PlainFormatter()).startswith(f"{start} on average for")


def test_silence_begins_with_the_offer_that_is_not_signed_yet() -> None:
    lines = [render(line, PlainFormatter()) for line in load_timelines(PATH).what_silence_can_mean()]
    assert "not signed" in lines[0]
    assert "not a verdict" in lines[-1]


def test_an_average_without_a_source_is_refused(tmp_path: Path) -> None:
    text = PATH.read_text(encoding="utf-8").replace('source = "NACE, Recruiting Benchmarks Survey"', 'source = ""', 1)
    bad = tmp_path / "timelines.toml"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"timelines\.toml, average 1"):
        load_timelines(bad)


@pytest.mark.parametrize("text", ["", "[[average]]\nid = 3", "not toml"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    bad = tmp_path / "timelines.toml"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"timelines\.toml"):
        load_timelines(bad)
