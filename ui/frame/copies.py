"""A copy of everything in one file: written where the user says, and brought back after a look at what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.clock import moment_at
from models.copies import open_copy, preview_copy, restore_copy, save_copy
from models.errors import EncoreError
from models.storage import Archive
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import primary_button
from ui.widgets.change_list import ChangeList, said

ENDING = ".zip"
PLAIN = ".json"
"""The records alone, for other programs; only the zip can be brought back."""


def write_copy(context: AppContext, window: QWidget) -> bool:
    """Ask where, and write everything there, also what is not saved yet. False where there is no copy then."""
    name = f"encore-{context.clock.today().isoformat()}{ENDING}"
    kinds = f"{tr('Copy of everything')} (*{ENDING});;{tr('Records only, for other programs')} (*{PLAIN})"
    path = context.prompts.save_path(window, tr("Save a copy"), name, kinds)
    if path is None:
        return False
    if path.suffix.lower() not in (ENDING, PLAIN):
        path = path.with_name(path.name + ENDING)
    try:
        if path.suffix.lower() == PLAIN:
            context.library.store.save_copy(path)
        else:
            save_copy(context.library, path)
    except (EncoreError, OSError) as error:
        context.prompts.tell(window, tr("The copy was not written"), _sentence(error))
        return False
    context.say(tr("A copy lies at {path}", path=str(path)))
    return True


def bring_back(context: AppContext, window: QWidget) -> None:
    """Ask for a copy, check it, show what it would change, and bring it back where the user agrees."""
    path = context.prompts.open_path(window, tr("Bring back a copy"), f"{tr('Copy of everything')} (*{ENDING})")
    if path is None:
        return
    try:
        dialog = CopyDialog(context, open_copy(path), window)
    except (EncoreError, OSError) as error:
        context.prompts.tell(window, tr("The copy was not brought back"), _sentence(error))
        return
    dialog.exec()
    dialog.deleteLater()


class CopyDialog(ActDialog):
    """What is in a copy, against what is here now."""

    def __init__(self, context: AppContext, archive: Archive, parent: QWidget) -> None:
        super().__init__(
            "copy",
            tr("Bring back a copy"),
            tr("Everything becomes as it is in the copy. That is one step; what is here now stays in the history."),
            primary_button(tr("Bring it back"), self._bring, "undo", "bring_back"),
            parent,
        )
        self._context, self._archive = context, archive
        self.changes = ChangeList("copy_changes", tr("What would change"))
        self.right.addWidget(self.changes, 1)
        self.right.addStretch(0)
        changes = preview_copy(context.library, archive)
        self.changes.show_changes(changes)
        self.changes.setVisible(bool(self.changes.rows))
        self.say(self._made(archive.path), said(changes), can=bool(changes.patches) and not context.library.read_only)
        (self.changes if changes.rows else self.header).setFocus()

    def _made(self, path: Path) -> str:
        moment = moment_at(self._archive.time, self._context.clock.now().zone)
        return tr("{file}, last changed {when}", file=path.name, when=LocaleFormatter().moment(moment))

    def _bring(self) -> None:
        try:
            restore_copy(self._context.library, self._archive)
        except (EncoreError, OSError) as error:
            self.say(self._made(self._archive.path), _sentence(error), can=False)
            return
        self._context.say(tr("The copy is back. Undo takes that back."))
        self.accept()


def _sentence(error: EncoreError | OSError) -> str:
    if isinstance(error, EncoreError):
        return str(error)
    return tr("The disk refused: {reason}.", reason=(error.strerror or tr("no reason given")).lower())
