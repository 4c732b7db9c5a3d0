"""A thin strip under the interview in hand: at most three things worth doing today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.library import StepDone
from models.records import Settings
from ui.context import AppContext
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.warm_calendar import WarmCalendar
from ui.widgets.buttons import link_button
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import label

if TYPE_CHECKING:
    from models.today import Action

EVERY_MS = 60_000


class TodayStrip(QWidget):
    """Looks again after each step and each minute. `counted` tells how many things are due a tab.

    It keeps to one row: what does not fit stands behind "1 more", which opens the rest.
    """

    counted = Signal(dict)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("today_strip")
        self.setAccessibleName(tr("Today"))
        self._context = context
        self._shown: tuple[Action, ...] | None = None
        self._open = False
        self._flow = FlowLayout(self, tokens.MEDIUM)
        self._head = label(tr("Today"), "strong")
        self._quiet = label(tr("Nothing is due. The day is yours."), tone="muted", name="today_quiet")
        self._quiet.hide()
        self._more = link_button("", self._toggle, name="today_more")
        self._more.hide()
        self._items: list[QWidget] = []
        for part in (self._head, self._quiet, self._more):
            self._flow.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.look)
        context.signals.changed.connect(self._on_step)
        self._scale()
        hub.changed.connect(self._scale)
        self._minute.start(EVERY_MS)
        self._warm = WarmCalendar(self)
        self._warm.ready.connect(self.look)
        self._warm.ask(self._context.settings)

    @property
    def looked(self) -> bool:
        """Whether what is due has been worked out at least once."""
        return self._shown is not None

    def look(self) -> None:
        """Work out what is due now and show it."""
        from models.today import glance  # noqa: PLC0415 - after the first paint

        calendar = self._warm.calendar
        if calendar is None:
            return
        seen = glance(self._context.library, calendar, self._context.clock)
        if seen.actions != self._shown:
            self._shown = seen.actions
            self._fill(seen.actions)
        self.counted.emit(seen.counts)

    def _on_step(self, step: StepDone) -> None:
        if step.touches(Settings):
            self._warm.ask(self._context.settings)
        else:
            self._soon.start(0)

    def _fill(self, actions: tuple[Action, ...]) -> None:
        for part in (*self._items, self._more):
            self._flow.removeWidget(part)
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = [self._item(number, action) for number, action in enumerate(actions)]
        for part in (*self._items, self._more):
            self._flow.addWidget(part)
        self._quiet.setVisible(not actions)
        self._fit()

    def _item(self, number: int, action: Action) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(2))
        text = show(action.sentence)
        row.addWidget(label(text))
        button = link_button(tr(action.verb), name=f"today_{number}")
        button.setAccessibleName(f"{tr(action.verb)}: {text}")
        table, record_id = action.target
        button.clicked.connect(lambda: self._context.show(action.tab, table, record_id))
        row.addWidget(button)
        return holder

    # -- one row --------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Show as many things as one row holds, at least the first; all of them when opened."""
        gap = hub.current.px(tokens.MEDIUM)
        margins = self._flow.contentsMargins()
        widths = [item.sizeHint().width() + gap for item in self._items]
        room = self.width() - margins.left() - margins.right()
        head = self._head.sizeHint().width() + gap
        self._head.setVisible(not widths or self._open or head + widths[0] + hub.current.px(90) <= room)
        room -= head
        count = len(self._items)
        if sum(widths) > room:
            room -= hub.current.px(90)
            count = next((number for number in range(count) if sum(widths[: number + 1]) > room), count)
            count = max(1, count)
        hidden = len(self._items) - count
        for number, item in enumerate(self._items):
            item.setVisible(self._open or number < count)
        self._more.setVisible(hidden > 0)
        self._more.say(tr("Show less") if self._open else tr("{count} more", count=hidden))

    def _toggle(self) -> None:
        self._open = not self._open
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds another number of things."""
        super().resizeEvent(event)
        self._fit()

    def _scale(self) -> None:
        px = hub.current.px
        self._flow.setContentsMargins(px(tokens.HUGE), 0, px(tokens.HUGE), px(tokens.TINY))
        self._fit()
