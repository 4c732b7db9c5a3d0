"""Menus and shortcuts as data: an action is one row, its place in MENUS, and one method of the window or its helpers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QAction

from models.texts import QT_TRANSLATE_NOOP
from ui.tabs import TABS
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

Handlers = dict[str, Callable[[], object]]


class ActionRow(msgspec.Struct, frozen=True):
    """One thing the user can do from a menu or by a key. `choice` groups rows of which one is on."""

    id: str
    text: str
    keys: str = ""
    choice: str = ""


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new_interview", QT_TRANSLATE_NOOP("encore", "New interview"), "Ctrl+N"),
    ActionRow("just_finished", QT_TRANSLATE_NOOP("encore", "Just finished?"), "Ctrl+Shift+N"),
    ActionRow("add_sample", QT_TRANSLATE_NOOP("encore", "Look around with a sample story")),
    ActionRow("remove_sample", QT_TRANSLATE_NOOP("encore", "Remove the sample story")),
    ActionRow("save_copy", QT_TRANSLATE_NOOP("encore", "Save a copy…"), "Ctrl+Shift+S"),
    ActionRow("bring_back", QT_TRANSLATE_NOOP("encore", "Bring back a copy…")),
    ActionRow("show_file", QT_TRANSLATE_NOOP("encore", "Show my file")),
    ActionRow("quit", QT_TRANSLATE_NOOP("encore", "Quit"), "Ctrl+Q"),
    ActionRow("undo", QT_TRANSLATE_NOOP("encore", "Undo"), "Ctrl+Z"),
    ActionRow("redo", QT_TRANSLATE_NOOP("encore", "Redo"), "Ctrl+Shift+Z"),
    ActionRow("history", QT_TRANSLATE_NOOP("encore", "Back to an earlier state…")),
    ActionRow("search", QT_TRANSLATE_NOOP("encore", "Find…"), "Ctrl+K"),
    ActionRow("details", QT_TRANSLATE_NOOP("encore", "Your details and settings"), "Ctrl+,"),
    ActionRow("theme_system", QT_TRANSLATE_NOOP("encore", "Look of the system"), choice="theme"),
    ActionRow("theme_light", QT_TRANSLATE_NOOP("encore", "Light"), choice="theme"),
    ActionRow("theme_dark", QT_TRANSLATE_NOOP("encore", "Dark"), choice="theme"),
    ActionRow("theme_contrast", QT_TRANSLATE_NOOP("encore", "High contrast"), choice="theme"),
    ActionRow("larger", QT_TRANSLATE_NOOP("encore", "Larger text"), "Ctrl++"),
    ActionRow("smaller", QT_TRANSLATE_NOOP("encore", "Smaller text"), "Ctrl+-"),
    ActionRow("usual_size", QT_TRANSLATE_NOOP("encore", "Usual text size"), "Ctrl+0"),
    ActionRow("help", QT_TRANSLATE_NOOP("encore", "Help on this page"), "F1"),
    ActionRow("shortcuts", QT_TRANSLATE_NOOP("encore", "Keyboard shortcuts"), "Ctrl+/"),
    ActionRow("about", QT_TRANSLATE_NOOP("encore", "About Encore")),
)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("encore", "&File"),
        (
            "new_interview",
            "just_finished",
            "",
            "add_sample",
            "remove_sample",
            "",
            "save_copy",
            "bring_back",
            "show_file",
            "",
            "quit",
        ),
    ),
    (QT_TRANSLATE_NOOP("encore", "&Edit"), ("undo", "redo", "history", "", "search", "", "details")),
    (
        QT_TRANSLATE_NOOP("encore", "&View"),
        (
            "tabs",
            "",
            "theme_system",
            "theme_light",
            "theme_dark",
            "theme_contrast",
            "",
            "larger",
            "smaller",
            "usual_size",
        ),
    ),
    (QT_TRANSLATE_NOOP("encore", "&Help"), ("help", "shortcuts", "", "about")),
)


class Actions:
    """The rows above as live QActions on a window."""

    def __init__(self, window: QMainWindow, handlers: Handlers) -> None:
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._by_id: dict[str, QAction] = {}
        for row in ACTIONS:
            action = QAction(window)  # with a text, PySide would look for an icon too, and make that class's enums
            action.setText(tr(row.text))
            action.setObjectName(f"action_{row.id}")
            action.triggered.connect(_call(handlers[row.id]))
            self._by_id[row.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def title(self, bar: QMenuBar) -> None:
        """Put the menus into the bar, still without entries."""
        self._menus = {title: bar.addMenu(tr(title)) for title, _ in MENUS}

    def finish(self, tab_actions: list[QAction]) -> None:
        """The keys, and what is in the menus; "tabs" stands for one entry a tab. Nobody sees these at once."""
        from PySide6.QtGui import QActionGroup, QKeySequence  # noqa: PLC0415 - after the first picture

        groups: dict[str, QActionGroup] = {}
        for row in ACTIONS:
            action = self._by_id[row.id]
            if row.keys:
                action.setShortcut(QKeySequence(row.keys))
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{tr(row.text)} ({keys})")
            if row.choice:
                action.setCheckable(True)
                groups.setdefault(row.choice, QActionGroup(self._window)).addAction(action)
            self._window.addAction(action)
        for title, ids in MENUS:
            menu = self._menus[title]
            for action_id in ids:
                if action_id == "tabs":
                    menu.addActions(tab_actions)
                elif action_id:
                    menu.addAction(self._by_id[action_id])
                else:
                    menu.addSeparator()

    def listed(self) -> list[tuple[str, str]]:
        """Every action that has a key: (what it does, the key as this system writes it)."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - after the first picture

        form = QKeySequence.SequenceFormat.NativeText
        keyed = [(tr(row.text), row.keys) for row in ACTIONS if row.keys]
        keyed += [(tr(spec.title), f"Ctrl+{number}") for number, spec in enumerate(TABS, start=1)]
        return [(text, QKeySequence(keys).toString(form)) for text, keys in keyed]


def _call(handler: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        handler()

    return run
