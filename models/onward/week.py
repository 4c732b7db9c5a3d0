"""One week of the search: what was done, how that stands to the goal, and what came before.

A week runs from Monday to Sunday. Applications, conversations and interviews count towards the goal; "other" is kept
and shown but does not count, so that a goal cannot be reached by tidying the desk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from models.formats import Sentence, say
from models.records import Activity
from models.records.onward import ActivityKind
from models.texts import QT_TRANSLATE_NOOP

COUNTED: tuple[ActivityKind, ...] = ("application", "conversation", "interview")
DAYS = 7
PACE_BEFORE = 28
"""Days before an interview that its pace is taken from: long enough that one busy day does not decide (our choice)."""
PACE_SETTLES = 4
"""Days after an interview before its pace is mentioned: those belong to thank-yous and to rest (our choice)."""

_EMPTY = QT_TRANSLATE_NOOP(
    "encore", "Nothing noted yet. One small step is a good start, and there is time until {day}."
)
_EMPTY_LATE = QT_TRANSLATE_NOOP("encore", "Nothing noted this week. Next week is a fresh page.")
_NO_GOAL = QT_TRANSLATE_NOOP("encore", "{done} noted this week.")
_NO_GOAL_YET = QT_TRANSLATE_NOOP("encore", "Nothing noted this week so far.")
_UNDER_WAY = QT_TRANSLATE_NOOP("encore", "{done} of {goal} so far, and there is time until {day}.")
_LAST_DAY = QT_TRANSLATE_NOOP("encore", "{done} of {goal} this week. It all counts; the rest can wait for Monday.")
_REACHED = QT_TRANSLATE_NOOP("encore", "{done} of {goal}: you have done what you set out to do this week.")


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """Seven days from `start`, a Monday. `activities` are its entries, newest first."""

    start: date
    today: date
    goal: int
    activities: tuple[Activity, ...]

    @property
    def end(self) -> date:
        """The Sunday."""
        return self.start + timedelta(days=DAYS - 1)

    @property
    def counts(self) -> dict[ActivityKind, int]:
        """How many of each kind, also those of which there are none."""
        found = Counter(activity.kind for activity in self.activities)
        return {kind: found[kind] for kind in (*COUNTED, "other")}

    @property
    def done(self) -> int:
        """What counts towards the goal."""
        return sum(activity.kind in COUNTED for activity in self.activities)

    @property
    def reached(self) -> bool:
        """Whether there is a goal and it is met."""
        return 0 < self.goal <= self.done

    @property
    def sentence(self) -> Sentence:
        """How the week stands, in words that do not push."""
        if self.goal <= 0:
            return say(_NO_GOAL, done=self.done) if self.done else say(_NO_GOAL_YET)
        if self.reached:
            return say(_REACHED, done=self.done, goal=self.goal)
        last_day = self.today >= self.end
        if not self.done:
            return say(_EMPTY_LATE) if last_day else say(_EMPTY, day=self.end)
        if last_day:
            return say(_LAST_DAY, done=self.done, goal=self.goal)
        return say(_UNDER_WAY, done=self.done, goal=self.goal, day=self.end)


def monday_of(day: date) -> date:
    """The Monday on or before that day."""
    return day - timedelta(days=day.weekday())


def week_of(activities: Iterable[Activity], goal: int, today: date) -> Week:
    """The week that holds `today`. Entries without a day, or in another week, are left out."""
    start = monday_of(today)
    end = start + timedelta(days=DAYS)
    mine = [
        (number, each) for number, each in enumerate(activities) if each.day is not None and start <= each.day < end
    ]
    mine.sort(key=lambda pair: (pair[1].day or start, pair[0]), reverse=True)
    return Week(start=start, today=today, goal=goal, activities=tuple(each for _, each in mine))


# -- weeks in a row ---------------------------------------------------------------------------------------------------

_STREAK_ONE = QT_TRANSLATE_NOOP("encore", "You are under way.")
_STREAK = QT_TRANSLATE_NOOP("encore", "You have kept going for {weeks} weeks.")
_STREAK_REST = QT_TRANSLATE_NOOP(
    "encore", "You have kept going for {weeks} weeks, with a rest between. Rests are allowed."
)


class Streak(msgspec.Struct, frozen=True):
    """Weeks in which something was done, and the single quiet weeks forgiven between them."""

    weeks: int
    rests: int = 0

    @property
    def sentence(self) -> Sentence | None:
        """Words for it, or None where there is nothing to say: a broken streak is never mentioned."""
        if self.weeks == 0:
            return None
        if self.weeks == 1:
            return say(_STREAK_ONE)
        return say(_STREAK_REST if self.rests else _STREAK, weeks=self.weeks)


def streak(activities: Iterable[Activity], today: date) -> Streak:
    """How many weeks the search has been kept alive, the present one counted once something is in it.

    One quiet week between two others is forgiven and not counted; two in a row end the streak. The present week is
    never a miss while it lasts.
    """
    active = {
        monday_of(each.day)
        for each in activities
        if each.day is not None and each.kind in COUNTED and each.day <= today
    }
    weeks = rests = quiet = 0
    monday = monday_of(today)
    oldest = min(active, default=monday)
    first = True
    while monday >= oldest and quiet < 2:
        if monday in active:
            weeks, rests, quiet = weeks + 1, rests + (quiet if weeks else 0), 0
        elif not first:
            quiet += 1
        first = False
        monday -= timedelta(days=DAYS)
    return Streak(weeks, rests)


# -- before and after an interview ------------------------------------------------------------------------------------

Tempo = Literal["too early", "slower", "steady", "faster"]

_SLOWER = QT_TRANSLATE_NOOP(
    "encore", "Before this interview you did about {before} things a week, since then {after}. Waiting does that to everyone; one small step is enough."
)  # fmt: skip
_STEADY = QT_TRANSLATE_NOOP("encore", "Your pace has held since this interview: about {after} things a week.")
_FASTER = QT_TRANSLATE_NOOP(
    "encore", "You have picked up since this interview: about {after} things a week, {before} before."
)


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How much was done a week before and after an interview; both are rates per seven days."""

    before: Decimal
    after: Decimal
    days_since: int

    @property
    def tempo(self) -> Tempo:
        """Slower at half of the earlier rate or less; nothing is said in the first days."""
        if self.days_since < PACE_SETTLES or not self.before:
            return "too early"
        if self.after * 2 <= self.before:
            return "slower"
        return "faster" if self.after > self.before else "steady"

    @property
    def sentence(self) -> Sentence | None:
        """Words for it, or None where it is too early or there is nothing to compare with."""
        words = {"slower": _SLOWER, "steady": _STEADY, "faster": _FASTER}.get(self.tempo)
        return say(words, before=_whole(self.before), after=_whole(self.after)) if words else None


def pace(activities: Iterable[Activity], interview: date, today: date) -> Pace:
    """The rate in the four weeks before an interview and since. The interview's own day belongs to neither.

    A rate is never taken over less than a week, so that one entry on the first day does not count sevenfold; before
    the interview it is taken from the first entry on, so that a search just begun is not thinned out.
    """
    days = [each.day for each in activities if each.day is not None and each.kind in COUNTED]
    earliest = interview - timedelta(days=PACE_BEFORE)
    before = [day for day in days if earliest <= day < interview]
    after = [day for day in days if interview < day <= today]
    span = (interview - min(before)).days if before else DAYS
    since = max(0, (today - interview).days)
    return Pace(before=_rate(len(before), span), after=_rate(len(after), since), days_since=since)


def _rate(count: int, days: int) -> Decimal:
    return Decimal(count * DAYS) / Decimal(max(days, DAYS))


def _whole(rate: Decimal) -> int:
    return int(rate.quantize(Decimal(1), rounding=ROUND_HALF_UP))
