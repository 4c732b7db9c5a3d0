"""One answer out of a few, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.buttons import Button, object_name
from ui.widgets.flow import FlowLayout

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class _Answer(Button):
    """One of the answers; arrow keys belong to the whole bar."""

    stepped = Signal(int)
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next answer, Delete takes the answer back."""
        forward = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        if event.key() in _BACK:
            self.stepped.emit(-forward if event.key() == Qt.Key.Key_Left else -1)
        elif event.key() in _ON:
            self.stepped.emit(forward if event.key() == Qt.Key.Key_Right else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class ChoiceBar(QWidget):
    """Exclusive answers in a row that wraps. `choices` are (value, label) pairs.

    One stop for Tab; arrow keys choose; where `clearable`, choosing the chosen one again takes it back ("").
    """

    valueChanged = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], says: str, *, clearable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name(says, "Choice"))
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._says, self._clearable, self._value = says, clearable, ""
        self._answers: dict[str, _Answer] = {}
        flow = FlowLayout(self, gap=6)
        for value, text in choices:
            flow.addWidget(self._answer(value, text))
        self._tell()

    def _answer(self, value: str, text: str) -> _Answer:
        answer = _Answer(text, "choice")
        answer.setCheckable(True)
        answer.setObjectName(object_name(value or text, "Answer"))
        answer.setAccessibleDescription(self._says)
        answer.clicked.connect(lambda _checked=False: self._clicked(value))
        answer.stepped.connect(lambda way: self._step(value, way))
        answer.cleared.connect(self._clear)
        self._answers[value] = answer
        return answer

    def value(self) -> str:
        """The chosen answer, or "" where none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this answer; sends nothing."""
        self._value = value if value in self._answers else ""
        self._tell()

    def _tell(self) -> None:
        stop = self._value if self._value in self._answers else next(iter(self._answers), "")
        for value, answer in self._answers.items():
            answer.setChecked(value == self._value and (value != "" or "" in self._answers))
            answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == stop else Qt.FocusPolicy.ClickFocus)
        if stop in self._answers:
            self.setFocusProxy(self._answers[stop])

    def _choose(self, value: str) -> None:
        changed, self._value = value != self._value, value
        self._tell()
        if changed:
            self.valueChanged.emit(value)

    def _clicked(self, value: str) -> None:
        self._choose("" if self._clearable and value == self._value else value)

    def _clear(self) -> None:
        if self._clearable:
            self._choose("")

    def _step(self, value: str, way: int) -> None:
        values = list(self._answers)
        following = values[(values.index(value) + way) % len(values)]
        self._choose(following)
        self._answers[following].setFocus(Qt.FocusReason.TabFocusReason)
