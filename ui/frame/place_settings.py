"""Country, region and text size: chosen from lists, because a typed value could be one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.dates import countries, regions
from models.records import Settings
from models.settings import TEXT_SIZES
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.fields.choices import ComboBox
from ui.widgets.headings import label

SHOWN_LETTERS = 14


class PlaceSettings(QWidget):
    """`edited(changes)` carries the settings' fields with their new values; another country has no region yet."""

    edited = Signal(dict)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("place_settings")
        self._country = self._combo("country", tr("Country"), countries())
        self._region = self._combo("region", tr("Region, for its holidays"), ())
        self._size = self._combo("text_size", tr("Text size"), [(str(size), f"{size} %") for size in TEXT_SIZES])
        self._country.activated.connect(lambda _at: self._choose_country())
        self._region.activated.connect(lambda _at: self.edited.emit({"region": self._region.currentData()}))
        self._size.activated.connect(lambda _at: self.edited.emit({"text_size": int(self._size.currentData())}))
        px = hub.current.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(tokens.MEDIUM + 4))
        self._grid.setVerticalSpacing(px(tokens.MEDIUM))
        for place, combo in enumerate((self._country, self._region, self._size)):
            self._grid.addLayout(_titled(combo), place // 2, place % 2)
            self._grid.setColumnStretch(place % 2, 1)
        self.load(settings)

    def load(self, settings: Settings) -> None:
        """Show these settings; sends nothing."""
        self._country.setCurrentIndex(max(0, self._country.findData(settings.country)))
        self._size.setCurrentIndex(max(0, self._size.findData(str(settings.text_size))))
        self._fill_regions(settings.country, settings.region)

    def _combo(self, name: str, title: str, rows: Iterable[tuple[str, str]]) -> ComboBox:
        combo = ComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(SHOWN_LETTERS)
        for value, text in rows:
            combo.addItem(text, value)
        return combo

    def _fill_regions(self, country: str, chosen: str) -> None:
        self._region.clear()
        self._region.addItem(tr("The whole country"), "")
        for value, text in regions(country):
            self._region.addItem(text, value)
        self._region.setCurrentIndex(max(0, self._region.findData(chosen)))
        self._region.setEnabled(self._region.count() > 1)

    def _choose_country(self) -> None:
        country = str(self._country.currentData())
        self._fill_regions(country, "")
        self.edited.emit({"country": country, "region": ""})


def _titled(combo: ComboBox) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(hub.current.px(tokens.TINY))
    title = label(combo.accessibleName(), "label")
    title.setBuddy(combo)
    column.addWidget(title)
    column.addWidget(combo)
    return column
