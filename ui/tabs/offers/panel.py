"""One offer to fill in, beside the table: pay first, the rest folded until it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from models.library import StepDone
from models.offers import default_decide_by, set_score, update_offer
from models.offers.open_terms import open_terms
from models.records import Criterion, Offer, Score
from models.texts import QT_TRANSLATE_NOOP
from models.waiting import decide_by
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.tabs.offers.adding import calendar_of
from ui.tabs.offers.keeping import Keeper
from ui.tabs.offers.scores import Scores
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, quiet_button
from ui.widgets.fields import TermEditor
from ui.widgets.fields.text import bare_layout
from ui.widgets.flow import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.headings import label
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

ABOUT = ("name", "title", "place", "decide_by")
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "pay",
        QT_TRANSLATE_NOOP("encore", "Pay"),
        ("base", "pay_period", "currency", "bonus_target", "bonus_odds", "sign_on"),
    ),
    (
        "more_pay",
        QT_TRANSLATE_NOOP("encore", "More about pay"),
        ("raise_rate", "bonus_first_months", "clawback_months", "clawback_form", "other_yearly"),
    ),
    (
        "equity",
        QT_TRANSLATE_NOOP("encore", "Equity"),
        (
            "equity_kind", "equity_value", "equity_units", "equity_price", "equity_strike", "equity_schedule",
            "equity_cliff", "equity_odds",
        ),
    ),
    (
        "benefits",
        QT_TRANSLATE_NOOP("encore", "Retirement and health"),
        ("match_rate", "match_cap", "own_contribution", "match_vesting_months", "premium"),
    ),
    (
        "time",
        QT_TRANSLATE_NOOP("encore", "Time and the way to work"),
        ("days_off", "holidays", "hours", "commute_minutes", "commute_days", "commute_cost"),
    ),
    ("dates", QT_TRANSLATE_NOOP("encore", "Dates and requirements"), ("received", "start", "conditions")),
)  # fmt: skip
LIFE = ("gut", "musts_broken")
PRESETS = (2, 5, 10)
FOR_OFFERS = frozenset({"decide_by", "received", "start", "conditions"})
# which field stands behind a row of the table
_FIELDS = {
    "bonus": "bonus_target", "equity": "equity_value", "match": "match_rate", "other": "other_yearly",
    "commute": "commute_cost", "days": "days_off", "commute_hours": "commute_minutes", "worked": "hours",
    "true_hourly": "hours",
}  # fmt: skip


class OfferPanel(Page):
    """Every change is kept as it is made. `closed` and `remove_wanted(offer id)` are wishes."""

    closed = Signal()
    remove_wanted = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("offer_panel")
        self._context, self._library = context, context.library
        self._offer = ""
        self._keepers: dict[str, Keeper] = {}
        self._scores: Scores | None = None
        self._title = label("", "section", wrap=True, name="offer_title")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(quiet_button(tr("Done"), self.closed.emit, name="close_offer"), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._form("about", ABOUT))
        self.body.addWidget(self._presets())
        self.folds: dict[str, Fold] = {}
        for key, title, names in SECTIONS:
            fold = Fold(tr(title), self._maker(key, names), f"offer_{key}", opened=key == "pay")
            self.folds[key] = fold
            self.body.addWidget(fold)
        self.folds["life"] = Fold(tr("What matters to you"), self._make_life, "offer_life")
        self.body.addWidget(self.folds["life"])
        self._open = label("", "small", wrap=True, name="offer_open_terms")
        self.body.addWidget(self._open)
        self._remove = link_button("", lambda: self.remove_wanted.emit(self._offer), name="remove_offer")
        self.body.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def _space(self) -> None:
        super()._space()
        px = hub.current.px
        self.body.setContentsMargins(px(tokens.LARGE), px(tokens.WIDE), px(tokens.SMALL), px(tokens.WIDE))

    # -- building -------------------------------------------------------------------------------------------------

    def _form(self, key: str, names: tuple[str, ...]) -> RecordForm:
        settings = self._context.settings
        form = RecordForm(Offer, names, clock=self._context.clock, country=settings.country)
        form.setObjectName(f"offer_form_{key}")
        self._keepers[key] = Keeper(form, self._keep)
        return form

    def _maker(self, key: str, names: tuple[str, ...]) -> Callable[[], QWidget]:
        def make() -> QWidget:
            form = self._form(key, names)
            offer = self._library.find(Offer, self._offer)
            if offer is not None:
                self._keepers[key].load(offer)
                self._fit_to(offer)
            return form

        return make

    def _make_life(self) -> QWidget:
        whole = QWidget()
        column = bare_layout(whole)
        column.setSpacing(hub.current.px(tokens.LARGE))
        self._scores = Scores(self._context.clock, self._keep_score)
        column.addWidget(self._scores)
        column.addWidget(self._maker("life", LIFE)())
        self._show_scores()
        return whole

    def _presets(self) -> QWidget:
        self._preset_row = QWidget()
        column = bare_layout(self._preset_row)
        column.setSpacing(hub.current.px(tokens.TINY))
        self._usual = label("", "small", wrap=True, name="decide_usual")
        column.addWidget(self._usual)
        row = QWidget()
        column.addWidget(row)
        flow = FlowLayout(row)
        flow.addWidget(label(tr("Working days after it came:"), "small"))
        for days in PRESETS:
            button = link_button(str(days), self._decide_in(days), name=f"decide_in_{days}")
            button.setAccessibleName(tr("Answer {days} working days after it came", days=days))
            flow.addWidget(button)
        return self._preset_row

    def _decide_in(self, days: int) -> Callable[[], None]:
        def decide() -> None:
            offer = self._library.find(Offer, self._offer)
            if offer is not None:
                received = offer.received or self._context.clock.today()
                day = default_decide_by(received, calendar_of(self._library).add, days)
                update_offer(self._library, offer.id, decide_by=day)

        return decide

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def offer_id(self) -> str:
        """Which offer is open; empty where none is."""
        return self._offer

    def show_offer(self, offer_id: str) -> None:
        """Open this offer; what was typed for the one before is kept first."""
        if offer_id != self._offer:
            self.flush()
            self._offer = offer_id
            self.verticalScrollBar().setValue(0)
        self.refresh(None)

    def refresh(self, step: StepDone | None) -> None:
        """Show what is true now. A step made by this panel itself leaves its fields alone."""
        offer = self._library.find(Offer, self._offer)
        if offer is None:
            return
        if step is None or step.origin is not self:
            for keeper in self._keepers.values():
                keeper.load(offer)
            self._show_scores()
        self._fit_to(offer)
        self._title.setText(offer.name)
        sentence = open_terms(offer).sentence
        self._open.setText(show(sentence) if sentence else "")
        self._open.setVisible(sentence is not None)

    def _fit_to(self, offer: Offer) -> None:
        """Nobody has to be answered, and nothing has to be put in writing, for one's own job or for searching on."""
        real = offer.kind == "offer"
        self._preset_row.setVisible(real)
        self.folds["dates"].setVisible(real)
        self._remove.say(tr("Remove this offer") if real else tr("Remove this column"))
        for keeper in self._keepers.values():
            for name, row in keeper.form.rows.items():
                if isinstance(row.editor, TermEditor):
                    row.editor.ask_how_sure(real)
                elif name == "decide_by":
                    row.setVisible(real)
        day = decide_by(offer, calendar_of(self._library)) if real and offer.decide_by is None else None
        self._usual.setVisible(day is not None)
        if day is not None:
            usual = LocaleFormatter().day(day)
            self._usual.setText(tr("If they named no day, {day} is usual. Ask for time if you need it.", day=usual))

    def _show_scores(self) -> None:
        if self._scores is not None and self._offer:
            self._scores.show_scores(self._offer, self._library.all(Criterion), self._library.all(Score))

    def open_at(self, row_key: str) -> None:
        """Unfold what is needed and put the caret into the field behind that row of the table."""
        self._focus(row_key)
        QTimer.singleShot(0, self, self._into_sight)

    def _into_sight(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, hub.current.px(tokens.VAST))

    def _focus(self, row_key: str) -> None:
        if row_key.startswith("score:") or row_key == "life":
            self.folds["life"].open()
            if self._scores is not None:
                self._scores.focus_on(row_key.removeprefix("score:"))
            return
        name = _FIELDS.get(row_key, row_key)
        offer = self._library.find(Offer, self._offer)
        if offer is not None and offer.kind != "offer" and name in FOR_OFFERS:
            name = "base"
        if name == "equity_value" and offer is not None and offer.equity_units is not None:
            name = "equity_units"
        for key, _title, names in SECTIONS:
            if name in names:
                self.folds[key].open()
        keeper = next((one for one in self._keepers.values() if name in one.form.rows), self._keepers["pay"])
        keeper.form.focus_on(name if name in keeper.form.rows else "base")

    # -- keeping --------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Commit what is typed."""
        for keeper in self._keepers.values():
            keeper.form.flush()
        if self._scores is not None:
            self._scores.flush()

    def forget(self) -> None:
        """Nothing is open any more; what was typed is kept."""
        self.flush()
        self._offer = ""

    def _keep(self, name: str, value: object) -> None:
        if self._library.find(Offer, self._offer):
            update_offer(self._library, self._offer, origin=self, **{name: value})

    def _keep_score(self, criterion_id: str, name: str, value: object) -> None:
        library = self._library
        if library.find(Offer, self._offer) is None or library.find(Criterion, criterion_id) is None:
            return
        old = next((s for s in library.all(Score) if s.offer == self._offer and s.criterion == criterion_id), Score())
        given = value if name == "value" else old.value
        reason = value if name == "reason" else old.reason
        set_score(
            library,
            self._offer,
            criterion_id,
            given if isinstance(given, int) else None,
            reason if isinstance(reason, str) else "",
            origin=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
