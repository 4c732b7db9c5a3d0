"""Note cards: one thing they said on each, written where it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import Note
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.chip import Chip
from ui.widgets.fields.text import LongEditor


class NoteCard(QWidget):
    """One card: its text, whether a letter uses it, and the way to put it away."""

    def __init__(self, note: Note, number: int, cards: NoteCards) -> None:
        super().__init__()
        self.note_id = note.id
        self.text = LongEditor(
            tr("Note {number}", number=number + 1), tr("One thing they said, in their words"), least=1
        )
        self.text.name_parts(f"note_{number}")
        self.text.edited.connect(lambda text: cards.edited.emit(self.note_id, text))
        self.text.typed.connect(lambda: cards.typing.emit(self.note_id, self.text.value()))
        self.text.rested.connect(lambda: cards.rested.emit(self.note_id))
        self._used = Chip(tr("used in a letter"), "good", "check")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self._used)
        remove = icon_button(
            "x", tr("Remove this note"), lambda: cards.removed.emit(self.note_id), name=f"remove_note_{number}"
        )
        row.addWidget(remove)
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """The note as it is now."""
        if note.id != self.note_id:
            self.text.flush()
            self.text.discard()
        self.note_id = note.id
        self.text.load(note.text)
        self._used.setVisible(bool(note.used_in))


class NoteCards(QWidget):
    """All cards of a person, and a way to the next."""

    added = Signal(str)
    edited = Signal(str, str)
    removed = Signal(str)
    typing = Signal(str, str)
    rested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notes")
        self._cards: list[NoteCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.SMALL))
        row = QHBoxLayout()
        row.addWidget(quiet_button(tr("Add a note"), self._add, "plus", name="add_note"))
        row.addStretch(1)
        self._column.addLayout(row)
        self._focus_new = False

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these cards; a card that stays keeps its place and its cursor."""
        while len(self._cards) > len(notes):
            gone = self._cards.pop()
            gone.text.discard()
            gone.deleteLater()
        for number, note in enumerate(notes):
            if number < len(self._cards):
                self._cards[number].show_note(note)
            else:
                card = NoteCard(note, number, self)
                self._cards.append(card)
                self._column.insertWidget(number, card)
        if self._focus_new and self._cards:
            self._focus_new = False
            self._cards[-1].text.setFocus()

    def flush(self) -> None:
        """Commit what is typed and not yet kept."""
        for card in self._cards:
            card.text.flush()

    def _add(self) -> None:
        self._focus_new = True
        self.added.emit("")
