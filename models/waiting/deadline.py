"""By when to answer an offer."""

from __future__ import annotations

from datetime import date

from models.dates import WorkingCalendar
from models.dossier import Dossier
from models.errors import BadInput
from models.records import Offer

DECISION_DAYS = 2
"""Working days after the offer, where they named no day: a day or two is what most can ask for without a reason."""
DECISION_PRESETS = (2, 5, 10)
"""Working days to choose from; campus rules in the US often give two weeks (Rutgers, USC, Seton Hall)."""


def offered(dossier: Dossier) -> bool:
    """Whether an offer waits for an answer: one is written down, or the opportunity says so, and nothing ended it."""
    status = dossier.opportunity.status
    if status in ("interviewing", "waiting"):
        return any(offer.kind == "offer" for offer in dossier.offers)
    return status == "offer"


def default_decide_by(received: date, calendar: WorkingCalendar, days: int = DECISION_DAYS) -> date:
    """`days` working days after the day the offer came."""
    return calendar.add(received, days)


def decide_by(offer: Offer, calendar: WorkingCalendar) -> date | None:
    """The day they gave, else two working days after the offer; None where neither is known."""
    if offer.decide_by is not None:
        return offer.decide_by
    try:
        return None if offer.received is None else default_decide_by(offer.received, calendar)
    except BadInput:  # received at the very end of the calendar
        return None
