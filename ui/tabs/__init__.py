"""The tabs in the order of the story. A new tab is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from models.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.context import AppContext
    from ui.tabs.base import Tab


class TabSpec(msgspec.Struct, frozen=True):
    """A tab before it is built: its name, its title, and how to make it when it is first shown."""

    name: str
    title: str
    make: Callable[[AppContext], Tab]


def _from(module: str, kind: str) -> Callable[[AppContext], Tab]:
    def make(context: AppContext) -> Tab:
        return getattr(import_module(module), kind)(context)

    return make


TABS: tuple[TabSpec, ...] = (
    TabSpec("checklist", QT_TRANSLATE_NOOP("encore", "Checklist"), _from("ui.tabs.checklist", "ChecklistTab")),
    TabSpec("contacts", QT_TRANSLATE_NOOP("encore", "Contacts"), _from("ui.tabs.contacts", "ContactsTab")),
    TabSpec("letters", QT_TRANSLATE_NOOP("encore", "Letters"), _from("ui.tabs.letters", "LettersTab")),
    TabSpec("waiting", QT_TRANSLATE_NOOP("encore", "Waiting"), _from("ui.tabs.waiting", "WaitingTab")),
    TabSpec("offers", QT_TRANSLATE_NOOP("encore", "Offers"), _from("ui.tabs.offers", "OffersTab")),
    TabSpec("onward", QT_TRANSLATE_NOOP("encore", "Onward"), _from("ui.tabs.onward", "OnwardTab")),
)
