"""The row above the table: how bonus and equity count, which year, which offers, and the way to more columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from models.offers import Assumptions
from models.records import Offer
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.choice import ChoiceBar
from ui.widgets.fields.choices import ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import label

EARLIER, LATER = "Ctrl+PgUp", "Ctrl+PgDown"


class Switches(Beside):
    """Sends wishes: `changed(field of Settings, value)`, `turned(way)`, `put_aside(offer id, aside)`."""

    changed = Signal(str, object)
    turned = Signal(int)
    put_aside = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(least=484)
        self.setObjectName("switches")
        self._offers: tuple[Offer, ...] = ()
        self._aside: frozenset[str] = frozenset()
        self._build_left()
        self._build_right()
        self._menu = QMenu(self)
        self._menu.setObjectName("columns_menu")

    def _build_left(self) -> None:
        left = QWidget()
        flow = FlowLayout(left, gap=tokens.MEDIUM)
        self.scenario = ChoiceBar(
            [
                ("guaranteed", tr("Guaranteed")),
                ("expected", tr("Expected")),
                ("all well", tr("If all goes well")),
            ],
            tr("Bonus and equity count"),
            clearable=False,
        )
        self.scenario.setObjectName("offer_scenario")
        self.scenario.valueChanged.connect(lambda value: self.changed.emit("offer_scenario", value))
        flow.addWidget(self.scenario)
        self.year = ComboBox()
        self.year.setObjectName("offer_year")
        self.year.setAccessibleName(tr("Year in the table"))
        self.year.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.year.activated.connect(lambda index: self.changed.emit("offer_year", index + 1))
        flow.addWidget(self.year)
        self.main.addWidget(left)

    def _build_right(self) -> None:
        self.columns = quiet_button(tr("Columns"), self._open_menu, "sliders", name="choose_columns")
        self.side.addWidget(self.columns)
        self._pager = QWidget()
        row = QHBoxLayout(self._pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(tokens.TINY))
        self.earlier = icon_button(
            "chevron-left", tr("Previous offers"), lambda: self.turned.emit(-1), EARLIER, "previous_offers"
        )
        self.later = icon_button("chevron-right", tr("Next offers"), lambda: self.turned.emit(1), LATER, "next_offers")
        self.shown = label("", "small", name="offers_shown")
        for part in (self.earlier, self.shown, self.later):
            row.addWidget(part)
        self.side.addWidget(self._pager)

    def show_assumptions(self, assumed: Assumptions) -> None:
        """The switch and the year as they are kept."""
        self.scenario.set_value(assumed.scenario)
        if self.year.count() != assumed.years:
            self.year.clear()
            self.year.addItems([tr("Year {year}", year=year) for year in range(1, assumed.years + 1)])
        self.year.setCurrentIndex(assumed.year - 1)

    def show_offers(self, offers: Sequence[Offer], compared: Sequence[Offer]) -> None:
        """Which offers there are, and which of them stand side by side."""
        chosen = {offer.id for offer in compared}
        self._offers = tuple(offers)
        self._aside = frozenset(offer.id for offer in offers if offer.id not in chosen)
        self.columns.say(tr("Columns, {count} put aside", count=len(self._aside)) if self._aside else tr("Columns"))

    def show_page(self, places: Sequence[int], many: int) -> None:
        """Which columns are seen now; the arrows only where there are more."""
        self._pager.setVisible(len(places) < many)
        if places:
            self.shown.setText(tr("{first}–{last} of {all}", first=places[0] + 1, last=places[-1] + 1, all=many))
            self.earlier.setEnabled(places[0] > 0)
            self.later.setEnabled(places[-1] + 1 < many)
        self.updateGeometry()
        self._turn()

    def _open_menu(self) -> None:
        self._menu.clear()
        for offer in self._offers:
            action = self._menu.addAction(offer.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(offer.id not in self._aside)
            action.setObjectName(f"column_{offer.id}")
            action.toggled.connect(lambda on, offer_id=offer.id: self.put_aside.emit(offer_id, not on))
        self._menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))
