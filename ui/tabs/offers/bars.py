"""The money of each offer as bars by year."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from models.money import Money
from models.offers import Column, Comparison
from models.texts import QT_TRANSLATE_NOOP
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.year_bars import COST, BarGroup, YearBar

# which lines of money make each part of a bar, from the bottom up
PARTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("base",), QT_TRANSLATE_NOOP("encore", "Base")),
    (("bonus",), QT_TRANSLATE_NOOP("encore", "Bonus")),
    (("sign_on",), QT_TRANSLATE_NOOP("encore", "Sign-on")),
    (("equity",), QT_TRANSLATE_NOOP("encore", "Equity")),
    (("match", "other", "days"), QT_TRANSLATE_NOOP("encore", "Match and other")),
)
_ZERO = Decimal(0)


def groups_of(comparison: Comparison) -> list[BarGroup]:
    """One group of bars for each offer."""
    return [_group(column, comparison.assumptions.years) for column in comparison.columns]


def legend_of(groups: list[BarGroup]) -> list[tuple[int, str]]:
    """The parts that occur, and costs where there are some; from the top down as in the bars."""
    used = {part for group in groups for bar in group.bars for part, _ in bar.parts}
    legend = [(number, tr(text)) for number, (_, text) in enumerate(PARTS) if number in used]
    costs = [(COST, tr("Costs"))] if any(bar.cost for group in groups for bar in group.bars) else []
    return [*reversed(legend), *costs]


def _group(column: Column, years: int) -> BarGroup:
    bars = tuple(_bar(column, year) for year in range(1, years + 1))
    form = LocaleFormatter()
    said = [
        tr("year {year}: {amount}", year=year, amount=tr("not known") if total is None else form.money(total))
        for year, total in enumerate(column.money.totals, 1)
    ]
    words = tr("{offer}: {years}.", offer=column.name, years="; ".join(said))
    return BarGroup(column.name, bars, column.offer.currency, words)


def _bar(column: Column, year: int) -> YearBar:
    figures = {line.key: line.figures[year - 1] for line in column.money.lines}
    amounts = {key: figure.amount.amount for key, figure in figures.items() if figure}
    parts = [
        (number, sum((max(_ZERO, amounts.get(key, _ZERO)) for key in keys), _ZERO))
        for number, (keys, _) in enumerate(PARTS)
    ]
    cost = -sum((min(_ZERO, amount) for amount in amounts.values()), _ZERO)
    total = column.money.year_total(year)
    return YearBar(str(year), tuple((n, a) for n, a in parts if a), cost, "" if total is None else _short(total))


def _short(money: Money) -> str:
    """Thousands, as small words over a bar take: $104k."""
    if abs(money.amount) < 10_000:
        return LocaleFormatter().money(money)
    thousands = (money.amount / 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return tr("{thousands}k", thousands=LocaleFormatter().number(thousands))
