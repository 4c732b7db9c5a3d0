"""Interviews and opportunities: begin one, tick, note, correct, remove. Each call is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from models.errors import BadInput
from models.people.operations import meet
from models.records import (
    Contact,
    Event,
    Interview,
    Letter,
    Meeting,
    Note,
    Offer,
    Opportunity,
    Question,
    Reflection,
    field_of,
)

if TYPE_CHECKING:
    from models.library import Library

CAPTURES = frozenset({"wish", "feeling", "anything_else", "interest_how"})
"""Fields whose first filling means that the interview was written down."""


def add_interview(
    library: Library,
    opportunity: Opportunity,
    interview: Interview,
    names: Sequence[str] = (),
    *,
    origin: object = None,
) -> Interview:
    """A new round with the people met, one name each. Returns the interview with its id.

    An opportunity without an id joins the open one of the same employer and role, or becomes a new one; a person of
    the same name at the same employer is not doubled. Raises BadInput where no employer is named.
    """
    if not opportunity.employer.strip():
        raise BadInput("An interview needs the employer’s name.")
    with library.step("Add interview", origin=origin):
        job = opportunity if opportunity.id else _joined(library, opportunity)
        kept = library.put(msgspec.structs.replace(interview, opportunity=job.id))
        for name in names:
            if name.strip():
                person = _person(library, " ".join(name.split()), job.employer)
                meet(library, kept.id, person.id)
    return kept


def _joined(library: Library, opportunity: Opportunity) -> Opportunity:
    wanted = (opportunity.employer.strip().casefold(), opportunity.role.strip().casefold())
    for each in library.all(Opportunity):
        same = (each.employer.strip().casefold(), each.role.strip().casefold()) == wanted
        if same and each.status in ("interviewing", "waiting"):
            return each
    return library.put(opportunity)


def _person(library: Library, name: str, employer: str) -> Contact:
    for each in library.all(Contact):
        if each.name.casefold() == name.casefold() and each.employer.strip().casefold() == employer.strip().casefold():
            return each
    return library.put(Contact(name=name, employer=employer.strip()))


def update_opportunity(library: Library, id: str, *, origin: object = None, **changes: Any) -> Opportunity:
    """Change fields of an opportunity; typing in one field is one step."""
    before = library.get(Opportunity, id)
    key = f"opportunity/{id}/{','.join(sorted(changes))}"
    with library.step("Change the job", merge_key=key, origin=origin):
        return library.put(msgspec.structs.replace(before, **changes))


def update_interview(library: Library, id: str, *, origin: object = None, **changes: Any) -> Interview:
    """Change fields of an interview. The first thing noted about it sets when it was written down."""
    before = library.get(Interview, id)
    key = f"interview/{id}/{','.join(sorted(changes))}"
    with library.step("Change the interview", merge_key=key, origin=origin):
        after = msgspec.structs.replace(before, **changes)
        if after.captured is None and any(changes[name] for name in CAPTURES & changes.keys()):
            after = msgspec.structs.replace(after, captured=library.clock.now())
        return library.put(after)


def captured(library: Library, interview_id: str, *, origin: object = None) -> Interview:
    """Something was noted: the first time is kept. Call it inside the step that adds the note."""
    before = library.get(Interview, interview_id)
    if before.captured is not None:
        return before
    with library.step("Add note", origin=origin):
        return library.put(msgspec.structs.replace(before, captured=library.clock.now()))


def add_card(library: Library, interview_id: str, text: str, contact_id: str = "", *, origin: object = None) -> Note:
    """A note card of an interview; the first one sets when it was written down."""
    with library.step("Add note", origin=origin):
        captured(library, interview_id)
        return library.put(Note(text=text, interview=interview_id, contact=contact_id))


def tick(
    library: Library, interview_id: str, item_id: str, done: bool, *, field: str = "", origin: object = None
) -> Interview:
    """Tick or untick an item. `field` is the interview's field that the item stands for (ItemState.field).

    A yes/no field is set; any other keeps what is written in it, so such an item stays done until it is emptied.
    """
    before = library.get(Interview, interview_id)
    ticks = tuple(each for each in before.ticks if each != item_id)
    after = msgspec.structs.replace(before, ticks=ticks)
    if field and field_of(Interview, field).type is bool:
        after = msgspec.structs.replace(after, **{field: done})
    elif done:
        after = msgspec.structs.replace(after, ticks=(*ticks, item_id))
    with library.step("Tick" if done else "Untick", origin=origin):
        return library.put(after)


def remove_interview(library: Library, id: str, *, origin: object = None) -> None:
    """Take an interview out with its panel, cards, answers and unsent letters.

    People and letters that were sent stay. The opportunity goes too where nothing else belongs to it.
    """
    interview = library.get(Interview, id)
    with library.step("Remove interview", origin=origin):
        for kind in (Meeting, Note, Reflection, Question):
            for record in library.all(kind):
                if record.interview == id:
                    library.remove(record)
        for letter in library.all(Letter):
            if letter.interview == id and letter.state != "sent":
                library.remove(letter)
        library.remove(interview)
        job = library.find(Opportunity, interview.opportunity)
        if job is not None and not _holds_anything(library, job.id):
            library.remove(job)


def _holds_anything(library: Library, opportunity_id: str) -> bool:
    return any(
        record.opportunity == opportunity_id
        for kind in (Interview, Event, Letter, Offer)
        for record in library.all(kind)
    )
