"""What the user does while waiting, each as one step that can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from models.clock import Moment
from models.dates import WorkingCalendar
from models.dossier import dossier
from models.errors import BadInput
from models.records import Event, Interview, Offer, Opportunity
from models.records.opportunity import Status
from models.records.people import Channel
from models.texts import QT_TRANSLATE_NOOP
from models.waiting.deadline import default_decide_by
from models.waiting.situation import situation
from models.waiting.when_said import words_about_when

if TYPE_CHECKING:
    from models.library import Library

REOPENS: frozenset[Status] = frozenset({"silent"})

REPLY = QT_TRANSLATE_NOOP("encore", "Note what they wrote")
ASKED = QT_TRANSLATE_NOOP("encore", "Note that you asked")
CLOSED = QT_TRANSLATE_NOOP("encore", "Note the closing note")
CORRECTED = QT_TRANSLATE_NOOP("encore", "Correct what happened")
REMOVED = QT_TRANSLATE_NOOP("encore", "Remove what happened")
PROMISED = QT_TRANSLATE_NOOP("encore", "Change the day you hear by")
ANSWER_BY = QT_TRANSLATE_NOOP("encore", "Change the day to answer by")
AWAY = QT_TRANSLATE_NOOP("encore", "Put away")
OUT = QT_TRANSLATE_NOOP("encore", "Take out again")
MARKED: dict[Status, str] = {
    "interviewing": QT_TRANSLATE_NOOP("encore", "Mark as: interviewing"),
    "waiting": QT_TRANSLATE_NOOP("encore", "Mark as: waiting"),
    "offer": QT_TRANSLATE_NOOP("encore", "Mark as: an offer"),
    "accepted": QT_TRANSLATE_NOOP("encore", "Mark as: accepted"),
    "declined": QT_TRANSLATE_NOOP("encore", "Mark as: turned down"),
    "rejected": QT_TRANSLATE_NOOP("encore", "Mark as: a no"),
    "withdrawn": QT_TRANSLATE_NOOP("encore", "Mark as: withdrawn"),
    "closed": QT_TRANSLATE_NOOP("encore", "Mark as: position closed"),
    "silent": QT_TRANSLATE_NOOP("encore", "Mark as: never answered"),
}


def log_reply(
    library: Library,
    opportunity_id: str,
    *,
    brings: Literal["", "rejected", "offer"] = "",
    origin: object = None,
    **said: Any,
) -> Event:
    """They wrote or called: the count starts anew, and a date they gave becomes the day to hear by.

    `said` are fields of the event (when, summary, gave_date, contact, channel); without a moment it happened now.
    `brings` is the answer, where their words were one. A folded opportunity comes back, one that was taken for silent
    waits again. Raises BadInput where the date they gave lies before the reply.
    """
    opportunity = library.get(Opportunity, opportunity_id)
    fields: dict[str, Any] = {"channel": "e-mail", **said, "opportunity": opportunity_id, "direction": "from them"}
    event = Event(**fields)
    event = msgspec.structs.replace(event, when=event.when or library.clock.now())
    _check_order(event)
    with library.step(MARKED[brings] if brings else REPLY, origin=origin):
        event = library.put(event)
        changed = _hears_by(msgspec.structs.replace(opportunity, folded_until=None), event)
        if brings:
            changed = msgspec.structs.replace(changed, status=brings)
        elif opportunity.status in REOPENS:
            changed = msgspec.structs.replace(changed, status="waiting")
        library.put(changed)
    return event


def correct_event(library: Library, event_id: str, *, origin: object = None, **changes: Any) -> Event:
    """Other words or another day for something noted; the day to hear by follows where it came from this event.

    Raises BadInput where the date they gave lies before the day they wrote, NoSuchRecord where it is gone.
    """
    before = library.get(Event, event_id)
    after = msgspec.structs.replace(before, **changes)
    _check_order(after)
    job = library.find(Opportunity, before.opportunity)
    with library.step(CORRECTED, origin=origin):
        after = library.put(after)
        if job is not None and before.gave_date is not None and job.promised == before.gave_date != after.gave_date:
            changed = msgspec.structs.replace(job, promised=None, promised_phrase="")
            library.put(_hears_by(changed, after))
    return after


def forget_event(library: Library, event_id: str, *, origin: object = None) -> None:
    """Take out something noted; a day to hear by that came from it goes with it."""
    event = library.get(Event, event_id)
    job = library.find(Opportunity, event.opportunity)
    with library.step(REMOVED, origin=origin):
        library.remove(event)
        if job is not None and event.gave_date is not None and job.promised == event.gave_date:
            library.put(msgspec.structs.replace(job, promised=None, promised_phrase=""))


def _check_order(event: Event) -> None:
    if event.gave_date is not None and event.when is not None and event.gave_date < event.when.day:
        raise BadInput("The date they gave is before the day they wrote.")


def _hears_by(opportunity: Opportunity, event: Event) -> Opportunity:
    """With the date of that event as the day to hear by, and with the words that say it."""
    if event.gave_date is None or event.gave_date == opportunity.promised:
        return opportunity
    return msgspec.structs.replace(
        opportunity, promised=event.gave_date, promised_phrase=words_about_when(event.summary)
    )


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
    with library.step(CLOSED if closing else ASKED, origin=origin):
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
    with library.step(PROMISED, origin=origin):
        return library.put(msgspec.structs.replace(opportunity, promised=promised, promised_phrase=phrase))


def fold(library: Library, opportunity_id: str, until: date | None, *, origin: object = None) -> Opportunity:
    """Put an opportunity away until a day. Raises BadInput where that day is not ahead."""
    if until is not None and until <= library.clock.today():
        raise BadInput("Put it away until a day that is still ahead.")
    opportunity = library.get(Opportunity, opportunity_id)
    with library.step(AWAY, origin=origin):
        return library.put(msgspec.structs.replace(opportunity, folded_until=until))


def unfold(library: Library, opportunity_id: str, *, origin: object = None) -> Opportunity:
    """Take an opportunity out again."""
    opportunity = library.get(Opportunity, opportunity_id)
    with library.step(OUT, origin=origin):
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
    with library.step(MARKED[status], origin=origin):
        return library.put(msgspec.structs.replace(opportunity, status=status, folded_until=folded))


def set_decide_by(
    library: Library, offer_id: str, calendar: WorkingCalendar, *, day: date | None = None, days: int | None = None,
    origin: object = None,
) -> Offer:  # fmt: skip
    """By when to answer: a day, or so many working days after the offer came (presets 2, 5, 10; today where unknown)."""
    offer = library.get(Offer, offer_id)
    if days is not None:
        day = default_decide_by(offer.received or library.clock.today(), calendar, days)
    with library.step(ANSWER_BY, origin=origin):
        return library.put(msgspec.structs.replace(offer, decide_by=day))
