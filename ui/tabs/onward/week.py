"""This week: the goal as a quiet line, one key to note a step, and what was done so far."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.onward import FIRST_GOAL, Week
from models.records import Activity
from models.records.onward import ActivityKind
from models.texts import QT_TRANSLATE_NOOP
from ui.locale_formatter import LocaleFormatter
from ui.tabs.onward.long_words import breakable
from ui.tabs.onward.painted import WeekProgress
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, quiet_button, with_shortcut
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import SectionTitle, label

KINDS: tuple[tuple[ActivityKind, str, str], ...] = (
    ("application", QT_TRANSLATE_NOOP("encore", "Application"), "Alt+1"),
    ("conversation", QT_TRANSLATE_NOOP("encore", "Conversation"), "Alt+2"),
    ("interview", QT_TRANSLATE_NOOP("encore", "Interview"), "Alt+3"),
    ("other", QT_TRANSLATE_NOOP("encore", "Other"), "Alt+4"),
)
NAMES = {kind: name for kind, name, _ in KINDS}


class ThisWeek(QWidget):
    """Sends wishes; the tab turns them into steps."""

    logged = Signal(str, str)
    removed = Signal(str)
    goal_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("this_week")
        self._goal = 0
        self._rows: list[ActivityRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build_head()
        self._build_log()
        self.entries = QVBoxLayout()
        self._column.addLayout(self.entries)
        self._space()
        hub.changed.connect(self._space)

    def _build_head(self) -> None:
        self._column.addWidget(SectionTitle(tr("This week")))
        self.progress = WeekProgress()
        self._column.addWidget(self.progress)
        self._below = Beside(least=200)
        self.streak = label(tone="muted", wrap=True, name="streak")
        self.pace = label(tone="muted", wrap=True, name="pace")
        self._below.main.addWidget(self.streak)
        self._below.main.addWidget(self.pace)
        self._below.side.addWidget(self._goal_row())
        self._column.addWidget(self._below)

    def _goal_row(self) -> QWidget:
        goal = QWidget()
        row = QHBoxLayout(goal)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(tokens.TINY))
        self.less = icon_button("minus", tr("Lower the weekly goal"), lambda: self._change_goal(-1), name="lower_goal")
        self.more = icon_button("plus", tr("Raise the weekly goal"), lambda: self._change_goal(1), name="raise_goal")
        self._goal_text = label("", "small", name="weekly_goal")
        for part in (self.less, self._goal_text, self.more):
            row.addWidget(part)
        return goal

    def _build_log(self) -> None:
        self.words = QLineEdit()
        self.words.setObjectName("activity_words")
        self.words.setAccessibleName(tr("In a few words"))
        self.words.setPlaceholderText(tr("In a few words, if you like; then what it was:"))
        self._column.addWidget(self.words)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for kind, name, keys in KINDS:
            button = quiet_button(tr(name), self._log(kind), name=f"log_{kind}")
            button.setAccessibleName(tr("Note: {what}", what=tr(name)))
            button.setToolTip(with_shortcut(tr("Note: {what}", what=tr(name)), keys))
            QShortcut(QKeySequence(keys), self).activated.connect(self._log(kind))
            flow.addWidget(button)
            self._last_button: QWidget = button
        self._column.addWidget(buttons)

    def _log(self, kind: ActivityKind) -> Callable[[], None]:
        def log() -> None:
            text = self.words.text()
            self.words.clear()
            self.logged.emit(kind, text)

        return log

    def _change_goal(self, by: int) -> None:
        self.goal_wanted.emit(self._goal + by if self._goal else FIRST_GOAL)

    # -- showing --------------------------------------------------------------------------------------------------

    def show_week(self, week: Week, most: int, streak: str, pace: str, *, silent: bool) -> None:
        """The week as it is now. `silent` leaves out everything that counts or urges."""
        self._goal = week.goal
        self._goal_text.setText(tr("Goal: {count} a week", count=week.goal) if week.goal else tr("No goal"))
        self.less.setEnabled(week.goal > 0)
        self.more.setEnabled(week.goal < most)
        self._below.setVisible(not silent)
        self.progress.show_week(week.done, 0 if silent else week.goal, show(week.sentence))
        for text, remark in ((self.streak, streak), (self.pace, pace)):
            text.setText("" if silent else remark)
            text.setVisible(bool(text.text()))
        self._show_entries(week.activities)

    def _show_entries(self, activities: tuple[Activity, ...]) -> None:
        shown = [row.activity for row in self._rows]
        if shown == list(activities):
            return
        focused = next((number for number, row in enumerate(self._rows) if row.remove.hasFocus()), None)
        while self._rows:
            row = self._rows.pop()
            self.entries.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, activity in enumerate(activities):
            row = ActivityRow(activity, number)
            row.remove.clicked.connect(lambda _checked=False, id=activity.id: self.removed.emit(id))
            self._rows.append(row)
            self.entries.addWidget(row)
            QWidget.setTabOrder(self._rows[number - 1].remove if number else self._last_button, row.remove)
        if focused is not None:
            self._focus_after(focused)

    def _focus_after(self, number: int) -> None:
        """The entry that took the place of the removed one, or the line to write in."""
        rows = [row for row in self._rows if row.activity.id]
        after = [row for row in self._rows[number:] if row.activity.id] or rows[-1:]
        target = after[0].remove if after else self.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
        self.entries.setSpacing(hub.current.px(tokens.TINY + 2))


class ActivityRow(QWidget):
    """One thing done: what, in a few words, on which day, and the way to take it out."""

    def __init__(self, activity: Activity, number: int) -> None:
        super().__init__()
        self.activity = activity
        kind = tr(NAMES[activity.kind])
        day = LocaleFormatter().day(activity.day) if activity.day else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(tokens.SMALL))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(breakable(activity.text or kind), wrap=True, name=f"activity_{number}"))
        detail = f"{kind} · {day}" if activity.text else day
        words.addWidget(label(detail, "caption"))
        row.addLayout(words, 1)
        self.remove = icon_button(
            "x", tr("Remove “{what}”", what=activity.text or kind), name=f"remove_activity_{number}"
        )
        if not activity.id:  # an interview of the checklist is taken out there
            self.remove.hide()
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
