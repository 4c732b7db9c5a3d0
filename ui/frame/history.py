"""Back to an earlier state: the timeline at the left, what going back would change at the right."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.history import Stretch, preview, restore, timeline
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, primary_button, quiet_button
from ui.widgets.change_list import ChangeList, said
from ui.widgets.headings import PageHeader, label
from ui.widgets.row_list import Row, RowList

STEPS_AT_ONCE = 200
LOOK_MS = 80
"""After the last arrow key, before the preview is worked out."""
SIDE_BY_SIDE = 500
"""Width at 100 % from which the preview stands beside the timeline."""
WIDTH, HEIGHT = 900, 620


class HistoryDialog(QDialog):
    """Choosing a row shows what going back to it would change; only the button changes anything."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setWindowTitle(tr("Back to an earlier state"))
        self._context = context
        self._stretches: list[Stretch] = []
        self._header = PageHeader(
            tr("Back to an earlier state"),
            tr("Choose a moment. Going back is one step, and Undo takes it back again."),
        )
        self.rows = RowList("history_rows", tr("What was done"))
        self.rows.chosen.connect(lambda _key: self._look.start())
        self._earlier = link_button(tr("Show what came before"), self.load_more, "chevron-down", "show_earlier")
        self._title = label("", "strong", wrap=True, name="history_title")
        self._sentence = label("", tone="muted", wrap=True, name="history_sentence")
        self.changes = ChangeList("history_changes", tr("What would change"))
        self._go = primary_button(tr("Go back to this state"), self._restore, "undo", "go_back")
        self._close = quiet_button(tr("Close"), self.reject, name="close")
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._preview)
        self._lay_out()
        self._dress()
        hub.changed.connect(self._dress)
        self.load_more()
        self.rows.setFocus()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self._right = right
        left.addWidget(self.rows, 1)
        left.addWidget(self._earlier)
        right.addWidget(self._title)
        right.addWidget(self._sentence)
        right.addWidget(self.changes, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(left, 1)
        self._middle.addLayout(right, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._go)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._header)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(row)

    def _dress(self) -> None:
        px = hub.current.px
        side = px(tokens.WIDE)
        self._column.setContentsMargins(side, side, side, px(tokens.LARGE))
        self._column.setSpacing(px(tokens.MEDIUM))
        self._middle.setSpacing(px(tokens.WIDE))
        self._right.setSpacing(px(tokens.TINY))
        around = self.parentWidget()
        room = around.size() if around is not None else self.size()
        self.resize(min(px(WIDTH), max(room.width() - px(tokens.HUGE), 640)), min(px(HEIGHT), max(room.height(), 480)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview beside the timeline, or below it."""
        super().resizeEvent(event)
        wide = self.width() >= hub.current.px(SIDE_BY_SIDE)
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @property
    def looking(self) -> bool:
        """Whether the preview of the chosen row is still to be worked out."""
        return self._look.isActive()

    # -- the timeline ---------------------------------------------------------------------------------------------

    def load_more(self) -> None:
        """The next rows back in time."""
        before = self._stretches[-1].first if self._stretches else None
        found = timeline(self._context.library, STEPS_AT_ONCE, before)
        self._stretches += found
        self._earlier.setVisible(sum(each.steps for each in found) >= STEPS_AT_ONCE)
        self.rows.show_rows(timeline_rows(self._stretches, self._context.clock.today()))
        if before is None and found:
            self.rows.choose(str(found[0].time))
        if not self._earlier.isVisible() and self._earlier.hasFocus():
            self.rows.setFocus()
        self._preview()

    def _chosen(self) -> Stretch | None:
        return next((each for each in self._stretches if str(each.time) == self.rows.key), None)

    def _preview(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self._say("", tr("Nothing was done here yet."), can=False)
            return
        when = LocaleFormatter().moment(chosen.moment)
        if chosen is self._stretches[0]:
            self.changes.show_rows(())
            self._say(when, tr("This is how things are now."), can=False)
            return
        changes = preview(self._context.library, chosen.time)
        self.changes.show_changes(changes)
        self._say(tr("As it was on {when}", when=when), said(changes), can=bool(changes.patches))

    def _say(self, title: str, sentence: str, *, can: bool) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self.changes.setVisible(bool(self.changes.rows))
        self._go.setEnabled(can and not self._context.library.read_only)

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        restore(self._context.library, chosen.time)
        self._context.say(tr("Back at {when}. Undo takes it back.", when=LocaleFormatter().moment(chosen.moment)))
        self.accept()


def timeline_rows(stretches: list[Stretch], today: date) -> list[Row]:
    """One row a stretch under a heading for each day."""
    written = LocaleFormatter()
    rows: list[Row] = []
    day: date | None = None
    for each in stretches:
        if each.moment.day != day:
            day = each.moment.day
            rows.append(Row("", day_title(day, today), heading=True))
        count = len(each.touched)
        things = tr("1 thing") if count == 1 else tr("{count} things", count=written.number(count))
        rows.append(Row(str(each.time), step_title(each), things, written.time(each.moment)))
    return rows


def step_title(stretch: Stretch) -> str:
    """What was done, in the words of the Edit menu."""
    label_ = tr(stretch.label)
    if stretch.kind == "undo":
        return tr("Taken back: {label}", label=label_)
    return tr("Done again: {label}", label=label_) if stretch.kind == "redo" else label_


def day_title(day: date, today: date) -> str:
    """For example "Today", "Yesterday" or "Tue 14 May 2026"."""
    if day == today:
        return tr("Today")
    return tr("Yesterday") if day == today - timedelta(days=1) else LocaleFormatter().full_day(day)
