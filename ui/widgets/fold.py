"""A part of a page that is folded until it is asked for; what is inside is made when it is first unfolded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import hub, tokens
from ui.widgets.buttons import Button


class Fold(QWidget):
    """A title with an arrow. `make` builds the content; `unfolded` tells the first time and every time after."""

    unfolded = Signal()

    def __init__(self, title: str, make: Callable[[], QWidget], name: str, *, opened: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make, self._title = make, title
        self.content: QWidget | None = None
        self.button = Button(title, "link", "chevron-right")
        self.button.setObjectName(f"{name}_fold")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self._space()
        hub.changed.connect(self._space)
        if opened:
            self.open()

    @property
    def opened(self) -> bool:
        """Whether the content is to be seen."""
        return self.button.isChecked()

    def say(self, title: str) -> None:
        """Another title."""
        self._title = title
        self.button.say(title)

    def open(self) -> None:
        """Unfold it."""
        self.button.setChecked(True)

    def _toggle(self, opened: bool) -> None:
        if opened and self.content is None:
            self.content = self._make()
            self._column.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(opened)
        self.button.show_icon("chevron-down" if opened else "chevron-right")
        if opened:
            self.unfolded.emit()

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.SMALL))
