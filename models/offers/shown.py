"""A cell as text, the same on the screen, on paper and in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from models.formats import Formatter
from models.money import Money
from models.offers.rows import Cell, Row

DASH = "\u2014"


def cell_text(row: Row, cell: Cell, formatter: Formatter, translate: Callable[[str], str] = str) -> str:
    """The value as this reader writes it; a dash where nothing is known. Notes and states are not part of it."""
    value = cell.value
    match value:
        case None:
            return DASH
        case Money():
            return _to_the_cent(value, formatter) if row.unit == "money an hour" else formatter.money(value)
        case date():
            return formatter.full_day(value)
        case Decimal():
            return formatter.number(tidy(value))
        case int():
            return formatter.number(value)
        case _:
            return translate(value)


def tidy(number: Decimal) -> Decimal:
    """The number without zeros that say nothing (22.00 becomes 22, 100 stays 100)."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _to_the_cent(value: Money, formatter: Formatter) -> str:
    amount = abs(value.amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
    sign = "\u2212" if value.amount < 0 else ""
    zero, number = formatter.money(Money(Decimal(0), value.currency)), formatter.number(amount)
    return sign + (zero.replace("0", number, 1) if "0" in zero else f"{number}\u00a0{value.currency}")
