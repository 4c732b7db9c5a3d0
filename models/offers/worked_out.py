"""The money of an offer, kept while the offer and what is assumed stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from models.offers.figures import Assumptions, Scenario
from models.offers.hours import OfferHours, hours_of
from models.offers.money import OfferMoney, money_by_scenario
from models.records import Offer

Worked = tuple[dict[Scenario, OfferMoney], OfferHours]


class WorkedOut:
    """One for each view that compares again and again. An offer is known again as the same record, not as an equal one:
    5 % and 5.0 % are equal, and yet each is shown as it was written.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Offer, Assumptions, Worked]] = {}

    def money(self, offer: Offer, assumed: Assumptions) -> Worked:
        """Its money in every scenario, and its hours."""
        known = self._kept.get(id(offer))
        if known is not None and known[0] is offer and known[1] == assumed:
            return known[2]
        by_scenario = money_by_scenario(offer, assumed)
        worked = by_scenario, hours_of(offer, by_scenario[assumed.scenario], assumed)
        self._kept[id(offer)] = (offer, assumed, worked)
        return worked

    def forget_all_but(self, offers: Sequence[Offer]) -> None:
        """Let go of offers that are compared no longer."""
        wanted = {id(offer) for offer in offers}
        for key in [key for key in self._kept if key not in wanted]:
            del self._kept[key]
