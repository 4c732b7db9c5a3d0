"""An encore.json that another program changed: what is different in it, and whether to take that over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.changes import Changes
from models.clock import moment_at
from models.copies import differences, leave_aside, take_over
from models.errors import EncoreError
from models.storage import ForeignFile
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.change_list import ChangeList, said
from ui.widgets.notice import Notice


class ForeignNotice(Notice):
    """Gone as soon as it was decided."""

    def __init__(self, context: AppContext, file: ForeignFile) -> None:
        self._context, self._file = context, file
        self._changes = differences(context.library, file)
        self._take = link_button(tr("Take its differences over"), self.take, name="take_over")
        look = link_button(tr("Look"), self._look, name="look_at_foreign")
        leave = link_button(tr("Leave it"), self.leave, name="leave_foreign")
        useful = bool(self._changes.patches)
        super().__init__(self._text(), "info", (self._take, look, leave) if useful else (leave,))
        self.setObjectName("foreign")

    def _text(self) -> str:
        zone = self._context.clock.now().zone
        values = {"file": self._file.path.name, "when": LocaleFormatter().moment(moment_at(self._file.time, zone))}
        if self._file.tables is None:
            return tr(
                "{file} was changed outside Encore ({when}) and cannot be read. Your library does not use it.", **values
            )
        if not self._changes.patches:
            return tr("{file} was written by another program ({when}). It holds nothing that is not here.", **values)
        return tr("{file} was changed outside Encore ({when}). Your library does not use those changes yet.", **values)

    def take(self) -> None:
        """The differences as one step."""
        try:
            take_over(self._context.library, self._file)
        except EncoreError as error:
            self._context.say(str(error))
            return
        self._context.say(tr("Taken over. Undo takes it back."))
        self._dismiss()

    def leave(self) -> None:
        """The file stays where it is and is not offered again."""
        leave_aside(self._context.library, self._file)
        self._dismiss()

    def _look(self) -> None:
        dialog = ForeignDialog(self._file.path.name, self._changes, self.window())
        dialog.accepted.connect(self.take)
        dialog.exec()
        dialog.deleteLater()


class ForeignDialog(ActDialog):
    """What taking the differences over would change."""

    def __init__(self, file: str, changes: Changes, parent: QWidget) -> None:
        super().__init__(
            "foreign_changes",
            tr("Changed outside Encore"),
            tr("Taking it over is one step, and Undo takes it back again."),
            primary_button(tr("Take its differences over"), self.accept, name="take_over"),
            parent,
        )
        self.changes = ChangeList("foreign_rows", tr("What would change"))
        self.right.addWidget(self.changes, 1)
        self.changes.show_changes(changes)
        self.say(file, said(changes), can=True)
        self.changes.setFocus()
