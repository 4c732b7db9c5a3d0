"""Keeps the findings beside the letter true to the text: asks the worker after each pause, drops what is out of date."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from models.findings import Finding
from models.letters.desk import Desk
from models.letters.facts import Facts
from models.letters.gathering import dialect_of, facts_for
from models.letters.operations import draft_for, ignore_finding, pass_done
from models.proofreading.names import parts_of
from models.proofreading.passes import NEEDED
from models.proofreading.proofreader import Context
from models.records import Contact, Letter, Offer, Opportunity, Profile
from ui.context import AppContext
from ui.proofreading import LetterReader, ReadLetter
from ui.tabs.letters.inspector import Inspector
from ui.tabs.letters.page import LetterPage
from ui.tabs.letters.passes import PassRow

AFTER_TYPING_MS = 250


class Reading(QObject):
    """The letter on the screen and what was last found in it. `letter_read` follows each reading that counts."""

    letter_read = Signal()

    def __init__(
        self, context: AppContext, desk: Desk, page: LetterPage, inspector: Inspector, passes: PassRow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._page, self._inspector, self._passes = page, inspector, passes
        self._letter = Letter()
        self._facts = Facts()
        self._reader = LetterReader(context.resources / "words", desk, self)
        self._reader.letter_read.connect(self._show)
        context.closing.connect(self._reader.close)
        self._revision = 0
        self._read: tuple[object, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_TYPING_MS)
        self._soon.timeout.connect(self.look)
        self.findings: tuple[Finding, ...] = ()
        self.current = False

    def show_letter(self, letter: Letter) -> None:
        """Read this letter; records around it may have changed, so its facts are gathered anew."""
        other = letter.id != self._letter.id
        self._letter = letter
        if letter.state == "sent":
            self._soon.stop()
            self.findings = ()
            self.current = False
            self._page.editor.show_findings(())
            self._inspector.hide()
            self._passes.hide()
            return
        self._passes.show()
        self._inspector.show()
        library = self._context.library
        facts = facts_for(library, letter)
        if other:
            self.findings = ()
            self._inspector.show_lights(())
            self._inspector.findings.show_findings((), reading=True)
        if other or facts != self._facts:
            self._facts = facts
            self._inspector.show_questions(draft_for(library, self._desk.kinds[letter.kind], letter).questions)
        if other or not self.current or self._asked() != self._read:
            self.look_soon()
        else:
            self._show_passes()

    def _asked(self) -> tuple[object, ...]:
        """All that a reading depends on: equal to that of the last one, nothing new can be found."""
        return self._page.subject, self._page.body, self._known(), self._facts

    def _show_passes(self) -> None:
        self._passes.show_letter(self._letter, f"{self._page.subject}\n\n{self._page.body}", self.findings)

    def look_soon(self) -> None:
        """Read again once the typing pauses."""
        self.current = False
        self._soon.start()

    def look(self) -> None:
        """Ask for a reading of the text as it is on the screen now."""
        if self._letter.id and self._letter.state != "sent":
            self._revision += 1
            self._read = self._asked()
            self._reader.submit(self._revision, self._page.subject, self._page.body, self._known(), self._facts)

    def _known(self) -> Context:
        library = self._context.library
        letter = library.find(Letter, self._letter.id) or self._letter
        employers = (one.employer for one in library.all(Opportunity))
        return Context(
            dialect=dialect_of(library, letter) or "US",
            formality=letter.formality,
            names=tuple(one.name for one in library.all(Contact) if one.confirmed and one.name),
            employers=tuple(name for name in (*employers, *(one.name for one in library.all(Offer))) if name),
            known_words=(*self._context.settings.learned_words, *sorted(self._people())),
            ignored=frozenset(letter.ignored),
        )

    def _people(self) -> frozenset[str]:
        """The words of every name in the library: confirmed or not, no word list knows them better."""
        library = self._context.library
        return parts_of((*(one.name for one in library.all(Contact)), library.one(Profile).name))

    def _show(self, read: ReadLetter) -> None:
        if read.revision != self._revision or self._soon.isActive():
            return
        ignored = set(self._letter.ignored)
        self.findings = tuple(one for one in read.findings if f"{one.rule}:{one.text}" not in ignored)
        self.current = True
        self._page.editor.show_findings([one for one in self.findings if one.severity != "praise"])
        self._inspector.show_lights(read.lights)
        self._inspector.findings.show_findings(self.findings, reading=False)
        self._show_passes()
        self.letter_read.emit()
        if read.notice:
            self._context.say(read.notice)

    def leave(self, finding: Finding) -> None:
        """The user lets this remark be, here."""
        self._page.flush()
        ignore_finding(self._context.library, self._letter.id, finding)

    def do_pass(self, name: str) -> None:
        """A pass by eye or ear is done on this text; one by rules leads to its first finding."""
        if name in NEEDED:
            found = next((one for one in self.findings if one.passed == name and one.end > one.start), None)
            if found is not None:
                self._page.editor.go_to(found)
        elif self._letter.id:
            self._page.flush()
            pass_done(self._context.library, self._letter.id, name)  # type: ignore[arg-type]
