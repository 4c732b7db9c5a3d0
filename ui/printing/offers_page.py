"""The printed comparison of offers: the page that is laid on the kitchen table."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter

from models.formats import Formatter, PlainFormatter
from models.offers import Comparison, OfferMoney
from ui.printing.ink import PLAIN, STRONG, Ink, blend, elided, text_width, wrapped
from ui.printing.offers_layout import (
    FOOTER_HEIGHT,
    HEAD,
    NAME,
    NOTE,
    PAD,
    TITLE_HEIGHT,
    Block,
    OffersLayout,
    Page,
    notes_height,
)
from ui.printing.paper import A4, PAPERS, Paper, Sheet, to_pdf
from ui.screen import use_utf8_locale
from ui.texts import tr
from ui.theme.tokens import Role

# the parts of a year's bar from left to right, each a paler step of the one accent, apart in grey as well
_PARTS: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("base",), "Base", 1.0),
    (("bonus",), "Bonus", 0.68),
    (("sign_on",), "Sign-on", 0.46),
    (("equity",), "Equity", 0.29),
    (("match", "other", "days"), "Match and other", 0.15),
)


_LEGEND = 7.0


class OffersPage:
    """A Document (see paper.py) of one comparison on one paper; landscape from three offers."""

    def __init__(
        self, comparison: Comparison, made: date, paper: Paper = A4, formatter: Formatter | None = None
    ) -> None:
        self.comparison = comparison
        self.layout = OffersLayout(comparison, made, paper, formatter or PlainFormatter())

    @property
    def sheet(self) -> Sheet:
        """The paper, upright for one or two offers."""
        return self.layout.sheet

    @property
    def title(self) -> str:
        """The name of the print job and of the PDF's content."""
        return tr("Offer comparison")

    def page_count(self) -> int:
        """One where everything fits."""
        return len(self.layout.pages)

    def paint(self, page: int, painter: QPainter) -> None:
        """Paint one page in points."""
        _Painting(self.layout, self.layout.pages[page], Ink(painter)).everything(page, self.page_count())


class _Painting:
    """One page being painted, from top to bottom."""

    def __init__(self, layout: OffersLayout, page: Page, ink: Ink) -> None:
        self.layout, self.page, self.ink = layout, page, ink
        self.area = layout.content
        self.comparison = layout.comparison
        self.size, self.row = page.density.size, page.density.row

    def left(self, place: int) -> float:
        """The left edge of the column at that place on the page."""
        return self.area.left() + self.layout.stub + place * self.layout.column_width

    @property
    def right(self) -> float:
        """The right edge of the last column on the page."""
        return self.left(len(self.page.columns))

    def everything(self, number: int, count: int) -> None:
        """Title, columns, notes and the foot."""
        self.titles()
        top = self.area.top() + TITLE_HEIGHT
        if self.page.columns:
            self.leader(top)
            self.heads(top)
            y = top + self.page.head_height
            following = (*self.page.blocks[1:], None)
            for block, after, height in zip(self.page.blocks, following, self.page.heights, strict=True):
                self.block(block, y)
                if after is not None and "heading" not in (block.kind, after.kind) and after.kind != "total":
                    self.ink.rule(self.area.left(), self.right, y + height, "line", 0.45)
                y += height
            self.frame(top)
        self.notes()
        self.foot(number, count)

    def titles(self) -> None:
        """What this is, when it was made and in which money."""
        layout, x, top = self.layout, self.area.left(), self.area.top()
        title = tr("Offer comparison")
        self.ink.text((x, top + 15), title, 19, weight=STRONG)
        currencies = sorted({c.offer.currency for c in self.comparison.columns if c.offer.kind != "keep searching"})
        day = layout.formatter.full_day(layout.made)
        parts = [
            tr("Prepared {day}.", day=day),
            tr("Yearly amounts in {currency}, before tax.", currency=", ".join(currencies)) if currencies else "",
        ]
        total, shown = len(self.comparison.columns), self.page.columns
        if shown and len(shown) < total:
            parts.append(tr("Offers {first} to {last} of {all}.", first=shown[0] + 1, last=shown[-1] + 1, all=total))
        room = self.area.width() - text_width(title, 19, STRONG) - 16
        lines = wrapped(" ".join(filter(None, parts)), room, 8.6, most=2)
        for number, line in enumerate(reversed(lines)):
            self.ink.text((self.area.right(), top + 15 - 11 * number), line, 8.6, role="muted", align="right")

    def leader_area(self, top: float) -> QRectF | None:
        """Where the column of the highest total is, if it is on this page."""
        if self.comparison.leader not in self.page.columns:
            return None
        x = self.left(self.page.columns.index(self.comparison.leader))
        height = self.page.head_height + sum(self.page.heights) + 4
        return QRectF(x + 1.5, top, self.layout.column_width - 3, height)

    def leader(self, top: float) -> None:
        """The tint behind the column of the highest total."""
        if area := self.leader_area(top):
            self.ink.box(area, blend("tint", 1), radius=8)

    def frame(self, top: float) -> None:
        """The edge around that column, over the lines of the rows, and the word for what it is."""
        area = self.leader_area(top)
        if area is None:
            return
        self.ink.box(area, edge="accent", radius=8)
        word, size = tr("Highest total"), 7.2
        width = text_width(word, size, STRONG) + 16
        pill = QRectF(area.right() - PAD + 1.5 - width, top - 6.5, width, 13)
        self.ink.box(pill, blend("accent", 1), radius=6.5)
        at = (pill.center().x(), pill.center().y() + 2.6)
        self.ink.text(at, word, size, weight=STRONG, role="on-accent", align="centre")

    def heads(self, top: float) -> None:
        """Names, titles and places over the columns."""
        bottom = top + self.page.head_height
        for place, head in enumerate(self.page.heads):
            x, y = self.left(place + 1) - PAD, top + 9
            for line in head.name:
                y += NAME * 1.2
                self.ink.text((x, y - 3), line, NAME, weight=STRONG, align="right")
            for line in head.under:
                y += HEAD * 1.28
                self.ink.text((x, y - 3), line, HEAD, role="muted", align="right")
        self.ink.rule(self.area.left(), self.right, bottom, "ink", 0.7)

    def block(self, block: Block, top: float) -> None:
        """One row or heading."""
        if block.row is None:
            self.heading(block, top)
            return
        base = top + self.row * (0.72 if block.kind == "total" else 0.5) + self.size * 0.36
        weight, grown = (STRONG, 1.0 if block.kind == "total" else 0.0) if block.row.strong else (PLAIN, 0.0)
        for number, line in enumerate(block.label):
            at = (self.area.left(), base + number * self.page.density.line)
            self.ink.text(at, line, self.size, weight=weight)
        if block.row.share is not None:
            share = tr("{share}%", share=self.layout.formatter.number(round(block.row.share * 100)))
            self.ink.text(
                (self.area.left() + self.layout.stub - 8, base), share, self.size - 1, role="muted", align="right"
            )
        if block.kind == "total":
            self.ink.rule(self.area.left(), self.right, top + self.row * 0.12, "ink", 0.7)
        for place in range(len(self.page.columns)):
            self.cell(block, place, base, weight, self.size + grown)

    def heading(self, block: Block, top: float) -> None:
        """The name of a group, and for the years what their bars are made of."""
        base = top + block.height - self.row * 0.28
        first = block is self.page.blocks[0]
        if first:
            base = top - 6.5
        size = max(self.size, 8.2)
        self.ink.text((self.area.left(), base), block.label[0], size, weight=STRONG, role="accent")
        if block.group == "years" and not first:
            self.legend(base)

    def legend(self, base: float) -> None:
        """A small square and a word for each part of a bar that occurs; a part that does not fit moves one column on."""
        parts = [(tr(label), share) for keys, label, share in _PARTS if self._occurs(keys)]
        widths = [8 + text_width(label, _LEGEND) for label, _ in parts]
        columns, place = len(self.page.columns), 0
        x = self.left(0) + PAD
        if columns == 1:
            x = self.right - PAD - sum(widths) - 10 * (len(parts) - 1)
        for (label, share), width in zip(parts, widths, strict=True):
            if x + width > self.left(place + 1) - 2 and place + 1 < columns:
                place += 1
                x = self.left(place) + PAD
            self.ink.box(QRectF(x, base - 5, 5, 5), blend("accent", share), radius=1)
            self.ink.text((x + 8, base), label, _LEGEND, role="muted")
            x += width + 10

    def _occurs(self, keys: tuple[str, ...]) -> bool:
        return any(self._part(column.money, year, keys) for column in self.comparison.columns for year in self._years())

    def cell(self, block: Block, place: int, base: float, weight: int, size: float) -> None:
        """One value in its column: figure at the right, a bar or a small word at the left."""
        row, index = block.row, self.page.columns[place]
        if row is None:
            return
        right, left = self.left(place + 1) - PAD, self.left(place) + PAD
        if block.texts:
            for number, line in enumerate(block.texts[place]):
                y = base + number * self.page.density.line
                if row.cells[index].value is None:
                    self.ink.text((right, y), line, size, role="muted", align="right")
                else:
                    self.ink.text((left, y), line, size)
            return
        figure = self.layout.text_of(row, index)
        known = row.cells[index].value is not None
        role: Role = "ink" if known else "muted"
        self.ink.text((right, base), figure, size, weight=weight, role=role, align="right")
        room = right - text_width(figure, size, weight) - 8 - left
        middle = base - self.size * 0.36
        value = row.cells[index].value
        if block.kind == "score" and isinstance(value, int):
            self.score_bar(QRectF(left, middle - 2.4, max(0.0, right - 30 - left), 4.8), value)
        elif block.kind == "years":
            self.year_bar(
                QRectF(left, middle - 3, max(0.0, right - self._widest_figure() - 8 - left), 6), row.key, index
            )
        word = self.layout.word_of(row, index)
        if word and block.kind != "years":
            self.ink.text((left, base), elided(word, room, self.size - 1.2), self.size - 1.2, role="muted")

    def score_bar(self, area: QRectF, value: int) -> None:
        """Ten parts of a track, filled as far as the score goes."""
        self.ink.box(area, blend("line", 1), radius=3)
        if value:
            self.ink.box(
                QRectF(area.left(), area.top(), area.width() * value / 10, area.height()), blend("accent", 1), radius=3
            )

    def year_bar(self, area: QRectF, key: str, index: int) -> None:
        """What a year's money is made of, on one scale for all offers in the same currency."""
        column, year = self.comparison.columns[index], int(key.removeprefix("year_"))
        most = self._most(column.offer.currency)
        x = area.left()
        for keys, _, share in _PARTS:
            amount = self._part(column.money, year, keys)
            width = float(amount / most) * area.width() if most else 0.0
            if width > 0:
                self.ink.box(QRectF(x, area.top(), width, area.height()), blend("accent", share))
                x += width

    def notes(self) -> None:
        """What is to be said about the figures, and what they rest on."""
        lines = self.page.notes
        if self.page.columns:
            y = self.area.bottom() - FOOTER_HEIGHT - notes_height(lines) + 8
        else:
            y = self.area.top() + TITLE_HEIGHT
        for line in lines:
            y += NOTE * 1.4
            at = (self.area.left(), y - 3)
            self.ink.text(at, line, NOTE, role="muted", direction=Qt.LayoutDirection.LeftToRight)

    def foot(self, number: int, count: int) -> None:
        """Who made it, and which page it is."""
        y = self.area.bottom()
        self.ink.rule(self.area.left(), self.area.right(), y - 12, "line", 0.5)
        self.ink.text((self.area.left(), y - 2), tr("Made with Encore on your own computer."), NOTE, role="muted")
        page = tr("Page {number} of {count}", number=number + 1, count=count)
        self.ink.text((self.area.right(), y - 2), page, NOTE, role="muted", align="right")

    def _years(self) -> range:
        return range(1, self.comparison.assumptions.years + 1)

    def _part(self, money: OfferMoney, year: int, keys: tuple[str, ...]) -> Decimal:
        figures = [line.figures[year - 1] for line in money.lines if line.key in keys]
        return sum((max(Decimal(0), figure.amount.amount) for figure in figures if figure), Decimal(0))

    def _most(self, currency: str) -> Decimal:
        same = [column.money for column in self.comparison.columns if column.offer.currency == currency]
        parts = [
            sum((self._part(money, year, keys) for keys, _, _ in _PARTS), Decimal(0))
            for money in same
            for year in self._years()
        ]
        return max(parts, default=Decimal(0))

    def _widest_figure(self) -> float:
        rows = [row for row in self.comparison.rows if row.key.startswith("year_")]
        texts = [self.layout.text_of(row, index) for row in rows for index in self.page.columns]
        return max(text_width(text, self.size) for text in texts)


def write_pdf(comparison: Comparison, made: date, paper: str, path: Path) -> None:
    """The comparison as a PDF, also where no window is open. Raises CannotPrint where `path` cannot be written."""
    application = QGuiApplication.instance() or QGuiApplication(_arguments())
    to_pdf(OffersPage(comparison, made, PAPERS[paper]), path)
    del application


def _arguments() -> list[str]:
    if not sys.platform.startswith("linux"):
        return ["encore"]
    use_utf8_locale()
    return ["encore", "-platform", "offscreen"]
