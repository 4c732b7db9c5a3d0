"""What keeps the search moving and what each interview taught."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from models.records.base import Record, says

ActivityKind = Literal["application", "conversation", "interview", "other"]
WentHow = Literal["", "well", "so-so", "badly"]


class Activity(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "activities"
    noun: ClassVar[str] = "activity"

    day: Annotated[date | None, says("Day")] = None
    kind: Annotated[ActivityKind, says("What")] = "application"
    text: Annotated[str, says("In a few words")] = ""
    opportunity: Annotated[str, says("Opportunity")] = ""


class Reflection(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "reflections"
    noun: ClassVar[str] = "reflection"

    interview: Annotated[str, says("Interview")] = ""
    went_well: Annotated[str, says("What went well?", long=True)] = ""
    develop: Annotated[str, says("What could you build up?", "A skill, a story, a fact to look up.", long=True)] = ""
    not_well: Annotated[str, says("What did not go so well?", long=True)] = ""
    improve: Annotated[str, says("What will you do differently next time?", long=True)] = ""


class Question(Record, frozen=True, kw_only=True):
    """One question that was asked in an interview."""

    table: ClassVar[str] = "questions"
    noun: ClassVar[str] = "question"

    interview: Annotated[str, says("Interview")] = ""
    asked: Annotated[str, says("They asked", long=True)] = ""
    went: Annotated[WentHow, says("How the answer went")] = ""
    better: Annotated[str, says("A better answer", long=True)] = ""
