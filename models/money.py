"""Money: a Decimal with its currency, never a float."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import msgspec

from models.errors import BadInput, EncoreError


class MixedCurrencies(EncoreError):
    """Two amounts in different currencies were added without an exchange rate."""


class Money(msgspec.Struct, frozen=True):
    """An amount in one currency (ISO 4217 code). Arithmetic keeps the currency and refuses to mix."""

    amount: Decimal
    currency: str = "USD"

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise MixedCurrencies(f"{self.currency} and {other.currency} can be added only with an exchange rate.")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        return Money(self.amount * factor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __bool__(self) -> bool:
        return bool(self.amount)


def decimal_from(text: str, what: str = "The amount") -> Decimal:
    """The finite number written in `text` ("1,250.50", "$95,000", "95k", "−3").

    Raises BadInput with a sentence that names `what` where the text is no number.
    """
    cleaned = text.strip().replace("\u2212", "-").replace("\u00a0", " ").replace(",", "").replace(" ", "")
    cleaned = cleaned.lstrip("$€£¥")
    factor = 1
    if cleaned[-1:] in ("k", "K"):
        cleaned, factor = cleaned[:-1], 1000
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) > Decimal("1e12"):
        raise BadInput(f"{what} should be a number such as 95,000; “{text.strip()[:40]}” is not one.")
    return number * factor
