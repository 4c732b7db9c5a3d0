"""A quiet list of rows: a title, a line of detail, a word at the end; with headings between them.

Painted by one delegate, so that ten thousand rows cost what twenty do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Role, Tone, hub, tokens

Index = QModelIndex | QPersistentModelIndex
MANY = 300
TONE_ROLES: dict[Tone, Role] = {"plain": "muted", "tint": "accent", "good": "good", "warn": "warn", "bad": "bad"}


@dataclass(frozen=True)
class Row:
    """One line of the list. `key` names what it stands for; a heading stands for nothing and cannot be chosen."""

    key: str
    title: str
    detail: str = ""
    mark: str = ""
    tone: Tone = "plain"
    heading: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.detail, self.mark) if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.spoken if role == Qt.ItemDataRole.ToolTipRole and not row.heading else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._view.row_at(index.row())
        return self._heading_size(index.row() == 0) if row.heading else self._row_size()

    def _row_size(self) -> QSize:
        theme = hub.current
        title = QFontMetrics(theme.font(tokens.TEXT, tokens.MEDIUM_WEIGHT)).height()
        detail = QFontMetrics(theme.font(tokens.LABEL)).height()
        return QSize(theme.px(160), title + detail + theme.px(tokens.MEDIUM + tokens.SMALL))

    def _heading_size(self, first: bool) -> QSize:
        theme = hub.current
        if self._view.many:
            return self._row_size()
        above = tokens.SMALL if first else tokens.LARGE + tokens.TINY
        return QSize(
            theme.px(160), QFontMetrics(theme.font(tokens.CAPTION)).height() + theme.px(above + tokens.TINY + 4)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.row_at(index.row())
        theme = hub.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2))
        if row.heading:
            self._heading(painter, box, row)
        else:
            self._background(painter, box, option)
            self._row(painter, box.adjusted(theme.px(10), theme.px(6), -theme.px(10), -theme.px(6)), row)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme = hub.current
        painter.setFont(theme.font(tokens.CAPTION, tokens.SEMIBOLD))
        painter.setPen(theme.colour("muted"))
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), -theme.px(4))
        text = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom, text)

    def _background(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        theme = hub.current
        radius = theme.px(tokens.RADIUS_SMALL)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(box, radius, radius)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(box, radius, radius)

    def _row(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme = hub.current
        width = box.width()
        if row.mark:
            painter.setFont(theme.font(tokens.CAPTION, tokens.MEDIUM_WEIGHT))
            metrics = painter.fontMetrics()
            mark = metrics.elidedText(row.mark, Qt.TextElideMode.ElideRight, box.width() // 2)
            painter.setPen(theme.colour(TONE_ROLES[row.tone]))
            painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop, mark)
            width -= metrics.horizontalAdvance(mark) + theme.px(tokens.SMALL)
        lead = Qt.AlignmentFlag.AlignLeading
        painter.setFont(theme.font(tokens.TEXT, tokens.MEDIUM_WEIGHT))
        painter.setPen(theme.colour("ink"))
        upper = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, width)
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first = QRect(box.right() - width + 1 if rtl else box.left(), box.top(), width, box.height())
        painter.drawText(first, lead | Qt.AlignmentFlag.AlignTop, upper)
        if row.detail:
            painter.setFont(theme.font(tokens.LABEL))
            painter.setPen(theme.colour("muted"))
            lower = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, lead | Qt.AlignmentFlag.AlignBottom, lower)


class RowList(QListView):
    """Shows rows; `chosen(key)` follows the user's choice, never a choice made by the program."""

    chosen = Signal(str)

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._quiet = False
        hub.changed.connect(self.scheduleDelayedItemsLayout)

    def row_at(self, number: int) -> Row:
        """The row at that place."""
        return self._model.rows[number]

    @property
    def many(self) -> bool:
        """Whether there are so many rows that all get the same height."""
        return self.uniformItemSizes()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return tuple(self._model.rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows and keep what was chosen, if it is still among them."""
        if list(rows) == self._model.rows:
            return
        self.setUniformItemSizes(len(rows) > MANY)
        kept = self.key
        place = self.verticalScrollBar().value()
        self._quiet = True
        self._model.show(rows)
        self._quiet = False
        self.choose(kept)
        self.verticalScrollBar().setValue(place)

    @property
    def key(self) -> str:
        """The chosen row's key; empty where none is."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> bool:
        """Choose the row of that key without telling; False where it is not there."""
        for number, row in enumerate(self._model.rows):
            if row.key == key and not row.heading:
                self._quiet = True
                self.setCurrentIndex(self._model.index(number))
                self._quiet = False
                return True
        return False

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._model.rows[current.row()].key)
