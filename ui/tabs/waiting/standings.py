"""How every opportunity stands, worked out a few at a time and kept while nothing about it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.clock import Moment
from models.dates import WorkingCalendar
from models.dossier import Dossier
from models.records import Record
from models.waiting import Waiting, standing
from ui.tabs.waiting.words import title_of, word_for
from ui.texts import show
from ui.widgets.row_list import Row

AT_ONCE = 80
"""So many are worked out before the screen is given a turn: about eight milliseconds."""
NEAR = timedelta(days=2)


@dataclass(frozen=True)
class Entry:
    """One opportunity, how it stands, its row, and its place: due ones first, then by their day."""

    waiting: Waiting
    row: Row
    rank: tuple[bool, date, str]

    @property
    def quiet(self) -> bool:
        """Whether it is put away or over."""
        return self.waiting.folded or self.waiting.state == "over"


class Standings:
    """Call `begin`, then `work` until it returns True; `entries` then holds all of them."""

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self._kept: dict[str, tuple[tuple[Record, ...], Entry]] = {}
        self._coming: Iterator[Dossier] = iter(())
        self._made: dict[str, tuple[tuple[Record, ...], Entry]] = {}
        self._calendar: WorkingCalendar | None = None
        self._now: Moment | None = None

    def begin(self, dossiers: dict[str, Dossier], calendar: WorkingCalendar, now: Moment) -> None:
        """Start anew with these; what was worked out before stays shown until `work` is done."""
        self._kept |= self._made
        if self._calendar is not calendar or self._now is None or self._now.day != now.day:
            self._kept.clear()
        self._coming, self._made = iter(tuple(dossiers.values())), {}
        self._calendar, self._now = calendar, now

    def work(self) -> bool:
        """Work out some more; True once all are there."""
        if self._calendar is None or self._now is None:
            return True
        left = AT_ONCE
        for dossier in self._coming:
            made_of = _parts(dossier)
            known = self._kept.get(dossier.opportunity.id)
            if known is None or known[0] != made_of or _restless(dossier, self._now):
                known = (made_of, _entry(dossier, standing(dossier, self._calendar, self._now)))
                left -= 1
            self._made[dossier.opportunity.id] = known
            if not left:
                return False
        self._kept = dict(self._made)
        self.entries = tuple(sorted((entry for _, entry in self._made.values()), key=lambda entry: entry.rank))
        return True


def _entry(dossier: Dossier, waiting: Waiting) -> Entry:
    opportunity = dossier.opportunity
    word, tone = word_for(opportunity, waiting)
    row = Row(opportunity.id, title_of(opportunity), show(waiting.headline), word, tone)
    return Entry(waiting, row, (not waiting.due, waiting.day or date.max, opportunity.employer.casefold()))


def _parts(dossier: Dossier) -> tuple[Record, ...]:
    parts: tuple[Record, ...] = (dossier.opportunity,)
    return parts + dossier.interviews + dossier.meetings + dossier.events + dossier.letters + dossier.offers


def _restless(dossier: Dossier, now: Moment) -> bool:
    """Around an interview the hour counts; else only the day does."""
    return any(each.start is not None and abs(each.start.day - now.day) <= NEAR for each in dossier.interviews)
