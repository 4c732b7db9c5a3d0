"""What the comparison rests on: how long you mean to stay, how many years, and the rest in sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.clock import Clock
from models.library import Library
from models.offers import Comparison
from models.offers.assumed import assumed_sentences
from models.offers.side_by_side import change_assumptions
from models.records import Settings
from ui.tabs.offers.keeping import Keeper
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.headings import SectionTitle, label
from ui.widgets.record_form import RecordForm

FIELDS = ("offer_stay_months", "offer_years", "offer_price_days")


class RestsOn(QWidget):
    """A short form and the assumptions below it. Keeps what is changed."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("rests_on")
        self._library = library
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionTitle(tr("What this rests on")))
        self._form = RecordForm(Settings, FIELDS, clock=clock, columns=3)
        self._form.setObjectName("assumptions_form")
        self._keeper = Keeper(self._form, self._keep)
        self._column.addWidget(self._form)
        self._sentences = label("", "small", wrap=True, name="assumed")
        self._column.addWidget(self._sentences)
        self._space()
        hub.changed.connect(self._space)

    def show_comparison(self, comparison: Comparison, settings: Settings, *, own: bool) -> None:
        """The assumptions of this comparison; `own` leaves the fields alone."""
        if not own:
            self._keeper.load(settings)
        self._sentences.setText(" ".join(show(sentence) for sentence in assumed_sentences(comparison)))

    def flush(self) -> None:
        """Hand over what is typed."""
        self._form.flush()

    def _keep(self, name: str, value: object) -> None:
        change_assumptions(self._library, origin=self, **{name: value})

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
