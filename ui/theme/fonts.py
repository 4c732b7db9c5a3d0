"""The bundled fonts: the same letters on every computer, with figures of equal width."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from resources import ROOT
from ui.theme.tokens import FAMILY, REGULAR, SERIF_FAMILY, TEXT

SANS = "EncoreSans-*.ttf"
"""What the window is written in; the serif ones are loaded with the first letter that asks for them."""

_loaded: dict[str, int] = {}


def load_fonts(folder: Path, names: str = "*.ttf") -> tuple[str, ...]:
    """Register the folder's font files of such names once; returns the file names that could not be used."""
    refused: list[str] = []
    for file in sorted(folder.glob(names)):
        if file.name not in _loaded or not QFontDatabase.applicationFontFamilies(_loaded[file.name]):
            _loaded[file.name] = QFontDatabase.addApplicationFont(str(file))
        if _loaded[file.name] < 0:
            refused.append(file.name)
    return tuple(refused)


def font(size: int = TEXT, weight: int = REGULAR, *, percent: int = 100, serif: bool = False) -> QFont:
    """A font of the house: `size` in logical pixels at 100 %, weight 400, 500 or 600."""
    if serif:
        load_fonts(ROOT / "fonts")
    made = QFont([SERIF_FAMILY, "serif"] if serif else [FAMILY, "sans-serif"])
    made.setPixelSize(max(1, round(size * percent / 100)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
