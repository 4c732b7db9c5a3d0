"""What every editor of one field is: it commits after a pause or on leaving, never per keystroke."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models.errors import BadInput
from ui.theme import hub, mark
from ui.widgets.fields.growing import GrowingText

PAUSE_MS = 600


class Editor(QWidget):
    """One value on the screen. Subclasses say how it is shown (`_show`) and read (`_read`).

    `edited` carries a new value after a pause of 600 ms or when the focus leaves; `problem` carries a sentence where
    what stands there is no value, and "" when it is one again. `load` sends neither. `typed` follows each change by the
    user; `rested` says that nothing is pending any more: it was handed over, was no change, or was given up.
    """

    edited = Signal(object)
    problem = Signal(str)
    typed = Signal()
    rested = Signal()

    def __init__(self, what: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._help = what, help
        self._kept: Any = None
        self._pending = False
        self._sentence = ""
        self._fields: list[QWidget] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        hub.changed.connect(self._refit)

    def load(self, value: Any) -> None:
        """Show a value. What the user is typing and has not handed over yet is left alone."""
        self._kept = value
        if self._pending:
            return
        self._show(value)
        self._tell("")

    def discard(self) -> None:
        """Forget what was typed and not handed over."""
        self._pause.stop()
        if self._pending:
            self._pending = False
            self.rested.emit()

    def flush(self) -> bool:
        """Hand over what is pending; False where it is no value (the sentence is shown)."""
        return self._commit(leaving=True) if self._pending else not self._sentence

    def value(self) -> Any:
        """The value that stands there. Raises BadInput with a sentence."""
        return self._read()

    @property
    def pending(self) -> bool:
        """Whether something was typed and not handed over yet."""
        return self._pending

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _read(self) -> Any:
        raise NotImplementedError

    def _tidy(self, value: Any) -> None:
        """Write the value out as it was understood."""
        self._show(value)

    def watch(self, field: QWidget) -> None:
        """Name a part that takes the focus, and notice when the focus leaves it."""
        field.setAccessibleName(self._what)
        field.setAccessibleDescription(self._help)
        if isinstance(field, QLineEdit):
            field.editingFinished.connect(self._leaving)
        elif isinstance(field, GrowingText):
            field.left.connect(self._leaving)
        self._fields.append(field)
        if self.focusProxy() is None:
            self.setFocusProxy(field)

    def name_parts(self, name: str) -> None:
        """Object names for tests and for assistive programs: the field's own name, numbered where there are several."""
        for index, field in enumerate(self._fields):
            field.setObjectName(name if index == 0 else f"{name}{index + 1}")

    def _typed(self) -> None:
        self._pending = True
        self._pause.start()
        self.typed.emit()

    def _chosen(self) -> None:
        self._pending = True
        self._commit(leaving=True)

    def _paused(self) -> None:
        self._commit(leaving=False)

    def _commit(self, *, leaving: bool) -> bool:
        self._pause.stop()
        try:
            value = self._read()
        except BadInput as error:
            if leaving or self._sentence:
                self._tell(str(error))
            return False
        self._pending = False
        self._tell("")
        if value != self._kept:
            self._kept = value
            self.edited.emit(value)
        self.rested.emit()
        if leaving:
            self._tidy(value)
        return True

    def _tell(self, sentence: str) -> None:
        for field in self._fields:
            field.setAccessibleDescription(sentence or self._help)
            mark(field, state="bad" if sentence else "")
        if sentence != self._sentence:
            self._sentence = sentence
            self.problem.emit(sentence)

    def _refit(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Widths that depend on the text size; called again when it changes."""

    def _leaving(self) -> None:
        if self._pending and QApplication.activePopupWidget() is None:
            QTimer.singleShot(0, self, self._left)

    def _left(self) -> None:
        now = QApplication.focusWidget()
        if self._pending and (now is None or now not in self._fields or not now.hasFocus()):
            self._commit(leaving=True)
