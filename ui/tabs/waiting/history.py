"""What happened so far, the newest first: their words, when you asked, and the letters that went out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Moment
from models.dossier import Dossier
from models.records import Contact, Event
from models.texts import QT_TRANSLATE_NOOP
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import icon_button, link_button
from ui.widgets.headings import SectionTitle, label

AT_FIRST = 6
"""So many are shown until the rest is asked for."""
_THEIRS = {
    "phone": QT_TRANSLATE_NOOP("encore", "They called"),
    "video": QT_TRANSLATE_NOOP("encore", "You spoke by video"),
    "met": QT_TRANSLATE_NOOP("encore", "You met"),
}
_MINE = {
    "update": QT_TRANSLATE_NOOP("encore", "You asked for news"),
    "closing note": QT_TRANSLATE_NOOP("encore", "You sent the closing note"),
}


@dataclass(frozen=True)
class Happening:
    """One line of it. `event` is None for a letter, which is changed where letters are."""

    when: Moment | None
    head: str
    text: str
    event: Event | None = None


def happenings(dossier: Dossier, people: Mapping[str, Contact]) -> list[Happening]:
    """Everything with a day, the newest first; what has none stands last."""
    found = [_of_event(event, people) for event in dossier.events]
    noted = {event.letter for event in dossier.events}
    sent = [letter for letter in dossier.letters if letter.state == "sent" and letter.id not in noted]
    found += [Happening(letter.sent, tr("You sent a letter"), letter.subject) for letter in sent]
    found.reverse()  # of one moment, what was noted last stands first
    return sorted(found, key=lambda one: one.when.aware.timestamp() if one.when else float("-inf"), reverse=True)


def _of_event(event: Event, people: Mapping[str, Contact]) -> Happening:
    match event.direction:
        case "from them":
            head = tr(_THEIRS.get(event.channel, QT_TRANSLATE_NOOP("encore", "They wrote")))
        case "from me":
            head = tr(_MINE.get(event.asks, QT_TRANSLATE_NOOP("encore", "You wrote")))
        case _:
            head = tr(_THEIRS["met"]) if event.channel == "met" else tr("Noted")
    person = people.get(event.contact)
    head = tr("{what}, {name}", what=head, name=person.name) if person is not None and person.name else head
    named = tr("They named {day}.", day=LocaleFormatter().day(event.gave_date)) if event.gave_date else ""
    return Happening(event.when, head, "\n".join(part for part in (event.summary.strip(), named) if part), event)


class History(QWidget):
    """Lines that can be corrected and taken out; the tab turns both wishes into steps."""

    change_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what_happened")
        self._all: list[Happening] = []
        self._whole = False
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
        self._column.addWidget(SectionTitle(tr("What happened")))
        self._more = link_button("", self._show_all, name="more_happened")
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_dossier(self, dossier: Dossier, people: Mapping[str, Contact], *, another: bool) -> None:
        """What happened with this opportunity; `another` than before begins with the newest few."""
        found = happenings(dossier, people)
        self._whole = self._whole and not another
        if found != self._all or another:
            self._all = found
            self._fill()
        self.setVisible(bool(found))

    def _show_all(self) -> None:
        self._whole = True
        self._fill()
        if len(self._lines) > AT_FIRST:
            self._lines[AT_FIRST].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        shown = self._all if self._whole else self._all[:AT_FIRST]
        self._lines = [self._line(number, one) for number, one in enumerate(shown)]
        for place, line in enumerate(self._lines, 1):
            self._column.insertWidget(place, line)
        rest = len(self._all) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.say(tr("Show {count} more", count=rest))

    def _line(self, number: int, one: Happening) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(tokens.SMALL))
        words = QVBoxLayout()
        words.setSpacing(hub.current.px(2))
        when = LocaleFormatter().full_day(one.when.day) if one.when else tr("Day not known")
        words.addWidget(label(f"{one.head} · {when}", "caption", wrap=True, name=f"happened_head_{number}"))
        if one.text:
            text = label(one.text, wrap=True, name=f"happened_{number}")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(text)
        row.addLayout(words, 1)
        if one.event is not None:
            for button in self._buttons(number, f"{one.head}, {when}", one.event.id):
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _buttons(self, number: int, what: str, event_id: str) -> tuple[QWidget, QWidget]:
        wishes: tuple[Callable[[], None], Callable[[], None]] = (
            lambda: self.change_wanted.emit(event_id),
            lambda: self.remove_wanted.emit(event_id),
        )
        change = icon_button("pencil", tr("Correct: {what}", what=what), wishes[0], name=f"correct_happened_{number}")
        remove = icon_button("x", tr("Remove: {what}", what=what), wishes[1], name=f"remove_happened_{number}")
        return change, remove
