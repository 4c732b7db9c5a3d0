"""A dialog over one step: what to choose from at the left where there is a choice, what it would do at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import Button, quiet_button
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader, label
from ui.widgets.row_list import RowList

LOOK_MS = 80
"""After the last arrow key, before the right side is worked out."""
SIDE_BY_SIDE = 500
"""Width at 100 % from which the two sides stand beside each other."""
WIDTH, HEIGHT = 900, 620
LEAST = (640, 480)


class ActDialog(QDialog):
    """Fill `left` and `right`; `look` is called a moment after another row was chosen. Nothing happens but by `go`."""

    def __init__(self, name: str, title: str, sentence: str, go: Button, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.go = go
        self.header = PageHeader(title, sentence)
        self.title = label("", "strong", wrap=True, name=f"{name}_title")
        self.sentence = label("", tone="muted", wrap=True, name=f"{name}_sentence")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()  # the left one only where there is something to choose
        self.right.addWidget(self.title)
        self.right.addWidget(self.sentence)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(self.right, 3)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(go)
        row.addWidget(quiet_button(tr("Close"), self.reject, name="close"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(buttons)
        self._dress()
        hub.changed.connect(self._dress)

    def add_list(self, rows: RowList) -> None:
        """The list to choose from."""
        self._middle.insertLayout(0, self.left, 2)
        rows.chosen.connect(lambda _key: self._timer.start())
        self.left.addWidget(rows, 1)

    def say(self, title: str, sentence: str, *, can: bool) -> None:
        """What stands above the right side, and whether the step can be done."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.go.setEnabled(can)

    def look(self) -> None:
        """Show at the right what the chosen row would do."""

    @property
    def looking(self) -> bool:
        """Whether the right side is still that of another row."""
        return self._timer.isActive()

    def _dress(self) -> None:
        px = hub.current.px
        side = px(tokens.WIDE)
        self._column.setContentsMargins(side, side, side, px(tokens.LARGE))
        self._column.setSpacing(px(tokens.MEDIUM))
        self._middle.setSpacing(px(tokens.WIDE))
        self.right.setSpacing(px(tokens.SMALL))
        around = self.parentWidget()
        room = around.window().size() if around is not None else self.size()
        width = min(px(WIDTH), max(room.width() - px(tokens.HUGE), LEAST[0]))
        self.resize(width, min(px(HEIGHT), max(room.height(), LEAST[1])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right side beside the left one, or below it."""
        super().resizeEvent(event)
        wide = self.width() >= hub.current.px(SIDE_BY_SIDE)
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
