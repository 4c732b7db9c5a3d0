"""The opportunities as rows: what is due, what waits, and, where wanted, what is put away or over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.tabs.waiting.standings import Entry
from ui.tabs.waiting.words import title_of, word_for
from ui.texts import show, tr
from ui.widgets.row_list import Row


def quiet(entry: Entry) -> bool:
    """Whether it is put away or over."""
    return entry.waiting.folded or entry.waiting.state == "over"


def waiting_rows(entries: Sequence[Entry], *, all_of_them: bool) -> list[Row]:
    """Rows whose keys are opportunity ids. Put away and over ones only where `all_of_them`."""
    open_ones = [entry for entry in entries if not quiet(entry)]
    rows = _group(tr("Now"), (entry for entry in open_ones if entry.waiting.due))
    rows += _group(tr("Later"), (entry for entry in open_ones if not entry.waiting.due))
    if all_of_them:
        rows += _group(tr("Put away"), (entry for entry in entries if entry.waiting.folded))
        over = [entry for entry in entries if quiet(entry) and not entry.waiting.folded]
        rows += _group(tr("Over"), reversed(over))
    return rows


def _group(title: str, entries: Iterable[Entry]) -> list[Row]:
    rows = [_row(entry) for entry in entries]
    return [Row("", title, heading=True), *rows] if rows else []


def _row(entry: Entry) -> Row:
    opportunity = entry.dossier.opportunity
    word, tone = word_for(opportunity, entry.waiting)
    return Row(opportunity.id, title_of(opportunity), show(entry.waiting.headline), word, tone)


def summary(entries: Sequence[Entry]) -> str:
    """How things stand with all of them, in a sentence."""
    open_ones = [entry for entry in entries if not quiet(entry)]
    due = sum(entry.waiting.due for entry in open_ones)
    if not open_ones:
        return tr("Nobody keeps you waiting.")
    if not due:
        return tr("Nothing is due today. Waiting is all there is to do, and it is enough.")
    if due == 1:
        return tr("One of them needs something from you now.")
    return tr("{count} of them need something from you now.", count=due)
