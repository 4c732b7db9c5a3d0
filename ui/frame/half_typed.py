"""What was being typed when Encore last ended: offered above the pages, one text after the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.errors import EncoreError
from models.half_typed import HalfTyped
from models.records import Contact, Letter, Note
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import show, tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.compared_text import ComparedText
from ui.widgets.notice import Notice


class HalfTypedNotice(Notice):
    """`dismissed` comes when every text was put in or left."""

    def __init__(self, context: AppContext, halves: tuple[HalfTyped, ...]) -> None:
        self._context = context
        self._halves, self._count = list(halves), len(halves)
        self._put = link_button(tr("Put it in"), self.put_in, name="put_in")
        self._copy = link_button(tr("Copy it"), self._copy_text, name="copy_half_typed")
        compare = link_button(tr("Compare"), self._compare, name="compare_half_typed")
        leave = link_button(tr("Leave it"), self.leave, name="leave_half_typed")
        super().__init__("", "info", (self._put, self._copy, compare, leave))
        self.setObjectName("half_typed")
        self._show_first()

    @property
    def first(self) -> HalfTyped:
        """The text that is offered now."""
        return self._halves[0]

    def _show_first(self) -> None:
        half = self.first
        values = {"what": show(half.name), "when": LocaleFormatter().moment(half.moment)}
        if half.fits:
            text = tr("You were typing when Encore ended, and it is not in yet: {what}, {when}.", **values)
        else:
            text = tr("You were typing when Encore ended, and its place is gone: {what}, {when}.", **values)
        if self._count > 1:
            number = self._count - len(self._halves) + 1
            text = f"{text} {tr('({number} of {count})', number=number, count=self._count)}"
        self.say(text)
        self._put.setVisible(half.fits)
        self._copy.setVisible(not half.fits)

    def put_in(self) -> None:
        """Make the text what its field holds, and show it there."""
        half = self.first
        try:
            self._context.typed.put_in(half)
        except EncoreError as error:
            self._context.say(str(error))
            return
        self._context.say(tr("It is in. Undo takes it back."))
        self._go_on()
        self._open(half)

    def leave(self) -> None:
        """Not wanted; its file stays for 30 days."""
        self._context.typed.put_aside(self.first.key)
        self._go_on()

    def _copy_text(self) -> None:
        self._context.copy(self.first.text)
        self._context.say(tr("It is on the clipboard."))

    def _compare(self) -> None:
        dialog = CompareDialog(self.first, self)
        dialog.accepted.connect(self.put_in)
        dialog.exec()
        dialog.deleteLater()

    def _go_on(self) -> None:
        self._halves.pop(0)
        if self._halves:
            self._show_first()
        else:
            self.hide()
            self.dismissed.emit()

    def _open(self, half: HalfTyped) -> None:
        if half.table == Letter.table:
            self._context.show("letters", half.table, half.id)
        note = self._context.library.find(Note, half.id) if half.table == Note.table else None
        if note is not None and note.contact:
            self._context.show("contacts", Contact.table, note.contact)


class CompareDialog(ActDialog):
    """The text that was being typed, with what differs from the record."""

    def __init__(self, half: HalfTyped, parent: QWidget) -> None:
        super().__init__(
            "compare_half",
            tr("What you were typing"),
            tr("Struck through: in the library now. Underlined: what you were typing."),
            primary_button(tr("Put it in"), self.accept, name="put_in"),
            parent.window(),
        )
        self.text = ComparedText("half_text", tr("What you were typing, with what is different"))
        self.right.addWidget(self.text, 1)
        self.text.compare(half.present, half.text)
        self.say(show(half.name), "", can=half.fits)
        self.text.setFocus()
