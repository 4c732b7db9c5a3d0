"""What a comparison rests on, in sentences: for the foot of the page and the end of the table."""

from __future__ import annotations

from models.formats import Sentence, say
from models.offers.comparison import Comparison


def assumed_sentences(comparison: Comparison) -> tuple[Sentence, ...]:
    """The assumptions in reading order, only those that matter for these offers."""
    assumed = comparison.assumptions
    offers = [column.offer for column in comparison.columns]
    found = [_scenario(comparison)]
    if assumed.tenure_months is None:
        found.append(say("You stay through all {years} years.", years=assumed.years))
    else:
        found.append(
            say(
                "You leave after {months} months: sign-on, equity and match count up to then; pay and costs are "
                "shown for whole years.",
                months=assumed.tenure_months,
            )
        )
    if any(offer.commute_days for offer in offers):
        found.append(say("The commute is counted in {weeks} weeks a year.", weeks=assumed.commute_weeks))
    if any(offer.pay_period == "hour" for offer in offers):
        found.append(say("Pay by the hour is counted for {weeks} weeks a year.", weeks=assumed.weeks))
    if any(offer.days_off or offer.holidays for offer in offers) and not assumed.price_days:
        found.append(say("Days off add no money; they shorten the hours worked."))
    if any(offer.premium for offer in offers):
        found.append(say("Of the health plan only what you pay counts."))
    found.append(say("Rounded to whole units. A dash means that nobody said."))
    return tuple(found)


def _scenario(comparison: Comparison) -> Sentence:
    match comparison.assumptions.scenario:
        case "guaranteed":
            return say("Guaranteed money only: no bonus, no equity.")
        case "expected":
            return say("Bonus and equity count with the odds you gave them.")
        case "all well":
            return say("As if all goes well: bonus and equity in full.")
