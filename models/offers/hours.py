"""Time: hours worked, days off, the way to work, and what an hour of it all really pays.

Days off count here and only here: a salary has paid for them already, so they shorten the year instead of adding money.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from models.formats import Sentence, say
from models.money import Money
from models.offers import pay
from models.offers.figures import FULL_TIME_HOURS, Assumptions, Figure, cents
from models.offers.money import OfferMoney, days_away, days_on_site, known
from models.records import Offer

_TENTH = Decimal("0.1")


class OfferHours(msgspec.Struct, frozen=True):
    """Hours a year, each None where its term is not known; `remarks` say what had to be supposed."""

    off: Decimal | None
    worked: Decimal
    commute: Decimal | None
    true_hourly: Figure | None
    remarks: tuple[Sentence, ...] = ()


def hours_of(offer: Offer, money: OfferMoney, assumptions: Assumptions) -> OfferHours:
    """The offer's year in hours, and its true hourly pay in the assumed year.

    True hourly = the year's total (the cost of the commute taken off once) / (hours worked + hours on the way). Days
    off priced as money stay out of it: they already shorten the hours. Source: payrisecalculator, truewage.
    """
    a_week = known(offer.hours, FULL_TIME_HOURS)
    off = None if offer.days_off is None and offer.holidays is None else a_week / 5 * days_away(offer)
    worked = max(pay.NONE, a_week * assumptions.weeks - (off or pay.NONE))
    days = days_on_site(offer, assumptions)
    known_way = days is not None and (offer.commute_minutes is not None or days == 0)
    commute = pay.commute_hours(known(offer.commute_minutes), days) if days is not None and known_way else None
    return OfferHours(
        off=_round(off),
        worked=_tenth(worked),
        commute=_round(commute),
        true_hourly=_true_hourly(money, assumptions, worked, commute or pay.NONE),
        remarks=_remarks(offer, off, commute),
    )


def _true_hourly(money: OfferMoney, assumptions: Assumptions, worked: Decimal, commute: Decimal) -> Figure | None:
    total = money.year_total(assumptions.year)
    hours = worked + commute
    if total is None or not money.has_base or hours <= 0:
        return None
    priced = money.line("days").figures[assumptions.year - 1] if assumptions.price_days else None
    earned = total - priced.amount if priced else total
    text = say("{total} / ({worked} hours worked + {commute} hours on the way)",
               total=Money(earned.amount, money.currency), worked=_tenth(worked), commute=_tenth(commute))  # fmt: skip
    return Figure(cents(earned.amount / hours, money.currency), text, "payrisecalculator; truewage")


def _remarks(offer: Offer, off: Decimal | None, commute: Decimal | None) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    if offer.kind == "keep searching":
        return ()
    if offer.hours is None:
        found.append(say("40 hours a week supposed"))
    if off is None:
        found.append(say("without days off: not known"))
    if commute is None:
        found.append(say("without the commute: not known"))
    return tuple(found)


def _tenth(hours: Decimal) -> Decimal:
    rounded = hours.quantize(_TENTH, rounding=ROUND_HALF_UP)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def _round(hours: Decimal | None) -> Decimal | None:
    return None if hours is None else _tenth(hours)
