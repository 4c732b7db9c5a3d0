"""The small values of a comparison: figures that explain themselves, and the assumptions they rest on."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from models.errors import BadInput
from models.formats import Sentence, Value
from models.money import Money

Scenario = Literal["guaranteed", "expected", "all well"]
SCENARIOS: tuple[Scenario, ...] = ("guaranteed", "expected", "all well")

MOST_YEARS = 6
MOST_OFFERS = 8
WORKING_DAYS_A_YEAR = Decimal(260)
FULL_TIME_HOURS = Decimal(40)

_CENT = Decimal("0.01")


class Figure(msgspec.Struct, frozen=True):
    """An amount that can say where it comes from: the formula with its inputs filled in, and whose formula it is."""

    amount: Money
    formula: Sentence
    source: str

    @property
    def inputs(self) -> dict[str, Value]:
        """The named values that went into the formula."""
        return self.formula.values


class Assumptions(msgspec.Struct, frozen=True, kw_only=True):
    """What is supposed of every offer alike; all of it is printed with the result.

    `years` shown (1-6) and the `year` whose lines stand in the table; `tenure_months` is how long the user means to
    stay (None: longer than the years shown) and governs sign-on, equity and match; `weeks` are paid and worked weeks a
    year before days off; `commute_weeks` are the weeks in which one travels, the same for every offer, so that days
    off never turn into money by way of the commute; `price_days` adds days off as money, which is off by default
    because a salary has paid for them already.
    """

    years: int = 4
    year: int = 1
    tenure_months: int | None = None
    weeks: Decimal = Decimal(52)
    commute_weeks: Decimal = Decimal(48)
    scenario: Scenario = "expected"
    price_days: bool = False

    def __post_init__(self) -> None:
        """Refuse what no comparison can be made with. Raises BadInput."""
        if not 1 <= self.years <= MOST_YEARS:
            raise BadInput(f"The years to compare should be a whole number from 1 to {MOST_YEARS}.")
        if not 1 <= self.year <= self.years:
            raise BadInput(f"The year to look at should be between 1 and {self.years}.")
        if self.tenure_months is not None and not 0 <= self.tenure_months <= 600:
            raise BadInput("The months you plan to stay should be a whole number from 0 to 600.")
        for weeks, what in ((self.weeks, "paid"), (self.commute_weeks, "travelled")):
            if not (weeks.is_finite() and 0 <= weeks <= 53):
                raise BadInput(f"The weeks {what} in a year should be a number from 0 to 53.")
        if self.scenario not in SCENARIOS:
            raise BadInput("The scenario should be guaranteed, expected or all well.")


def cents(amount: Decimal, currency: str) -> Money:
    """The amount rounded half up to hundredths, so that every total is exactly the sum of its lines."""
    return Money(amount.quantize(_CENT, rounding=ROUND_HALF_UP) + Decimal(0), currency)  # + 0: no negative zero


def percent(of: Decimal, rate: Decimal) -> Decimal:
    """`rate` % of a number."""
    return of * rate / 100
