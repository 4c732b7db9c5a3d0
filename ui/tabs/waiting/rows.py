"""The opportunities as rows: what is due, what waits, and, where wanted, what is put away or over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.tabs.waiting.standings import Entry
from ui.texts import tr
from ui.widgets.row_list import Row


def waiting_rows(entries: Sequence[Entry], *, all_of_them: bool) -> list[Row]:
    """Rows whose keys are opportunity ids. Put away and over ones only where `all_of_them`."""
    open_ones = [entry for entry in entries if not entry.quiet]
    rows = _group(tr("Now"), (entry for entry in open_ones if entry.waiting.due))
    rows += _group(tr("Later"), (entry for entry in open_ones if not entry.waiting.due))
    if all_of_them:
        rows += _group(tr("Put away"), (entry for entry in entries if entry.waiting.folded))
        over = [entry for entry in entries if entry.quiet and not entry.waiting.folded]
        rows += _group(tr("Over"), reversed(over))
    return rows


def _group(title: str, entries: Iterable[Entry]) -> list[Row]:
    rows = [entry.row for entry in entries]
    return [Row("", title, heading=True), *rows] if rows else []


def summary(entries: Sequence[Entry]) -> str:
    """How things stand with all of them, in a sentence."""
    open_ones = [entry for entry in entries if not entry.quiet]
    due, count = sum(entry.waiting.due for entry in open_ones), len(open_ones)
    if not open_ones:
        return tr("Nobody keeps you waiting.")
    if not due:
        return tr("Nothing is due today. Waiting is all there is to do, and it is enough.")
    if count == 1:
        return tr("There is something for you to do now.")
    if due == 1:
        return tr("One of the {count} needs something from you now.", count=count)
    if due == count:
        return tr("Each of the {count} needs something from you now.", count=count)
    return tr("{due} of the {count} need something from you now.", due=due, count=count)
