"""Above the tabs: the interview in hand, the search, and the way in after an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from models.records import Interview, Opportunity
from ui.naming import interview_title
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.fitting import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from models.library import StepDone
    from ui.actions import Actions
    from ui.context import AppContext

RECENT = 12


class ElidedButton(QPushButton):
    """A button whose text ends in "…" where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("kind", "row")

    def say(self, text: str) -> None:
        """Another text."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another place to end."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - hub.current.px(48)
        text = elided(self._whole, self.fontMetrics(), room).replace("&", "&&")
        if text != self.text():
            self.setText(text)


class ContextBar(QWidget):
    """The interview in hand decides what Checklist, Contacts and Letters show first."""

    def __init__(self, context: AppContext, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("context_bar")
        self._context = context
        self._chooser = ElidedButton()
        self._chooser.setObjectName("interview_chooser")
        self._menu = QMenu(self._chooser)
        self._menu.aboutToShow.connect(self._fill)
        self._chooser.setMenu(self._menu)
        self._search = quiet_button(tr("Search"), actions["search"].trigger, name="open_search")
        self._finished = primary_button(tr("Just finished?"), actions["just_finished"].trigger, name="just_finished")
        self._actions = actions
        row = QHBoxLayout(self)
        row.addWidget(self._chooser, 1)
        row.addStretch(0)
        row.addWidget(self._search)
        row.addWidget(self._finished)
        self._scale()
        hub.changed.connect(self._scale)
        context.signals.changed.connect(self._on_step)
        context.interview_changed.connect(lambda _id: self._show())
        self._show()

    def finish(self) -> None:
        """What the first picture of the window does without."""
        self._search.show_icon("search")
        self._search.setToolTip(self._actions["search"].toolTip())
        self._finished.setToolTip(self._actions["just_finished"].toolTip())

    def open_search(self) -> None:
        """The palette over everything."""
        from ui.frame.search_palette import SearchPalette  # noqa: PLC0415 - built when first asked for

        SearchPalette(self._context, self.window()).open_at(self._search)

    def _scale(self) -> None:
        px = hub.current.px
        row = self.layout()
        if row is not None:
            row.setContentsMargins(px(tokens.LARGE + 6), px(tokens.TINY), px(tokens.HUGE), px(tokens.TINY))
            row.setSpacing(px(tokens.SMALL))

    def _on_step(self, step: StepDone) -> None:
        if step.touches(Interview, Opportunity):
            self._show()

    def _show(self) -> None:
        interview = self._context.library.find(Interview, self._context.interview_id)
        text = interview_title(self._context.library, interview) if interview else tr("No interview yet")
        self._chooser.say(text)
        self._chooser.setToolTip(text)
        self._chooser.setAccessibleName(tr("Interview in hand: {title}", title=text))

    def _fill(self) -> None:
        library = self._context.library
        self._menu.clear()
        recent = sorted(library.all(Interview), key=_when, reverse=True)[:RECENT]
        for interview in recent:
            entry = self._menu.addAction(interview_title(library, interview).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(interview.id == self._context.interview_id)
            entry.triggered.connect(lambda _on=False, chosen=interview.id: self._context.choose_interview(chosen))
        if recent:
            self._menu.addSeparator()
        self._menu.addAction(self._actions["new_interview"])


def _when(interview: Interview) -> tuple[str, int]:
    return (interview.start.aware.isoformat() if interview.start else "", int(interview.id))
