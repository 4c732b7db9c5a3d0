"""What the user does while waiting, each as one step that can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from models.clock import Moment
from models.dates import WorkingCalendar
from models.dossier import dossier
from models.errors import BadInput
from models.records import Event, Interview, Offer, Opportunity
from models.records.opportunity import Status
from models.records.people import Channel
from models.waiting.deadline import default_decide_by
from models.waiting.situation import situation

if TYPE_CHECKING:
    from models.library import Library

REOPENS: frozenset[Status] = frozenset({"silent"})


def log_reply(
    library: Library,
    opportunity_id: str,
    *,
    when: Moment | None = None,
    summary: str = "",
    gave_date: date | None = None,
    contact: str = "",
    channel: Channel = "e-mail",
    origin: object = None,
) -> Event:
    """They wrote or called: the count starts anew, and a date they gave becomes the day to hear by.

    A folded opportunity comes back, one that was taken for silent waits again. `when` defaults to now.
    Raises BadInput where the date they gave lies before the reply.
    """
    opportunity = library.get(Opportunity, opportunity_id)
    when = when or library.clock.now()
    if gave_date is not None and gave_date < when.day:
        raise BadInput("The date they gave should not lie before the day they wrote.")
    with library.step("Log reply", origin=origin):
        event = library.put(
            Event(
                when=when,
                contact=contact,
                opportunity=opportunity_id,
                channel=channel,
                direction="from them",
                summary=summary,
                gave_date=gave_date,
            )
        )
        changed = msgspec.structs.replace(opportunity, folded_until=None)
        if gave_date is not None:
            changed = msgspec.structs.replace(changed, promised=gave_date, promised_phrase="")
        if opportunity.status in REOPENS:
            changed = msgspec.structs.replace(changed, status="waiting")
        library.put(changed)
    return event


def log_update_sent(
    library: Library,
    opportunity_id: str,
    *,
    when: Moment | None = None,
    closing: bool = False,
    contact: str = "",
    channel: Channel = "e-mail",
    summary: str = "",
    origin: object = None,
) -> Event:
    """You asked for news outside of Encore's letters (a call, another program). With `closing`, it was the last note."""
    library.get(Opportunity, opportunity_id)
    with library.step("Log closing note" if closing else "Log update", origin=origin):
        return library.put(
            Event(
                when=when or library.clock.now(),
                contact=contact,
                opportunity=opportunity_id,
                channel=channel,
                direction="from me",
                summary=summary,
                asks="closing note" if closing else "update",
            )
        )


def set_promised(
    library: Library, opportunity_id: str, promised: date | None, *, phrase: str = "", origin: object = None
) -> Opportunity:
    """The day they named, None for none. Raises BadInput where it lies before the last interview."""
    opportunity = library.get(Opportunity, opportunity_id)
    now = library.clock.now().aware
    days = [
        each.start.day
        for each in library.all(Interview)
        if each.opportunity == opportunity_id and each.start and each.start.aware <= now
    ]
    if promised is not None and days and promised < max(days):
        raise BadInput("The day they named should not lie before the interview.")
    with library.step("Set promised day", origin=origin):
        return library.put(msgspec.structs.replace(opportunity, promised=promised, promised_phrase=phrase))


def fold(library: Library, opportunity_id: str, until: date | None, *, origin: object = None) -> Opportunity:
    """Put an opportunity away until a day. Raises BadInput where that day is not ahead."""
    if until is not None and until <= library.clock.today():
        raise BadInput("Put it away until a day that is still ahead.")
    opportunity = library.get(Opportunity, opportunity_id)
    with library.step("Put away", origin=origin):
        return library.put(msgspec.structs.replace(opportunity, folded_until=until))


def unfold(library: Library, opportunity_id: str, *, origin: object = None) -> Opportunity:
    """Take an opportunity out again."""
    opportunity = library.get(Opportunity, opportunity_id)
    with library.step("Take out again", origin=origin):
        return library.put(msgspec.structs.replace(opportunity, folded_until=None))


def fold_when_done(library: Library, opportunity_id: str, calendar: WorkingCalendar, *, origin: object = None) -> bool:
    """Put it away until its next day, where every thank-you is sent or skipped and nothing else is due.

    Meant for inside the step that marks a letter as sent or skipped. Returns whether it was put away.
    """
    found = dossier(library, opportunity_id)
    settled = all(meeting.letter_sent is not None or meeting.letter_skipped for meeting in found.meetings)
    waiting = situation(found, calendar, library.clock.now())
    if not (settled and found.meetings and waiting.state in ("quiet", "asked", "asked twice") and waiting.day):
        return False
    fold(library, opportunity_id, waiting.day, origin=origin)
    return True


def set_status(library: Library, opportunity_id: str, status: Status, *, origin: object = None) -> Opportunity:
    """Where it stands. An offer or an outcome takes it out of the folded ones."""
    opportunity = library.get(Opportunity, opportunity_id)
    folded = opportunity.folded_until if status in ("interviewing", "waiting") else None
    with library.step("Set status", origin=origin):
        return library.put(msgspec.structs.replace(opportunity, status=status, folded_until=folded))


def set_decide_by(
    library: Library, offer_id: str, calendar: WorkingCalendar, *, day: date | None = None, days: int | None = None,
    origin: object = None,
) -> Offer:  # fmt: skip
    """By when to answer: a day, or so many working days after the offer came (presets 2, 5, 10; today where unknown)."""
    offer = library.get(Offer, offer_id)
    if days is not None:
        day = default_decide_by(offer.received or library.clock.today(), calendar, days)
    with library.step("Set answer by", origin=origin):
        return library.put(msgspec.structs.replace(offer, decide_by=day))
