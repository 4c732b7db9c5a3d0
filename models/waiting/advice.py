"""What the four days mean today, in plain words: wait, ask, ask once more, close it kindly, let it rest."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from models.dates import WorkingCalendar
from models.formats import Sentence, say
from models.waiting.follow_up import MOST_UPDATES, SECOND_AFTER_FIRST, FollowUp

Phase = Literal["quiet", "may ask", "ask", "asked", "ask again", "asked twice", "closing note", "let go", "day of rest"]
Ask = Literal["", "update", "closing note"]
DUE: frozenset[str] = frozenset({"ask", "ask again", "closing note"})


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """One line for today, the reason for it, and the next thing to write with its day ("" and None: nothing)."""

    phase: Phase
    headline: Sentence
    reason: Sentence
    ask: Ask = ""
    day: date | None = None

    @property
    def due(self) -> bool:
        """Whether there is something to do today."""
        return self.phase in DUE


class Step(msgspec.Struct, frozen=True):
    """One of the four days and why it is that day."""

    name: Literal["earliest", "suggested", "second", "closing"]
    day: date
    sentence: Sentence


def advise(dates: FollowUp, calendar: WorkingCalendar, today: date, *, closed_on: date | None = None) -> Advice:
    """What to do today. `closed_on` is the day the closing note went out, where it did. Nobody is asked on a day of rest."""
    advice = _advise_any_day(dates, calendar, today, closed_on)
    if not advice.due or calendar.is_working(today):
        return advice
    working = calendar.next_working(today)
    headline = say("Nothing to do until {day}.", day=working)
    return msgspec.structs.replace(advice, phase="day of rest", headline=headline, day=working)


def _advise_any_day(dates: FollowUp, calendar: WorkingCalendar, today: date, closed_on: date | None) -> Advice:
    if closed_on is not None:
        return Advice(
            phase="let go",
            headline=say("There is nothing left to do here."),
            reason=say("You wrote the closing note on {day}. The door stays open from your side.", day=closed_on),
        )
    closing = closing_due(dates, calendar)
    if today >= closing:
        return Advice(
            phase="closing note",
            headline=say("One last kind note, then let it rest."),
            reason=say("Four weeks have gone by since it was time to ask. A short note keeps the door open."),
            ask="closing note",
            day=closing,
        )
    if not dates.updates:
        return _before_the_first(dates, calendar, today)
    if len(dates.updates) >= MOST_UPDATES or second_due(dates) >= closing:
        return _asked_enough(dates, closing)
    return _before_the_second(dates, calendar, today)


def closing_due(dates: FollowUp, calendar: WorkingCalendar) -> date:
    """The day of the closing note; where an update went out late, never sooner after it than a second update."""
    if not dates.updates:
        return dates.closing
    return max(dates.closing, calendar.add(dates.updates[-1], SECOND_AFTER_FIRST))


def second_due(dates: FollowUp) -> date:
    """The day to ask once more; never before the day they named has gone by, also where you first asked too soon."""
    return max(dates.second, dates.earliest)


def explained(dates: FollowUp) -> tuple[Step, ...]:
    """The four days in order as they are counted, each with its reason."""
    if dates.promised is not None:
        early = say("Asking is fine from here: one working day after the day they named.")
        better = say("A better day to ask: it gives them two working days.")
    elif dates.base != dates.interview:
        early = say("Asking is fine from here: five working days after their last word.")
        better = say("A better day to ask: seven working days after their last word.")
    else:
        early = say("Asking is fine from here: five working days after the interview.")
        better = say("A better day to ask: seven working days after the interview.")
    again = (
        say("If they stay silent, ask once more: five working days after you first asked.")
        if dates.updates
        else say("If they stay silent, ask once more: five working days after the first time.")
    )
    last = say("If it is still silent, one closing note, four weeks after it was time to ask; then let it rest.")
    return (
        Step("earliest", dates.earliest, early),
        Step("suggested", dates.suggested, better),
        Step("second", dates.second, again),
        Step("closing", dates.closing, last),
    )


def still_open(dates: FollowUp, calendar: WorkingCalendar) -> tuple[Step, ...]:
    """The days as `advise` holds them, where an update went out too soon or late; a second time that falls away is left out."""
    second, closing = second_due(dates), closing_due(dates, calendar)
    moved = {
        "second": (second, say("If they stay silent, ask once more, when the day they named has gone by.")),
        "closing": (closing, say("If it is still silent, one closing note, five working days after you asked.")),
    }
    steps = [step for step in explained(dates) if step.name != "second" or second < closing]
    return tuple(
        Step(step.name, *moved[step.name]) if step.name in moved and moved[step.name][0] != step.day else step
        for step in steps
    )


def _before_the_first(dates: FollowUp, calendar: WorkingCalendar, today: date) -> Advice:
    if today < dates.earliest:
        return Advice(
            phase="quiet",
            headline=say("Nothing to do until {day}.", day=dates.suggested),
            reason=_what_they_named(dates),
            ask="update",
            day=dates.suggested,
        )
    if today < dates.suggested:
        return Advice(
            phase="may ask",
            headline=say("Asking is fine from today; {day} is better.", day=dates.suggested),
            reason=_why_ask(dates, calendar, today),
            ask="update",
            day=dates.suggested,
        )
    return Advice(
        phase="ask",
        headline=say("Today is a good day to ask for news."),
        reason=_why_ask(dates, calendar, today),
        ask="update",
        day=dates.suggested,
    )


def _what_they_named(dates: FollowUp) -> Sentence:
    days = {"earliest": dates.earliest, "suggested": dates.suggested}
    if dates.promised is not None:
        return say(
            "They named {promised}. Asking is fine from {earliest}; {suggested} is better.",
            promised=dates.promised,
            **days,
        )
    if dates.base != dates.interview:
        return say(
            "They wrote on {base} and named no day. Asking is fine from {earliest}; {suggested} is better.",
            base=dates.base,
            **days,
        )
    return say("They named no day. Asking is fine from {earliest}; {suggested} is better.", **days)


def _why_ask(dates: FollowUp, calendar: WorkingCalendar, today: date) -> Sentence:
    if dates.promised is not None:
        return say(
            "The day they named, {promised}, has gone by. That is common and no verdict.", promised=dates.promised
        )
    count = calendar.between(dates.base, today)
    if dates.base != dates.interview:
        return say("It has been {count} working days since their last word.", count=count)
    return say("It has been {count} working days since the interview.", count=count)


def _before_the_second(dates: FollowUp, calendar: WorkingCalendar, today: date) -> Advice:
    sent, second = dates.updates[-1], second_due(dates)
    if today < second:
        return Advice(
            phase="asked",
            headline=say("Nothing to do until {day}.", day=second),
            reason=say(
                "You asked on {sent}. If they stay silent, a second short note is fine on {second}.",
                sent=sent,
                second=second,
            ),
            ask="update",
            day=second,
        )
    return Advice(
        phase="ask again",
        headline=say("A second short note is fine now."),
        reason=say(
            "You asked on {sent}; {count} working days have gone by.", sent=sent, count=calendar.between(sent, today)
        ),
        ask="update",
        day=second,
    )


def _asked_enough(dates: FollowUp, closing: date) -> Advice:
    return Advice(
        phase="asked twice",
        headline=say("Nothing to do until {day}.", day=closing),
        reason=say(
            "You asked on {sent}, and that is enough for now. A closing note on {closing} ends it kindly.",
            sent=dates.updates[-1],
            closing=closing,
        ),
        ask="closing note",
        day=closing,
    )
