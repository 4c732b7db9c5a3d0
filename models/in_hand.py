"""Which interview the user most likely means when none was chosen."""

from __future__ import annotations

from typing import Any

import msgspec

from models.clock import Moment
from models.library import Library
from models.records import Interview


def latest_begun(library: Library) -> str:
    """The id of the interview that began last; where none has begun, of the last to come. Empty: there is none.

    Interviews whose day is not known count as begun, before all others. Only the stored days are looked at: this is
    asked before the window is painted, when reading every interview of many years would be seen.
    """
    table = library.store.table(Interview.table)
    days = sorted(((_start_of(table.peek(number)), number) for number in table), key=_by_wall, reverse=True)
    for start, number in days:
        if start is None or msgspec.convert(start, Moment).aware <= library.clock.now().aware:
            return str(number)
    return str(days[0][1]) if days else ""


def _start_of(document: dict[str, Any] | None) -> dict[str, str] | None:
    return (document or {}).get("start")


def _by_wall(day: tuple[dict[str, str] | None, int]) -> tuple[str, int]:
    start, number = day
    return (start["wall"] if start else "", number)
