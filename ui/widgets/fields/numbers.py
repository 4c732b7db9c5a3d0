"""Editors for numbers: a line with its unit behind it, read by locale, refused in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from models.errors import BadInput
from models.money import decimal_from
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub
from ui.widgets.fields.editor import Editor
from ui.widgets.headings import label


def number_from(text: str, what: str, locale: QLocale | None = None) -> Decimal:
    """The number as this locale writes it; BadInput where it is none. "1.250,50" is read where the comma is decimal."""
    local = locale or QLocale()
    if local.decimalPoint() == ",":
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        elif re.fullmatch(r"[^\d]*\d{1,3}(\.\d{3})+[^\d]*", text):
            text = text.replace(".", "")
    return decimal_from(text.replace("\u202f", "").replace("%", ""), what)


class NumberEditor(Editor):
    """A whole number or a decimal. Empty is None where the field may be empty."""

    def __init__(
        self, what: str, help: str = "", *, whole: bool = False, optional: bool = True, unit: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(what, help, parent)
        self._whole, self._optional = whole, optional
        self.line = QLineEdit()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.watch(self.line)
        self.line.setToolTip(help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(8))
        row.addWidget(self.line, 1)
        if unit:
            row.addWidget(label(unit, "small"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self.line.setFixedWidth(10 * hub.current.digit_width() + hub.current.px(28))

    def _show(self, value: Any) -> None:
        if not (self.line.hasFocus() and self._same(value)):
            self._tidy(value)

    def _tidy(self, value: Any) -> None:
        """With separators: 95k becomes 95,000."""
        text = "" if value is None else LocaleFormatter().number(value)
        if self.line.text() != text:
            self.line.setText(text)

    def _same(self, value: Any) -> bool:
        try:
            return self._read() == value
        except BadInput:
            return False

    def _read(self) -> Decimal | int | None:
        text = self.line.text().strip()
        if not text and self._optional:
            return None
        number = number_from(text, self._what)
        if not self._whole:
            return number
        if number != number.to_integral_value():
            raise BadInput(tr("{what} should be a whole number; “{text}” is not one.", what=self._what, text=text))
        return int(number)


class NumbersEditor(Editor):
    """Several decimals in one line, parted by semicolons or spaces: a vesting schedule."""

    def __init__(self, what: str, help: str = "", unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(help)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.watch(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(8))
        row.addWidget(self.line, 1)
        if unit:
            row.addWidget(label(unit, "small"))

    def _show(self, value: Any) -> None:
        text = "  ".join(LocaleFormatter().number(part) for part in value or ())
        if self.line.text() != text:
            self.line.setText(text)

    def _read(self) -> tuple[Decimal, ...]:
        text = self.line.text().replace(";", " ")
        text = text if QLocale().decimalPoint() == "," else text.replace(",", " ")
        return tuple(number_from(part, self._what) for part in text.split())
