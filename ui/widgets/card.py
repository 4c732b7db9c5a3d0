"""One quiet container, and the thin line between things."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import hub, mark, tokens


class Card(QFrame):
    """A rounded sheet on the page. Add widgets to `card.body`, a vertical layout."""

    def __init__(
        self, name: str = "card", tone: str = "plain", margin: int = tokens.MEDIUM + 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._margin = margin
        mark(self, kind="card", tone=tone)
        self.body = QVBoxLayout(self)
        self._space()
        hub.changed.connect(self._space)

    def choose(self, chosen: bool) -> None:
        """Draw the edge in the accent colour, or quietly again."""
        mark(self, state="chosen" if chosen else "")

    def _space(self) -> None:
        margin = hub.current.px(self._margin)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(hub.current.px(tokens.SMALL))


class Divider(QFrame):
    """A thin line, lying or upright."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, kind="divider-upright" if upright else "divider")
