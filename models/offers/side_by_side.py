"""Which offers stand side by side and what is supposed of them: kept, so that the tab, the print and undo agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from models.errors import BadInput
from models.offers.comparison import Comparison, compare
from models.offers.figures import MOST_OFFERS, MOST_YEARS, SCENARIOS, Assumptions
from models.offers.worked_out import WorkedOut
from models.records import Criterion, Offer, Score, Settings

if TYPE_CHECKING:
    from models.library import Library

ASSUMED = "Change what is assumed"
LONGEST_STAY = 600


def assumptions_from(settings: Settings) -> Assumptions:
    """The kept assumptions; numbers that a hand-made file put out of range are brought back into it."""
    years = min(MOST_YEARS, max(1, settings.offer_years))
    stay = settings.offer_stay_months
    return Assumptions(
        years=years,
        year=min(years, max(1, settings.offer_year)),
        tenure_months=None if stay is None else min(LONGEST_STAY, max(0, stay)),
        scenario=settings.offer_scenario,
        price_days=settings.offer_price_days,
    )


def offers_side_by_side(library: Library) -> tuple[Offer, ...]:
    """The offers that are compared: all that were not put aside, at most eight, in order of creation.

    Where only offers put aside are left, they are compared after all.
    """
    offers, aside = library.all(Offer), library.one(Settings).offers_aside
    return tuple(offer for offer in offers if offer.id not in aside)[:MOST_OFFERS] or offers[:MOST_OFFERS]


def comparison_of(library: Library, kept: WorkedOut | None = None) -> Comparison | None:
    """The comparison as it stands in the library; None where no offer is to be compared. `kept`: see `compare`."""
    offers = offers_side_by_side(library)
    if not offers:
        return None
    return compare(offers, library.all(Criterion), library.all(Score), assumptions_from(library.one(Settings)), kept)


def change_assumptions(library: Library, origin: object = None, **changes: Any) -> Settings:
    """Suppose something else: offer_scenario, offer_years, offer_year, offer_stay_months, offer_price_days.

    A year beyond the years compared is brought back. Raises BadInput where a value cannot be so.
    """
    before = library.one(Settings)
    after = msgspec.structs.replace(before, **changes)
    if after.offer_scenario not in SCENARIOS:
        raise BadInput("The scenario should be guaranteed, expected or all well.")
    if not 1 <= after.offer_years <= MOST_YEARS:
        raise BadInput(f"The years to compare should be a whole number from 1 to {MOST_YEARS}.")
    stay = after.offer_stay_months
    if stay is not None and not 0 <= stay <= LONGEST_STAY:
        raise BadInput(f"The months you plan to stay should be a whole number from 0 to {LONGEST_STAY}.")
    after = msgspec.structs.replace(after, offer_year=min(after.offer_years, max(1, after.offer_year)))
    if after == before:
        return before
    with library.step(ASSUMED, merge_key=f"settings/{','.join(sorted(changes))}", origin=origin):
        return library.put(after)


def put_aside(library: Library, offer_id: str, aside: bool, origin: object = None) -> None:
    """Leave an offer's column out, or bring it back. Raises BadInput where it would be the ninth column."""
    library.get(Offer, offer_id)
    before = library.one(Settings)
    others = tuple(one for one in before.offers_aside if one != offer_id and library.find(Offer, one))
    if not aside and len(library.all(Offer)) - len(others) > MOST_OFFERS:
        raise BadInput(f"A comparison takes one to {MOST_OFFERS} offers. Put another one aside first.")
    after = (*others, offer_id) if aside else others
    if set(after) == set(before.offers_aside):
        return
    with library.step("Put an offer aside" if aside else "Bring an offer back", origin=origin):
        library.put(msgspec.structs.replace(before, offers_aside=after))
