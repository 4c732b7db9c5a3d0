"""The comparison on the screen: labels that stay, an offer a column, groups that fold, figures that explain themselves."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from models.offers import Comparison
from ui.tabs.offers.cell_paint import CellPainter, line_height
from ui.tabs.offers.lines import OPEN_AT_FIRST, Asked, lines_of
from ui.tabs.offers.table_model import TableModel
from ui.texts import tr
from ui.theme import hub, mark

LABELS, LEAST, MOST_AT_ONCE = 216, 128, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ComparisonTable(QTableView):
    """As high as its lines; the page around it scrolls.

    `offer_wanted(offer id, row key)` asks to change something, with "" for the offer as a whole; `paged` tells that
    other columns are shown; `moved(rect)` tells where the cell with the focus is.
    """

    offer_wanted = Signal(str, str)
    paged = Signal()
    moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAccessibleName(tr("Offers side by side"))
        self._model = TableModel()
        self._comparison: Comparison | None = None
        self._unfolded = set(OPEN_AT_FIRST)
        self._asked: Asked | None = None
        self._first = 0
        self.setModel(self._model)
        self._painter = CellPainter(self, self._model)
        self.setItemDelegate(self._painter)
        self._dress()
        self.selectionModel().currentChanged.connect(self._on_current)
        hub.changed.connect(self._lay_out)

    def _dress(self) -> None:
        mark(self, kind="cells")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    @property
    def places(self) -> list[int]:
        """The columns of the comparison that are shown now."""
        return self._model.places

    @property
    def lines(self) -> TableModel:
        """The lines and texts that are shown."""
        return self._model

    def show_comparison(self, comparison: Comparison | None) -> None:
        """These figures; folds, page and the figure asked about stay."""
        self._comparison = comparison
        self._refill()

    def choose(self, offer_id: str) -> None:
        """Mark the offer that is open at the side, and bring its column into sight."""
        columns = self._comparison.columns if self._comparison else ()
        place = next((place for place, column in enumerate(columns) if column.offer.id == offer_id), None)
        self._painter.chosen = place
        if place is not None and place not in self.places:
            self._first = place
            self._refill()
        self.viewport().update()

    def go_to(self, offer_id: str) -> None:
        """Put the focus cell into the column of that offer, at its name unless it is in that column already."""
        columns = self._comparison.columns if self._comparison else ()
        place = next((place for place, column in enumerate(columns) if column.offer.id == offer_id), None)
        if place in self.places and self._model.place(self.currentIndex().column()) != place:
            self.setCurrentIndex(self._model.index(0, self.places.index(place) + 1))

    def unfold(self, group: str) -> None:
        """Show the rows of that group."""
        self._unfolded.add(group)
        self._refill()

    @property
    def many(self) -> int:
        """How many offers there are."""
        return len(self._comparison.columns) if self._comparison else 0

    @property
    def at_once(self) -> int:
        """How many columns the width has room for: four, two at 200 %."""
        px = hub.current.px
        return max(1, min(MOST_AT_ONCE, (self.width() - px(LABELS)) // px(LEAST)))

    def turn(self, way: int) -> None:
        """The next (1) or the previous (-1) columns."""
        self._first = max(0, min(self._first + way * self.at_once, self.many - 1))
        self._refill()

    def _refill(self) -> None:
        at_once = self.at_once
        self._first = max(0, min(self._first, self.many - at_once))
        places = list(range(self._first, min(self.many, self._first + at_once)))
        folded = {group.key for group in self._comparison.groups} - self._unfolded if self._comparison else set()
        lines = lines_of(self._comparison, folded, self._asked) if self._comparison else []
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self._model.show(self._comparison, lines, places)
        if row >= 0 and lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(min(row, len(lines) - 1), min(max(column, 0), len(places))))
        self._lay_out()
        self.paged.emit()

    def _lay_out(self) -> None:
        self.clearSpans()
        count = len(self.places)
        if not count:
            return
        width, labels = self.width(), hub.current.px(LABELS)
        each = min((width - labels) // count, hub.current.px(2 * LEAST))
        widths = [width - each * count, *([each] * count)]
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        total = 0
        for number, line in enumerate(self._model.lines):
            high = line_height(self._model, number, widths)
            self.setRowHeight(number, high)
            total += high
            if line.kind == "told":
                self.setSpan(number, 0, 1, count + 1)
        if self.height() != total:
            self.setFixedHeight(total)

    def column_areas(self) -> list[tuple[str, int, int]]:
        """Name, left edge and width of each offer's column, for what is lined up with it."""
        columns = self._comparison.columns if self._comparison else ()
        return [
            (columns[place].name, self.columnViewportPosition(number), self.columnWidth(number))
            for number, place in enumerate(self.places, 1)
        ]

    def head_height(self) -> int:
        """How high the names are."""
        return self.rowHeight(0) if self._model.lines else 0

    def sizeHint(self) -> QSize:
        """The height of all lines."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """Labels and one column."""
        return QSize(hub.current.px(LABELS + LEAST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for more columns or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refill()

    # -- using ----------------------------------------------------------------------------------------------------

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(index))

    def activate(self, row: int, column: int) -> None:
        """Open what is there: fold a group, explain a figure, open an offer at that term."""
        line, place = self._model.lines[row], self._model.place(column)
        if line.kind == "told":
            self._ask(None)
        elif line.kind == "group" and line.group is not None and (place is None or not line.folded):
            self._unfolded ^= {line.group.key}
            self._refill()
        elif place is not None and self._comparison is not None:
            offer = self._comparison.columns[place].offer.id
            cell = line.cell(place)
            if line.row is None or cell is None:
                self.offer_wanted.emit(offer, "")
            elif cell.value is None or not (cell.figure or cell.note or line.strong):
                self.offer_wanted.emit(offer, line.row.key)
            else:
                asked = Asked(line.row.key, offer)
                self._ask(None if asked == self._asked else asked)

    def _ask(self, asked: Asked | None) -> None:
        self._asked = asked
        self._refill()

    def _change(self, row: int, column: int) -> None:
        line, place = self._model.lines[row], self._model.place(column)
        if place is not None and self._comparison is not None:
            key = line.row.key if line.row is not None else ""
            self.offer_wanted.emit(self._comparison.columns[place].offer.id, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 changes, Escape puts the explanation away, arrows go on to the next columns."""
        index = self.currentIndex()
        forward = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        back = Qt.Key.Key_Left if forward == Qt.Key.Key_Right else Qt.Key.Key_Right
        if event.key() in _ENTER and index.isValid():
            self.activate(index.row(), index.column())
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self._change(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Escape and self._asked is not None:
            self._ask(None)
        elif event.key() == forward and index.column() == len(self.places) and self.places[-1] + 1 < self.many:
            self._first += 1
            self._refill()
            self.setCurrentIndex(self._model.index(index.row(), len(self.places)))
        elif event.key() == back and index.column() == 1 and self._first > 0:
            self._first -= 1
            self._refill()
            self.setCurrentIndex(self._model.index(index.row(), 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first figure takes the focus where none had it."""
        if self._model.lines and not self.currentIndex().isValid():  # before Qt chooses the empty corner
            self.setCurrentIndex(self._model.index(0, 1))
        super().focusInEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what Enter would open."""
        super().mouseReleaseEvent(event)
        index: QModelIndex | QPersistentModelIndex = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self.activate(index.row(), index.column())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the table."""
        event.ignore()
