"""The lines of the comparison as a Qt model: texts for the eye, whole sentences for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.offers import Comparison
from ui.tabs.offers.lines import Line
from ui.tabs.offers.words import explanation, figure_text, label_of, spoken
from ui.texts import show, tr

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """`places` are the columns of the comparison that are shown now; the first column of the model holds the labels."""

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.lines: list[Line] = []
        self.places: list[int] = []

    def show(self, comparison: Comparison | None, lines: Sequence[Line], places: Sequence[int]) -> None:
        """Other figures in the same lines change quietly; other lines or columns start anew."""
        shape = [(line.kind, line.row.key if line.row else "", line.folded) for line in lines]
        before = [(line.kind, line.row.key if line.row else "", line.folded) for line in self.lines]
        same = shape == before and list(places) == self.places
        if not same:
            self.beginResetModel()
        self.comparison, self.lines, self.places = comparison, list(lines), list(places)
        if not same:
            self.endResetModel()
        elif self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.places)))

    def rowCount(self, parent: Index | None = None) -> int:
        """One a line."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Labels and the offers shown."""
        return 0 if parent is not None and parent.isValid() else 1 + len(self.places)

    def place(self, column: int) -> int | None:
        """Which offer of the comparison stands in that column; None for the labels."""
        return self.places[column - 1] if 1 <= column <= len(self.places) else None

    def text(self, row: int, column: int) -> str:
        """What is painted there."""
        line, place = self.lines[row], self.place(column)
        if line.kind == "told":
            return self.told(line)
        if place is None:
            return label_of(line)
        if line.kind == "head":
            return self.comparison.columns[place].name if self.comparison else ""
        cell = line.cell(place)
        return figure_text(line.row, cell) if cell is not None and line.row is not None else ""

    def told(self, line: Line) -> str:
        """The explanation in that line."""
        if self.comparison is None or line.row is None or line.column is None:
            return ""
        return explanation(line.row, line.column, self.comparison)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, sentence for the screen reader, or tooltip."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), index.column())
        return None

    def _spoken(self, row: int, column: int) -> str:
        line, place = self.lines[row], self.place(column)
        if line.kind == "told":
            return self.told(line)
        if place is None or self.comparison is None:
            if line.kind == "group":
                state = tr("folded") if line.folded else tr("unfolded")
                return tr("{group}, {state}", group=label_of(line), state=state)
            return label_of(line) or tr("Offers")
        return spoken(line, place, self.comparison)

    def _tip(self, row: int, column: int) -> str:
        line, place = self.lines[row], self.place(column)
        if line.kind == "group":
            return tr("Unfold") if line.folded else tr("Fold")
        if place is None or self.comparison is None:
            return ""
        if line.kind == "head":
            return tr("Open {offer}", offer=self.comparison.columns[place].name)
        cell = line.cell(place)
        return show(cell.note) if cell is not None and cell.note is not None else ""
