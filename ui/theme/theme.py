"""A theme: its colours, and how large text is. From it come the palette and the style sheet.

Light: paper on a quiet desk; dark: the same desk with the lamp turned down. Text keeps 4.5 to 1, edges and focus 3 to 1.
High contrast: black on white, every edge drawn; text keeps at least 7 to 1 (tests/ui/theme/test_contrast.py).
The colours lie in JSON, which is read at every start without a parser of its own.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtGui import QColor, QFontMetricsF, QPalette

from resources import ROOT
from ui.theme import fonts, tokens
from ui.theme.tokens import Colours, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

ThemeFile = Literal["light", "dark", "contrast"]
FOLDER = ROOT / "themes"


class Theme(msgspec.Struct, frozen=True):
    """What a painted widget needs: `colour(role)`, `px(size)`, `font(size, weight)`."""

    name: ThemeFile
    colours: Colours
    percent: int = 100

    @property
    def folder(self) -> Path:
        """Where this theme's marks (tick, chevrons) lie."""
        return FOLDER / self.name

    def colour(self, role: Role) -> QColor:
        """The colour of that role."""
        return QColor(self.colours.of(role))

    def px(self, size: float) -> int:
        """`size` logical pixels at this text size; never less than one."""
        return max(1, round(size * self.percent / 100))

    def font(self, size: int = tokens.TEXT, weight: int = tokens.REGULAR, *, serif: bool = False) -> QFont:
        """A font of the house at this text size."""
        return fonts.font(size, weight, percent=self.percent, serif=serif)

    def digit_width(self, size: int = tokens.TEXT) -> int:
        """How wide one figure is, in pixels: all are equally wide."""
        return round(QFontMetricsF(self.font(size)).horizontalAdvance("0") + 0.49)


@functools.cache
def load_theme(name: ThemeFile = "light", percent: int = 100) -> Theme:
    """The theme of that name; `percent` is the text size and is kept between 100 and 200."""
    colours = msgspec.json.decode((FOLDER / f"{name}.json").read_bytes(), type=Colours)
    return Theme(name, colours, min(200, max(100, percent)))


def palette(theme: Theme) -> QPalette:
    """The palette for everything that the style sheet leaves to Fusion, and for painted widgets."""
    of = theme.colour
    made = QPalette()
    roles: dict[QPalette.ColorRole, Role] = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "page",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "on-accent",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on-accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Light: "card",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "faint",
        QPalette.ColorRole.Shadow: "line",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, token in roles.items():
        made.setColor(role, of(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(disabled, role, of("faint"))
    made.setColor(disabled, QPalette.ColorRole.Highlight, of("line"))
    made.setColor(disabled, QPalette.ColorRole.HighlightedText, of("muted"))
    return made
