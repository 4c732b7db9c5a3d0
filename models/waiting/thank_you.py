"""The clock of a thank-you: it starts when the interview ends, on the clock of the place where it was.

The same day or the next is what career centres ask for (Penn, Lawrence, WVU: within a day; TU Delft: not the minute
you leave). Late is still worth sending.
"""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Literal

import msgspec

from models.clock import Moment, zone_named
from models.formats import Sentence, say
from models.records import Interview, Meeting

ThankYouState = Literal["sent", "skipped", "not yet", "today", "tomorrow", "late"]
Tone = Literal["", "good", "warn", "bad"]
TONES: dict[ThankYouState, Tone] = {"sent": "good", "today": "good", "tomorrow": "warn", "late": "bad"}
OPEN: frozenset[ThankYouState] = frozenset({"today", "tomorrow", "late"})
LET_IT_SETTLE = timedelta(minutes=30)
"""Sooner after the interview a letter looks as if it had been written before."""
LONGEST = 7 * 24 * 60
"""Minutes; a longer one is a slip of the keyboard (a take-home task may run for days)."""


class ThankYou(msgspec.Struct, frozen=True, kw_only=True):
    """How one thank-you stands. `today`: it is still the interview's day; `tomorrow`: the day after it; `late`: later.

    `due` is the last good day, None where the interview has no start. `hint` is advice about the moment.
    """

    state: ThankYouState
    due: date | None
    sentence: Sentence
    hint: Sentence | None = None

    @property
    def open(self) -> bool:
        """Whether it waits to be written."""
        return self.state in OPEN

    @property
    def tone(self) -> Tone:
        """The colour role of its chip."""
        return TONES.get(self.state, "")


def interview_end(interview: Interview) -> Moment | None:
    """Start and length, on the wall clock of the interview's zone (also over a change to daylight saving).

    None without a start, or with one at the very ends of the calendar.
    """
    if interview.start is None:
        return None
    start = interview.start
    minutes = min(max(interview.length, 0), LONGEST)
    try:
        end = start.aware.astimezone(UTC) + timedelta(minutes=minutes)
        return Moment(end.astimezone(zone_named(start.zone)).replace(tzinfo=None), start.zone)
    except OverflowError:
        return None


def default_letter_due(interview: Interview) -> date | None:
    """The last good day for a thank-you: the day after the interview ended."""
    end = interview_end(interview)
    return None if end is None else min(end.day, date.max - timedelta(days=1)) + timedelta(days=1)


def thank_you_state(interview: Interview, meeting: Meeting, now: Moment, *, decides: date | None = None) -> ThankYou:
    """How the thank-you for this meeting stands at `now`. `decides` is the day they said they decide on."""
    due = meeting.letter_due or default_letter_due(interview)
    if meeting.letter_sent is not None:
        return ThankYou(state="sent", due=due, sentence=say("Sent {day}.", day=meeting.letter_sent.day))
    if meeting.letter_skipped:
        return ThankYou(
            state="skipped", due=due, sentence=say("No letter: {reason}.", reason=meeting.letter_skipped.rstrip("."))
        )
    end = interview_end(interview)
    if end is None or due is None:
        return ThankYou(state="today", due=due, sentence=say("Best written on the day, or the day after."))
    since = now.aware - end.aware
    if since < timedelta(0):
        return ThankYou(state="not yet", due=due, sentence=say("Due once the interview is over."))
    here = now.aware.astimezone(zone_named(end.zone)).date()
    if here <= end.day:
        hint = _hint(since, hurry=decides is not None and decides <= here + timedelta(days=1))
        return ThankYou(state="today", due=due, sentence=say("Best sent today."), hint=hint)
    if here <= due:
        return ThankYou(state="tomorrow", due=due, sentence=say("Still in good time: send it by {day}.", day=due))
    return ThankYou(state="late", due=due, sentence=say("Late, and still worth sending. It needs no apology."))


def _hint(since: timedelta, *, hurry: bool) -> Sentence | None:
    """Hurry where they decide today or tomorrow (WashU's career centre); else no letter within minutes (TU Delft)."""
    if hurry:
        return say("They decide very soon: send it as soon as it reads well.")
    if since < LET_IT_SETTLE:
        return say("Let it settle for half an hour; a letter sent at the door looks prepared.")
    return None
