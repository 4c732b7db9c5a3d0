"""The page of the comparison: switches, table, what is to be said about it, years as bars, and what matters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.dates import WorkingCalendar
from models.library import StepDone
from models.offers import Comparison
from models.offers.open_terms import most_open
from models.records import Criterion, Offer
from ui.context import AppContext
from ui.tabs.offers.bars import groups_of, legend_of
from ui.tabs.offers.matters import Matters
from ui.tabs.offers.rests import RestsOn
from ui.tabs.offers.sticky import StickyNames
from ui.tabs.offers.switches import Switches
from ui.tabs.offers.table import ComparisonTable
from ui.tabs.offers.words import standing
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import link_button
from ui.widgets.headings import PageHeader, SectionTitle, label
from ui.widgets.scroll import Page
from ui.widgets.year_bars import YearBars


class ComparisonPage(Page):
    """Shows one comparison. `questions_wanted(opportunity id)` asks for a letter with questions."""

    questions_wanted = Signal(str)

    def __init__(self, context: AppContext, actions: Sequence[QWidget]) -> None:
        super().__init__("offers_page")
        self._opportunity = ""
        self._header = PageHeader(tr("Offers"), "", actions)
        self.switches = Switches()
        self.table = ComparisonTable()
        self.table.paged.connect(self._paged)
        self.table.moved.connect(self._follow)
        self.switches.turned.connect(self.table.turn)
        self.remarks = label("", tone="muted", wrap=True, name="offer_remarks")
        self.bars = YearBars()
        self.matters = Matters()
        self.rests = RestsOn(context.library, context.clock)
        self._bars_title = SectionTitle(tr("Year by year"))
        for part in (self._header, self.switches, self.table, self._hint_row(), self.remarks):
            self.body.addWidget(part)
        matters = QWidget()
        row = QHBoxLayout(matters)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.matters, 1000)
        row.addStretch(1)
        for part in (self._bars_title, self.bars, matters, self.rests):
            self.body.addSpacing(hub.current.px(tokens.SMALL) if part is not self.bars else 0)
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.sticky = StickyNames(self, self.table)

    def _hint_row(self) -> QWidget:
        self._hint_box = Beside(least=320)
        self._hint = label("", tone="muted", wrap=True, name="open_terms_hint")
        self._hint_box.main.addWidget(self._hint)
        self._write = link_button(
            tr("Write the questions"), lambda: self.questions_wanted.emit(self._opportunity), name="write_questions"
        )
        self._hint_box.side.addWidget(self._write)
        return self._hint_box

    def show_comparison(
        self, comparison: Comparison, offers: Sequence[Offer], calendar: WorkingCalendar, today: date
    ) -> None:
        """All that depends on the offers and the assumptions."""
        compared = [column.offer for column in comparison.columns]
        self._header.say(standing(offers, calendar, today))
        self.switches.show_assumptions(comparison.assumptions)
        self.switches.show_offers(offers, compared)
        self.table.show_comparison(comparison)
        self._show_hint(compared)
        remarks = [show(remark) for remark in comparison.remarks]
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))

    def show_matters(self, comparison: Comparison, criteria: Sequence[Criterion]) -> None:
        """The criteria and the verdict that their weights and scores give."""
        self.matters.show_criteria(criteria, show(comparison.verdict) if comparison.verdict else "")

    def show_assumed(self, comparison: Comparison, context: AppContext, step: StepDone | None) -> None:
        """What the figures rest on."""
        own = step is not None and step.origin is self.rests
        self.rests.show_comparison(comparison, context.settings, own=own)

    def _show_hint(self, compared: Sequence[Offer]) -> None:
        terms = most_open(compared)
        sentence = terms.sentence if terms else None
        self._hint_box.setVisible(sentence is not None)
        if terms is not None and sentence is not None:
            self._hint.setText(show(sentence))
            offer = next(offer for offer in compared if offer.id == terms.offer)
            self._opportunity = offer.opportunity
            self._write.setVisible(bool(offer.opportunity))

    def _paged(self) -> None:
        """Other columns: other bars under them."""
        comparison, places = self.table.comparison, self.table.places
        self.switches.show_page(places, self.table.many)
        if comparison is None:
            return
        groups = groups_of(comparison)
        shown = [groups[place] for place in places]
        areas = [(left, width) for _, left, width in self.table.column_areas()]
        self.bars.show_groups(tr("Year by year"), shown, areas, legend_of(groups), groups)
        some = any(bar.parts for group in groups for bar in group.bars)
        self.bars.setVisible(some)
        self._bars_title.setVisible(some)

    def _follow(self, cell: QRect) -> None:
        """Keep the cell with the focus in sight."""
        inner = self.widget()
        if inner is None:
            return
        at = self.table.viewport().mapTo(inner, cell.center())
        margin = cell.height() + self.sticky.height()
        self.ensureVisible(at.x(), at.y(), 0, margin)

    def flush(self) -> None:
        """Commit what is typed."""
        self.matters.flush()
        self.rests.flush()
