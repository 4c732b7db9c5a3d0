"""Which theme is shown now, and who wants to know when it changes."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import ROOT
from ui.theme.fonts import SANS, load_fonts
from ui.theme.sheet import style_sheet
from ui.theme.theme import Theme, ThemeFile, load_theme, palette

Choice = Literal["system", "light", "dark", "high contrast"]
_FILES: dict[str, ThemeFile] = {"light": "light", "dark": "dark", "high contrast": "contrast"}


class ThemeHub(QObject):
    """Knows the current theme; painted widgets repaint on `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current: Theme = load_theme("light")
        self.choice: Choice = "light"
        self.listens = False
        self.dressed = False

    def show(self, theme: Theme) -> None:
        """Remember the theme and tell everyone."""
        self.current = theme
        self.dressed = True
        self.changed.emit()

    def follow_system(self) -> None:
        """The system's colours changed; matters only while the choice is "system"."""
        app = QApplication.instance()
        if self.choice == "system" and isinstance(app, QApplication):
            choose("system", app, self.current.percent)


hub = ThemeHub()


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in this theme."""
    load_fonts(ROOT / "fonts", SANS)
    if app.property("dressed") is None:  # ui.app has asked for it; a style sheet hides it, setting it twice is costly
        app.setStyle("Fusion")
        app.setProperty("dressed", True)
    app.setFont(theme.font())
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    hub.show(theme)


def choose(name: Choice | str, app: QApplication, percent: int = 100) -> Theme:
    """Apply the user's choice: "system", "light", "dark" or "high contrast", at 100 to 200 % text size."""
    hub.choice = name if name in ("system", *_FILES) else "system"  # type: ignore[assignment]
    wanted = _FILES.get(name) or (system_theme() if hub.dressed else _looks_like())
    theme = load_theme(wanted, percent)
    apply(app, theme)
    return theme


def ask_system(app: QApplication) -> None:
    """Ask the system for its colours and hear of their changes; a window's first picture only looks at its palette.

    The question needs the namespace Qt, and to make its many enums takes Python a tenth of a whole start.
    """
    if not hub.listens:
        hub.listens = True
        QGuiApplication.styleHints().colorSchemeChanged.connect(hub.follow_system)
    if hub.choice == "system" and system_theme() != hub.current.name:
        choose("system", app, hub.current.percent)


def _looks_like() -> ThemeFile:
    """Dark where the system's own palette is light on dark."""
    given, role = QPalette(), QPalette.ColorRole
    light_on_dark = given.color(role.WindowText).lightness() > given.color(role.Window).lightness()
    return "dark" if light_on_dark else "light"


def system_theme() -> ThemeFile:
    """What the system asks for; light where it does not say."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the first picture

    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", lambda: None)()
    if accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def mark(widget: QWidget, **properties: Any) -> None:
    """Set properties that the style sheet reads (kind, type, tone, state) and let it look again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the first picture

    for name, value in properties.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style has not looked yet, and will
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()
