"""The parts of a year's money as pure functions of Decimals. Amounts are in the offer's own currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from models.offers.figures import FULL_TIME_HOURS, WORKING_DAYS_A_YEAR, percent
from models.records.offer import ClawbackForm, PayPeriod

NONE = Decimal(0)
_ALL = Decimal(100)


def yearly_pay(
    rate: Decimal, period: PayPeriod, hours: Decimal = FULL_TIME_HOURS, weeks: Decimal = Decimal(52)
) -> Decimal:
    """Pay a year from pay per period: hour x hours a week x weeks (2,080 h full time), day x 260, month x 12.

    Source: Fearless Salary Negotiation, contractor page (hours); 260 working days as in calc-verse and Georgia Tech.
    """
    match period:
        case "hour":
            return rate * hours * weeks
        case "day":
            return rate * WORKING_DAYS_A_YEAR
        case "month":
            return rate * 12
        case "year":
            return rate


def with_raises(first_year: Decimal, raise_rate: Decimal, year: int) -> Decimal:
    """Base pay in `year` (1 is the first) when it rises by `raise_rate` % at the end of every year."""
    return first_year * (1 + raise_rate / 100) ** (year - 1)


def bonus(base: Decimal, target: Decimal, odds: Decimal = _ALL, months: Decimal = Decimal(12)) -> Decimal:
    """Base x target % x odds %, in proportion to the months that count. Source: levels.fyi (target, proration)."""
    return percent(percent(base, target), odds) * months / 12


def clawback(sign_on: Decimal, term: Decimal, worked: Decimal, form: ClawbackForm = "in proportion") -> Decimal:
    """What goes back when one leaves after `worked` of `term` months. Source: Fearless Salary Negotiation."""
    if term <= 0 or worked >= term:
        return NONE
    return sign_on if form == "in full" else sign_on * (term - max(NONE, worked)) / term


def vested(schedule: Sequence[Decimal], cliff: Decimal, month: Decimal) -> Decimal:
    """Per cent of a grant that is the user's after `month` months: nothing before the cliff, then evenly in each year.

    Source: og-equity (11 months 0, 12 months 25, then 1/48 a month for an even four-year grant).
    """
    if month < cliff:
        return NONE
    parts = (share * min(max(month - 12 * year, NONE), Decimal(12)) / 12 for year, share in enumerate(schedule))
    return sum(parts, NONE)


def grant_value(units: Decimal, price: Decimal, strike: Decimal = NONE, dilution: Decimal = Decimal(1)) -> Decimal:
    """Units x what each is worth above its strike, never below zero. Source: Wealthfront; dilution: og-equity."""
    return max(NONE, price - strike) * units * dilution


def match(base: Decimal, own: Decimal, cap: Decimal, rate: Decimal) -> Decimal:
    """Base x min(own %, cap %) x rate %. Source: pocketwise, hows.tech and others."""
    return percent(percent(base, min(own, cap)), rate)


def commute_hours(minutes: Decimal, days: Decimal) -> Decimal:
    """Hours a year on the way: 2 x minutes one way x days / 60. Source: calcdrop."""
    return 2 * minutes * days / 60


def health_year(premium: Decimal, use: Decimal, deductible: Decimal, coinsurance: Decimal, most: Decimal) -> Decimal:
    """A year of a health plan: 12 premiums + what `use` leaves to the patient, at most the out-of-pocket maximum.

    `coinsurance` in per cent. Source: whatiflabo; HumbleDollar for reckoning best and worst year.
    """
    return 12 * premium + min(most, min(use, deductible) + percent(max(NONE, use - deductible), coinsurance))


def day_of_leave(base: Decimal) -> Decimal:
    """The pay of one working day: base / 260. Source: calc-verse, Georgia Tech."""
    return base / WORKING_DAYS_A_YEAR


def same_living(salary: Decimal, home: Decimal, there: Decimal) -> Decimal:
    """The salary that buys the same elsewhere: salary x index there / index at home. Source: calculatorlib."""
    return salary * there / home


def shares(weights: Iterable[int | Decimal]) -> tuple[Decimal, ...]:
    """Each weight's part of all weights, 0 to 1; all zero where the weights add up to nothing."""
    given = tuple(Decimal(weight) for weight in weights)
    whole = sum(given, NONE)
    return tuple(weight / whole if whole else NONE for weight in given)
