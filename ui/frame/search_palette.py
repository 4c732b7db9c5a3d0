"""Ctrl+K: find a person, a letter, an offer or an interview by typing a few letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from models.records import Note
from models.texts import QT_TRANSLATE_NOOP
from ui.context import AppContext
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.row_list import Row, RowList

TABS_OF = {
    "contacts": "contacts",
    "letters": "letters",
    "offers": "offers",
    "interviews": "checklist",
    "opportunities": "waiting",
}
NAMES = {
    "contacts": QT_TRANSLATE_NOOP("encore", "Person"),
    "letters": QT_TRANSLATE_NOOP("encore", "Letter"),
    "offers": QT_TRANSLATE_NOOP("encore", "Offer"),
    "interviews": QT_TRANSLATE_NOOP("encore", "Interview"),
    "opportunities": QT_TRANSLATE_NOOP("encore", "Employer"),
    "notes": QT_TRANSLATE_NOOP("encore", "Note"),
}
SHOWN = 30
ACTION = "action"


class SearchPalette(QDialog):
    """A field and the rows it finds; Enter opens the chosen one, Escape closes."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("search_palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._search = context.search
        self._field = QLineEdit()
        self._field.setObjectName("search_field")
        self._field.setAccessibleName(tr("Search everything"))
        self._field.setPlaceholderText(tr("A name, an employer, a word from a letter"))
        self._field.setClearButtonEnabled(True)
        self._rows = RowList("search_rows", tr("Found"))
        self._none = QLabel()
        self._none.setProperty("type", "muted")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        margin = hub.current.px(tokens.MEDIUM)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._rows, 1)
        self._field.textChanged.connect(self._find)
        self._field.installEventFilter(self)
        self._rows.clicked.connect(lambda _index: self._open())
        self._rows.activated.connect(lambda _index: self._open())
        self._find("")

    def open_at(self, anchor: QWidget) -> None:
        """Show it under its button, inside the window."""
        px = hub.current.px
        window = self.parentWidget()
        room = window.size() if window is not None else self.sizeHint()
        self.resize(min(px(560), room.width() - px(32)), min(px(460), room.height() - px(96)))
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + px(4)))
        if window is not None:
            corner.setX(max(corner.x(), window.mapToGlobal(QPoint(px(16), 0)).x()))
        self.move(corner)
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the rows while the field keeps the focus; Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        hits = self._search.find(text, limit=SHOWN) if text.strip() else ()
        rows = [Row(f"{hit.table}/{hit.id}", hit.title, hit.detail, tr(NAMES[hit.table])) for hit in hits]
        rows += self._commands(text)
        self._rows.show_rows(rows)
        if rows:
            self._rows.choose(rows[0].key)
        self._rows.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(
            tr("Nothing here has “{text}” in it.", text=text.strip())
            if text.strip()
            else tr("Type a few letters. Arrow keys choose, Enter opens.")
        )

    def _commands(self, text: str) -> list[Row]:
        """What can be done from the menus and has these words in it."""
        wanted = text.strip().casefold()
        window = self.parentWidget()
        actions = window.actions() if wanted and window is not None else []
        return [
            Row(f"{ACTION}/{action.objectName()}", action.text().replace("&", ""), "", tr("Menu"))
            for action in actions
            if action.isEnabled() and wanted in action.text().replace("&", "").casefold()
        ]

    def _move(self, by: int) -> None:
        keys = [row.key for row in self._rows.rows]
        if keys:
            at = keys.index(self._rows.key) if self._rows.key in keys else -1
            self._rows.choose(keys[max(0, min(len(keys) - 1, at + by))])

    def _open(self) -> None:
        table, _, record_id = self._rows.key.partition("/")
        if table == ACTION:
            window = self.parentWidget()
            chosen = next((one for one in window.actions() if one.objectName() == record_id), None) if window else None
            self.close()
            if chosen is not None:
                chosen.trigger()
            return
        note = self._context.library.find(Note, record_id) if table == Note.table else None
        if note is not None:
            table, record_id = ("contacts", note.contact) if note.contact else ("interviews", note.interview)
        if record_id:
            self.close()
            self._context.show(TABS_OF[table], table, record_id)
