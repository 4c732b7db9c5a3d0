"""What happened meanwhile, written down in the page: they wrote, or you asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.records import Contact, Event
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceBar
from ui.widgets.fields.choices import ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import label
from ui.widgets.record_form import RecordForm

Kind = Literal["reply", "update", "closing note"]
FIELDS: dict[str, tuple[str, ...]] = {
    "reply": ("summary", "when", "gave_date", "channel"),
    "asked": ("when", "channel", "summary"),
}


class EventForm(Card):
    """Opens below its button and closes again. `written(kind, event, means)` carries what was written.

    `means` is the status that a reply brings: "rejected", "offer", or "" for plain news.
    """

    written = Signal(str, object, str)
    cancelled = Signal()

    def __init__(self, name: str, clock: Clock) -> None:
        super().__init__(f"{name}_form")
        self._name, self._clock = name, clock
        self._kind: Kind = "reply" if name == "reply" else "update"
        self._event = Event()
        self._title = label("", "strong", wrap=True)
        self.body.addWidget(self._title)
        self._hint = label("", "small", wrap=True)
        self.body.addWidget(self._hint)
        self.form = RecordForm(Event, FIELDS[name], clock=clock, columns=2)
        self.form.setObjectName(f"{name}_fields")
        for field, row in self.form.rows.items():
            row.editor.name_parts(f"{name}_{field}")
        self.form.field_edited.connect(self._edited)
        self.body.addWidget(self.form)
        self._build_who()
        self.problem = label(tone="bad", wrap=True, name=f"{name}_problem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self._build_buttons()
        self.hide()

    def _build_who(self) -> None:
        both = QWidget()
        flow = FlowLayout(both, tokens.WIDE)
        text = tr("From whom") if self._name == "reply" else tr("To whom")
        self.who = ComboBox()
        self.who.setObjectName(f"{self._name}_who")
        self.who.setAccessibleName(text)
        self._who_part = _titled(text, self.who)
        flow.addWidget(self._who_part)
        what = tr("What it was")
        self.means = ChoiceBar(
            [("", tr("News")), ("rejected", tr("A no")), ("offer", tr("An offer"))], what, clearable=False
        )
        self.means.setObjectName("reply_means")
        self._means_part = _titled(what, self.means)
        flow.addWidget(self._means_part)
        self.body.addWidget(both)

    def _build_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(hub.current.px(tokens.SMALL))
        row.addWidget(primary_button(tr("Write it down"), self._done, name=f"keep_{self._name}"))
        row.addWidget(quiet_button(tr("Not now"), self._cancel, name=f"cancel_{self._name}"))
        row.addStretch(1)
        self.body.addLayout(row)

    def begin(self, kind: Kind, people: Sequence[Contact]) -> None:
        """Open, empty but for this moment."""
        titles = {
            "reply": tr("What did they say?"),
            "update": tr("When did you ask?"),
            "closing note": tr("When did you write the closing note?"),
        }
        hint = (
            tr("Paste their text as it is. A form letter goes to everyone and says nothing about you.")
            if kind == "reply"
            else tr("Only what you sent without Encore. Letters you mark as sent here are counted already.")
        )
        self._open(kind, Event(when=self._clock.now(), channel="e-mail"), people, titles[kind], hint)

    def correct(self, event: Event, people: Sequence[Contact]) -> None:
        """Open with something that was written down before."""
        kind: Kind = "reply" if self._name == "reply" else "closing note" if event.asks == "closing note" else "update"
        self._open(kind, event, people, tr("Correct what was written down"), "")

    def _open(self, kind: Kind, event: Event, people: Sequence[Contact], title: str, hint: str) -> None:
        self._kind, self._event = kind, event
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._means_part.setVisible(kind == "reply" and not event.id)
        for row in self.form.rows.values():
            row.editor.discard()
        self.form.load(self._event)
        self.means.set_value("")
        self.who.clear()
        self.who.addItem(tr("Not said"), "")
        for contact in people:
            self.who.addItem(contact.name, contact.id)
        self.who.setCurrentIndex(max(0, self.who.findData(event.contact)))
        self._who_part.setVisible(bool(people))
        self.tell("")
        self.show()
        self.form.focus_on(FIELDS[self._name][0])

    def tell(self, sentence: str) -> None:
        """Say what is wrong, or "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _edited(self, name: str, value: object) -> None:
        self._event = msgspec.structs.replace(self._event, **{name: value})

    def _done(self) -> None:
        if self.form.flush():
            event = msgspec.structs.replace(self._event, contact=str(self.who.currentData() or ""))
            self.written.emit(self._kind, event, self.means.value())

    def _cancel(self) -> None:
        self.hide()
        self.cancelled.emit()


def _titled(text: str, field: QWidget) -> QWidget:
    """A field below its label, as in a form."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(hub.current.px(tokens.TINY))
    title = label(text, "label")
    title.setBuddy(field)
    column.addWidget(title)
    column.addWidget(field)
    return part
