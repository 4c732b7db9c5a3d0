"""What the page of letters shows before a letter is open: whom to thank, and the first letter one key away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.people.names import full_name
from models.phrases import number_word
from models.records import Contact
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import primary_button
from ui.widgets.headings import PageHeader


class Begin(QWidget):
    """`begun(contact)`: the user wants to write to this person."""

    begun = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("begin_letters")
        self._first = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(hub.current.px(tokens.MEDIUM))
        self._header = PageHeader(tr("Letters"), "")
        column.addWidget(self._header)
        self._write = primary_button("", lambda: self.begun.emit(self._first), "mail", name="write_first")
        column.addWidget(self._write)
        column.addStretch(1)

    def show_people(self, people: Sequence[Contact], employer: str) -> None:
        """Who is still to be thanked."""
        self._first = people[0].id if people else ""
        name = full_name(people[0].name) if people else ""
        at = employer or tr("this interview")
        count = number_word(len(people))
        number = tr(count).capitalize() if isinstance(count, str) else count
        if len(people) == 1:
            sentence = tr(
                "One person from {employer} is still to be thanked. The letter begins with what they said.", employer=at
            )
        else:
            sentence = tr(
                "{n} people from {employer} are still to be thanked. Each letter begins with what that person said.",
                n=number, employer=at,
            )  # fmt: skip
        self._header.say(sentence)
        self._write.say(tr("Write to {name}", name=name) if name else tr("Write the first letter"))
