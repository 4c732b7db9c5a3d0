"""The user's records: frozen values, one table each. Import them from here."""

from __future__ import annotations

from models.records.base import (
    FieldInfo,
    InvalidRecord,
    Record,
    field_of,
    fields_of,
    from_document,
    says,
    to_document,
)
from models.records.interview import Interview, Meeting
from models.records.letter import Letter
from models.records.offer import Criterion, Minimum, Offer, Score, Term
from models.records.onward import Activity, Question, Reflection
from models.records.opportunity import Opportunity, Strength
from models.records.people import Contact, Event, Note
from models.records.program import Profile, Settings

RECORDS: tuple[type[Record], ...] = (
    Opportunity,
    Interview,
    Contact,
    Meeting,
    Note,
    Event,
    Letter,
    Offer,
    Criterion,
    Score,
    Minimum,
    Activity,
    Reflection,
    Question,
    Profile,
    Settings,
)

__all__ = [
    "RECORDS", "Activity", "Contact", "Criterion", "Event", "FieldInfo", "Interview", "InvalidRecord", "Letter",
    "Meeting", "Minimum", "Note", "Offer", "Opportunity", "Profile", "Question", "Record", "Reflection", "Score",
    "Settings", "Strength", "Term", "field_of", "fields_of", "from_document", "says", "to_document",
]  # fmt: skip
