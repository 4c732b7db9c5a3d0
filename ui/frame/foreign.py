"""An encore.json that another program changed: what is different in it, and whether to take that over."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from models.changes import Changes
from models.clock import moment_at
from models.copies import differences, leave_aside, take_over
from models.errors import EncoreError
from models.library import Library
from models.storage import ForeignFile
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.change_list import ChangeList, said
from ui.widgets.notice import Notice

Offer = tuple[ForeignFile, Changes]


def foreign_files(library: Library) -> Iterator[Offer]:
    """The files that hold something else than the library. Those that cannot be read, or hold nothing new, are named by
    the store where they were found, and not again.
    """
    for file in library.store.foreign:
        changes = differences(library, file)
        if changes.patches:
            yield file, changes
        else:
            leave_aside(library, file)


class ForeignNotice(Notice):
    """Gone as soon as it was decided."""

    def __init__(self, context: AppContext, offer: Offer) -> None:
        self._context = context
        self._file, self._changes = offer
        take = link_button(tr("Take its differences over"), self.take, name="take_over")
        look = link_button(tr("Look"), self._look, name="look_at_foreign")
        leave = link_button(tr("Leave it"), self.leave, name="leave_foreign")
        super().__init__(self._text(), "info", (take, look, leave))
        self.setObjectName("foreign")

    @property
    def file_name(self) -> str:
        """How the file is called."""
        return self._file.path.name

    def _text(self) -> str:
        when = moment_at(self._file.time, self._context.clock.now().zone)
        return tr(
            "{file} was changed outside Encore ({when}). Your library does not use those changes.",
            file=self.file_name,
            when=LocaleFormatter().moment(when),
        )

    def take(self) -> None:
        """The differences as one step."""
        try:
            take_over(self._context.library, self._file)
        except EncoreError as error:
            self._context.say(str(error))
            return
        self._context.say(tr("Taken over. Undo takes it back."))
        self._gone()

    def leave(self) -> None:
        """The file stays where it is and is not offered again."""
        leave_aside(self._context.library, self._file)
        self._gone()

    def _gone(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _look(self) -> None:
        dialog = ForeignDialog(self.file_name, self._changes, self.window())
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
