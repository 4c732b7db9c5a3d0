"""The letters as rows: those of the interview in hand, whom there is none for yet, then all others."""

from __future__ import annotations

from collections.abc import Sequence

from models.letters.desk import Desk
from models.letters.operations import letters_of, missing_letters
from models.library import Library
from models.people.names import full_name
from models.records import Contact, Interview, Letter, Meeting, Opportunity
from ui.naming import short_title
from ui.texts import tr
from ui.theme import Tone
from ui.widgets.row_list import Row

START, THANKS = "start/", "thank-you"


def letter_rows(library: Library, desk: Desk, interview_id: str) -> list[Row]:
    """Rows whose keys are letter ids, or "start/<contact>" for a thank-you that is still to be begun."""
    rows: list[Row] = []
    interview = library.find(Interview, interview_id)
    mine = letters_of(library, interview_id) if interview else ()
    if interview is not None:
        rows.append(Row("", short_title(library, interview), heading=True))
        rows += _by_person(library, desk, interview_id, mine)
        if len(rows) == 1:
            rows.clear()
    others = [letter for letter in library.all(Letter) if letter.interview != interview_id or interview is None]
    if others:
        rows.append(Row("", tr("Other letters"), heading=True))
        rows += [_row(library, desk, letter) for letter in reversed(others)]
    return rows


def unwritten(library: Library, interview_id: str) -> list[Contact]:
    """The people met whose thank-you is neither begun nor sent nor left out, in the order of the panel."""
    begun = {who for letter in letters_of(library, interview_id) if letter.kind == THANKS for who in letter.recipients}
    found = (library.find(Contact, meeting.contact) for meeting in missing_letters(library, interview_id))
    return [one for one in found if one is not None and one.id not in begun]


def called(contact: Contact) -> str:
    """The person's name, or that it is not known."""
    return full_name(contact.name) or tr("Name not known yet")


def _by_person(library: Library, desk: Desk, interview_id: str, letters: Sequence[Letter]) -> list[Row]:
    """One row a person in the order of the panel: a thank-you stands where it was still to be written."""
    due = {contact.id: contact for contact in unwritten(library, interview_id)}
    rows: list[Row] = []
    left = list(letters)
    for meeting in library.all(Meeting):
        if meeting.interview != interview_id:
            continue
        theirs = [one for one in left if one.kind == THANKS and one.recipients[:1] == (meeting.contact,)]
        rows += [_row(library, desk, letter) for letter in theirs]
        left = [one for one in left if one not in theirs]
        contact = due.pop(meeting.contact, None)
        if contact is not None:
            rows.append(Row(START + contact.id, called(contact), tr("No thank-you yet"), tr("to write"), "warn"))
    return [*rows, *(_row(library, desk, letter) for letter in left)]


def state_of(letter: Letter) -> tuple[str, Tone]:
    """The word for where a letter stands, and its tone."""
    if letter.state == "sent":
        return tr("sent"), "good"
    return (tr("ready"), "tint") if letter.state == "ready" else (tr("draft"), "plain")


def kind_label(desk: Desk, letter: Letter) -> str:
    """What a letter is called: "Thank-you"."""
    kind = desk.kinds.get(letter.kind)
    return tr(kind.label) if kind else letter.kind


def _row(library: Library, desk: Desk, letter: Letter) -> Row:
    people = [library.find(Contact, who) for who in letter.recipients]
    names = ", ".join(full_name(one.name) for one in people if one is not None and one.name)
    opportunity = library.find(Opportunity, letter.opportunity)
    detail = [kind_label(desk, letter), opportunity.employer if opportunity else ""]
    word, tone = state_of(letter)
    return Row(letter.id, names or tr("To nobody yet"), " · ".join(part for part in detail if part), word, tone)
