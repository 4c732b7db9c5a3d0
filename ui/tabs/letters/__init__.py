"""Letters: the list, the letter itself, and what helps to get it right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.errors import EncoreError
from models.findings import Finding
from models.letters.desk import open_desk
from models.letters.operations import edit_letter, letters_of, remove_letter, start_letter, start_letter_about
from models.letters.purposes import Light
from models.library import StepDone
from models.records import Interview, Letter, Meeting, Opportunity
from ui.tabs.base import Tab
from ui.tabs.letters.begin import Begin
from ui.tabs.letters.inspector import Inspector
from ui.tabs.letters.page import LetterPage
from ui.tabs.letters.passes import PassRow
from ui.tabs.letters.reading import Reading
from ui.tabs.letters.rows import START, kind_label, letter_rows, unwritten
from ui.tabs.letters.sending import Sender
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.scroll import Page

SIDE_BY_SIDE, WITH_LIST = 1000, 640
THANK_YOU = "thank-you"


class LettersTab(Tab):
    """The list at the left, the letter in the middle, the inspector at the right; one below the other where it is narrow."""

    help_page = "letters"

    def build(self) -> None:
        """List, letter, inspector."""
        self.setObjectName("letters_tab")
        self.desk = open_desk(self.context.resources)
        self._letter = ""
        self.rows = RowList("letter_rows", tr("Letters"))
        # Once the click is over: to open a letter may change the list under the mouse.
        self.rows.chosen.connect(self._open, Qt.ConnectionType.QueuedConnection)
        for wish in (self.rows.clicked, self.rows.activated):
            wish.connect(self._start_chosen, Qt.ConnectionType.QueuedConnection)
        self.page = LetterPage(self.context)
        self.begin = Begin()
        self.begin.begun.connect(lambda contact: self._begin(self.context.interview_id, contact))
        self.inspector = Inspector()
        self.passes = PassRow()
        self.notice = Notice("", "warn", dismissable=True)
        self.notice.hide()
        self._lay_out()
        self.reading = Reading(self.context, self.desk, self.page, self.inspector, self.passes, self)
        self.outgoing = Sender(self.context, self.page, self.reading, self.notice)
        self._connect()
        hub.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._empty = EmptyState(
            "mail",
            tr("No letters yet"),
            tr("Add an interview and the people you met. A thank-you to each of them begins with what they said."),
            primary_button(tr("Go to the checklist"), lambda: self.context.show("checklist"), name="go_to_checklist"),
        )
        self._stack.addWidget(self._empty)
        scroll = Page("letters_page", 1480)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.rows, 1)
        self._new = quiet_button(tr("Another letter"), None, "plus", name="another_letter")
        self._new.setMenu(self._kinds_menu())
        side.addWidget(self._new)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.notice)
        middle.addWidget(self.page, 1)
        middle.addWidget(self.passes)
        for widget, share in ((self._side, 0), (self.begin, 1), (self._middle, 1), (self.inspector, 0)):
            self._outer.addWidget(widget, share)
        scroll.body.addLayout(self._outer, 1)
        self._stack.addWidget(scroll)

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in self.desk.kinds.values():
            entry = menu.addAction(tr(kind.label))
            entry.setToolTip(tr(kind.purpose))
            entry.triggered.connect(lambda _on=False, name=kind.name: self._start_kind(name))
        return menu

    def _connect(self) -> None:
        self.page.edited.connect(self._keep)
        self.page.typed.connect(self.reading.look_soon)
        self.page.typed.connect(self.outgoing.forget)
        self.page.wished.connect(self._wish)
        self.passes.chosen.connect(self.reading.do_pass)
        self.inspector.light_chosen.connect(self._show_light)
        self.inspector.wanted.connect(self._go)
        self.reading.letter_read.connect(self._look_again)
        found = self.inspector.findings
        found.shown.connect(self.page.editor.go_to)
        found.mended.connect(self._mend)
        found.left.connect(self.reading.leave)
        for keys, way in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda way=way: self._step(way))

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """List and letter, as far as the step touches them."""
        self.rows.show_rows(letter_rows(self.library, self.desk, self.context.interview_id))
        letter = self.library.find(Letter, self._letter)
        if letter is None:
            letter = self._first()
        self._stack.setCurrentIndex(1 if self.rows.rows else 0)
        if letter is not None:
            self._show(letter, fields=step is None or step.origin is not self)
            return
        self._offer("")

    def _offer(self, contact_id: str) -> None:
        """No letter, but whom one could be written to, this person first."""
        self.page.flush()
        self._letter = ""
        interview = self.library.find(Interview, self.context.interview_id)
        job = self.library.find(Opportunity, interview.opportunity) if interview else None
        people = unwritten(self.library, self.context.interview_id)
        self._show_parts(letter=False)
        self.begin.show_people(sorted(people, key=lambda one: one.id != contact_id), job.employer if job else "")

    def _show_parts(self, *, letter: bool) -> None:
        self.begin.setVisible(not letter)
        self._middle.setVisible(letter)
        self.inspector.setVisible(letter)

    def _first(self) -> Letter | None:
        """The interview's first open letter; None where there is none but someone to write to; else any."""
        mine = letters_of(self.library, self.context.interview_id)
        keys = [row.key for row in self.rows.rows if not row.heading and not row.key.startswith(START)]
        letters = [letter for key in keys if (letter := self.library.find(Letter, key)) is not None]
        begun = next((one for one in letters if one in mine and one.state != "sent"), None)
        if begun is not None or unwritten(self.library, self.context.interview_id):
            return begun
        return letters[0] if letters else None

    def _on_interview(self, interview_id: str) -> None:
        """Another interview in hand, another letter on the page."""
        self.page.flush()
        self._letter = ""
        super()._on_interview(interview_id)

    def _show(self, letter: Letter, *, fields: bool = True) -> None:
        if letter.id != self._letter:
            self.page.flush()
            self.notice.hide()
        self._letter = letter.id
        self._show_parts(letter=True)
        self.page.show_letter(letter, kind_label(self.desk, letter), fields=fields)
        self.page.editor.set_serif(self.context.settings.letter_font == "serif")
        self.rows.choose(letter.id)
        self.reading.show_letter(letter)

    def show_record(self, table: str, record_id: str) -> None:
        """Open a letter; a meeting its thank-you; a kind of letter begins one about an opportunity."""
        if table == Letter.table:
            self._open(record_id)
        elif table == "meetings":
            meeting = self.library.find(Meeting, record_id)
            if meeting is not None:
                self.context.choose_interview(meeting.interview)
                self._begin(meeting.interview, meeting.contact)
        elif table == Opportunity.table:
            self._start_about("update", record_id)
        elif table in self.desk.kinds:
            self._start_about(table, record_id)
        elif table == Interview.table:
            self.context.choose_interview(record_id)

    @property
    def settled(self) -> bool:
        """Whether the letter on the screen has been read."""
        letter = self.library.find(Letter, self._letter)
        return letter is None or letter.state == "sent" or self.reading.current

    def flush(self) -> None:
        """Commit what is typed."""
        self.page.flush()

    # -- doing ----------------------------------------------------------------------------------------------------

    def _start_chosen(self) -> None:
        """A click or Enter on a person begins their letter; walking past with the arrow keys does not."""
        if self.rows.key.startswith(START):
            self._begin(self.context.interview_id, self.rows.key.removeprefix(START))

    def _open(self, key: str) -> None:
        if key.startswith(START):
            if self.rows.key == key:
                self._offer(key.removeprefix(START))
            return
        letter = self.library.find(Letter, key)
        if letter is not None:
            self._show(letter)

    def _begin(self, interview_id: str, contact_id: str) -> None:
        self.page.flush()
        self.notice.hide()
        letter = start_letter(self.library, self.desk.kinds[THANK_YOU], interview_id, contact_id)
        self._letter = letter.id
        self.refresh(None)
        self.page.editor.setFocus()

    def _start_kind(self, name: str) -> None:
        interview = self.library.find(Interview, self.context.interview_id)
        if interview is not None:
            self._start_about(name, interview.opportunity)

    def _start_about(self, kind: str, opportunity_id: str) -> None:
        self.page.flush()
        self.notice.hide()
        letter = start_letter_about(self.library, self.desk.kinds[kind], opportunity_id)
        self._letter = letter.id
        self.refresh(None)

    def _keep(self, name: str, value: object) -> None:
        letter = self.library.find(Letter, self._letter)
        if letter is not None and letter.state != "sent":
            edit_letter(self.library, letter.id, origin=self, **{name: value})

    def _mend(self, finding: Finding, fix: str) -> None:
        if self.page.editor.mend(finding, fix):
            self.page.flush()

    def _show_light(self, light: Light) -> None:
        if light.met:
            self.page.editor.mark(light.start, light.end)

    def _go(self, place: str) -> None:
        """Where an open question is answered or a finding mended."""
        letter = self.library.find(Letter, self._letter)
        if letter is None:
            return
        self.page.flush()
        if place == "details":
            # After the click is over: its button goes as soon as the details change.
            QTimer.singleShot(0, self, self.context.details_requested.emit)
        elif place == "contact" and letter.recipients:
            self.context.show("contacts", "contacts", letter.recipients[0])
        elif place == "checklist":
            self.context.show("checklist", "interviews", letter.interview)

    def _look_again(self) -> None:
        letter = self.library.find(Letter, self._letter)
        if letter is not None and self.outgoing.was_asked(letter.id):
            self._wish("ready")
        elif letter is not None:
            self.outgoing.look_again(letter)

    def _step(self, way: int) -> None:
        finding = self.page.editor.neighbour(way)
        if finding is not None:
            self.page.editor.go_to(finding)

    def _wish(self, wish: str) -> None:
        self.page.flush()
        letter = self.library.find(Letter, self._letter)
        if letter is None:
            return
        if wish == "remove":
            remove_letter(self.library, letter.id)
            self.rows.setFocus()
            self.context.say(tr("Removed. Undo brings it back."))
            return
        if wish == "versions":
            self._show_versions(letter.id)
            return
        try:
            self.outgoing.carry_out(wish, letter, self.desk)
            if wish == "sent":
                self.rows.setFocus()
        except EncoreError as error:
            self.notice.say(str(error), "warn")
            self.notice.show()

    def _show_versions(self, letter_id: str) -> None:
        from ui.tabs.letters.versions import VersionsDialog  # noqa: PLC0415 - built when first asked for

        dialog = VersionsDialog(self.context, letter_id, self.window())
        dialog.exec()
        dialog.deleteLater()

    # -- room -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = hub.current.px
        wide = self.width() >= px(SIDE_BY_SIDE)
        self._outer.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._outer.setSpacing(px(tokens.WIDE))
        self._side.setMaximumWidth(max(px(230), self._new.sizeHint().width()) if wide else 16777215)
        self.inspector.setMinimumWidth(px(250) if wide else 0)
        self.inspector.setMaximumWidth(px(290) if wide else 16777215)
        self.rows.setMinimumHeight(px(150))
        self._side.setMaximumHeight(16777215 if wide else px(240))
        self.inspector.setMinimumHeight(0 if wide else px(360))
