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


def use_utf8_locale() -> None:
    """Where the locale is not UTF-8, choose the one that Qt would switch to anyway, with four lines of warning.

    Only for what shows no window: it is written the same everywhere, while a window follows the user's locale.
    """
    if not sys.platform.startswith("linux"):
        return
    import locale  # noqa: PLC0415 - the window starts without it

    if locale.nl_langinfo(locale.CODESET).upper() not in ("UTF-8", "UTF8"):
        os.environ["LC_ALL"] = "C.UTF-8"
