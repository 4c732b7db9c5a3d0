"""The left side of the checklist: what to do, by the moment it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.checklist import GroupState, ItemState
from ui.texts import show, tr
from ui.theme import hub, pixmap, tokens
from ui.widgets.headings import SectionTitle, label


class ItemText(QLabel):
    """The words beside a box: they wrap, and a click on them ticks it."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, if it ends where it began."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class ItemRow(QWidget):
    """One item: a box to tick, or a mark where it follows from the records; below it what helps to do it."""

    def __init__(self, item: ItemState, moments: Moments) -> None:
        super().__init__()
        self._item = item
        self.box = QCheckBox()
        self.box.setObjectName(f"item_{item.id}")
        self.box.clicked.connect(lambda done: moments.ticked.emit(self._item.id, self._item.field, done))
        self.mark = QLabel()
        self.text = ItemText()
        self.text.clicked.connect(self._on_text)
        self.help = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.help)
        self._row = row
        self.show_item(item)

    def show_item(self, item: ItemState) -> None:
        """The item as it stands now."""
        self._item = item
        px = hub.current.px
        text = tr(item.label)
        self.box.setVisible(not item.automatic)
        self.mark.setVisible(item.automatic)
        self.box.setAccessibleName(text)
        self.box.setChecked(item.done)
        self.text.setText(text)
        self.text.setAccessibleName(f"{text}: {tr('done') if item.done else tr('open')}" if item.automatic else text)
        self.mark.setPixmap(
            pixmap(
                "circle-check" if item.done else "circle",
                px(20),
                "good" if item.done else "faint",
                self.devicePixelRatioF(),
            )
        )
        edge = 0 if item.automatic else px(3)
        self.text.setContentsMargins(0, edge, 0, edge)
        self._row.setSpacing(px(tokens.SMALL + 6) if item.automatic else 0)
        self._row.setContentsMargins(px(3) if item.automatic else 0, px(3), 0, px(3))
        hint = "\n".join(_hints(item))
        self.box.setAccessibleDescription(hint)
        self.help.setContentsMargins(px(37), 0, 0, px(2))
        self.help.setText(hint)
        self.help.setVisible(bool(hint) and not item.done)

    def _on_text(self) -> None:
        if not self._item.automatic:
            self.box.click()


class Moments(QWidget):
    """Groups of items. `ticked(item, field, done)` follows the user."""

    ticked = Signal(str, str, bool)
    remade = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("moments")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: dict[str, ItemRow] = {}
        self._made: list[tuple[str, tuple[str, ...]]] = []
        self._widgets: list[QWidget] = []

    @property
    def boxes(self) -> list[QCheckBox]:
        """The boxes to tick, from top to bottom."""
        return [row.box for row in self._rows.values()]

    def show_groups(self, groups: tuple[GroupState, ...]) -> None:
        """Show these groups; rows that stay are only filled anew."""
        shape = [(group.id, tuple(item.id for item in group.items)) for group in groups]
        if shape != self._made:
            self._make(groups)
            self._made = shape
            self.remade.emit()
        for group in groups:
            for item in group.items:
                self._rows[item.id].show_item(item)

    def _make(self, groups: tuple[GroupState, ...]) -> None:
        for widget in self._widgets:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._widgets, self._rows = [], {}
        for group in groups:
            holder = QWidget()
            holder.setObjectName(f"group_{group.id}")
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, hub.current.px(tokens.MEDIUM))
            column.setSpacing(hub.current.px(tokens.SMALL))
            column.addWidget(SectionTitle(tr(group.label)))
            for item in group.items:
                row = ItemRow(item, self)
                self._rows[item.id] = row
                column.addWidget(row)
            self._widgets.append(holder)
            self._column.addWidget(holder)


def _hints(item: ItemState) -> list[str]:
    """What stands below an open item: how far it is, what helps, a sentence to adapt."""
    hints = [show(item.detail)] if item.detail else []
    hints += [tr(item.help)] if item.help else []
    return [*hints, f"“{tr(item.say)}”"] if item.say else hints
