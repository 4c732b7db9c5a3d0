"""What the library knows that belongs to one letter: for drafting it and for checking it."""

from __future__ import annotations

import zlib
from datetime import date
from decimal import Decimal

import msgspec

from models.letters.fact_record import Claim, Facts, OtherLetter, Person, Sender
from models.letters.material import DraftFacts
from models.library import Library
from models.money import Money
from models.people.names import word_set
from models.records import (
    Contact,
    Interview,
    Letter,
    Meeting,
    Note,
    Offer,
    Opportunity,
    Profile,
    Settings,
    Term,
    fields_of,
)
from models.records.interview import Role
from models.records.letter import Dialect

_ASKED_TERMS = word_set(
    """title base pay_period bonus_target sign_on clawback_months equity_value match_rate premium days_off holidays hours
    commute_days start conditions"""
)


class Circle(msgspec.Struct, frozen=True):
    """The records around a letter. Meetings are in the order in which people were added to the panel."""

    opportunity: Opportunity
    interview: Interview
    recipients: tuple[Contact, ...]
    meetings: tuple[Meeting, ...]
    offer: Offer | None


def circle_of(library: Library, letter: Letter) -> Circle:
    """What belongs to the letter; a record that is gone counts as an empty one."""
    interview = library.find(Interview, letter.interview) or Interview()
    opportunity = library.find(Opportunity, letter.opportunity or interview.opportunity) or Opportunity()
    recipients = tuple(found for one in letter.recipients if (found := library.find(Contact, one)))
    meetings = tuple(one for one in library.all(Meeting) if letter.interview and one.interview == letter.interview)
    offers = [
        one
        for one in library.all(Offer)
        if one.kind == "offer" and opportunity.id and one.opportunity == opportunity.id
    ]
    return Circle(opportunity, interview, recipients, meetings, offers[-1] if offers else None)


def dialect_of(library: Library, letter: Letter) -> Dialect:
    """The letter's spelling, else the one in the settings."""
    return letter.dialect or library.one(Settings).dialect


def collect_facts(library: Library, letter: Letter) -> DraftFacts:
    """What a draft of this letter may use."""
    circle = circle_of(library, letter)
    first = circle.recipients[0] if circle.recipients else Contact()
    seats = [one.contact for one in circle.meetings]
    seat = seats.index(first.id) if first.id in seats else zlib.crc32(first.id.encode())
    offer = circle.offer
    return DraftFacts(
        recipient=first.name,
        title=first.title,
        part=_role_of(circle, first),
        formality=letter.formality,
        dialect=dialect_of(library, letter),
        cards=_cards(library, letter, first),
        strengths=circle.opportunity.strengths,
        wish=circle.interview.wish,
        excites=circle.opportunity.excites,
        want=circle.opportunity.want,
        asked_for_job=circle.interview.asked_for_job,
        employer=circle.opportunity.employer,
        role=circle.opportunity.role,
        interview_day=circle.interview.start.day if circle.interview.start else None,
        today=library.clock.today(),
        next_step=circle.opportunity.next_step,
        promised=circle.opportunity.promised,
        missing_names=_without_address(library, circle, first),
        answer_by=offer.decide_by if offer else None,
        open_terms=_open_terms(offer),
        several=len(circle.recipients) > 1,
        profile=library.one(Profile),
        seat=seat,
        seed=zlib.crc32(letter.interview.encode()) if letter.interview else 0,
    )


def _role_of(circle: Circle, person: Contact) -> Role:
    for one in circle.meetings:
        if one.contact == person.id:
            return one.role
    return ""


def facts_for(library: Library, letter: Letter) -> Facts:
    """What this letter is held against."""
    circle = circle_of(library, letter)
    met = {one.contact for one in circle.meetings}
    own = set(letter.recipients)
    profile = library.one(Profile)
    people = library.all(Contact)
    return Facts(
        kind=letter.kind,
        recipient=_person(circle.recipients[0]) if circle.recipients else None,
        also_to=tuple(_person(one) for one in circle.recipients[1:]),
        panel=tuple(one.name for one in people if one.id in met - own and one.name.strip()),
        other_people=_elsewhere(library, circle, met | own),
        employer=circle.opportunity.employer,
        other_employers=_other_employers(library, circle.opportunity),
        role=circle.opportunity.role,
        dates=_dates(circle),
        offer=_amounts(circle.offer),
        sender=Sender(profile.name, profile.email, profile.phone, profile.city, profile.link),
        notes=tuple(note.text for note in _notes_of(library, letter, own)),
        strengths=tuple(Claim(one.claim, one.evidence) for one in circle.opportunity.strengths),
        wish=circle.interview.wish,
        want=circle.opportunity.want,
        formality=letter.formality,
        dialect=dialect_of(library, letter),
        letters=tuple(_others(library, letter)),
        today=library.clock.today(),
    )


def _cards(library: Library, letter: Letter, person: Contact) -> tuple[Note, ...]:
    """This person's cards. A general card of the interview is nobody's words, so no letter puts it into a mouth."""
    return _notes_of(library, letter, {person.id})


def _notes_of(library: Library, letter: Letter, people: set[str]) -> tuple[Note, ...]:
    """Cards of these people; those of the letter's own interview first, cards without an interview after them."""
    theirs = [note for note in library.all(Note) if note.contact and note.contact in people]
    here = [note for note in theirs if note.interview == letter.interview]
    return (*here, *(note for note in theirs if not note.interview and letter.interview))


def _person(contact: Contact) -> Person:
    return Person(contact.name, contact.title, contact.emails[0] if contact.emails else "", contact.confirmed)


def _without_address(library: Library, circle: Circle, reader: Contact) -> tuple[str, ...]:
    met = (library.find(Contact, one.contact) for one in circle.meetings if one.contact != reader.id)
    return tuple(one.name for one in met if one and one.name.strip() and not one.emails)


def _elsewhere(library: Library, circle: Circle, near: set[str]) -> tuple[str, ...]:
    """People met only at other opportunities. Someone known without any interview may be named in any letter."""
    home = {one.id for one in library.all(Interview) if one.opportunity == circle.opportunity.id}
    away = {one.contact for one in library.all(Meeting) if one.interview not in home}
    here = {one.contact for one in library.all(Meeting) if one.interview in home} | near
    return tuple(one.name for one in library.all(Contact) if one.id in away - here and one.name.strip())


def _other_employers(library: Library, own: Opportunity) -> tuple[str, ...]:
    names = (one.employer.strip() for one in library.all(Opportunity) if one.id != own.id)
    return tuple(dict.fromkeys(name for name in names if name and name != own.employer.strip()))


def _dates(circle: Circle) -> dict[str, date]:
    offer = circle.offer
    found = {
        "interview": circle.interview.start.day if circle.interview.start else None,
        "promised": circle.opportunity.promised,
        "decide by": offer.decide_by if offer else None,
        "start": offer.start.value if offer and offer.start else None,
    }
    return {name: day for name, day in found.items() if day is not None}


def _amounts(offer: Offer | None) -> dict[str, Money]:
    if offer is None:
        return {}
    found: dict[str, Money] = {}
    for info in fields_of(Offer):
        term: object = getattr(offer, info.name)
        if info.unit.startswith("money") and isinstance(term, Term) and isinstance(term.value, Decimal):
            found[info.label] = Money(term.value, offer.currency)
    return found


def _open_terms(offer: Offer | None) -> tuple[str, ...]:
    if offer is None:
        return ()
    return tuple(
        info.label for info in fields_of(Offer) if info.name in _ASKED_TERMS and getattr(offer, info.name) is None
    )


def _others(library: Library, letter: Letter) -> list[OtherLetter]:
    """The other letters of the same kind: to this panel and to other employers."""
    found: list[OtherLetter] = []
    for one in library.all(Letter):
        if one.id == letter.id or one.kind != letter.kind or not one.body.strip():
            continue
        job = library.find(Opportunity, one.opportunity)
        to = ", ".join(person.name for reader in one.recipients if (person := library.find(Contact, reader)))
        found.append(OtherLetter(one.body, to, job.employer if job else ""))
    return found
