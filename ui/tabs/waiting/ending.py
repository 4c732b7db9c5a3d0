"""Quiet choices at the foot of the page: put it away until a day, or write down how it ended."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import BadInput
from models.records.opportunity import OPEN_STATUSES, Status
from models.texts import QT_TRANSLATE_NOOP
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, quiet_button
from ui.widgets.fields import DateEditor
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import SectionTitle, label

ENDINGS: tuple[tuple[Status, str], ...] = (
    ("offer", QT_TRANSLATE_NOOP("encore", "They made an offer")),
    ("rejected", QT_TRANSLATE_NOOP("encore", "They said no")),
    ("withdrawn", QT_TRANSLATE_NOOP("encore", "I withdrew")),
    ("closed", QT_TRANSLATE_NOOP("encore", "The position was closed")),
    ("silent", QT_TRANSLATE_NOOP("encore", "They never answered")),
    ("accepted", QT_TRANSLATE_NOOP("encore", "I accepted")),
    ("declined", QT_TRANSLATE_NOOP("encore", "I turned it down")),
    ("waiting", QT_TRANSLATE_NOOP("encore", "Take it up again")),
)
OPEN = ("offer", "rejected", "withdrawn", "closed", "silent")
OFFERED = ("accepted", "declined", "rejected", "waiting")


class PutAway(QWidget):
    """Out of sight until a day, and back."""

    fold_wanted = Signal(object)
    unfold_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("put_away")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, hub.current.px(tokens.SMALL), 0, 0)
        self._column.setSpacing(hub.current.px(tokens.SMALL))
        self._column.addWidget(SectionTitle(tr("Out of sight")))
        self._said = label("", tone="muted", wrap=True, name="put_away_says")
        self._column.addWidget(self._said)
        self._choose = QWidget()
        row = QHBoxLayout(self._choose)
        row.setContentsMargins(0, 0, 0, 0)
        self.day = DateEditor(tr("Put away until"), clock)
        self.day.name_parts("put_away_day")
        row.addWidget(self.day)
        row.addWidget(quiet_button(tr("Put away"), self._fold, "archive", name="put_away_now"))
        row.addStretch(1)
        self._column.addWidget(self._choose)
        self.out = quiet_button(tr("Take out again"), self.unfold_wanted.emit, "undo", name="take_out")
        self._column.addWidget(self.out)
        self.problem = label(tone="bad", wrap=True, name="put_away_problem")
        self.problem.hide()
        self._column.addWidget(self.problem)
        self.day.problem.connect(self.tell)

    def show_day(self, until: date | None, proposed: date) -> None:
        """`until` where it is put away now, else the day to propose."""
        self._choose.setVisible(until is None)
        self.out.setVisible(until is not None)
        self._said.setText(
            tr("Put away until {day}.", day=LocaleFormatter().day(until))
            if until
            else tr("It comes back by itself on the day, or as soon as they write.")
        )
        self.day.load(proposed)

    def tell(self, sentence: str) -> None:
        """Say what is wrong, or "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _fold(self) -> None:
        try:
            day = self.day.value()
        except BadInput as error:
            self.tell(str(error))
            return
        self.day.discard()
        self.fold_wanted.emit(day)


class HowItEnded(QWidget):
    """Small links, one for each way it can go on from here."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("how_it_ended")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, hub.current.px(tokens.SMALL), 0, 0)
        column.setSpacing(hub.current.px(tokens.TINY))
        self._title = SectionTitle(tr("If it is settled"))
        column.addWidget(self._title)
        links = QWidget()
        flow = FlowLayout(links, tokens.TINY)
        self._links = {
            status: link_button(tr(text), lambda status=status: self.chosen.emit(status), name=f"set_{status}")
            for status, text in ENDINGS
        }
        for link in self._links.values():
            flow.addWidget(link)
        column.addWidget(links)

    def show_status(self, status: Status, *, offered: bool, written: bool) -> None:
        """Offer what can follow from where it stands; an offer that is `written` down cannot be waited for again."""
        over = status not in OPEN_STATUSES
        known = tuple(name for name in OFFERED if not (written and name == "waiting"))
        wanted = ("waiting",) if over else known if offered else OPEN
        self._title.setText(tr("If they write after all") if over else tr("If it is settled"))
        for name, link in self._links.items():
            link.setVisible(name in wanted)
