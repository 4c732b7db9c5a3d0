"""Whether a window can appear at all; Qt itself would end the whole program where it cannot."""

from __future__ import annotations

import os
import sys

from models.errors import EncoreError

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoScreen(EncoreError):
    """A window was asked for where there is nothing to show it on."""


def require() -> None:
    """Raises NoScreen on a Linux without X11, Wayland or a platform named for Qt; elsewhere there is always a screen."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise NoScreen("There is no screen here to open a window on; encore --tour DIR shows Encore without one.")
