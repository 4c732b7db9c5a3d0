"""What of a checklist is done for one interview, by ticks, by fields and by what is written elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import msgspec

from models.checklist.checklist import Automatic, Checklist, Item
from models.checklist.panel import Panel, panel_completeness
from models.formats import Sentence, say
from models.phrases import number_word
from models.records import Contact, Interview, Letter, Meeting, Note, Opportunity
from models.waiting.thank_you import interview_end


class ItemState(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list as it stands. An automatic one cannot be ticked: it follows from the records.

    `detail` says how far an automatic one is. `field` goes back to `tick` as it is.
    """

    id: str
    label: str
    help: str
    say: str
    field: str
    automatic: bool
    done: bool
    detail: Sentence | None = None


class GroupState(msgspec.Struct, frozen=True):
    """The lines of one moment."""

    id: str
    label: str
    items: tuple[ItemState, ...]

    @property
    def open(self) -> int:
        """How many are left."""
        return sum(not item.done for item in self.items)


class Facts(msgspec.Struct, frozen=True):
    """What the automatic items look at: the records of one interview."""

    interview: Interview
    opportunity: Opportunity
    meetings: tuple[Meeting, ...]
    letters: tuple[Letter, ...]
    notes: tuple[Note, ...]
    panel: Panel


def state(
    checklist: Checklist,
    interview: Interview,
    opportunity: Opportunity,
    meetings: Sequence[Meeting] = (),
    contacts: Sequence[Contact] = (),
    letters: Sequence[Letter] = (),
    notes: Sequence[Note] = (),
) -> tuple[GroupState, ...]:
    """The checklist of this interview. The records may be all of the library: those of other interviews are left out."""
    own = tuple(meeting for meeting in meetings if meeting.interview == interview.id)
    facts = Facts(
        interview,
        opportunity,
        own,
        tuple(letter for letter in letters if letter.interview == interview.id and letter.kind.startswith("thank-you")),
        tuple(note for note in notes if note.interview == interview.id),
        panel_completeness(own, contacts),
    )
    return tuple(
        GroupState(group.id, group.label, tuple(_item_state(item, facts) for item in group.items))
        for group in checklist.groups
    )


def _item_state(item: Item, facts: Facts) -> ItemState:
    words = item.worded(facts.opportunity.want)
    detail: Sentence | None = None
    if item.automatic:
        done, detail = _RULES[item.automatic](facts)
    else:
        done = item.id in facts.interview.ticks or bool(item.field and getattr(facts.interview, item.field))
        done = done or (item.field == "asked_next_steps" and _next_steps(facts)[0])
    return ItemState(
        id=item.id,
        label=words.label,
        help=words.help,
        say=words.say,
        field=item.field,
        automatic=bool(item.automatic),
        done=done,
        detail=detail,
    )


def is_complete(interview: Interview, meetings: Sequence[Meeting]) -> bool:
    """Whether each person met got a letter or was left out with a reason. An interview with nobody noted is not."""
    own = [meeting for meeting in meetings if meeting.interview == interview.id]
    return bool(own) and all(meeting.letter_sent is not None or meeting.letter_skipped for meeting in own)


def captured_after(interview: Interview) -> Sentence | None:
    """How soon after the end something was written down; None where nothing was, or the interview has no start."""
    end = interview_end(interview)
    if end is None or interview.captured is None:
        return None
    after = interview.captured.aware - end.aware
    if after < timedelta(minutes=2):
        return say("Written down at once.")
    if after < timedelta(hours=2):
        return say("Written down {count} minutes after.", count=int(after.total_seconds() // 60))
    if after < timedelta(days=2):
        return say("Written down {count} hours after.", count=int(after.total_seconds() // 3600))
    return say("Written down {count} days after.", count=after.days)


def _panel(facts: Facts) -> tuple[bool, Sentence | None]:
    return facts.panel.is_complete, facts.panel.sentence


def _spelling(facts: Facts) -> tuple[bool, Sentence | None]:
    left = facts.panel.unconfirmed
    if left == 0:
        return facts.panel.total > 0, None
    if left == 1:
        return False, say("One name is still to be confirmed.")
    return False, say("Still to be confirmed: {count} names.", count=number_word(left))


def _notes(facts: Facts) -> tuple[bool, Sentence | None]:
    met = {meeting.contact for meeting in facts.meetings}
    noted = {note.contact for note in facts.notes if note.text.strip()}
    general = "" in noted or bool(facts.interview.anything_else.strip())
    left = len(met - noted)
    if noted and left and not general:
        return False, say("{count} of {total} still without a note.", count=left, total=len(met))
    return general or bool(noted), captured_after(facts.interview)


def _next_steps(facts: Facts) -> tuple[bool, Sentence | None]:
    job = facts.opportunity
    return bool(job.next_step.strip() and job.decides.strip() and job.promised), None


def _drafts(facts: Facts) -> tuple[bool, Sentence | None]:
    begun = {recipient for letter in facts.letters for recipient in letter.recipients}
    left = [m for m in facts.meetings if not (m.letter_sent or m.letter_skipped or m.contact in begun)]
    return bool(facts.meetings) and not left, None


def _letters(facts: Facts) -> tuple[bool, Sentence | None]:
    settled = sum(bool(meeting.letter_sent or meeting.letter_skipped) for meeting in facts.meetings)
    if not facts.meetings:
        return False, None
    detail = say("{done} of {total} settled.", done=settled, total=len(facts.meetings))
    return settled == len(facts.meetings), detail


_RULES: dict[Automatic, Callable[[Facts], tuple[bool, Sentence | None]]] = {
    "panel": _panel,
    "spelling": _spelling,
    "notes": _notes,
    "next-steps": _next_steps,
    "drafts": _drafts,
    "letters": _letters,
}
