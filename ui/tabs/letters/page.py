"""One letter: to whom, its subject, its text, and what can be done with it as it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.half_typed import key_of
from models.library import Library
from models.people.names import full_name
from models.records import Contact, Letter
from models.texts import QT_TRANSLATE_NOOP
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, primary_button, quiet_button
from ui.widgets.fields.choices import ComboBox
from ui.widgets.fields.editor import PAUSE_MS
from ui.widgets.fields.text import LineEditor
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader
from ui.widgets.proof_editor import ProofEditor

TONES = (
    ("formal", QT_TRANSLATE_NOOP("encore", "Formal tone")),
    ("usual", QT_TRANSLATE_NOOP("encore", "Usual tone")),
    ("relaxed", QT_TRANSLATE_NOOP("encore", "Relaxed tone")),
)


class LetterPage(QWidget):
    """Sends wishes as signals; the tab carries them out."""

    edited = Signal(str, object)
    typed = Signal()
    wished = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._library: Library = context.library
        self._half_typed = context.typed
        self._letter = Letter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(hub.current.px(tokens.MEDIUM))
        self.header = PageHeader("", "")
        column.addWidget(self.header)
        self._tone = ComboBox()
        self._tone.setObjectName("formality")
        self._tone.setAccessibleName(tr("Tone of the letter"))
        for value, text in TONES:
            self._tone.addItem(tr(text), value)
        self._tone.activated.connect(lambda _at: self.edited.emit("formality", self._tone.currentData()))
        self._subject = LineEditor(tr("Subject"), tr("Subject"))
        self._subject.name_parts("subject")
        self._subject.edited.connect(lambda value: self.edited.emit("subject", value))
        self._subject.line.textEdited.connect(lambda _text: self.typed.emit())
        self._subject.typed.connect(lambda: self._half_typed.typing(self._key("subject"), self.subject))
        self._subject.rested.connect(lambda: self._half_typed.rested(self._key("subject")))
        column.addWidget(self._subject)
        self.editor = ProofEditor()
        self.editor.setObjectName("body")
        self.editor.setAccessibleName(tr("Letter"))
        self.editor.typed.connect(self._on_typed)
        column.addWidget(self.editor, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        column.addWidget(self._actions())

    def _actions(self) -> QWidget:
        holder, buttons = QWidget(), QWidget()
        flow = FlowLayout(buttons, tokens.TINY)
        wish = self.wished.emit
        self._ready = primary_button(tr("This letter is ready"), lambda: wish("ready"), name="ready")
        self._mail = primary_button(tr("Open in my mail program"), lambda: wish("mail"), "send", name="open_mail")
        self._copy = quiet_button(tr("Copy letter"), lambda: wish("copy"), "copy", name="copy_body")
        self._copy_subject = quiet_button(tr("Copy subject"), lambda: wish("copy subject"), name="copy_subject")
        self._sent = quiet_button(tr("I sent it"), lambda: wish("sent"), "check", name="i_sent_it")
        self._back = link_button(tr("Work on it again"), lambda: wish("draft"), name="back_to_draft")
        self._again = link_button(tr("Draft it again"), lambda: wish("again"), name="draft_again")
        self._versions = link_button(tr("Versions"), lambda: wish("versions"), name="letter_versions")
        self._remove = link_button(tr("Remove"), lambda: wish("remove"), name="remove_letter")
        for button in (
            self._ready, self._mail, self._copy, self._copy_subject, self._sent, self._tone, self._back, self._again,
            self._versions,
        ):  # fmt: skip
            flow.addWidget(button)
        # Far from what sends the letter, and reached last.
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(buttons, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def focus_next_step(self) -> None:
        """Put the focus on what comes next for a letter that is ready."""
        self._mail.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing --------------------------------------------------------------------------------------------------

    def show_letter(self, letter: Letter, kind: str, *, fields: bool) -> None:
        """Show a letter; `fields` False leaves alone what is being typed."""
        if letter.id != self._letter.id:
            self.flush()
            self._subject.discard()
        self._letter = letter
        sent = letter.state == "sent"
        if fields:
            self._subject.load(letter.subject)
            if not self._pause.isActive():
                self.editor.load(letter.body)
        self._tone.setCurrentIndex(max(0, self._tone.findData(letter.formality)))
        self._tone.setVisible(letter.state == "draft")
        self._subject.line.setReadOnly(sent)
        self.editor.setReadOnly(sent)
        self.header.say(self._sentence(letter), f"{kind} {tr('to {name}', name=self._names(letter))}")
        for button, states in (
            (self._ready, ("draft",)),
            (self._mail, ("ready",)),
            (self._copy, ("ready", "sent")),
            (self._copy_subject, ("ready",)),
            (self._sent, ("ready",)),
            (self._back, ("ready",)),
            (self._again, ("draft",)),
        ):
            button.setVisible(letter.state in states)

    def _names(self, letter: Letter) -> str:
        people = [self._library.find(Contact, who) for who in letter.recipients]
        names = [full_name(one.name) for one in people if one is not None and one.name]
        return ", ".join(names) or tr("nobody yet")

    def _sentence(self, letter: Letter) -> str:
        if letter.state == "sent" and letter.sent is not None:
            return tr("Sent {when}. It stays here as it went out.", when=LocaleFormatter().moment(letter.sent))
        people = [self._library.find(Contact, who) for who in letter.recipients]
        emails = [one.emails[0] for one in people if one is not None and one.emails]
        if not emails:
            return tr("There is no e-mail address for this letter yet. Add it under Contacts.")
        if letter.state == "ready":
            return tr("Ready. It goes to {address}; Encore itself sends nothing.", address=", ".join(emails))
        return tr("A draft from your notes. Make it sound like you.")

    # -- typing ---------------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The subject as it stands on the screen."""
        return self._subject.line.text().strip()

    @property
    def body(self) -> str:
        """The text as it stands on the screen."""
        return self.editor.toPlainText()

    def flush(self) -> None:
        """Hand over what is typed and not yet kept."""
        self._pause.stop()
        self._subject.flush()
        if self._letter.id and self._letter.state != "sent" and self.body != self._letter.body:
            self.edited.emit("body", self.body)
        self._half_typed.rested(self._key("body"))

    def _key(self, field: str) -> str:
        return key_of(Letter.table, self._letter.id, field)

    def _on_typed(self) -> None:
        self._half_typed.typing(self._key("body"), self.body)
        self._pause.start()
        self.typed.emit()
