"""Editors for yes or no, and for one answer out of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from ui.texts import tr
from ui.theme import mark
from ui.widgets.choice import ChoiceBar
from ui.widgets.fields.editor import Editor
from ui.widgets.fields.text import bare_layout

FEW, SHORT = 5, 44


def answer_text(value: str) -> str:
    """How one of a field's fixed answers is written: "on site" as "On site", nothing as "Not said"."""
    return tr(value[:1].upper() + value[1:]) if value else tr("Not said")


class CheckEditor(Editor):
    """A tick box; the field's label is its text."""

    def __init__(self, what: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self.box = QCheckBox(what)
        self.box.setToolTip(help)
        self.box.clicked.connect(lambda _checked: self._chosen())
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.watch(self.box)
        bare_layout(self).addWidget(self.box)

    def _show(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def _read(self) -> bool:
        return self.box.isChecked()


class ComboBox(QComboBox):
    """A list that opens; the wheel scrolls the page instead of changing an answer in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that reads the style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceEditor(Editor):
    """One of a few fixed answers: side by side where they are few and short, else (or where `quiet`) in a list."""

    def __init__(
        self, what: str, answers: Sequence[str], help: str = "", *, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(what, help, parent)
        self.bar: ChoiceBar | None = None
        self.box: ComboBox | None = None
        named = [(answer, answer_text(answer)) for answer in answers]
        real = [(answer, text) for answer, text in named if answer]
        layout = bare_layout(self)
        if not quiet and len(real) <= FEW and sum(len(text) for _, text in real) <= SHORT:
            self.bar = ChoiceBar(real, what, clearable="" in answers)
            self.bar.valueChanged.connect(lambda _value: self._chosen())
            self.setFocusProxy(self.bar)
            layout.addWidget(self.bar)
        else:
            self.box = ComboBox()
            for answer, text in named:
                self.box.addItem(text, answer)
            self.box.activated.connect(lambda _index: self._chosen())
            self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            if quiet:
                mark(self.box, kind="quiet")
            self.watch(self.box)
            layout.addWidget(self.box)

    def name_parts(self, name: str) -> None:
        """The bar or the list gets the field's name."""
        (self.bar or self.box or self).setObjectName(name)

    def _show(self, value: Any) -> None:
        if self.bar is not None:
            self.bar.set_value(str(value or ""))
        elif self.box is not None:
            self.box.setCurrentIndex(max(0, self.box.findData(str(value or ""))))

    def _read(self) -> str:
        return self.bar.value() if self.bar is not None else str(self.box.currentData() if self.box else "")
