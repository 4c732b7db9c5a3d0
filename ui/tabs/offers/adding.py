"""What a new column can be: an offer from somewhere one talked to, the current job, or going on searching."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from models.dates import WorkingCalendar, working_calendar
from models.errors import BadInput
from models.library import Library
from models.offers import add_offer
from models.records import Offer, Opportunity, Settings
from models.records.opportunity import OPEN_STATUSES
from ui.texts import tr


class AddMenu(QMenu):
    """Built anew each time it opens."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("add_offer_menu")
        self._library = library

    def fill(self) -> None:
        """One entry for each opportunity that has no offer yet, then the others."""
        self.clear()
        for opportunity in _without_offer(self._library):
            title = tr("Offer from {employer}", employer=opportunity.employer)
            self._entry(title, f"add_from_{opportunity.id}", opportunity.id, "offer", opportunity.employer)
        if self.actions():
            self.addSeparator()
        self._entry(tr("Another offer"), "add_blank", "", "offer", tr("New offer"))
        kinds = {offer.kind for offer in self._library.all(Offer)}
        if "current job" not in kinds:
            self._entry(tr("My current job"), "add_current", "", "current job", tr("My current job"))
        if "keep searching" not in kinds:
            self._entry(tr("Keep searching"), "add_searching", "", "keep searching", tr("Keep searching"))

    def _entry(self, text: str, name: str, opportunity: str, kind: str, offer_name: str) -> None:
        action = self.addAction(text.replace("&", "&&"))
        action.setObjectName(name)
        action.setData((opportunity, kind, offer_name))


def _without_offer(library: Library) -> list[Opportunity]:
    taken = {offer.opportunity for offer in library.all(Offer)}
    return [
        one for one in library.all(Opportunity) if one.id not in taken and one.employer and one.status in OPEN_STATUSES
    ]


def add(library: Library, opportunity: str, kind: str, name: str, origin: object = None) -> Offer:
    """The new offer, in the user's currency."""
    settings = library.one(Settings)
    return add_offer(
        library,
        origin=origin,
        opportunity=opportunity,
        kind=kind,
        name=name,
        currency=settings.currency,
    )


def calendar_of(library: Library) -> WorkingCalendar:
    """The working days of the user's place; of the United States where that place is not known."""
    settings = library.one(Settings)
    try:
        return working_calendar(settings.country, settings.region)
    except BadInput:
        return working_calendar()


def first_offer(library: Library, opportunity_id: str, origin: object = None) -> Offer:
    """The offer that an empty page begins with: from the opportunity in hand where there is one."""
    opportunity = library.find(Opportunity, opportunity_id)
    if opportunity is None or not opportunity.employer:
        return add(library, "", "offer", tr("New offer"), origin)
    return add(library, opportunity.id, "offer", opportunity.employer, origin)
