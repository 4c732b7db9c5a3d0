"""The one window: menus, the interview in hand, what is due today, the tabs, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.commands import THEMES, Commands
from ui.frame.context_bar import ContextBar
from ui.frame.save_status import SaveStatus
from ui.tabs import TABS
from ui.texts import tr
from ui.theme import hub

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from models.library import StepDone
    from ui.context import AppContext
    from ui.frame.today_strip import TodayStrip
    from ui.tabs.base import Tab

TODAY_HEIGHT = 31
"""Of the strip's one row in logical pixels at 100 %: kept free until it is built."""


class MainWindow(QMainWindow):
    """Holds the parts together; what each menu entry does is in Commands.

    The first picture is the frame; what nobody sees in it is made in the turns of the event loop that follow it. Until
    then nothing here may use the namespace Qt: to make its enums takes Python a tenth of a whole start.
    """

    page_made = Signal(QWidget)
    finished = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._painted = False
        self._later: list[Callable[[], None]] = []
        self.ready = False
        self.today: TodayStrip | None = None
        self.context = context
        self.setObjectName("main_window")
        self.setWindowTitle(tr("Encore"))
        self.setMinimumSize(760, 520)
        self.resize(1180, 780)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(tr("Pages"))
        self.tabs.setDocumentMode(True)
        self._pages: dict[str, Tab] = {}
        self.commands = Commands(self, context)
        self.actions_by_id = Actions(self, self.commands.handlers())
        self.context_bar = ContextBar(context, self.actions_by_id)
        for name in ("undo", "redo"):  # until the history has been read
            self.actions_by_id[name].setEnabled(False)
        self._column = self._lay_out()
        self._add_tabs()
        self.actions_by_id.title(self.menuBar())
        self.save_status = SaveStatus(context, self.actions_by_id)
        self.setStatusBar(self.save_status)
        self._connect()
        self._restore()

    def _lay_out(self) -> QVBoxLayout:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.context_bar)
        column.addSpacing(hub.current.px(TODAY_HEIGHT))
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        middle.setFocus()
        return column

    def _add_tabs(self) -> None:
        for spec in TABS:
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, tr(spec.title))

    def _tab_actions(self) -> list[QAction]:
        made: list[QAction] = []
        for index, spec in enumerate(TABS):
            action = QAction(tr(spec.title), self)
            action.setObjectName(f"action_tab_{spec.name}")
            action.setShortcut(f"Ctrl+{index + 1}")
            action.triggered.connect(lambda _checked=False, name=spec.name: self.open_tab(name))
            made.append(action)
        return made

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.context.show_requested.connect(self.show_record)
        self.context.signals.changed.connect(self._on_step)
        self.context.message_shown.connect(self.save_status.say)
        self.context.details_requested.connect(self.commands.open_details)

    def _restore(self) -> None:
        geometry = self.context.memory.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        remembered = self.context.memory.text("tab")
        self.tabs.setCurrentIndex(next((n for n, spec in enumerate(TABS) if spec.name == remembered), 0))
        self.context.painted.connect(self._begin)

    def _begin(self) -> None:
        """The frame is on the screen: now the rest, a piece in each turn, so that keys and clicks may come between."""
        works = (self._load_page, self._show_page, self._finish_menus, self._finish_today, self._add_notices)
        self._later = [*works, self._refresh_menus]
        self._go_on()

    def _go_on(self) -> None:
        work = self._later.pop(0)
        work()
        if self._later:
            QTimer.singleShot(0, self, self._go_on)
        else:
            self.ready = True
            self.finished.emit()

    def _load_page(self) -> None:
        TABS[self.tabs.currentIndex()].load()

    def _show_page(self) -> None:
        self.page(TABS[self.tabs.currentIndex()].name)

    def _finish_menus(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - after the first picture

        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.actions_by_id.finish(self._tab_actions())
        self.context_bar.finish()
        self.save_status.finish()

    def _finish_today(self) -> None:
        from ui.frame.today_strip import TodayStrip  # noqa: PLC0415 - after the first picture

        self.today = TodayStrip(self.context)
        self.today.counted.connect(self._show_counts)
        self._column.takeAt(1)
        self._column.insertWidget(1, self.today)

    def _add_notices(self) -> None:
        from ui.frame.opening_notices import OpeningNotices  # noqa: PLC0415 - after the first picture

        self._column.insertWidget(2, OpeningNotices(self.context, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time on the screen: now everything that could wait may begin."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.context.painted.emit)

    # -- tabs -----------------------------------------------------------------------------------------------------

    def page(self, name: str) -> Tab:
        """The tab of that name, built now if it was not seen before."""
        if name not in self._pages:
            index = next(index for index, spec in enumerate(TABS) if spec.name == name)
            page = TABS[index].make(self.context)
            self._pages[name] = page
            holder = self.tabs.widget(index)
            layout = holder.layout() if holder else None
            if layout is not None:
                layout.addWidget(page)
            self.page_made.emit(page)
        return self._pages[name]

    @property
    def current(self) -> Tab:
        """The tab that is shown."""
        return self.page(TABS[self.tabs.currentIndex()].name)

    @property
    def settled(self) -> bool:
        """Whether nothing that the window shows is still being worked out."""
        return self.today is not None and self.today.looked and self.current.settled

    def open_tab(self, name: str) -> None:
        """Show the tab of that name; an unknown name shows the first."""
        names = [spec.name for spec in TABS]
        index = names.index(name) if name in names else 0
        self.page(names[index])
        self.tabs.setCurrentIndex(index)

    def show_record(self, tab: str, table: str, record_id: str) -> None:
        """Open a record in its tab."""
        self.open_tab(tab)
        if record_id:
            self.page(tab).show_record(table, record_id)

    def _on_tab(self, index: int) -> None:
        name = TABS[index].name
        self.page(name)
        self.context.memory.remember("tab", name)

    def _show_counts(self, counts: dict[str, int]) -> None:
        for index, spec in enumerate(TABS):
            count = counts.get(spec.name, 0)
            self.tabs.setTabText(index, f"{tr(spec.title)}  {count}" if count else tr(spec.title))

    # -- steps ----------------------------------------------------------------------------------------------------

    def _on_step(self, _step: StepDone) -> None:
        # Undo labels can be worked out after the change is on the screen.
        QTimer.singleShot(0, self, self._refresh_menus)

    def _refresh_menus(self) -> None:
        library = self.context.library
        for action_id, label, plain in (
            ("undo", library.undo_label, tr("Undo")),
            ("redo", library.redo_label, tr("Redo")),
        ):
            action = self.actions_by_id[action_id]
            action.setEnabled(bool(label))
            action.setText(f"{plain} “{tr(label)}”" if label else plain)
        self.actions_by_id["remove_sample"].setEnabled(bool(self.context.settings.sample))
        for action_id, theme in THEMES.items():
            self.actions_by_id[action_id].setChecked(self.context.settings.theme == theme)

    def flush(self) -> None:
        """Commit what is typed anywhere and not yet kept."""
        for page in self._pages.values():
            page.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, wait for the disk, and only then go."""
        self.flush()
        self.context.memory.geometry = self.saveGeometry()
        if self.commands.may_quit():
            self.context.closing.emit()
            event.accept()
        else:
            event.ignore()
