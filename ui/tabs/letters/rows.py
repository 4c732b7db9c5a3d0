"""The letters as rows: those of the interview in hand, whom there is none for yet, then all others."""

from __future__ import annotations

from models.letters.desk import Desk
from models.letters.operations import letters_of, missing_letters
from models.library import Library
from models.people.names import full_name
from models.records import Contact, Interview, Letter, Opportunity
from ui.naming import short_title
from ui.texts import tr
from ui.theme import Tone
from ui.widgets.row_list import Row

START = "start/"


def letter_rows(library: Library, desk: Desk, interview_id: str) -> list[Row]:
    """Rows whose keys are letter ids, or "start/<contact>" for a thank-you that is still to be begun."""
    rows: list[Row] = []
    interview = library.find(Interview, interview_id)
    mine = letters_of(library, interview_id) if interview else ()
    if interview is not None:
        rows.append(Row("", short_title(library, interview), heading=True))
        rows += [_row(library, desk, letter) for letter in mine]
        begun = {who for letter in mine if letter.kind == "thank-you" for who in letter.recipients}
        for meeting in missing_letters(library, interview_id):
            contact = library.find(Contact, meeting.contact)
            if contact is not None and contact.id not in begun:
                name = full_name(contact.name) or tr("Name not known yet")
                rows.append(Row(START + contact.id, name, tr("No thank-you yet"), tr("to write"), "warn"))
        if len(rows) == 1:
            rows.clear()
    others = [letter for letter in library.all(Letter) if letter.interview != interview_id or interview is None]
    if others:
        rows.append(Row("", tr("Other letters"), heading=True))
        rows += [_row(library, desk, letter) for letter in reversed(others)]
    return rows


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
