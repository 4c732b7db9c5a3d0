"""What the offers page says in words: how things stand, what a cell is, and where a figure comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.money import Money
from models.offers import Cell, Column, Comparison, Row, cell_text
from models.offers.open_terms import open_terms
from models.records import Offer
from models.texts import QT_TRANSLATE_NOOP
from ui.locale_formatter import MINUS, LocaleFormatter
from ui.tabs.offers.lines import Line
from ui.texts import show, tr

STATES = {
    "said": QT_TRANSLATE_NOOP("encore", "said"),
    "written": QT_TRANSLATE_NOOP("encore", "written"),
    "confirmed": QT_TRANSLATE_NOOP("encore", "confirmed"),
}
_STATE_SENTENCES = {
    "said": QT_TRANSLATE_NOOP("encore", "This was only said so far."),
    "written": QT_TRANSLATE_NOOP("encore", "This is in writing."),
    "confirmed": QT_TRANSLATE_NOOP("encore", "This was confirmed in writing."),
}
_UNITS = {"money an hour": QT_TRANSLATE_NOOP("encore", "an hour"), "of 100": "", "of 10": ""}


def standing(offers: Sequence[Offer], today: date) -> str:
    """One sentence or two under the title: who wants an answer by when, and what is still open."""
    real = [offer for offer in offers if offer.kind == "offer"]
    if not real:
        return tr("No offer yet. What you have now is written down, so that you can compare later.")
    sentences = [_deadline(real, today)]
    said = sum(len(open_terms(offer).said) for offer in real)
    if said == 1:
        sentences.append(tr("One important thing is still only said."))
    elif said:
        sentences.append(tr("{count} important things are still only said.", count=_count(said)))
    return " ".join(filter(None, sentences))


def _deadline(real: Sequence[Offer], today: date) -> str:
    dated = sorted((offer for offer in real if offer.decide_by), key=lambda offer: offer.decide_by or today)
    coming = [offer for offer in dated if offer.decide_by and offer.decide_by >= today]
    form = LocaleFormatter()
    if coming and coming[0].decide_by:
        if coming[0].decide_by == today:
            return tr("{name} wants an answer today.", name=coming[0].name)
        return tr("{name} wants an answer by {day}.", name=coming[0].name, day=form.day(coming[0].decide_by))
    if dated and dated[-1].decide_by:
        return tr("{name} wanted an answer by {day}.", name=dated[-1].name, day=form.day(dated[-1].decide_by))
    return tr("Nobody named a day to answer by.")


def _count(number: int) -> str:
    words = (tr("Two"), tr("Three"), tr("Four"), tr("Five"), tr("Six"), tr("Seven"), tr("Eight"), tr("Nine"))
    return words[number - 2] if 2 <= number <= 9 else LocaleFormatter().number(number)


def label_of(line: Line) -> str:
    """What stands in the first column."""
    match line:
        case Line(kind="group", group=group) if group is not None:
            return show(group.label)
        case Line(kind="row", row=row) if row is not None:
            return show(row.label)
        case _:
            return ""


def small_word(cell: Cell, column: Column) -> str:
    """The word beside a figure: what it is without, or how sure it is."""
    if cell.value is None:
        return ""
    if cell.note is not None and cell.partial:
        return show(cell.note)
    sure = cell.state if column.offer.kind == "offer" else None
    return tr(STATES[sure]) if sure else ""


def figure_text(row: Row, cell: Cell) -> str:
    """The figure as this reader writes it; a dash where nobody said."""
    return cell_text(row, cell, LocaleFormatter(), tr)


def spoken(line: Line, place: int, comparison: Comparison) -> str:
    """What a screen reader says of the cell: row, offer, figure, how sure, whether best."""
    column = comparison.columns[place]
    if line.kind == "head":
        parts = [column.name, column.title, column.place]
        parts += [tr("highest total")] if comparison.leader == place else []
        return ", ".join(filter(None, parts))
    cell, row = line.cell(place), line.row
    if cell is None or row is None:
        return column.name
    value = figure_text(row, cell) if cell.value is not None else tr("not known")
    parts = [value, tr(_UNITS.get(row.unit, "")), small_word(cell, column)]
    parts += [tr("best")] if row.best == place else []
    words = ", ".join(filter(None, parts))
    return tr("{row}, {offer}: {words}", row=show(row.label), offer=column.name, words=words)


def explanation(row: Row, column: Column, comparison: Comparison) -> str:
    """Where a figure comes from: formula with its inputs, how sure its term is, and whose formula it is."""
    cell = row.cells[comparison.columns.index(column)]
    head = tr("{row}, {offer}: {figure}", row=show(row.label), offer=column.name, figure=figure_text(row, cell))
    how = show(cell.figure.formula).replace(" x ", " × ") if cell.figure else _sum_of(row, column, comparison)
    parts = [f"{head} = {how}." if how else f"{head}."]
    if cell.note is not None:
        parts.append(_sentence(show(cell.note)))
    if cell.state and column.offer.kind == "offer":
        parts.append(tr(_STATE_SENTENCES[cell.state]))
    if cell.figure:
        parts.append(tr("Source: {source}.", source=cell.figure.source))
    return " ".join(parts)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def _sum_of(row: Row, column: Column, comparison: Comparison) -> str:
    """A total as the sum of what it is made of."""
    if row.key == "life":
        return tr("each score times its weight, added up and divided by the weights of what was scored")
    scenario = row.key.replace("_", " ")
    if scenario in column.by_scenario:
        amounts = enumerate(column.by_scenario[scenario].totals, 1)
        return _added([(tr("year {year}", year=year), amount) for year, amount in amounts if amount is not None])
    year = comparison.assumptions.year if row.key == "total" else _year_of(row.key)
    if not year:
        return ""
    lines = [(line, line.figures[year - 1]) for line in column.money.lines]
    return _added([(show(line.label).lower(), figure.amount) for line, figure in lines if figure and figure.amount])


def _year_of(key: str) -> int:
    number = key.removeprefix("year_")
    return int(number) if key.startswith("year_") and number.isdigit() else 0


def _added(parts: Sequence[tuple[str, Money]]) -> str:
    form, text = LocaleFormatter(), ""
    for name, amount in parts:
        sign = f" {MINUS} " if amount.amount < Decimal(0) else " + "
        text += f"{sign if text or sign.strip() == MINUS else ''}{name} {form.money(Money(abs(amount.amount), amount.currency))}"
    return text.strip()
