"""Offers side by side: one structure that the tab, the print, the PDF and the command line all show."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from models.errors import BadInput
from models.formats import Sentence, say
from models.money import Money
from models.offers import pay, rows
from models.offers.figures import MOST_OFFERS, SCENARIOS, Assumptions, Scenario
from models.offers.hours import OfferHours
from models.offers.life import LifeScore, closeness, life_score
from models.offers.money import OfferMoney
from models.offers.rows import Cell, Group, Row
from models.offers.worked_out import Worked, WorkedOut
from models.records import Criterion, Offer, Score

__all__ = ["Cell", "Column", "Comparison", "Group", "Row", "compare"]


class Column(msgspec.Struct, frozen=True):
    """One offer with everything that was worked out for it."""

    offer: Offer
    name: str
    money: OfferMoney
    by_scenario: dict[Scenario, OfferMoney]
    hours: OfferHours
    life: LifeScore

    @property
    def title(self) -> str:
        """The title in the offer, or nothing."""
        return self.offer.title.value if self.offer.title else ""

    @property
    def place(self) -> str:
        """The place in the offer, or nothing."""
        return self.offer.place.value if self.offer.place else ""


class Comparison(msgspec.Struct, frozen=True):
    """Columns, rows in groups, and what is to be said about them.

    `leader` is the column with the highest total of the assumed year, None where there is no such column (a tie, mixed
    currencies, an unknown base, a broken must-have). `remarks` are whole sentences that belong under the table.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    assumptions: Assumptions
    leader: int | None
    verdict: Sentence | None
    remarks: tuple[Sentence, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in reading order."""
        return tuple(row for group in self.groups for row in group.rows)

    def row(self, key: str) -> Row:
        """One row by key; KeyError where there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)


def compare(
    offers: Sequence[Offer],
    criteria: Sequence[Criterion] = (),
    scores: Sequence[Score] = (),
    assumptions: Assumptions | None = None,
    kept: WorkedOut | None = None,
) -> Comparison:
    """The offers side by side, in the order given. Raises BadInput for none or for more than eight.

    `kept` holds the money of earlier comparisons, so that dragging a weight works no salary out again.
    """
    if not 1 <= len(offers) <= MOST_OFFERS:
        raise BadInput(f"A comparison takes one to {MOST_OFFERS} offers; there are {len(offers)}.")
    assumed = assumptions or Assumptions()
    worked = kept or WorkedOut()
    columns = tuple(_column(offer, criteria, scores, worked.money(offer, assumed), assumed) for offer in offers)
    worked.forget_all_but(offers)
    groups = (
        _pay_group(columns, assumed),
        _years_group(columns, assumed),
        _time_group(columns, assumed),
        _life_group(columns, criteria, scores),
        _dates_group(columns),
    )
    total = groups[0].rows[-1]
    leader = total.best if total.best is not None and not columns[total.best].life.broken else None
    return Comparison(columns, groups, assumed, leader, _verdict(columns), _remarks(columns, criteria, assumed))


def _column(
    offer: Offer, criteria: Sequence[Criterion], scores: Sequence[Score], worked: Worked, assumed: Assumptions
) -> Column:
    by_scenario, hours = worked
    return Column(
        offer, offer.name, by_scenario[assumed.scenario], by_scenario, hours, life_score(offer, criteria, scores)
    )


def _total_cell(money: OfferMoney, amount: Money | None) -> Cell:
    short = not money.has_base and amount is not None
    return Cell(amount, note=say("without base") if short else None, partial=short)


def _hourly_cell(hours: OfferHours) -> Cell:
    figure, unsure = hours.true_hourly, hours.off is None or hours.commute is None
    note = rows.joined(hours.remarks) if figure else None
    return Cell(figure.amount if figure else None, figure=figure, note=note, partial=unsure)


def _pay_group(columns: tuple[Column, ...], assumed: Assumptions) -> Group:
    made: list[Row] = []
    for index, line in enumerate(columns[0].money.lines):
        lines = [column.money.lines[index] for column in columns]
        cells = [
            Cell(f.amount if f else None, state=s.state, figure=f)
            for s in lines
            for f in (s.figures[assumed.year - 1],)
        ]
        made.append(rows.row(line.key, line.label, "money", "more", cells))
    totals = [_total_cell(column.money, column.money.year_total(assumed.year)) for column in columns]
    made.append(rows.row("total", say("Total, year {year}", year=assumed.year), "money", "more", totals, strong=True))
    return Group("pay", say("Pay in year {year}", year=assumed.year), tuple(made))


def _years_group(columns: tuple[Column, ...], assumed: Assumptions) -> Group:
    made: list[Row] = []
    for year in range(1, assumed.years + 1):
        cells = [_total_cell(column.money, column.money.year_total(year)) for column in columns]
        made.append(rows.row(f"year_{year}", say("Year {year}", year=year), "money", "more", cells))
    labels = {
        "guaranteed": say("Guaranteed: no bonus, no equity"),
        "expected": say("Expected: with your odds"),
        "all well": say("If all goes well"),
    }
    for which in SCENARIOS:
        cells = [_total_cell(column.by_scenario[which], column.by_scenario[which].total) for column in columns]
        made.append(
            rows.row(which.replace(" ", "_"), labels[which], "money", "more", cells, strong=which == assumed.scenario)
        )
    return Group("years", say("Totals over {years} years", years=assumed.years), tuple(made))


def _time_group(columns: tuple[Column, ...], assumed: Assumptions) -> Group:
    made = [rows.term_row(columns_offers(columns), name) for name in ("days_off", "holidays", "hours")]
    commute = [Cell(column.hours.commute) for column in columns]
    worked = [Cell(column.hours.worked if column.offer.kind != "keep searching" else None) for column in columns]
    hourly = [_hourly_cell(column.hours) for column in columns]
    return Group(
        "time",
        say("Time"),
        (
            *made,
            rows.row("commute_hours", say("Hours on the way a year"), "hours a year", "less", commute),
            rows.row("worked", say("Hours worked a year"), "hours a year", "less", worked),
            rows.row(
                "true_hourly", say("True hourly pay, year {year}", year=assumed.year), "money an hour", "more", hourly
            ),
        ),
    )


def _life_group(columns: tuple[Column, ...], criteria: Sequence[Criterion], scores: Sequence[Score]) -> Group:
    made: list[Row] = []
    parts = pay.shares([criterion.weight for criterion in criteria])
    for criterion, part in zip(criteria, parts, strict=True):
        given = {s.offer: s for s in scores if s.criterion == criterion.id and s.value is not None}
        cells: list[Cell] = []
        for column in columns:
            score = given.get(column.offer.id)
            reason = say("{reason}", reason=score.reason) if score and score.reason else None
            cells.append(Cell(score.value if score else None, note=reason))
        key = f"score:{criterion.id or criterion.name}"
        made.append(rows.row(key, say("{name}", name=criterion.name), "of 10", "more", cells, share=part))
    if criteria:
        cells = [Cell(c.life.value, note=_left_out(c), partial=bool(c.life.missing)) for c in columns]
        made.append(rows.row("life", say("All together, of 100"), "of 100", "more", cells, strong=True))
    return Group("life", say("What matters to you, of 10"), tuple(made))


def _left_out(column: Column) -> Sentence | None:
    missing = len(column.life.missing)
    return say("{count} not scored", count=missing) if missing and column.life.value is not None else None


def _dates_group(columns: tuple[Column, ...]) -> Group:
    received = [Cell(column.offer.received) for column in columns]
    answer = [Cell(column.offer.decide_by) for column in columns]
    offers = columns_offers(columns)
    made = (
        rows.row("received", say("Received"), "date", "", received),
        rows.row("decide_by", say("Answer by"), "date", "", answer),
        rows.term_row(offers, "start"),
        rows.term_row(offers, "conditions"),
    )
    return Group("dates", say("Dates and requirements"), made)


def columns_offers(columns: tuple[Column, ...]) -> tuple[Offer, ...]:
    """The offers behind the columns."""
    return tuple(column.offer for column in columns)


def _verdict(columns: tuple[Column, ...]) -> Sentence | None:
    standing = [(c.life.value, c) for c in columns if c.life.value is not None and not c.life.broken]
    near = closeness(value for value, _ in standing)
    if near is None:
        return None
    first = max(standing, key=lambda pair: pair[0])[1].name
    match near:
        case "tie":
            return say("On what matters to you the first two are level: less than 3 points of 100 apart.")
        case "leaning":
            return say("What matters to you leans towards {name}, by 3 to 8 points of 100.", name=first)
        case "clear":
            return say("On what matters to you {name} is clearly ahead, by more than 8 points of 100.", name=first)


def _remarks(columns: tuple[Column, ...], criteria: Sequence[Criterion], assumed: Assumptions) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    currencies = sorted({column.offer.currency for column in columns if column.offer.kind != "keep searching"})
    if len(currencies) > 1:
        found.append(say("Amounts in {currencies} stand side by side but are not compared: no exchange rate is given.",
                         currencies=", ".join(currencies)))  # fmt: skip
    for column in columns:
        name = column.name
        if column.life.broken:
            found.append(say("{name} breaks a must-have: {which}.", name=name, which=", ".join(column.life.broken)))
        if not column.money.has_base and column.offer.kind != "keep searching":
            found.append(say("{name}: the base salary is not known, so its totals are without base.", name=name))
        if column.life.missing and column.life.value is not None:
            which = ", ".join(column.life.missing)
            found.append(say("{name}: not scored and left out: {which}.", name=name, which=which))
    if criteria and not any(criterion.weight for criterion in criteria):
        found.append(say("All weights are 0, so there is no score of what matters."))
    if assumed.price_days:
        found.append(say("Days off are counted as money because you asked; the salary already pays for them."))
    return tuple(found)
