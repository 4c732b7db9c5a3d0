"""One job at one employer."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec

from models.records.base import Record, says

WantIt = Literal["", "yes", "not sure", "no"]
Status = Literal[
    "interviewing", "waiting", "offer", "accepted", "declined", "rejected", "withdrawn", "closed", "silent"
]
OPEN_STATUSES: tuple[Status, ...] = ("interviewing", "waiting", "offer")


class Strength(msgspec.Struct, frozen=True, omit_defaults=True):
    """One qualification and the proof of it: a number, a place, a result."""

    claim: Annotated[str, says("Strength", "What you bring, in a few words.")] = ""
    evidence: Annotated[str, says("Proof", "When, where, and what came of it. A number helps.", long=True)] = ""


class Opportunity(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "opportunities"
    noun: ClassVar[str] = "opportunity"

    employer: Annotated[str, says("Employer", "The employer's name as they write it.")] = ""
    role: Annotated[str, says("Role", "The job's title in the advertisement.")] = ""
    place: Annotated[str, says("Place", "Town, or remote.")] = ""
    sector: Annotated[str, says("Sector", "Only to say what waiting is usual.")] = ""
    source: Annotated[str, says("Heard of it from", "An advertisement, a person, a recruiter.")] = ""
    want: Annotated[WantIt, says("Do you want it?", "Changes how you ask and what your letters say.")] = ""
    excites: Annotated[str, says("What excites you here", "Your letters can say it in your own words.", long=True)] = ""
    strengths: Annotated[
        tuple[Strength, ...], says("Your strengths for this job", "Three to five, each with its proof.")
    ] = ()
    status: Annotated[Status, says("Where it stands")] = "interviewing"
    folded_until: Annotated[date | None, says("Put away until", "Nothing is shown before that day.")] = None
    promised: Annotated[date | None, says("You hear by", "The day they named.")] = None
    promised_phrase: Annotated[str, says("Their words", "How they put it: “end of next week”.")] = ""
    next_step: Annotated[str, says("Next step", "What happens now, such as a call.")] = ""
    decides: Annotated[str, says("Who decides", "A name or a role.")] = ""
