"""Interviews from the checklist among the things done, so that nobody has to note them a second time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.clock import Moment
from models.records import Activity, Interview, Opportunity
from models.waiting import interview_end


def with_interviews(
    activities: Iterable[Activity],
    interviews: Iterable[Interview],
    opportunities: Iterable[Opportunity],
    now: Moment,
    *,
    since: date = date.min,
) -> tuple[Activity, ...]:
    """The activities, and one without an id for each interview that is over and was not noted as well.

    A noted interview stands for the recorded one of its day, where it names the same opportunity or none. `since`
    leaves out what happened before.
    """
    noted = tuple(activities)
    jobs = {each.id: each for each in opportunities}
    open_notes: dict[date, list[Activity]] = {}
    for each in noted:
        if each.kind == "interview" and each.day is not None and each.day >= since:
            open_notes.setdefault(each.day, []).append(each)
    found: list[Activity] = []
    for interview in interviews:
        if interview.start is None or interview.start.day < since:
            continue
        end = interview_end(interview)
        if end is None or end.aware > now.aware:
            continue
        same = _noted_as(interview, open_notes.get(interview.start.day, []))
        if same is not None:
            open_notes[interview.start.day].remove(same)
        else:
            found.append(_as_activity(interview, jobs.get(interview.opportunity)))
    return (*noted, *found)


def _noted_as(interview: Interview, notes: list[Activity]) -> Activity | None:
    fitting = [each for each in notes if each.opportunity in (interview.opportunity, "")]
    return max(fitting, key=lambda each: bool(each.opportunity), default=None)


def _as_activity(interview: Interview, job: Opportunity | None) -> Activity:
    words = ", ".join(part for part in (job.employer if job else "", interview.title) if part)
    day = interview.start.day if interview.start else None
    return Activity(day=day, kind="interview", text=words, opportunity=interview.opportunity)
