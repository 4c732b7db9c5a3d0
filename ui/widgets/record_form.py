"""A form that is made from a record's own lines: label, editor by type, help, unit, and what is wrong in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.clock import Clock
from models.records import FieldInfo, Record, field_of, fields_of
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.fields import CheckEditor, ChoiceEditor, Editor, LongEditor, StrengthsEditor, TermEditor, editor_for
from ui.widgets.fields.text import bare_layout
from ui.widgets.headings import label


class FieldRow(QWidget):
    """One field: its label above, the editor, and below it the sentence that says what is wrong."""

    def __init__(self, info: FieldInfo, editor: Editor, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label: QLabel | None = None
        layout = bare_layout(self)
        layout.setSpacing(hub.current.px(tokens.TINY))
        if not isinstance(editor, CheckEditor):
            self.label = label(text, "label", wrap=True)
            self.label.setBuddy(editor)
            layout.addWidget(self.label)
        layout.addWidget(editor)
        if info.help and isinstance(editor, ChoiceEditor | CheckEditor | StrengthsEditor):
            layout.addWidget(label(tr(info.help), "caption", wrap=True))
        self.wrong = label("", "small", "bad", wrap=True, name=f"{info.name}Problem")
        self.wrong.hide()
        layout.addWidget(self.wrong)
        layout.addStretch(1)
        editor.problem.connect(self._tell)

    def _tell(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))


class RecordForm(QWidget):
    """The fields `names` of a record (all that a form can hold where None is given), in that order.

    `field_edited(name, value)` is sent after a pause of 600 ms or when a field is left, never per keystroke. `labels`
    replaces labels for this form; `columns` sets short fields side by side.
    """

    field_edited = Signal(str, object)

    def __init__(
        self,
        kind: type[Record],
        names: Sequence[str] | None = None,
        *,
        clock: Clock,
        columns: int = 1,
        country: str = "",
        currency: str = "",
        labels: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind.noun}Form")
        self.record: Record | None = None
        self.rows: dict[str, FieldRow] = {}
        self._columns, self._shown_columns = columns, 0
        infos = fields_of(kind) if names is None else tuple(field_of(kind, name) for name in names)
        for info in infos:
            editor = editor_for(info, clock, country=country, currency=currency)
            if editor is not None:
                self._add(info, editor, (labels or {}).get(info.name, tr(info.label)))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._space()
        hub.changed.connect(self._space)

    def _add(self, info: FieldInfo, editor: Editor, text: str) -> None:
        editor.name_parts(info.name)
        editor.edited.connect(lambda value: self.field_edited.emit(info.name, value))
        self.rows[info.name] = FieldRow(info, editor, text)

    def editor(self, name: str) -> Editor:
        """The editor of that field. KeyError where the form has none."""
        return self.rows[name].editor

    def load(self, record: Record) -> None:
        """Show the record; sends nothing. What is being typed stays; another record takes the typed text over first."""
        if self.record is not None and self.record.id != record.id:
            self.flush()
            for row in self.rows.values():
                row.editor.discard()
        self.record = record
        for name, row in self.rows.items():
            row.editor.load(getattr(record, name))

    def flush(self) -> bool:
        """Hand over what is pending in every field; False where one of them holds no value."""
        done = [row.editor.flush() for row in self.rows.values()]
        return all(done)

    def focus_on(self, name: str) -> None:
        """Put the caret into that field."""
        self.rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_columns(self, columns: int) -> None:
        """Short fields in so many columns from now on."""
        if columns != self._columns:
            self._columns = columns
            self._space()

    def _space(self) -> None:
        theme, columns = hub.current, self._room_for()
        self._shown_columns = columns
        self._grid.setHorizontalSpacing(theme.px(tokens.MEDIUM + 4))
        self._grid.setVerticalSpacing(theme.px(tokens.LARGE - 2))
        place = 0
        for row in self.rows.values():
            self._grid.removeWidget(row)
            if _needs_width(row.editor):
                place += -place % columns
                self._grid.addWidget(row, place // columns, 0, 1, columns)
                place += columns
            else:
                self._grid.addWidget(row, place // columns, place % columns)
                place += 1
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _widest(self) -> int:
        return max((row.minimumSizeHint().width() for row in self.rows.values()), default=0)

    def _room_for(self) -> int:
        """How many of the wanted columns the width has room for."""
        gap = hub.current.px(tokens.MEDIUM + 4)
        return min(max(1, self._columns), max(1, (self.width() + gap) // (self._widest() + gap)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        super().resizeEvent(event)
        if self._room_for() != self._shown_columns:
            self._space()


def _needs_width(editor: Editor) -> bool:
    if isinstance(editor, TermEditor):
        return _needs_width(editor.inner)
    return isinstance(editor, LongEditor | StrengthsEditor | ChoiceEditor)
