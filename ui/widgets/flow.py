"""A layout that sets its widgets in a row and goes on in the next one, like words."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import hub, tokens


class FlowLayout(QLayout):
    """Wraps its widgets; the height follows the width. `gap` is in logical pixels at 100 %."""

    def __init__(self, parent: QWidget | None = None, gap: int = tokens.SMALL) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Take one more item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """The item at that place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Remove and return the item at that place, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Remove every widget and let it be deleted."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow flow is a high one."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height of all rows at this width."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """One row."""
        margins, gap = self.contentsMargins(), hub.current.px(self._gap)
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + gap * max(0, len(hints) - 1)
        return _grown(QSize(width, max((hint.height() for hint in hints), default=0)), margins)

    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return _grown(size, self.contentsMargins())

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        margins, gap = self.contentsMargins(), hub.current.px(self._gap)
        area = rect.marginsRemoved(margins)
        y = area.y()
        for row in self._rows(area.width(), gap):
            height = max(size.height() for _, size in row)
            x = area.x()
            for item, size in row:
                if apply:
                    item.setGeometry(self._placed(area, x, y + (height - size.height()) // 2, size))
                x += size.width() + gap
            y += height + gap
        return max(area.y(), y - gap) - rect.y() + margins.bottom()

    def _rows(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), max(width, item.minimumSize().width()))
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
            if not rows or used + gap + wide > width:
                rows.append([])
                used = -gap
            rows[-1].append((item, QSize(wide, high)))
            used += gap + wide
        return rows

    def _placed(self, area: QRect, x: int, y: int, size: QSize) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = area.x() + area.width() - (x - area.x()) - size.width()
        return QRect(QPoint(x, y), size)


def _grown(size: QSize, margins: QMargins) -> QSize:
    return QSize(size.width() + margins.left() + margins.right(), size.height() + margins.top() + margins.bottom())
