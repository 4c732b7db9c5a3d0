"""Everything the library knows about one opportunity, gathered in one pass over the records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

import msgspec

from models.records import Event, Interview, Letter, Meeting, Offer, Opportunity, Record

R = TypeVar("R", bound=Record)


class Records(Protocol):
    """The part of a Library that reads."""

    def get(self, kind: type[R], record_id: str) -> R:
        """One record."""
        ...

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind."""
        ...


class Dossier(msgspec.Struct, frozen=True):
    """One opportunity and what belongs to it. Interviews are in the order of their start, those without one first."""

    opportunity: Opportunity
    interviews: tuple[Interview, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    letters: tuple[Letter, ...] = ()
    offers: tuple[Offer, ...] = ()

    def meetings_of(self, interview: Interview) -> tuple[Meeting, ...]:
        """Who was met in that interview."""
        return tuple(meeting for meeting in self.meetings if meeting.interview == interview.id)


def dossiers(records: Records) -> dict[str, Dossier]:
    """All dossiers by the opportunity's id, in the order of the opportunities."""
    opportunities = records.all(Opportunity)
    known = {each.id for each in opportunities}
    interviews = _grouped(records.all(Interview), known)
    owner = {interview.id: owner for owner, group in interviews.items() for interview in group}
    meetings: dict[str, list[Meeting]] = {}
    for meeting in records.all(Meeting):
        if meeting.interview in owner:
            meetings.setdefault(owner[meeting.interview], []).append(meeting)
    events = _grouped(records.all(Event), known)
    letters = _grouped(records.all(Letter), known)
    offers = _grouped(records.all(Offer), known)
    return {
        each.id: Dossier(
            each,
            tuple(sorted(interviews.get(each.id, ()), key=_start)),
            tuple(meetings.get(each.id, ())),
            tuple(events.get(each.id, ())),
            tuple(letters.get(each.id, ())),
            tuple(offers.get(each.id, ())),
        )
        for each in opportunities
    }


def dossier(records: Records, opportunity_id: str) -> Dossier:
    """One dossier. Raises NoSuchRecord where the opportunity is gone."""
    opportunity = records.get(Opportunity, opportunity_id)
    interviews = tuple(sorted((i for i in records.all(Interview) if i.opportunity == opportunity_id), key=_start))
    own = {interview.id for interview in interviews}
    return Dossier(
        opportunity,
        interviews,
        tuple(each for each in records.all(Meeting) if each.interview in own),
        tuple(each for each in records.all(Event) if each.opportunity == opportunity_id),
        tuple(each for each in records.all(Letter) if each.opportunity == opportunity_id),
        tuple(each for each in records.all(Offer) if each.opportunity == opportunity_id),
    )


Owned = TypeVar("Owned", Interview, Event, Letter, Offer)


def _grouped(rows: Iterable[Owned], owners: set[str]) -> dict[str, list[Owned]]:
    found: dict[str, list[Owned]] = {}
    for row in rows:
        if row.opportunity in owners:
            found.setdefault(row.opportunity, []).append(row)
    return found


def _start(interview: Interview) -> tuple[bool, datetime]:
    return (interview.start is not None, interview.start.wall if interview.start else datetime.min)
