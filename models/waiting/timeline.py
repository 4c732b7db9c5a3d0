"""The points of an opportunity's timeline, in order."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from models.dates import WorkingCalendar
from models.dossier import Dossier
from models.formats import Sentence, say
from models.records.opportunity import OPEN_STATUSES
from models.waiting.advice import closing_due, second_due
from models.waiting.deadline import decide_by, offered
from models.waiting.follow_up import MOST_UPDATES, FollowUp

PointName = Literal[
    "interview", "thank-you", "reply", "promised", "earliest", "suggested", "update", "second", "closing", "decision"
]


class Point(msgspec.Struct, frozen=True):
    """One mark on the line. `done`: it happened, or its day has gone by."""

    name: PointName
    day: date
    label: Sentence
    done: bool


_LABELS: dict[PointName, Sentence] = {
    "interview": say("Interview"),
    "thank-you": say("Thank-you sent"),
    "reply": say("They wrote"),
    "promised": say("The day they named"),
    "earliest": say("Asking is fine"),
    "suggested": say("Better to ask"),
    "update": say("You asked"),
    "second": say("Ask once more"),
    "closing": say("Closing note"),
    "decision": say("Answer by"),
}


def points(dossier: Dossier, dates: FollowUp | None, calendar: WorkingCalendar, today: date) -> tuple[Point, ...]:
    """All points by day. After an outcome or with an offer, the days to ask are left out."""
    found: dict[tuple[PointName, date], bool] = {}
    for interview in dossier.interviews:
        if interview.start is not None:
            found["interview", interview.start.day] = interview.start.day <= today
    for meeting in dossier.meetings:
        if meeting.letter_sent is not None:
            found["thank-you", meeting.letter_sent.day] = True
    for offer in dossier.offers:
        if offer.kind == "offer" and (day := decide_by(offer, calendar)):
            found["decision", day] = dossier.opportunity.status not in OPEN_STATUSES
    if dates is not None:
        still = dossier.opportunity.status in OPEN_STATUSES and not offered(dossier)
        found |= _asking(dates, calendar, today, still=still)
    ordered = sorted(found.items(), key=lambda item: (item[0][1], list(_LABELS).index(item[0][0])))
    return tuple(Point(name, day, _LABELS[name], done) for (name, day), done in ordered)


def _asking(
    dates: FollowUp, calendar: WorkingCalendar, today: date, *, still: bool
) -> dict[tuple[PointName, date], bool]:
    found: dict[tuple[PointName, date], bool] = {}
    if dates.base > dates.interview:
        found["reply", dates.base] = True
    if dates.promised is not None:
        found["promised", dates.promised] = dates.promised < today
    for day in dates.updates:
        found["update", day] = True
    if not still:
        return found
    closing = closing_due(dates, calendar)
    if not dates.updates:
        found["earliest", dates.earliest] = dates.earliest < today
        found["suggested", dates.suggested] = dates.suggested < today
    if len(dates.updates) < MOST_UPDATES and second_due(dates) < closing:
        found["second", second_due(dates)] = False
    found["closing", closing] = False
    return found
