"""One offer, the current job, or "keep searching", and what matters in choosing.

Every term is one line: value and how sure it is. A term that nobody mentioned is None, never zero.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Generic, Literal, TypeVar

import msgspec

from models.clock import Moment
from models.records.base import Record, says

T = TypeVar("T")
TermState = Literal["said", "written", "confirmed"]
PayPeriod = Literal["year", "month", "day", "hour"]
OfferKind = Literal["offer", "current job", "keep searching"]
EquityKind = Literal["none", "RSU", "options", "other"]
ClawbackForm = Literal["in proportion", "in full"]


class Term(msgspec.Struct, Generic[T], frozen=True):
    """A value they named, and whether it was only said, is in writing, or was confirmed in writing on asking."""

    value: T
    state: TermState = "said"


DecimalTerm = Term[Decimal]
TextTerm = Term[str]
DateTerm = Term[date]


class Offer(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "offers"
    noun: ClassVar[str] = "offer"

    opportunity: Annotated[str, says("Opportunity")] = ""
    kind: Annotated[OfferKind, says("What it is")] = "offer"
    name: Annotated[str, says("Name", "Shown at the head of its column.")] = ""
    title: Annotated[TextTerm | None, says("Title", "As they word it.")] = None
    place: Annotated[TextTerm | None, says("Place", "Town or remote.")] = None
    received: Annotated[date | None, says("Received")] = None
    decide_by: Annotated[date | None, says("Answer by")] = None
    currency: Annotated[str, says("Currency", "Three letters, such as USD.")] = "USD"
    base: Annotated[DecimalTerm | None, says("Base salary", "Per pay period below.", unit="money", compare="more")] = None
    pay_period: Annotated[PayPeriod, says("Paid per")] = "year"
    raise_rate: Annotated[DecimalTerm | None, says("Yearly raise", unit="%", compare="more")] = None
    bonus_target: Annotated[DecimalTerm | None, says("Target bonus", "Of base salary.", unit="%", compare="more")] = None
    bonus_odds: Annotated[Decimal, says("Odds of the bonus", "Your own guess.", unit="%")] = Decimal(100)
    bonus_first_months: Annotated[
        DecimalTerm | None, says("First bonus counts", "Months of the first year that earn a bonus; blank means all twelve.", unit="months")
    ] = None
    sign_on: Annotated[DecimalTerm | None, says("Sign-on bonus", unit="money", compare="more")] = None
    clawback_months: Annotated[
        DecimalTerm | None, says("Clawback", "Leave earlier and part of the sign-on goes back.", unit="months")
    ] = None
    clawback_form: Annotated[ClawbackForm, says("Clawback asks for it", "In proportion to the months missing, or all of it.")] = "in proportion"
    equity_kind: Annotated[EquityKind, says("Equity")] = "none"
    equity_value: Annotated[DecimalTerm | None, says("Grant", "The whole grant at today's price.", unit="money", compare="more")] = None
    equity_units: Annotated[DecimalTerm | None, says("Units", "Shares or options in the grant.", unit="units", compare="more")] = None
    equity_price: Annotated[DecimalTerm | None, says("Price of a share", "Today's, or the one you think likely.", unit="money")] = None
    equity_strike: Annotated[DecimalTerm | None, says("Strike price", "What you pay for each option.", unit="money", compare="less")] = None
    equity_schedule: Annotated[
        tuple[Decimal, ...], says("Vesting by year", "Share of the grant that vests in each year.", unit="%")
    ] = (Decimal(25), Decimal(25), Decimal(25), Decimal(25))
    equity_cliff: Annotated[DecimalTerm | None, says("Vesting cliff", "Nothing vests before.", unit="months")] = None
    equity_odds: Annotated[Decimal, says("Odds that the equity pays", "Your own guess; private shares can end at zero.", unit="%")] = Decimal(100)
    match_rate: Annotated[DecimalTerm | None, says("Retirement match", "What they add to each unit you pay in.", unit="%", compare="more")] = None
    match_cap: Annotated[DecimalTerm | None, says("Matched up to", "Of base salary.", unit="%", compare="more")] = None
    own_contribution: Annotated[Decimal, says("You pay in", "Of base salary.", unit="%")] = Decimal(5)
    match_vesting_months: Annotated[DecimalTerm | None, says("Match is yours after", unit="months", compare="less")] = None
    premium: Annotated[DecimalTerm | None, says("Health premium you pay", unit="money a month", compare="less")] = None
    other_yearly: Annotated[DecimalTerm | None, says("Other money", "Perks you would have paid for anyway.", unit="money a year", compare="more")] = None
    days_off: Annotated[DecimalTerm | None, says("Paid days off", unit="days a year", compare="more")] = None
    holidays: Annotated[DecimalTerm | None, says("Paid holidays", unit="days a year", compare="more")] = None
    hours: Annotated[DecimalTerm | None, says("Hours a week", unit="hours a week", compare="less")] = None
    commute_minutes: Annotated[DecimalTerm | None, says("Commute, one way", unit="minutes", compare="less")] = None
    commute_days: Annotated[DecimalTerm | None, says("Days on site", unit="days a week", compare="less")] = None
    commute_cost: Annotated[DecimalTerm | None, says("Commute cost", unit="money a day", compare="less")] = None
    start: Annotated[DateTerm | None, says("Start date")] = None
    conditions: Annotated[TextTerm | None, says("Requirements", "Checks, certificates, non-compete, travel.", long=True)] = None
    musts_broken: Annotated[tuple[str, ...], says("Must-haves it breaks")] = ()
    gut: Annotated[Literal["", "this one", "not this one"], says("Gut feeling", "Before you look at the scores.")] = ""


class Criterion(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "criteria"
    noun: ClassVar[str] = "criterion"

    name: Annotated[str, says("What matters")] = ""
    weight: Annotated[int, says("Weight", "0 to 100; only the proportions count.")] = 50
    must_have: Annotated[bool, says("Must-have", "An offer that fails it is out.")] = False


class Score(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "scores"
    noun: ClassVar[str] = "score"

    offer: Annotated[str, says("Offer")] = ""
    criterion: Annotated[str, says("What matters")] = ""
    value: Annotated[int | None, says("Score", "0 to 10.")] = None
    reason: Annotated[str, says("Because")] = ""


class Minimum(Record, frozen=True, kw_only=True):
    """The least you would take, written down before any number is on the table."""

    table: ClassVar[str] = "minimums"
    noun: ClassVar[str] = "minimum"

    opportunity: Annotated[str, says("Opportunity")] = ""
    amount: Annotated[Decimal | None, says("The least you would take", unit="money a year")] = None
    currency: Annotated[str, says("Currency")] = "USD"
    sealed: Annotated[Moment | None, says("Sealed")] = None
    opened: Annotated[Moment | None, says("Opened")] = None
