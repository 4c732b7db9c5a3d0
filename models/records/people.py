"""A person, what was said, and what happened with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from models.clock import Moment
from models.records.base import Record, says

Title = Literal["", "Ms", "Mr", "Dr", "Mx", "Prof"]
Channel = Literal["", "met", "e-mail", "phone", "video", "message", "letter"]
Direction = Literal["", "from me", "from them"]


class Contact(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "contacts"
    noun: ClassVar[str] = "contact"

    name: Annotated[str, says("Name", "Exactly as they write it.")] = ""
    confirmed: Annotated[bool, says("Spelling confirmed", "You saw it written: a card, an e-mail, a signature.")] = False
    said_as: Annotated[str, says("Said as", "How the name sounds: “PREE-ya”.")] = ""
    title: Annotated[Title, says("Title", "How a formal letter greets them.")] = ""
    pronouns: Annotated[str, says("Pronouns")] = ""
    position: Annotated[str, says("Position", "What their card says.")] = ""
    employer: Annotated[str, says("Employer")] = ""
    emails: Annotated[tuple[str, ...], says("E-mail")] = ()
    phones: Annotated[tuple[str, ...], says("Phone")] = ()
    links: Annotated[tuple[str, ...], says("Links")] = ()
    address: Annotated[str, says("Address", long=True)] = ""
    photo: Annotated[str, says("Photo", "Base64 of the picture that a card brought.")] = ""


class Note(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "notes"
    noun: ClassVar[str] = "note"

    text: Annotated[str, says("Note", "One thing they said, in their words.", long=True)] = ""
    interview: Annotated[str, says("Interview")] = ""
    contact: Annotated[str, says("Person")] = ""
    used_in: Annotated[tuple[str, ...], says("Used in", "Letters that use this card.")] = ()


class Event(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "events"
    noun: ClassVar[str] = "event"

    when: Annotated[Moment | None, says("When")] = None
    contact: Annotated[str, says("Person")] = ""
    opportunity: Annotated[str, says("Opportunity")] = ""
    channel: Annotated[Channel, says("How")] = ""
    direction: Annotated[Direction, says("From whom")] = ""
    summary: Annotated[str, says("What was said", long=True)] = ""
    letter: Annotated[str, says("Letter")] = ""
    asks: Annotated[Literal["", "update", "closing note"], says("You asked for", "Where you wrote or called to hear how it stands.")] = ""
    gave_date: Annotated[date | None, says("Date they gave", "Becomes the day you hear by.")] = None
