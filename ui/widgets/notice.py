"""A remark that stands in the page, with its way out; never a window of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.texts import tr
from ui.theme import Role, hub, mark, pixmap, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button
from ui.widgets.headings import label

Kind = Literal["info", "good", "warn", "bad"]
_LOOKS: dict[Kind, tuple[str, Role]] = {
    "info": ("info", "accent"),
    "good": ("circle-check", "good"),
    "warn": ("alert-triangle", "warn"),
    "bad": ("circle-alert", "bad"),
}


class Notice(QFrame):
    """One sentence or two, actions beside it. `dismissed` is sent when the user puts it away."""

    dismissed = Signal()

    def __init__(
        self,
        text: str = "",
        kind: Kind = "info",
        actions: Sequence[QWidget] = (),
        *,
        dismissable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._kind: Kind = kind
        self._sign = QLabel()
        self.text = label(text, tone="ink", wrap=True, name="noticeText")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = Beside(least=320)
        whole.main.addWidget(self.text)
        for action in actions:
            whole.side.addWidget(action)
        self._row.addWidget(whole, 1)
        if dismissable:
            self._row.addWidget(icon_button("x", tr("Dismiss"), self._dismiss), 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(text, kind)
        hub.changed.connect(self._dress)

    def say(self, text: str, kind: Kind | None = None) -> None:
        """Another text, and another kind where one is given."""
        self._kind = kind or self._kind
        self.text.setText(text)
        self.setAccessibleName(text)
        mark(self, kind="notice", tone={"info": "tint"}.get(self._kind, self._kind))
        self._dress()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _dress(self) -> None:
        theme = hub.current
        name, role = _LOOKS[self._kind]
        self._sign.setPixmap(pixmap(name, theme.px(18), role, self.devicePixelRatioF()))
        self._row.setSpacing(theme.px(tokens.SMALL + 2))
        self._row.setContentsMargins(theme.px(14), theme.px(10), theme.px(10), theme.px(10))
