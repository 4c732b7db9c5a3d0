"""Rows of a comparison: typed cells, and which of them is best."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from models.formats import Sentence
from models.money import Money
from models.offers.figures import Figure
from models.records import Offer, field_of
from models.records.base import Compare
from models.records.offer import TermState

CellValue = Money | Decimal | int | date | str | None


class Cell(msgspec.Struct, frozen=True):
    """One value; None is shown as a dash, never as zero. `partial` values are shown but never called best."""

    value: CellValue
    state: TermState | None = None
    note: Sentence | None = None
    figure: Figure | None = None
    partial: bool = False


class Row(msgspec.Struct, frozen=True):
    """One line across all offers. `best` is the column that does best alone, if there is one.

    `unit` is "money", "money an hour", "days a year", "hours a week", "hours a year", "of 10", "of 100", "date" or
    "text"; `share` is a criterion's part of all weights (0 to 1).
    """

    key: str
    label: Sentence
    unit: str
    cells: tuple[Cell, ...]
    best: int | None = None
    strong: bool = False
    share: Decimal | None = None

    @property
    def empty(self) -> bool:
        """Whether no offer says anything here; print and text leave such rows out."""
        return all(cell.value is None for cell in self.cells)


class Group(msgspec.Struct, frozen=True):
    """Rows that belong together: pay, years, time, life, dates."""

    key: str
    label: Sentence
    rows: tuple[Row, ...]


def row(
    key: str,
    label: Sentence,
    unit: str,
    better: Compare,
    cells: Sequence[Cell],
    *,
    strong: bool = False,
    share: Decimal | None = None,
) -> Row:
    """A row with its best column worked out. `better` says whether more or less is better; empty compares nothing."""
    return Row(key, label, unit, tuple(cells), best_of(cells, better), strong, share)


def term_row(offers: Sequence[Offer], name: str) -> Row:
    """The row of one term as the record's field describes it."""
    info = field_of(Offer, name)
    terms = [getattr(offer, name) for offer in offers]
    cells = [Cell(term.value, state=term.state) if term else Cell(None) for term in terms]
    unit = info.unit or ("date" if name == "start" else "text")
    return row(name, Sentence(info.label), unit, info.compare, cells)


def best_of(cells: Sequence[Cell], better: Compare) -> int | None:
    """The column whose value beats every other known one; None for ties, one value, or different currencies."""
    known = [(index, cell.value) for index, cell in enumerate(cells) if cell.value is not None]
    if not better:
        return None
    if len({value.currency for _, value in known if isinstance(value, Money)}) > 1:
        return None
    numbers = {index: _number(value) for index, value in known if not cells[index].partial}
    if len(numbers) < 2:
        return None
    top = max(numbers.values()) if better == "more" else min(numbers.values())
    winners = [index for index, number in numbers.items() if number == top]
    return winners[0] if len(winners) == 1 else None


def joined(sentences: Sequence[Sentence]) -> Sentence | None:
    """Several short remarks without gaps as one, or None where there are none."""
    if not sentences:
        return None
    return Sentence("; ".join(sentence.template for sentence in sentences))


def _number(value: object) -> Decimal:
    if isinstance(value, Money):
        return value.amount
    return Decimal(value) if isinstance(value, int | Decimal) else Decimal(0)
