"""Offers: a column an offer, every figure with its source, what matters beside money, and the page to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.errors import EncoreError
from models.library import StepDone
from models.offers import Comparison, add_criterion, remove_criterion, remove_offer, update_criterion
from models.offers.side_by_side import change_assumptions, comparison_of, put_aside
from models.offers.starters import STARTERS, add_criteria
from models.offers.worked_out import WorkedOut
from models.records import Criterion, Interview, Offer, Opportunity, Score, Settings
from ui.locale_formatter import LocaleFormatter
from ui.printing.offers_page import OffersPage
from ui.printing.paper import usual_paper
from ui.printing.preview import PrintPreview
from ui.tabs.base import Tab
from ui.tabs.offers.adding import AddMenu, add, calendar_of, first_offer
from ui.tabs.offers.comparison_page import ComparisonPage
from ui.tabs.offers.panel import OfferPanel
from ui.tabs.offers.switches import EARLIER, LATER
from ui.texts import tr
from ui.theme import hub
from ui.widgets.buttons import primary_button, quiet_button, with_shortcut
from ui.widgets.card import Divider
from ui.widgets.empty import EmptyState

SHOWS = (Offer, Criterion, Score, Settings, Opportunity)
SIDE, BESIDE = 408, 980


class OffersTab(Tab):
    """The comparison, and beside it the offer that is being filled in."""

    help_page = "offers"

    def build(self) -> None:
        """Comparison and panel, or the way to the first offer."""
        self.setObjectName("offers_tab")
        self.comparison: Comparison | None = None
        self._worked = WorkedOut()
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._empty = EmptyState(
            "scale",
            tr("No offer yet"),
            tr(
                "Write down each offer as it comes, also what was only said. Your current job, or searching on, can "
                "stand beside them as a column."
            ),
            primary_button(tr("Write down an offer"), self._add_first, name="add_first_offer"),
        )
        self._stack.addWidget(self._empty)
        self._main = QWidget()
        self._row = QHBoxLayout(self._main)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.page = ComparisonPage(self.context, self._actions())
        self.panel = OfferPanel(self.context)
        self.panel.hide()
        self._line = Divider(upright=True)
        self._row.addWidget(self.page, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(self.panel)
        self._stack.addWidget(self._main)
        self._connect()
        self._arrange()
        hub.changed.connect(self._arrange)

    def _actions(self) -> tuple[QWidget, ...]:
        self._menu = AddMenu(self.library, self)
        self._menu.triggered.connect(self._add_chosen)
        self._add = quiet_button(tr("Add an offer"), self._open_menu, "plus", name="add_offer")
        self._print = primary_button(tr("Print"), self.open_preview, "printer", name="print_offers")
        self._print.setToolTip(with_shortcut(tr("Print or save as PDF"), "Ctrl+P"))
        return self._add, self._print

    def _connect(self) -> None:
        page, library = self.page, self.library
        page.switches.changed.connect(lambda name, value: change_assumptions(library, **{name: value}))
        page.switches.put_aside.connect(self._put_aside)
        page.table.offer_wanted.connect(self.open_offer)
        page.questions_wanted.connect(lambda id: self.context.show("letters", "questions-about-offer", id))
        page.matters.added.connect(lambda name: self._try(lambda: add_criterion(library, name)))
        page.matters.starters_wanted.connect(self._add_starters)
        page.matters.changed.connect(self._change_criterion)
        page.matters.removed.connect(self._remove_criterion)
        self.panel.closed.connect(self.close_offer)
        self.panel.remove_wanted.connect(self._remove_offer)
        for keys, act in (
            ("Ctrl+P", self.open_preview),
            (EARLIER, lambda: page.table.turn(-1)),
            (LATER, lambda: page.table.turn(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """Worked out anew only where the step touches what goes into it."""
        if step is not None and not step.touches(*SHOWS):
            return
        offers = self.library.all(Offer)
        if self.panel.offer_id and self.library.find(Offer, self.panel.offer_id) is None:
            self.close_offer()
        self._stack.setCurrentWidget(self._main if offers else self._empty)
        if not offers:
            return
        self.comparison = comparison_of(self.library, self._worked)
        if self.comparison is not None:
            self.page.show_comparison(self.comparison, offers, calendar_of(self.library), self.context.clock.today())
            self.page.show_matters(self.comparison, self.library.all(Criterion))
            self.page.show_assumed(self.comparison, self.context, step)
            self._rank_actions(self.comparison)
        if self.panel.offer_id:
            self.panel.refresh(step)

    def _rank_actions(self, comparison: Comparison) -> None:
        """Printing comes to the front once two columns can be compared; until then a second one is the thing to do."""
        ready = sum(column.money.has_base for column in comparison.columns) >= 2
        self._add.become("quiet" if ready else "primary", "plus")
        self._print.become("primary" if ready else "quiet", "printer")

    def show_record(self, table: str, record_id: str) -> None:
        """Open an offer, or the offer of an opportunity."""
        if table == Offer.table and self.library.find(Offer, record_id):
            self.open_offer(record_id)
        elif table == Opportunity.table:
            offer = next((one for one in self.library.all(Offer) if one.opportunity == record_id), None)
            if offer is not None:
                self.open_offer(offer.id)

    def flush(self) -> None:
        """Commit what is typed."""
        self.page.flush()
        self.panel.flush()

    # -- one offer ------------------------------------------------------------------------------------------------

    def open_offer(self, offer_id: str, row_key: str = "") -> None:
        """Fill in this offer, beside the table; `row_key` names the row whose field takes the caret."""
        self.panel.show_offer(offer_id)
        self.panel.show()
        self._arrange()
        self.page.table.choose(offer_id)
        self.panel.open_at(row_key or "base")

    def close_offer(self) -> None:
        """Back to the table alone, at the column of the offer that was open."""
        offer_id = self.panel.offer_id
        self.panel.forget()
        self.panel.hide()
        self._arrange()
        self.page.table.choose("")
        self.page.table.go_to(offer_id)
        self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        px, opened = hub.current.px, bool(self.panel.offer_id)
        beside = self.width() >= px(BESIDE)
        self.page.setVisible(beside or not opened)
        self._line.setVisible(beside and opened)
        self.panel.setMaximumWidth(px(SIDE) if beside else 16777215)
        self.panel.setMinimumWidth(px(SIDE) if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the table where there is room, in its place where there is not."""
        super().resizeEvent(event)
        self._arrange()

    # -- doing ----------------------------------------------------------------------------------------------------

    def _open_menu(self) -> None:
        self._menu.fill()
        self._menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _add_chosen(self, action: QAction) -> None:
        opportunity, kind, name = cast("tuple[str, str, str]", action.data())
        self._added(add(self.library, opportunity, kind, name))

    def _add_first(self) -> None:
        interview = self.library.find(Interview, self.context.interview_id)
        self._added(first_offer(self.library, interview.opportunity if interview else ""))

    def _added(self, offer: Offer) -> None:
        compared = [column.offer.id for column in self.comparison.columns] if self.comparison else []
        if offer.id not in compared:
            put_aside(self.library, offer.id, True)
            self.context.say(tr("Eight offers stand side by side already. This one waits under Columns."))
        self.open_offer(offer.id)
        if not offer.opportunity and offer.kind == "offer":
            self.panel.open_at("name")

    def _remove_offer(self, offer_id: str) -> None:
        offer = self.library.find(Offer, offer_id)
        if offer is not None:
            self.close_offer()
            remove_offer(self.library, offer_id)
            self.context.say(tr("Removed {name}. Undo brings everything back.", name=offer.name))

    def _put_aside(self, offer_id: str, aside: bool) -> None:
        if aside and self.comparison is not None and len(self.comparison.columns) == 1:
            self.context.say(tr("One offer has to stay."))
        else:
            self._try(lambda: put_aside(self.library, offer_id, aside))

    def _add_starters(self) -> None:
        add_criteria(self.library, [(tr(name), weight) for name, weight in STARTERS])

    def _change_criterion(self, criterion_id: str, name: str, value: object) -> None:
        if self.library.find(Criterion, criterion_id):
            self._try(lambda: update_criterion(self.library, criterion_id, origin=self.page, **{name: value}))

    def _remove_criterion(self, criterion_id: str) -> None:
        criterion = self.library.find(Criterion, criterion_id)
        if criterion is not None:
            remove_criterion(self.library, criterion_id)
            self.context.say(tr("Removed {name}. Undo brings everything back.", name=criterion.name))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except EncoreError as error:
            self.context.say(str(error))

    # -- printing -------------------------------------------------------------------------------------------------

    def open_preview(self) -> None:
        """The page as it will be printed, from the comparison that is shown."""
        self.flush()
        comparison = self.comparison
        if comparison is None:
            return
        made, paper = self.context.clock.today(), usual_paper(self.context.settings.country)
        preview = PrintPreview(
            lambda chosen: OffersPage(comparison, made, chosen, LocaleFormatter()),
            self.context.prompts,
            self.window(),
            paper=paper,
        )
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
