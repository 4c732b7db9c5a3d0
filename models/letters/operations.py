"""What can be done with a letter. Each call is one step; a sent letter is history and cannot be changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from models.clock import Clock, Moment
from models.errors import EncoreError
from models.findings import Finding, Pass
from models.formats import Sentence, say
from models.letters.detail import details
from models.letters.drafting import Draft, draft
from models.letters.facts import Facts
from models.letters.gathering import circle_of, collect_facts
from models.letters.kinds import LetterKind
from models.library import Library
from models.people.names import full_name
from models.people.operations import meeting_of
from models.proofreading.passes import letter_text, with_pass, with_waiver
from models.records import Contact, Event, Interview, Letter, Meeting, Note

THANK_YOU = "thank-you"
_TEXT_FIELDS = frozenset({"subject", "body", "recipients", "kind", "formality", "dialect"})
_FOR_OPERATIONS = frozenset({"state", "sent", "sent_text", "passes"})


class LetterIsSent(EncoreError):
    """A letter that was sent stays as it was sent."""


class NotReady(EncoreError):
    """Something must be mended, or put aside by name, before the letter is ready."""


def start_letter(
    library: Library, kind: LetterKind, interview_id: str, contact_id: str, *, origin: object = None
) -> Letter:
    """A new letter of this kind with its draft; where one to this person is begun already, that one."""
    for letter in letters_of(library, interview_id):
        if letter.kind == kind.name and letter.recipients == (contact_id,) and letter.state != "sent":
            return letter
    interview = library.get(Interview, interview_id) if interview_id else Interview()
    fresh = Letter(
        kind=kind.name,
        opportunity=interview.opportunity,
        interview=interview_id,
        recipients=(library.get(Contact, contact_id).id,) if contact_id else (),
    )
    return _drafted(library, kind, fresh, origin)


def start_letter_about(
    library: Library, kind: LetterKind, opportunity_id: str, contact_id: str = "", *, origin: object = None
) -> Letter:
    """A letter about an opportunity, with its latest interview; without a person the best contact is chosen.

    Where one of this kind to the same person is begun already, that one.
    """
    interviews = [one for one in library.all(Interview) if one.opportunity == opportunity_id]
    interviews.sort(key=lambda one: (one.start is not None, one.start.wall.isoformat() if one.start else ""))
    interview = interviews[-1] if interviews else Interview()
    to = contact_id or contact_for_news(library, opportunity_id)
    for letter in library.all(Letter):
        same = (letter.kind, letter.opportunity, letter.recipients) == (kind.name, opportunity_id, (to,) if to else ())
        if same and letter.state != "sent":
            return letter
    fresh = Letter(kind=kind.name, opportunity=opportunity_id, interview=interview.id, recipients=(to,) if to else ())
    return _drafted(library, kind, fresh, origin)


def contact_for_news(library: Library, opportunity_id: str) -> str:
    """Whom to ask for news: HR, then the recruiter, then the manager, then anyone on a panel with an address."""
    rank = {"HR": 0, "recruiter": 1, "manager": 2, "panel": 3, "": 4, "other": 5, "referrer": 6}
    held = {one.id for one in library.all(Interview) if one.opportunity == opportunity_id}
    found: list[tuple[bool, int, int, str]] = []
    for place, meeting in enumerate(library.all(Meeting)):
        contact = library.find(Contact, meeting.contact)
        if meeting.interview in held and contact is not None:
            found.append((not contact.emails, rank[meeting.role], -place, contact.id))
    return min(found)[3] if found else ""


def redraft(library: Library, kind: LetterKind, letter_id: str, *, origin: object = None) -> Letter:
    """Write subject and body anew from what is known now."""
    letter = _open_letter(library, letter_id)
    made = draft(kind, collect_facts(library, letter))
    with library.step("Draft letter again", origin=origin):
        return library.put(
            msgspec.structs.replace(letter, subject=made.subject, body=made.body, kind=kind.name, state="draft")
        )


def draft_for(library: Library, kind: LetterKind, letter: Letter) -> Draft:
    """The draft that the facts allow now; its questions are shown beside the letter."""
    return draft(kind, collect_facts(library, letter))


def edit_letter(library: Library, id: str, *, origin: object = None, **changes: Any) -> Letter:
    """Change a letter; typing in one field is one step. A ready letter whose text changes is a draft again."""
    letter = _open_letter(library, id)
    if wrong := _FOR_OPERATIONS & changes.keys():
        raise TypeError(f"{', '.join(sorted(wrong))} of a letter have operations of their own")
    if letter.state == "ready" and any(
        changes[name] != getattr(letter, name) for name in _TEXT_FIELDS & changes.keys()
    ):
        changes["state"] = "draft"
    key = f"letter/{id}/{','.join(sorted(changes.keys() - {'state'}))}"
    with library.step("Edit letter", merge_key=key, origin=origin):
        return library.put(msgspec.structs.replace(letter, **changes))


def mark_ready(library: Library, id: str, *, findings: Iterable[Finding] = (), origin: object = None) -> Letter:
    """The letter can go out. `findings` are those of its text now; what blocks and is not put aside raises NotReady."""
    letter = _open_letter(library, id)
    blocks = [one for one in findings if one.severity == "block" and ignore_key(one) not in letter.ignored]
    if blocks and not letter.passes.get("facts", "").startswith("waived: "):
        raise NotReady(f"Not ready yet: {blocks[0].message}")
    with library.step("Mark letter ready", origin=origin):
        return library.put(msgspec.structs.replace(letter, state="ready"))


def back_to_draft(library: Library, id: str, *, origin: object = None) -> Letter:
    """The letter is being worked on again."""
    letter = _open_letter(library, id)
    with library.step("Back to draft", origin=origin):
        return library.put(msgspec.structs.replace(letter, state="draft"))


def mark_sent(library: Library, letter_id: str, clock: Clock | None = None, *, origin: object = None) -> Letter:
    """The user has sent it: text and time are frozen, the thank-you of each reader counts as sent, cards are marked
    as used, and each reader's history has an entry. One step.
    """
    letter = _open_letter(library, letter_id)
    now = (clock or library.clock).now()
    frozen = msgspec.structs.replace(letter, state="sent", sent=now, sent_text=letter_text(letter))
    with library.step("Letter sent", origin=origin):
        for contact_id in letter.recipients:
            _note_sent(library, letter, contact_id, now)
        for note in used_notes(library, letter):
            library.put(msgspec.structs.replace(note, used_in=(*note.used_in, letter.id)))
        return library.put(frozen)


def remove_letter(library: Library, id: str, *, origin: object = None) -> None:
    """Take a letter out; its cards are free again. That a sent one was sent stays in the history."""
    letter = library.get(Letter, id)
    with library.step("Remove letter", origin=origin):
        for note in library.all(Note):
            if id in note.used_in:
                library.put(msgspec.structs.replace(note, used_in=tuple(one for one in note.used_in if one != id)))
        library.remove(letter)


def pass_done(library: Library, id: str, pass_id: Pass, *, origin: object = None) -> Letter:
    """This pass is done on exactly this text."""
    letter = _open_letter(library, id)
    with library.step("Proofreading pass", origin=origin):
        return library.put(msgspec.structs.replace(letter, passes=with_pass(letter, pass_id, letter_text(letter))))


def waive_pass(library: Library, id: str, pass_id: Pass, by: str, *, origin: object = None) -> Letter:
    """This pass is put aside by a person, whose name is kept."""
    if not by.strip():
        raise NotReady("Whose decision is it to leave this pass out? A name is needed.")
    letter = _open_letter(library, id)
    with library.step("Leave out a pass", origin=origin):
        return library.put(msgspec.structs.replace(letter, passes=with_waiver(letter, pass_id, by.strip())))


def ignore_finding(library: Library, id: str, finding: Finding, *, origin: object = None) -> Letter:
    """Put a finding aside for this letter: it does not come back for the same words."""
    letter = _open_letter(library, id)
    kept = tuple(dict.fromkeys((*letter.ignored, ignore_key(finding))))
    with library.step("Put a remark aside", origin=origin):
        return library.put(msgspec.structs.replace(letter, ignored=kept))


def ignore_key(finding: Finding) -> str:
    """How a finding that was put aside is kept in Letter.ignored."""
    return f"{finding.rule}:{finding.text}"


def used_notes(library: Library, letter: Letter) -> tuple[Note, ...]:
    """The cards whose words stand in the letter and that are not yet marked with it."""
    readers = set(letter.recipients)
    mine = [one for one in library.all(Note) if letter.id not in one.used_in and _may_use(one, letter, readers)]
    facts = Facts(notes=tuple(one.text for one in mine))
    found = {detail.note for detail in details(letter.body, facts)}
    return tuple(one for one in mine if one.text in found)


def letters_of(library: Library, interview_id: str) -> tuple[Letter, ...]:
    """The letters of an interview; without one, those that belong to none."""
    return tuple(one for one in library.all(Letter) if one.interview == interview_id)


def letter_line(library: Library, letter: Letter) -> Sentence:
    """One line for a list of letters: to whom, and how it stands."""
    names = [full_name(one.name) for who in letter.recipients if (one := library.find(Contact, who))]
    to = ", ".join(name for name in names if name)
    if letter.state == "sent" and letter.sent is not None:
        return say("To {name}, sent {when}", name=to, when=letter.sent) if to else say("Sent {when}", when=letter.sent)
    if not to:
        return say("To nobody yet")
    if letter.state == "ready":
        return say("To {name}, ready to send", name=to)
    return say("To {name}, in draft", name=to)


def missing_letters(library: Library, interview_id: str) -> tuple[Meeting, ...]:
    """The meetings of an interview whose thank-you is neither sent nor skipped."""
    return tuple(
        one
        for one in library.all(Meeting)
        if one.interview == interview_id and one.letter_sent is None and not one.letter_skipped
    )


def start_panel_letters(
    library: Library, kind: LetterKind, interview_id: str, *, origin: object = None
) -> Sequence[Letter]:
    """One letter each for everyone on the panel who has none yet, in one step."""
    with library.step("Draft letters to the panel", origin=origin):
        due = missing_letters(library, interview_id)
        return [
            start_letter(library, kind, interview_id, one.contact) for one in due if library.find(Contact, one.contact)
        ]


def _drafted(library: Library, kind: LetterKind, fresh: Letter, origin: object) -> Letter:
    made = draft(kind, collect_facts(library, fresh))
    with library.step("Draft letter", origin=origin):
        return library.put(msgspec.structs.replace(fresh, subject=made.subject, body=made.body))


def _open_letter(library: Library, id: str) -> Letter:
    letter = library.get(Letter, id)
    if letter.state == "sent":
        raise LetterIsSent("This letter was sent; it stays as it went out. Start a new one to write again.")
    return letter


def _note_sent(library: Library, letter: Letter, contact_id: str, now: Moment) -> None:
    meeting = meeting_of(library, letter.interview, contact_id) if letter.interview else None
    if meeting is not None and letter.kind.startswith(THANK_YOU) and meeting.letter_sent is None:
        library.put(msgspec.structs.replace(meeting, letter_sent=now))
    job = circle_of(library, letter).opportunity
    library.put(
        Event(
            when=now,
            contact=contact_id,
            opportunity=job.id,
            channel="e-mail",
            direction="from me",
            summary=letter.subject,
            letter=letter.id,
        )
    )


def _may_use(note: Note, letter: Letter, readers: set[str]) -> bool:
    if note.contact:
        return note.contact in readers and note.interview in ("", letter.interview)
    return bool(note.interview) and note.interview == letter.interview
