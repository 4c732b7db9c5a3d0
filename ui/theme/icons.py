"""Icons in the colour of a role; they follow the theme by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources import ROOT
from ui.theme.hub import hub

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

    from ui.theme.tokens import Role

FOLDER = ROOT / "icons"


def icon(name: str, role: Role = "ink") -> QIcon:
    """The icon of that name (a file in resources/icons) in the colour of `role`. KeyError where there is none."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - see ui.theme.drawn

    from ui.theme import drawn  # noqa: PLC0415

    drawn.source(name)
    return QIcon(drawn.Recoloured(name, role))


def pixmap(name: str, size: int, role: Role = "ink", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, in the current theme."""
    from ui.theme import drawn  # noqa: PLC0415 - see there

    return drawn.drawn(name, hub.current.colours.of(role), size, size, ratio)


def application_icon() -> QIcon:
    """Encore's own mark."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - see ui.theme.drawn

    return QIcon(str(FOLDER / "encore.svg"))
