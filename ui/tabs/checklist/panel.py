"""The panel at a glance: who was met, and which names or addresses are still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import Contact, Meeting
from ui.texts import tr
from ui.theme import hub
from ui.widgets.buttons import link_button
from ui.widgets.chip import Chip
from ui.widgets.headings import label

NAME_WIDTH = 190


class PanelList(QWidget):
    """One line a person; the name opens their page."""

    person_requested = Signal(str)
    letter_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: list[tuple[Meeting, Contact]] = []
        self._lines: list[QWidget] = []

    def show_panel(self, panel: list[tuple[Meeting, Contact]]) -> None:
        """Show these people."""
        if panel == self._shown:
            return
        self._shown = panel
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(number, meeting, contact) for number, (meeting, contact) in enumerate(panel)]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, number: int, meeting: Meeting, contact: Contact) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = contact.name or tr("Name not known yet")
        who = link_button(name, lambda: self.person_requested.emit(contact.id), name=f"panel_{number}")
        room = hub.current.px(NAME_WIDTH)
        who.setText(who.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        who.setToolTip(name)
        row.addWidget(who)
        if meeting.role:
            row.addWidget(label(tr(meeting.role), "small"))
        row.addStretch(1)
        if not contact.name:
            row.addWidget(Chip(tr("no name"), "warn"))
        elif not contact.emails:
            row.addWidget(Chip(tr("no e-mail"), "warn"))
        if meeting.letter_sent:
            row.addWidget(Chip(tr("thanked"), "good", "check"))
        elif meeting.letter_skipped:
            row.addWidget(Chip(tr("no letter")))
        else:
            write = link_button(tr("Write"), lambda: self.letter_requested.emit(meeting.id), name=f"write_to_{number}")
            write.setAccessibleName(tr("Write the thank-you to {name}", name=name))
            row.addWidget(write)
        return line
