"""Without a choice, the interview in hand is the one that began last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from models.clock import Clock, Moment
from models.in_hand import latest_begun
from models.library import Library
from models.records import Interview
from models.storage import Store


def library_with(folder: Path, clock: Clock, *starts: str) -> Library:
    library = Library(Store.open(folder, clock), clock)
    with library.step("Fill"):
        for start in starts:
            moment = Moment(datetime.fromisoformat(start), "America/New_York") if start else None
            library.put(Interview(title=start or "some day", start=moment))
    return library


def in_hand(library: Library) -> str:
    found = library.find(Interview, latest_begun(library))
    return found.title if found else ""


def test_there_is_none_in_an_empty_library(library_folder: Path, clock: Clock) -> None:
    assert latest_begun(library_with(library_folder, clock)) == ""


def test_it_is_the_last_that_has_begun_and_not_one_to_come(library_folder: Path, clock: Clock) -> None:
    days = ("2026-05-12T10:00", "2026-05-14T14:00", "2026-05-13T10:00", "2026-05-14T15:00")
    assert in_hand(library_with(library_folder, clock, *days)) == "2026-05-14T14:00"


def test_one_without_a_day_counts_as_begun_but_before_those_with_one(library_folder: Path, clock: Clock) -> None:
    assert (
        in_hand(library_with(library_folder, clock, "2026-05-12T10:00", "", "2026-06-01T10:00")) == "2026-05-12T10:00"
    )


def test_among_those_without_a_day_it_is_the_newest(library_folder: Path, clock: Clock) -> None:
    library = library_with(library_folder, clock, "", "", "2026-06-01T10:00")
    assert latest_begun(library) == library.all(Interview)[1].id


def test_where_all_are_to_come_it_is_the_last_of_them(library_folder: Path, clock: Clock) -> None:
    assert in_hand(library_with(library_folder, clock, "2026-06-01T10:00", "2026-06-03T10:00")) == "2026-06-03T10:00"
