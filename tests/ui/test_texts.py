"""Texts are translated before they are filled in; values are written as the locale writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from models.clock import Moment
from models.formats import Formatter, say
from models.money import Money
from ui.locale_formatter import LocaleFormatter
from ui.texts import PseudoTranslator, show, tr


@pytest.fixture
def _pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_gaps_are_filled() -> None:
    assert tr("Undo {step}", step="Edit contact") == "Undo Edit contact"
    assert tr("{text} {what}", text="a", what="b") == "a b"
    assert tr("Braces {stay} where nothing is filled in") == "Braces {stay} where nothing is filled in"


@pytest.mark.usefixtures("_pseudo")
def test_a_translation_is_longer_and_still_filled() -> None:
    assert tr("Undo {step}", step="Edit contact").startswith("[Undo Edit contact ~")
    assert show(say("Nothing until {day}.", day=date(2026, 5, 14)), LocaleFormatter(QLocale("en_GB"))).startswith(
        "[Nothing until Thu 14 May. ~"
    )
    assert tr("") == ""


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en_US", ["Thu, May 14", "Thu, May 14, 2026", "Thu, May 14, 2:30\u00a0PM", "\u22121,234,567.50", "\u2212$2,280", "€128,000"]),
        ("en_GB", ["Thu 14 May", "Thu 14 May 2026", "Thu 14 May, 14:30", "\u22121,234,567.50", "\u2212$2,280", "€128,000"]),
        ("de_DE", ["Do. 14 Mai", "Do. 14 Mai 2026", "Do. 14 Mai, 14:30", "\u22121.234.567,50", "\u22122.280\u00a0$", "128.000\u00a0€"]),
    ],
)  # fmt: skip
def test_values_are_written_by_locale_with_a_real_minus(locale: str, written: list[str]) -> None:
    formatter: Formatter = LocaleFormatter(QLocale(locale))
    day = date(2026, 5, 14)
    assert [
        formatter.day(day),
        formatter.full_day(day),
        formatter.moment(Moment(datetime(2026, 5, 14, 14, 30))),
        formatter.number(Decimal("-1234567.50")),
        formatter.money(Money(Decimal("-2280.49"), "USD")),
        formatter.money(Money(Decimal("127999.50"), "EUR")),
    ] == written


def test_a_currency_without_a_sign_of_its_own_keeps_its_letters() -> None:
    assert LocaleFormatter(QLocale("en_US")).money(Money(Decimal(95000), "CHF")) == "CHF\u00a095,000"
