"""From a finished letter to "I sent it". Encore sends nothing itself: it copies, or opens the user's mail program."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QUrl

from models.dates import working_calendar
from models.errors import EncoreError
from models.findings import Finding
from models.letters.desk import Desk
from models.letters.operations import back_to_draft, mark_ready, mark_sent, redraft
from models.letters.sending import CannotSend, eml, mailto, plain_body
from models.people.names import full_name
from models.proofreading.passes import holding_back
from models.records import Contact, Letter, Opportunity, Profile
from models.waiting import fold_when_done
from ui.context import AppContext
from ui.tabs.letters.page import LetterPage
from ui.tabs.letters.reading import Reading
from ui.texts import tr
from ui.widgets.notice import Notice


class Sender:
    """Carries out what the buttons below the letter wish for."""

    def __init__(self, context: AppContext, page: LetterPage, reading: Reading, notice: Notice) -> None:
        self._context, self._page, self._reading, self._notice = context, page, reading, notice
        self._library = context.library
        self._held = ""
        self._asked = ""

    def carry_out(self, wish: str, letter: Letter, desk: Desk) -> None:
        """Do it, or raise an EncoreError whose sentence says why not."""
        self._notice.hide()
        self._held = ""
        self._asked = ""
        match wish:
            case "ready":
                self._make_ready(letter)
            case "draft":
                back_to_draft(self._library, letter.id)
            case "again":
                redraft(self._library, desk.kinds[letter.kind], letter.id)
                self._context.say(tr("Drafted anew from what is known now. Undo brings your text back."))
            case "copy":
                self._context.copy(plain_body(letter.body))
                self._context.say(tr("The letter is on the clipboard."))
            case "copy subject":
                self._context.copy(letter.subject)
                self._context.say(tr("The subject is on the clipboard."))
            case "mail":
                self._open_mail(letter)
            case "sent":
                self._mark_sent(letter)
                self._context.say(tr("Sent. They will be glad of it."))
            case _:
                raise ValueError(wish)

    def _mark_sent(self, letter: Letter) -> None:
        """Where that was the last thank-you and nothing else is due, the opportunity is put away until its next day."""
        settings = self._context.settings
        with self._library.step("Letter sent"):
            mark_sent(self._library, letter.id)
            if self._library.find(Opportunity, letter.opportunity):
                fold_when_done(self._library, letter.opportunity, working_calendar(settings.country, settings.region))

    def _make_ready(self, letter: Letter) -> None:
        if not self._reading.current:
            self._asked = letter.id
            self._context.say(tr("Reading it once more."))
            return
        held = holding_back(letter, self._reading.findings)
        if held:
            first = held[0]
            if first.end > first.start:
                self._page.editor.go_to(first)
            self._held = letter.id
            raise EncoreError(_what_holds(held))
        mark_ready(self._library, letter.id, findings=self._reading.findings)
        self._page.focus_next_step()

    def was_asked(self, letter_id: str) -> bool:
        """Whether this letter was called ready while it was still being read; told once."""
        asked, self._asked = self._asked, ""
        return bool(asked) and asked == letter_id

    def forget(self) -> None:
        """The user goes on writing: the letter is not to become ready by itself."""
        self._asked = ""

    def look_again(self, letter: Letter) -> None:
        """After a reading: what kept the letter from being ready is told anew, or no more where it is mended."""
        if not self._held:
            return
        held = holding_back(letter, self._reading.findings)
        if held and letter.state == "draft" and self._held == letter.id:
            self._notice.say(_what_holds(held), "warn")
        else:
            self._held = ""
            self._notice.hide()

    def _open_mail(self, letter: Letter) -> None:
        people = [self._library.find(Contact, who) for who in letter.recipients]
        to = next((one for one in people if one is not None and one.emails), None)
        if to is None:
            raise CannotSend(tr("There is no e-mail address for this letter yet. Add it under Contacts."))
        address = mailto(to.emails[0], letter.subject, letter.body) or self._message_file(letter, to)
        if not self._context.open_address(address):
            raise CannotSend(tr("No mail program answered. Copy the letter and paste it into your mail."))
        self._context.say(tr("Your mail program has it now. Come back and press I sent it when it is gone."))

    def _message_file(self, letter: Letter, to: Contact) -> str:
        """A letter too long for an address is handed over as an unsent message file."""
        profile = self._library.one(Profile)
        folder = self._context.data_dir / "outgoing"
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / f"{letter.id}.eml"
        message = eml((full_name(to.name), to.emails[0]), (profile.name, profile.email), letter.subject, letter.body)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(message)
        return QUrl.fromLocalFile(str(path)).toString()


def _what_holds(held: Sequence[Finding]) -> str:
    """What is still to be mended: the first thing in words, the others counted."""
    first = held[0].message
    if len(held) == 1:
        return tr("One thing before it goes out. {first}", first=first)
    return tr("Before it goes out: {first} The list beside the letter shows what else there is.", first=first)
