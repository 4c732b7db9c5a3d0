"""One offer's money, line by line and year by year, in one of three scenarios.

Every figure is rounded to hundredths once, so totals are exactly the sums of what is shown. A term nobody named gives
None, never zero. Planned tenure governs what can be lost by leaving: sign-on, equity and match; pay and costs are
shown as if the user stayed the year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import msgspec

from models.formats import Sentence, say
from models.money import Money
from models.offers import pay
from models.offers.figures import FULL_TIME_HOURS, SCENARIOS, Assumptions, Figure, Scenario, cents
from models.records import Offer
from models.records.offer import DecimalTerm, TermState

FSN = "Fearless Salary Negotiation"
LEVELS = "levels.fyi"


class Line(msgspec.Struct, frozen=True):
    """One kind of money over the years; costs are negative. `state` is the state of the term it rests on."""

    key: str
    label: Sentence
    figures: tuple[Figure | None, ...]
    state: TermState | None = None

    @property
    def total(self) -> Money | None:
        """All years together, or None where no year is known."""
        return _sum(figure.amount for figure in self.figures if figure)


class OfferMoney(msgspec.Struct, frozen=True):
    """All lines of one offer. `totals` has one amount a year, None where nothing at all is known."""

    currency: str
    lines: tuple[Line, ...]
    has_base: bool

    def year_total(self, year: int) -> Money | None:
        """The sum of a year's lines (1 is the first year)."""
        return _sum(figure.amount for line in self.lines if (figure := line.figures[year - 1]))

    @property
    def totals(self) -> tuple[Money | None, ...]:
        """Each year's total."""
        years = len(self.lines[0].figures)
        return tuple(self.year_total(year) for year in range(1, years + 1))

    @property
    def total(self) -> Money | None:
        """All years together."""
        return _sum(amount for amount in self.totals if amount is not None)

    def line(self, key: str) -> Line:
        """One line by key; KeyError where there is none."""
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)


def money_of(offer: Offer, assumptions: Assumptions) -> OfferMoney:
    """The offer's lines for the assumed years and scenario."""
    work = _Work(offer, assumptions)
    lines = [
        work.line("base", "Base salary", work.base, offer.base),
        work.bonus_line(),
        work.line("sign_on", "Sign-on bonus", work.sign_on, offer.sign_on),
        work.equity_line(),
        work.line("match", "Retirement match", work.match, offer.match_rate),
        work.line("other", "Other money", work.other, offer.other_yearly),
        work.line("premium", "Health premium you pay", work.premium, offer.premium),
        work.line("commute", "Commute cost", work.commute, offer.commute_cost),
    ]
    if assumptions.price_days:
        lines.append(work.line("days", "Days off as money", work.days, offer.days_off))
    return OfferMoney(offer.currency, tuple(lines), offer.base is not None)


def money_by_scenario(offer: Offer, assumptions: Assumptions) -> dict[Scenario, OfferMoney]:
    """The offer's money in each scenario; what no odds touch is worked out once."""
    first = money_of(offer, assumptions)
    made: dict[Scenario, OfferMoney] = {}
    for scenario in SCENARIOS:
        if scenario == assumptions.scenario:
            made[scenario] = first
            continue
        work = _Work(offer, msgspec.structs.replace(assumptions, scenario=scenario))
        own = {"bonus": work.bonus_line, "equity": work.equity_line}
        lines = tuple(own[line.key]() if line.key in own else line for line in first.lines)
        made[scenario] = OfferMoney(first.currency, lines, first.has_base)
    return made


def known(term: DecimalTerm | None, otherwise: Decimal = pay.NONE) -> Decimal:
    """The value of a term, or what stands in where nobody named one and its absence changes nothing."""
    return otherwise if term is None else term.value


def days_away(offer: Offer) -> Decimal:
    """Paid days off and paid holidays a year, as far as they are known."""
    return known(offer.days_off) + known(offer.holidays)


def days_on_site(offer: Offer, assumptions: Assumptions) -> Decimal | None:
    """Days a year on the way to work, or None where the days a week are not known."""
    return None if offer.commute_days is None else offer.commute_days.value * assumptions.commute_weeks


class _Work:
    """The formulas of one offer; each method gives a year's figure or None where a term is missing."""

    def __init__(self, offer: Offer, assumptions: Assumptions) -> None:
        self.offer = offer
        self.assumed = assumptions
        stay = assumptions.tenure_months
        self.stay = Decimal(12 * assumptions.years if stay is None else stay)
        first = pay.yearly_pay(
            known(offer.base), offer.pay_period, known(offer.hours, FULL_TIME_HOURS), assumptions.weeks
        )
        years = range(1, assumptions.years + 1)
        cliff, ends = known(offer.equity_cliff), range(0, 12 * assumptions.years + 1, 12)
        self._vested = tuple(pay.vested(offer.equity_schedule, cliff, min(Decimal(end), self.stay)) for end in ends)
        self._bases = tuple(pay.with_raises(first, known(offer.raise_rate), year) for year in years)

    def bonus_line(self) -> Line:
        return self.line("bonus", "Target bonus", self.bonus, self.offer.bonus_target)

    def equity_line(self) -> Line:
        return self.line("equity", "Equity", self.equity, self.offer.equity_value or self.offer.equity_units)

    def line(self, key: str, label: str, formula: Callable[[int], Figure | None], term: DecimalTerm | None) -> Line:
        figures = tuple(formula(year) for year in range(1, self.assumed.years + 1))
        return Line(key, Sentence(label), figures, term.state if term else None)

    def figure(self, amount: Decimal, formula: Sentence, source: str) -> Figure:
        return Figure(cents(amount, self.offer.currency), formula, source)

    def odds(self, own: Decimal) -> Decimal:
        match self.assumed.scenario:
            case "guaranteed":
                return pay.NONE
            case "expected":
                return own
            case "all well":
                return Decimal(100)

    def base_in(self, year: int) -> Decimal:
        return self._bases[year - 1]

    def shown(self, amount: Decimal) -> Money:
        return Money(amount, self.offer.currency)

    def base(self, year: int) -> Figure | None:
        offer = self.offer
        if offer.base is None:
            return None
        rate, hours, raised = offer.base.value, known(offer.hours, FULL_TIME_HOURS), known(offer.raise_rate)
        match offer.pay_period:
            case "hour":
                text = say("{rate} an hour x {hours} hours a week x {weeks} weeks, {raised}% raise each year",
                           rate=rate, hours=hours, weeks=self.assumed.weeks, raised=raised)  # fmt: skip
            case "day":
                text = say("{rate} a day x 260 days, {raised}% raise each year", rate=rate, raised=raised)
            case "month":
                text = say("{rate} a month x 12, {raised}% raise each year", rate=rate, raised=raised)
            case "year":
                text = say("{rate} a year, {raised}% raise each year", rate=rate, raised=raised)
        return self.figure(self.base_in(year), text, FSN)

    def bonus(self, year: int) -> Figure | None:
        offer = self.offer
        if offer.base is None or offer.bonus_target is None:
            return None
        target, odds = offer.bonus_target.value, self.odds(offer.bonus_odds)
        months = known(offer.bonus_first_months, Decimal(12)) if year == 1 else Decimal(12)
        text = say("{base} x {target}% target x {odds}% odds x {months} of 12 months",
                   base=self.shown(self.base_in(year)), target=target, odds=odds, months=months)  # fmt: skip
        return self.figure(pay.bonus(self.base_in(year), target, odds, months), text, LEVELS)

    def sign_on(self, year: int) -> Figure | None:
        offer = self.offer
        if offer.sign_on is None:
            return None
        given, term = offer.sign_on.value, known(offer.clawback_months)
        if year > 1:
            return self.figure(pay.NONE, say("Paid once, in the first year"), FSN)
        leaves = self.assumed.tenure_months is not None
        back = pay.clawback(given, term, self.stay, offer.clawback_form) if leaves else pay.NONE
        text = say("{given} less {back} that goes back on leaving before {term} months",
                   given=self.shown(given), back=self.shown(back), term=term)  # fmt: skip
        return self.figure(given - back, text, FSN)

    def grant(self) -> Decimal | None:
        offer = self.offer
        if offer.equity_units is not None and offer.equity_price is not None:
            if offer.equity_kind == "options" and offer.equity_strike is None:
                return None if offer.equity_value is None else offer.equity_value.value
            return pay.grant_value(offer.equity_units.value, offer.equity_price.value, known(offer.equity_strike))
        return None if offer.equity_value is None else max(pay.NONE, offer.equity_value.value)

    def equity(self, year: int) -> Figure | None:
        offer, grant = self.offer, self.grant()
        if grant is None:
            return None
        odds, before, until = self.odds(offer.equity_odds), self._vested[year - 1], self._vested[year]
        cumulated = [cents(grant * share * odds / 10_000, offer.currency).amount for share in (until, before)]
        text = say("{grant} x {share}% that vests in year {year} x {odds}% odds, never below zero",
                   grant=self.shown(grant), share=until - before, year=year, odds=odds)  # fmt: skip
        return self.figure(cumulated[0] - cumulated[1], text, "Open Guide to Equity Compensation; Wealthfront")

    def match(self, year: int) -> Figure | None:
        offer = self.offer
        if offer.base is None or offer.match_rate is None or offer.match_cap is None:
            return None
        own, cap, rate, wait = (
            offer.own_contribution,
            offer.match_cap.value,
            offer.match_rate.value,
            known(offer.match_vesting_months),
        )
        yours = self.assumed.tenure_months is None or self.stay >= wait
        if not yours:
            return self.figure(pay.NONE, say("Not yours before {wait} months", wait=wait), "pocketwise")
        amount = pay.match(self.base_in(year), own, cap, rate)
        text = say("{base} x {paid_in}% x {rate}%, yours after {wait} months",
                   base=self.shown(self.base_in(year)), paid_in=min(own, cap), rate=rate, wait=wait)  # fmt: skip
        return self.figure(amount, text, "pocketwise")

    def other(self, _year: int) -> Figure | None:
        term = self.offer.other_yearly
        return (
            self.figure(term.value, say("{amount} a year", amount=self.shown(term.value)), "your own figure")
            if term
            else None
        )

    def premium(self, _year: int) -> Figure | None:
        term = self.offer.premium
        if term is None:
            return None
        text = say("12 x {premium}; what the employer pays is not income", premium=term.value)
        return self.figure(-12 * term.value, text, "HumbleDollar")

    def commute(self, _year: int) -> Figure | None:
        offer, days = self.offer, days_on_site(self.offer, self.assumed)
        if offer.commute_cost is None or days is None:
            return None
        text = say("{cost} a day x {days} days on site", cost=offer.commute_cost.value, days=days)
        return self.figure(-offer.commute_cost.value * days, text, "calcdrop")

    def days(self, year: int) -> Figure | None:
        offer = self.offer
        if offer.base is None or (offer.days_off is None and offer.holidays is None):
            return None
        amount = pay.day_of_leave(self.base_in(year)) * days_away(offer)
        text = say(
            "{base} / 260 x {days} days; counted because you asked",
            base=self.shown(self.base_in(year)),
            days=days_away(offer),
        )
        return self.figure(amount, text, "calc-verse")


def _sum(amounts: Iterable[Money]) -> Money | None:
    """The sum of amounts of one offer, which are all in its currency."""
    given = tuple(amounts)
    if not given:
        return None
    return Money(sum((money.amount for money in given), pay.NONE), given[0].currency)
