"""Which interview the user most likely means when none was chosen."""

from __future__ import annotations

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
    starts: dict[int, dict[str, str] | None] = {number: (table.peek(number) or {}).get("start") for number in table}
    days = sorted(((start["wall"] if start else "", number) for number, start in starts.items()), reverse=True)
    for _, number in days:
        start = starts[number]
        if start is None or msgspec.convert(start, Moment).aware <= library.clock.now().aware:
            return str(number)
    return str(days[0][1]) if days else ""
