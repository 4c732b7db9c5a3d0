"""Sentences with values in them, and how values are written down.

Models never format a date or an amount into a string: they return a Sentence, and whoever shows it renders it with a
Formatter (the window uses the system's locale, the command line the plain one below).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

import msgspec

from models.clock import Moment
from models.money import Money

Value = str | int | Decimal | date | Money | Moment


class Sentence(msgspec.Struct, frozen=True):
    """A text for the user with named gaps: ``Sentence("Nothing to do until {day}.", {"day": date(...)})``."""

    template: str
    values: dict[str, Value] = {}


def say(template: str, **values: Value) -> Sentence:
    """Shorthand for a Sentence. The template is the key for translation, so it must be a literal."""
    return Sentence(template, values)


class Formatter(Protocol):
    """How one reader wants numbers, dates and money written."""

    def day(self, value: date) -> str:
        """A day with its weekday, short: "Tue 14 May"."""
        ...

    def full_day(self, value: date) -> str:
        """A day with its year: "Tue 14 May 2026"."""
        ...

    def moment(self, value: Moment) -> str:
        """Day and wall time: "Tue 14 May, 14:30"."""
        ...

    def number(self, value: Decimal | int) -> str:
        """A number with group separators."""
        ...

    def money(self, value: Money) -> str:
        """An amount in whole units with its symbol and a real minus sign."""
        ...


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "CAD": "CA$", "AUD": "A$", "INR": "₹", "JPY": "¥"}


class PlainFormatter:
    """English, the same on every computer: for the command line, for files and for tests."""

    def day(self, value: date) -> str:
        """For example Tue 14 May."""
        return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]}"

    def full_day(self, value: date) -> str:
        """For example Tue 14 May 2026."""
        return f"{self.day(value)} {value.year}"

    def moment(self, value: Moment) -> str:
        """For example Tue 14 May, 14:30."""
        return f"{self.day(value.day)}, {value.wall:%H:%M}"

    def number(self, value: Decimal | int) -> str:
        """For example 1,250.5."""
        return f"{value:,}".replace("-", "\u2212")

    def money(self, value: Money) -> str:
        """For example −$2,280: rounded half up to whole units."""
        whole = value.amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
        symbol = _SYMBOLS.get(value.currency, value.currency + "\u00a0")
        return ("\u2212" if whole < 0 else "") + f"{symbol}{abs(whole):,}"


def render(sentence: Sentence, formatter: Formatter, translate: Callable[[str], str] = str) -> str:
    """The sentence as this reader sees it."""
    return translate(sentence.template).format(
        **{name: written(value, formatter) for name, value in sentence.values.items()}
    )


def written(value: Value, formatter: Formatter) -> str:
    """One value as this reader writes it."""
    match value:
        case Money():
            return formatter.money(value)
        case Moment():
            return formatter.moment(value)
        case date():
            return formatter.day(value)
        case Decimal() | int():
            return formatter.number(value)
        case _:
            return value
