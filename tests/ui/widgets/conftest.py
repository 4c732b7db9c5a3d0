"""Widgets are tested in the light theme and with American dates, whatever ran before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.theme import choose


@pytest.fixture(autouse=True)
def _same_looks(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    choose("light", qapp)
    yield
    QLocale.setDefault(before)
    choose("light", qapp)
