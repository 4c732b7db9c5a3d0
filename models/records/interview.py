"""One round of interviews and the people met in it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from models.clock import Moment
from models.records.base import Record, says

Format = Literal["", "on site", "video", "phone", "panel", "take-home", "other"]
Feeling = Literal["", "aced", "some slips", "bombed", "no idea"]
Role = Literal["", "recruiter", "HR", "manager", "panel", "referrer", "other"]


class Interview(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "interviews"
    noun: ClassVar[str] = "interview"

    opportunity: Annotated[str, says("Opportunity")] = ""
    title: Annotated[str, says("Round", "Phone screen, panel, second conversation.")] = ""
    start: Annotated[Moment | None, says("Starts", "Day and time on the clock where it takes place.")] = None
    length: Annotated[int, says("Length", "How long it lasted.", unit="minutes")] = 60
    format: Annotated[Format, says("Kind")] = ""
    place: Annotated[str, says("Place or link")] = ""
    feeling: Annotated[Feeling, says("How did it feel?", "For you alone. It changes nothing that is offered.")] = ""
    captured: Annotated[Moment | None, says("Written down", "When you first noted something.")] = None
    wish: Annotated[str, says("What you wish you had said", "Your letter can say it for you.", long=True)] = ""
    showed_interest: Annotated[bool, says("I showed that I am interested")] = False
    interest_how: Annotated[str, says("How", "What you said or asked.")] = ""
    asked_for_job: Annotated[bool, says("I said that I want the job")] = False
    asked_next_steps: Annotated[bool, says("I asked what happens next")] = False
    ticks: Annotated[tuple[str, ...], says("Done", "The checklist's items that are done.")] = ()
    anything_else: Annotated[str, says("Anything else", long=True)] = ""


class Meeting(Record, frozen=True, kw_only=True):
    """A contact in an interview, with the thank-you that belongs to that meeting."""

    table: ClassVar[str] = "meetings"
    noun: ClassVar[str] = "meeting"

    interview: Annotated[str, says("Interview")] = ""
    contact: Annotated[str, says("Person")] = ""
    role: Annotated[Role, says("Their part in it")] = ""
    letter_due: Annotated[date | None, says("Thank-you due")] = None
    letter_sent: Annotated[Moment | None, says("Thank-you sent")] = None
    letter_skipped: Annotated[str, says("No letter, because", "Your reason, such as “thanked through the host”.")] = ""
