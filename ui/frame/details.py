"""The user's own details and the program's settings, on one page."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.records import Profile, Settings
from ui.context import AppContext
from ui.texts import tr
from ui.widgets.headings import PageHeader, SectionTitle
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

PROFILE = ("name", "email", "phone", "city", "link")
SETTINGS = ("country", "region", "dialect", "currency", "theme", "text_size", "letter_font")


class DetailsDialog(QDialog):
    """Every change is kept as it is made; closing is all there is to do."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setWindowTitle(tr("Your details and settings"))
        self.resize(640, 680)
        self._context = context
        page = Page()
        page.body.addWidget(
            PageHeader(tr("Your details"), tr("They stand under your letters. They stay on this computer."))
        )
        self._profile = RecordForm(Profile, PROFILE, clock=context.clock, columns=2)
        page.body.addWidget(self._profile)
        page.body.addWidget(SectionTitle(tr("Settings")))
        self._settings = RecordForm(Settings, SETTINGS, clock=context.clock, columns=2)
        page.body.addWidget(self._settings)
        page.body.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.setContentsMargins(24, 8, 24, 16)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page, 1)
        column.addWidget(close)
        self._profile.load(context.library.one(Profile))
        self._settings.load(context.library.one(Settings))
        self._profile.field_edited.connect(self._keep_profile)
        self._settings.field_edited.connect(self._keep_settings)
        self.finished.connect(self._flush)

    def _keep_profile(self, name: str, value: object) -> None:
        library = self._context.library
        with library.step("Edit your details", merge_key=f"profile.{name}", origin=self):
            library.put(msgspec.structs.replace(library.one(Profile), **{name: value}))

    def _keep_settings(self, name: str, value: object) -> None:
        library = self._context.library
        with library.step("Change settings", merge_key=f"settings.{name}", origin=self):
            library.put(msgspec.structs.replace(library.one(Settings), **{name: value}))

    def _flush(self) -> None:
        self._profile.flush()
        self._settings.flush()
