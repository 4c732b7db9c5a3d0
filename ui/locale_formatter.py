"""Numbers, dates and money as the system's locale writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date

    from models.clock import Moment
    from models.money import Money

MINUS = "\u2212"
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "INR": "₹", "JPY": "¥"}


def spoken_locale() -> QLocale:
    """The system's locale; American English where the system names none (LANG=C)."""
    locale = QLocale()
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


class LocaleFormatter:
    """Implements models.formats.Formatter with QLocale; minus signs are real ones."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or spoken_locale()

    def day(self, value: date) -> str:
        """Weekday, day and month, in the locale's order: "Tue 14 May" or "Tue, May 14"."""
        return self._written(value, "ddd d MMM", "ddd, MMM d")

    def full_day(self, value: date) -> str:
        """As `day`, with the year."""
        return self._written(value, "ddd d MMM yyyy", "ddd, MMM d, yyyy")

    def day_and_month(self, value: date) -> str:
        """Day and month in words, without the weekday: "14 May" or "May 14"."""
        return self._written(value, "d MMMM", "MMMM d")

    def _written(self, value: date, day_first: str, month_first: str) -> str:
        order = self._locale.dateFormat(QLocale.FormatType.ShortFormat)
        first = month_first if order.find("M") < order.find("d") and order[:1] == "M" else day_first
        return self._locale.toString(QDate(value.year, value.month, value.day), first)

    def moment(self, value: Moment) -> str:
        """Day and wall time."""
        return f"{self.day(value.day)}, {self.time(value)}"

    def time(self, value: Moment) -> str:
        """Wall time in the locale's short form: "14:30" or "2:30 PM"."""
        clock = QTime(value.wall.hour, value.wall.minute)
        return self._locale.toString(clock, QLocale.FormatType.ShortFormat).replace("\u202f", "\u00a0")

    def number(self, value: Decimal | int) -> str:
        """All digits that the number has, with the locale's separators."""
        plain = f"{abs(value):f}" if isinstance(value, Decimal) else str(abs(value))
        whole, _, rest = plain.partition(".")
        text = self._grouped(int(whole)) + (self._locale.decimalPoint() + rest if rest else "")
        return (MINUS if value < 0 else "") + text

    def money(self, value: Money) -> str:
        """Whole units, rounded half up, with the currency's sign where the locale puts it."""
        whole = int(value.amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        text = self._with_symbol(self._grouped(abs(whole)), value.currency)
        return (MINUS if whole < 0 else "") + text

    def _grouped(self, whole: int) -> str:
        local = QLocale(self._locale)
        local.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        return local.toString(whole) if whole < 2**62 else str(whole)

    def _with_symbol(self, digits: str, currency: str) -> str:
        own = self._locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency
        sign = self._locale.currencySymbol() if own else _SYMBOLS.get(currency, currency + "\u00a0")
        sample = self._locale.toCurrencyString(1, "¤", 0)
        gap = "\u00a0" if any(space in sample for space in " \u00a0\u202f") else ""
        return sign + gap + digits if sample.startswith("¤") else digits + (gap or "\u00a0") + sign.strip()
