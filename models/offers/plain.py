"""A comparison as plain values for JSON: amounts are texts with their currency, so that nothing is rounded on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from models.formats import Formatter, render
from models.money import Money
from models.offers.comparison import Column, Comparison
from models.offers.figures import Assumptions
from models.offers.money import OfferMoney
from models.offers.rows import Cell, CellValue, Row
from models.offers.shown import tidy


def as_plain(comparison: Comparison, formatter: Formatter, made: date) -> dict[str, Any]:
    """Everything a comparison shows. `best` and `leader` are places in `offers`, counted from 0, or null."""
    return {
        "made": made.isoformat(),
        "assumptions": _assumptions(comparison.assumptions),
        "offers": [_column(column) for column in comparison.columns],
        "groups": [
            {
                "key": group.key,
                "label": render(group.label, formatter),
                "rows": [_row(row, formatter) for row in group.rows],
            }
            for group in comparison.groups
        ],
        "leader": comparison.leader,
        "verdict": render(comparison.verdict, formatter) if comparison.verdict else None,
        "remarks": [render(remark, formatter) for remark in comparison.remarks],
    }


def _assumptions(assumed: Assumptions) -> dict[str, Any]:
    return {
        "years": assumed.years,
        "year": assumed.year,
        "stay_months": assumed.tenure_months,
        "weeks": _value(assumed.weeks),
        "commute_weeks": _value(assumed.commute_weeks),
        "scenario": assumed.scenario,
        "price_days": assumed.price_days,
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "kind": column.offer.kind,
        "title": column.title or None,
        "place": column.place or None,
        "currency": column.offer.currency,
        "yearly": {line.key: _years(column.money, line.key) for line in column.money.lines},
        "totals": [_value(amount) for amount in column.money.totals],
        "total": _value(column.money.total),
        "scenarios": {which: _value(money.total) for which, money in column.by_scenario.items()},
        "without_base": not column.money.has_base,
        "broken": list(column.life.broken),
        "not_scored": list(column.life.missing),
    }


def _years(money: OfferMoney, key: str) -> list[Any]:
    return [_value(figure.amount) if figure else None for figure in money.line(key).figures]


def _row(row: Row, formatter: Formatter) -> dict[str, Any]:
    made: dict[str, Any] = {"key": row.key, "label": render(row.label, formatter), "unit": row.unit, "best": row.best}
    if row.share is not None:
        made["share"] = f"{row.share:.4f}"
    return {**made, "cells": [_cell(cell, formatter) for cell in row.cells]}


def _cell(cell: Cell, formatter: Formatter) -> dict[str, Any]:
    made: dict[str, Any] = {"value": _value(cell.value)}
    if cell.state:
        made["state"] = cell.state
    if cell.note:
        made["note"] = render(cell.note, formatter)
    if cell.figure:
        made["formula"] = render(cell.figure.formula, formatter)
        made["source"] = cell.figure.source
    return made


def _value(value: CellValue) -> Any:
    match value:
        case Money():
            return {"amount": f"{value.amount:.2f}", "currency": value.currency}
        case Decimal():
            return f"{tidy(value):f}"
        case date():
            return value.isoformat()
        case _:
            return value
