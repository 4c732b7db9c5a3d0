"""The tabs in the order of the story. A new tab is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from models.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.context import AppContext
    from ui.tabs.base import Tab


class TabSpec(msgspec.Struct, frozen=True):
    """A tab before it is built: its name, its title, and the class that is loaded and made when it is first shown."""

    name: str
    title: str
    kind: str

    def load(self) -> type[Tab]:
        """The class of the tab, with all that it needs: by far the longest part of showing it."""
        return getattr(import_module(f"ui.tabs.{self.name}"), self.kind)

    def make(self, context: AppContext) -> Tab:
        """The tab itself."""
        return self.load()(context)


TABS: tuple[TabSpec, ...] = (
    TabSpec("checklist", QT_TRANSLATE_NOOP("encore", "Checklist"), "ChecklistTab"),
    TabSpec("contacts", QT_TRANSLATE_NOOP("encore", "Contacts"), "ContactsTab"),
    TabSpec("letters", QT_TRANSLATE_NOOP("encore", "Letters"), "LettersTab"),
    TabSpec("waiting", QT_TRANSLATE_NOOP("encore", "Waiting"), "WaitingTab"),
    TabSpec("offers", QT_TRANSLATE_NOOP("encore", "Offers"), "OffersTab"),
    TabSpec("onward", QT_TRANSLATE_NOOP("encore", "Onward"), "OnwardTab"),
)
