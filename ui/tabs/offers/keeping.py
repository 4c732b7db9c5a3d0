"""A form whose changes go through a named operation; what the operation refuses is said beside the field."""

from __future__ import annotations

from collections.abc import Callable

from models.errors import EncoreError
from models.records import Record
from ui.widgets.record_form import RecordForm


class Keeper:
    """Hands each edit of the form to `keep(name, value)`."""

    def __init__(self, form: RecordForm, keep: Callable[[str, object], object]) -> None:
        self.form = form
        self._keep = keep
        self._refused: set[str] = set()
        form.field_edited.connect(self._edited)

    def load(self, record: Record) -> None:
        """Show the record; what was refused is forgotten."""
        for name in self._refused:
            self.form.editor(name).problem.emit("")
        self._refused.clear()
        self.form.load(record)

    def _edited(self, name: str, value: object) -> None:
        try:
            self._keep(name, value)
        except EncoreError as error:
            self._refused.add(name)
            self.form.editor(name).problem.emit(str(error))
        else:
            if name in self._refused:
                self._refused.discard(name)
                self.form.editor(name).problem.emit("")
