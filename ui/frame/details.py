"""The user's own details and the program's settings, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.records import Profile, Settings
from models.settings import update_profile, update_settings
from ui.context import AppContext
from ui.frame.place_settings import PlaceSettings
from ui.texts import tr
from ui.widgets.headings import PageHeader, SectionTitle
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

PROFILE = ("name", "email", "phone", "city", "link")
SETTINGS = ("dialect", "currency", "theme", "letter_font")


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
        self._place = PlaceSettings(context.library.one(Settings))
        self._place.edited.connect(self._keep_place)
        page.body.addWidget(self._place)
        self._settings = RecordForm(Settings, SETTINGS, clock=context.clock, columns=2)
        page.body.addWidget(self._settings)
        page.body.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.setContentsMargins(24, 8, 24, 16)
        close.button(QDialogButtonBox.StandardButton.Close).setObjectName("close")
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
        update_profile(self._context.library, origin=self, **{name: value})

    def _keep_settings(self, name: str, value: object) -> None:
        update_settings(self._context.library, origin=self, **{name: value})

    def _keep_place(self, changes: dict[str, object]) -> None:
        update_settings(self._context.library, origin=self, **changes)

    def _flush(self) -> None:
        self._profile.flush()
        self._settings.flush()
