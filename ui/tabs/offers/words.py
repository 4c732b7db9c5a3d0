"""What the offers page says in words: how things stand, what a cell is, and where a figure comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.dates import WorkingCalendar
from models.money import Money
from models.offers import Cell, Column, Comparison, Row, cell_text
from models.offers.open_terms import open_terms
from models.records import Offer
from models.texts import QT_TRANSLATE_NOOP
from models.waiting import decide_by
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
LONGEST_WORD = 18
"""Characters beside a figure; a longer remark stands in the explanation and the figure is called an estimate."""
_UNITS = {"money an hour": QT_TRANSLATE_NOOP("encore", "an hour"), "of 100": "", "of 10": ""}


def standing(offers: Sequence[Offer], calendar: WorkingCalendar, today: date) -> str:
    """One sentence or two under the title: whom to answer by when, and what is still open."""
    real = [offer for offer in offers if offer.kind == "offer"]
    if not real:
        return tr("No offer yet. What you have now is written down, so that you can compare later.")
    sentences = [_deadline(real, calendar, today)]
    said = sum(len(open_terms(offer).said) for offer in real)
    if said == 1:
        sentences.append(tr("One important thing is still only said."))
    elif said:
        sentences.append(tr("{count} important things are still only said.", count=_count(said)))
    return " ".join(filter(None, sentences))


def _deadline(real: Sequence[Offer], calendar: WorkingCalendar, today: date) -> str:
    """The next day to answer on; a day of ours, where they named none, is said as one."""
    dated = sorted(((day, offer) for offer in real if (day := decide_by(offer, calendar))), key=lambda pair: pair[0])
    coming = [pair for pair in dated if pair[0] >= today]
    if not dated:
        return tr("Nobody named a day to answer by.")
    day, offer = coming[0] if coming else dated[-1]
    name, shown = offer.name, LocaleFormatter().day(day)
    if offer.decide_by is None and day < today:
        return tr("{name} named no day to answer by. A short word is better than silence.", name=name)
    if offer.decide_by is None:
        return tr(
            "You could answer {name} by {day}; they named no day. Ask for time if you need it.", name=name, day=shown
        )
    if day == today:
        return tr("Answer {name} today.", name=name)
    if day > today:
        return tr("Answer {name} by {day}.", name=name, day=shown)
    return tr("The day to answer {name} was {day}.", name=name, day=shown)


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
        note = show(cell.note)
        return note if len(note) <= LONGEST_WORD else tr("estimate")
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
    note = show(cell.note) if cell.note is not None and cell.partial and cell.value is not None else ""
    parts = [value, tr(_UNITS.get(row.unit, "")), note or small_word(cell, column)]
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
