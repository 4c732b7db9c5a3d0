"""The status bar: whether everything is on the disk, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from models.storage import NotSaved, Saved, SaveState, Saving
from ui.texts import tr
from ui.theme import hub, mark, tokens
from ui.widgets.buttons import Button, link_button
from ui.widgets.fitting import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.actions import Actions
    from ui.context import AppContext

MESSAGE_MS = 6000
SETTLED_MS = 900
"""After the last key: a field commits after a pause of 600 ms, and the writer needs its turn."""


class SaveStatus(QStatusBar):
    """Says "Saved" only when the disk has it; says why and what to do when it does not."""

    def __init__(self, context: AppContext, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("save_status")
        self.setSizeGripEnabled(False)
        self._context = context
        self._shown: SaveState | None = None
        self._state = QLabel()
        self._state.setObjectName("save_state")
        self._state.setProperty("tone", "muted")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._message = QLabel()
        self._message.setObjectName("message")
        self._retry = self._button("retry_save", tr("Retry"), context.library.store.retry)
        self._copy = self._button("save_copy", tr("Save a copy"), actions["save_copy"].trigger)
        self._undo = self._button("undo_last", "", actions["undo"].trigger)
        self.addWidget(self._state, 1)
        self.addWidget(self._retry)
        self.addWidget(self._copy)
        self.addPermanentWidget(self._message)
        self.addPermanentWidget(self._undo)
        self._action = actions["undo"]
        self._action.changed.connect(self._show_undo)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.timeout.connect(self._look)
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.timeout.connect(self._message.clear)
        context.signals.changed.connect(lambda _step: self._message.clear())
        context.signals.save_state_changed.connect(self._look)
        context.signals.changed.connect(self._look)
        self._look()
        self._show_undo()
        self._scale()
        hub.changed.connect(self._scale)

    def finish(self) -> None:
        """The buttons are reached with Tab; nobody presses it before the first picture."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - its enums take long to make

        for button in (self._retry, self._copy, self._undo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _scale(self) -> None:
        side = hub.current.px(tokens.WIDE)
        self.setContentsMargins(side, 0, side, 0)

    def _button(self, name: str, text: str, run: Callable[[], object]) -> Button:
        return link_button(text, run, name=name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half of the bar is the undo button's at most."""
        super().resizeEvent(event)
        self._show_undo()

    def say(self, text: str) -> None:
        """A short sentence that goes away by itself."""
        self._message.setText(text)
        self._clear.start(MESSAGE_MS)

    def typing(self) -> None:
        """Something is being typed: nothing is called saved until it has become a step, or the field has let it go."""
        self._typed.start(SETTLED_MS)
        self._look()

    def _look(self, _news: object = None) -> None:
        """Show how it stands now: news from the writer's thread may be older than the last step."""
        state = self._context.library.store.state
        if self._typed.isActive() and isinstance(state, Saved):
            state = Saving(1)
        if state != self._shown:
            self._shown = state
            self._show_state(state)

    def _show_state(self, state: SaveState) -> None:
        failed = isinstance(state, NotSaved)
        self._retry.setVisible(failed)
        self._copy.setVisible(failed)
        if isinstance(state, NotSaved):
            text = tr("Not saved: {reason}. Your changes are still here.", reason=state.reason)
        elif self._context.library.read_only:
            text = tr("Only to be read – nothing is changed here")
        elif isinstance(state, Saved):
            text = tr("Saved – on this computer only")
        else:
            text = tr("Saving…")
        self._state.setText(text)
        self._state.setAccessibleName(text)
        mark(self._state, tone="bad" if failed else "muted")

    def _show_undo(self) -> None:
        text = self._action.text()
        self._undo.say(elided(text, self._undo.fontMetrics(), self.width() // 2))
        self._undo.setAccessibleName(text)
        self._undo.setToolTip(text)
        self._undo.setVisible(self._action.isEnabled())
