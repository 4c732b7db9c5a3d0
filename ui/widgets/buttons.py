"""Buttons: one primary on a page, quiet ones, links, and icons with a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ui.theme import hub, icon, mark

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Role

ICON, GAP = 16, 7
ENTER_KEYS = (0x01000004, 0x01000005)
"""Qt.Key_Return and Qt.Key_Enter as numbers: the first picture needs no enums of Qt."""
_ICON_ROLES: dict[str, Role] = {"primary": "on-accent", "link": "accent"}


class Button(QPushButton):
    """A push button of the house. `kind` is "primary", "quiet", "link" or "row"."""

    def __init__(self, text: str, kind: str = "quiet", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)  # with a text, PySide would look for an icon too, and make that class's enums
        self.setText(text.replace("&", "&&"))
        self._kind = kind
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if kind != "row":
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", kind)
        if icon_name:
            self.setIcon(icon(icon_name, _ICON_ROLES.get(kind, "muted")))
        self._fit_icon()
        hub.changed.connect(self._fit_icon)

    def say(self, text: str) -> None:
        """Another text; the accessible name follows."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._fit_icon()

    def become(self, kind: str, icon_name: str = "") -> None:
        """Another kind of button, where what is the one thing to do depends on what is there."""
        if kind != self._kind:
            self._kind = kind
            mark(self, kind=kind)
            if icon_name:
                self.show_icon(icon_name)

    def show_icon(self, icon_name: str) -> None:
        """Another icon, in the colour of this kind of button."""
        self.setIcon(icon(icon_name, _ICON_ROLES.get(self._kind, "muted")))

    def _fit_icon(self) -> None:
        size = QSize(hub.current.px(ICON + (GAP if self.text() else 0)), hub.current.px(ICON))
        if self.iconSize() != size:
            self.setIconSize(size)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer becomes a hand."""
        _point(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button, as Space does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button shows its focus inside, where the ring stands out from the fill."""
        super().paintEvent(event)
        if self._kind == "primary" and self.hasFocus():
            from PySide6.QtCore import QRectF  # noqa: PLC0415 - loaded when first painted
            from PySide6.QtGui import QPainter, QPen  # noqa: PLC0415

            inset = 3.0
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(hub.current.colour("on-accent"), 2))
                painter.drawRoundedRect(
                    QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), hub.current.px(5), hub.current.px(5)
                )


def primary_button(
    text: str, clicked: Callable[[], object] | None = None, icon_name: str = "", name: str = ""
) -> Button:
    """The one thing to do on this page."""
    return _made(text, "primary", clicked, icon_name, name)


def quiet_button(text: str, clicked: Callable[[], object] | None = None, icon_name: str = "", name: str = "") -> Button:
    """Everything else that can be done."""
    return _made(text, "quiet", clicked, icon_name, name)


def link_button(text: str, clicked: Callable[[], object] | None = None, icon_name: str = "", name: str = "") -> Button:
    """A small way to somewhere else, in the running text's size."""
    return _made(text, "link", clicked, icon_name, name)


def _made(text: str, kind: str, clicked: Callable[[], object] | None, icon_name: str, name: str) -> Button:
    button = Button(text, kind, icon_name)
    button.setObjectName(name or object_name(text, "Button"))
    if clicked is not None:
        button.clicked.connect(lambda _checked=False: clicked())
    return button


def icon_button(
    icon_name: str, says: str, clicked: Callable[[], object] | None = None, shortcut: str = "", name: str = ""
) -> QToolButton:
    """A button without a text. `says` is its tooltip and accessible name; the tooltip names the shortcut too.

    The shortcut itself belongs to an action; it is only named here.
    """
    button = IconButton(icon_name)
    button.setObjectName(name or object_name(says, "Button"))
    button.setAccessibleName(says)
    button.setToolTip(with_shortcut(says, shortcut))
    if clicked is not None:
        button.clicked.connect(lambda _checked=False: clicked())
    return button


class IconButton(QToolButton):
    """A tool button whose icon grows with the text size."""

    def __init__(self, icon_name: str, role: Role = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtCore import Qt  # noqa: PLC0415 - none of these is in the window's first picture

        self.setIcon(icon(icon_name, role))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _point(self)
        self._fit_icon()
        hub.changed.connect(self._fit_icon)

    def _fit_icon(self) -> None:
        side = hub.current.px(ICON + 2)
        if self.iconSize() != QSize(side, side):
            self.setIconSize(QSize(side, side))


def _point(widget: QWidget) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - its enums take long to make, and no picture shows the pointer

    widget.setCursor(Qt.CursorShape.PointingHandCursor)


def with_shortcut(text: str, shortcut: str) -> str:
    """A tooltip such as "Search  (Ctrl+K)", in the system's own way of writing keys."""
    if not shortcut:
        return text
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - not in the window's first picture

    return f"{text}  ({QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)})"


def object_name(text: str, ending: str = "") -> str:
    """A name for tests and style from an English text: "Write again" + "Button" -> "writeAgainButton"."""
    words = ["".join(filter(str.isalnum, word)) for word in text.split()]
    words = [word for word in words if word]
    return "".join([words[0].lower(), *(word.capitalize() for word in words[1:])] if words else []) + ending
