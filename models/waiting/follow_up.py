"""When to ask for news.

The counts are those of the domain contract, gathered from career centres: with a day they named, that day + 1 and + 2
working days (JournalismJobs, GradSoc); without one, the interview + 5 and + 7 (JournalismJobs; about a week at
Georgetown); a second time 5 working days later; one closing note after four weeks (Georgetown).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from models.dates import WorkingCalendar
from models.errors import BadInput

EARLIEST_AFTER_PROMISE = 1
SUGGESTED_AFTER_PROMISE = 2
EARLIEST_AFTER_INTERVIEW = 5
SUGGESTED_AFTER_INTERVIEW = 7
SECOND_AFTER_FIRST = 5
CLOSING_AFTER_SUGGESTED = timedelta(days=28)
MOST_UPDATES = 2


class Reply(msgspec.Struct, frozen=True):
    """Word from them: the day it came and the day they named in it, where they did."""

    day: date
    gave_date: date | None = None


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """The four days, and what they were counted from.

    `base` is the day the count starts without a promise (the interview, or their last reply); `promised` is the day
    they named, None where they named none or their last reply let it pass. `updates` are those not yet answered.
    """

    interview: date
    base: date
    promised: date | None
    earliest: date
    suggested: date
    second: date
    closing: date
    updates: tuple[date, ...] = ()

    @property
    def updates_sent(self) -> int:
        """How many updates wait for an answer."""
        return len(self.updates)


def follow_up_dates(
    interview: date,
    calendar: WorkingCalendar,
    *,
    promised: date | None = None,
    replies: Iterable[Reply] = (),
    updates: Iterable[date] = (),
) -> FollowUp:
    """The days to ask on, in working days of `calendar`.

    A reply with a new date makes it the promised day. A reply without one stands in for the interview; a promise that
    still lies ahead of that reply keeps its word. An update is answered by a reply on its day or later.
    Raises BadInput where the days run past the year 9999.
    """
    base, promised = rebased(interview, promised, replies)
    answered = base if base > interview else date.min
    open_updates = tuple(sorted(day for day in updates if day >= interview and day > answered))
    return counted(interview, base, promised, open_updates, calendar)


def rebased(interview: date, promised: date | None, replies: Iterable[Reply]) -> tuple[date, date | None]:
    """The day to count from and the day promised, after what they wrote since the interview."""
    base = interview
    for reply in sorted((each for each in replies if each.day >= interview), key=lambda each: each.day):
        base = reply.day
        if reply.gave_date is not None and reply.gave_date >= reply.day:
            promised = reply.gave_date
        elif promised is not None and promised <= reply.day:
            promised = None
    return base, promised


def counted(
    interview: date, base: date, promised: date | None, updates: tuple[date, ...], calendar: WorkingCalendar
) -> FollowUp:
    """The four days from what is settled. `updates` are the days of those that nobody answered, in order."""
    if promised is not None:
        earliest = calendar.add(promised, EARLIEST_AFTER_PROMISE)
        suggested = calendar.add(promised, SUGGESTED_AFTER_PROMISE)
    else:
        earliest = calendar.add(base, EARLIEST_AFTER_INTERVIEW)
        suggested = calendar.add(base, SUGGESTED_AFTER_INTERVIEW)
    try:
        month_later = suggested + CLOSING_AFTER_SUGGESTED
    except OverflowError as error:
        raise BadInput("Working days can be counted in the years 1 to 9999 only; pick a nearer day.") from error
    return FollowUp(
        interview=interview,
        base=base,
        promised=promised,
        earliest=earliest,
        suggested=suggested,
        second=calendar.add(updates[0] if updates else suggested, SECOND_AFTER_FIRST),
        closing=calendar.next_working(month_later),
        updates=updates,
    )
