"""What is worth doing today: at most three things, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, Protocol, TypeVar

import msgspec

from models.clock import Clock, Moment
from models.dates import WorkingCalendar
from models.dossier import Dossier, Records, dossiers
from models.formats import Sentence, say
from models.onward import monday_of, week_of, with_interviews
from models.phrases import number_word
from models.records import Activity, Contact, Interview, Meeting, Note, Opportunity, Record, Settings
from models.waiting import Waiting, decide_by, interview_end, standing, thank_you_state
from models.waiting.thank_you import ThankYouState

MOST = 3
CAPTURE_WITHIN = timedelta(days=5)
"""After that, asking for notes only reminds of what is forgotten."""
QUIET_AFTER_A_NO = timedelta(days=1)

Kind = Literal["thank-you", "decision", "update", "capture", "onward"]
Tab = Literal["checklist", "contacts", "letters", "waiting", "offers", "onward"]
RANKS: tuple[Kind, ...] = ("thank-you", "decision", "update", "capture", "onward")
R = TypeVar("R", bound=Record)


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `verb` is the text of its button, `tab` and `target` (table, id) where it leads.

    `day` is when it is due, for the order only.
    """

    kind: Kind
    sentence: Sentence
    verb: Literal["Write", "Open"]
    tab: Tab
    target: tuple[str, str]
    day: date


class Reader(Records, Protocol):
    """The part of a Library that this page needs."""

    def one(self, kind: type[R]) -> R:
        """A single record, its defaults where none was kept."""
        ...

    def find(self, kind: type[R], record_id: str) -> R | None:
        """One record or None."""
        ...


class Glance(msgspec.Struct, frozen=True):
    """What is worth doing today, and how many due things each tab holds (tabs with none are left out)."""

    actions: tuple[Action, ...]
    counts: dict[str, int]


def glance(library: Reader, calendar: WorkingCalendar, clock: Clock) -> Glance:
    """At most three things: thank-yous, then answers, then questions for news, then notes, then the search itself.

    A count is the number that its tab shows when it is opened: Waiting counts its rows under "Now", whichever tab the
    work itself is done in.
    """
    now, noted = clock.now(), _noted(library)
    actions: list[Action] = []
    counts = dict.fromkeys(("checklist", "letters", "waiting", "offers"), 0)
    for dossier, waiting in _situations(library, calendar, now):
        if waiting.state == "thank-you first" or waiting.also is not None:
            actions += _thank_you(library, dossier, now)
            counts["letters"] += len(_open_letters(dossier, now))
        if waiting.state == "offer" and waiting.due:
            actions.append(_decision(dossier, waiting, calendar, now.day))
            counts["offers"] += 1
        elif waiting.due and waiting.day and waiting.state != "thank-you first":
            actions.append(_update(dossier, waiting, waiting.day))
        counts["waiting"] += waiting.due
        for interview in _uncaptured(dossier, noted, now):
            actions.append(_capture(dossier, interview, now))
            counts["checklist"] += 1
    actions += _onward(library, now)
    actions.sort(key=lambda action: (RANKS.index(action.kind), action.day))
    return Glance(tuple(actions[:MOST]), {tab: count for tab, count in counts.items() if count})


def today(library: Reader, calendar: WorkingCalendar, clock: Clock) -> tuple[Action, ...]:
    """The actions of a glance."""
    return glance(library, calendar, clock).actions


def due_counts(library: Reader, calendar: WorkingCalendar, clock: Clock) -> dict[str, int]:
    """The counts of a glance."""
    return glance(library, calendar, clock).counts


def _capture(dossier: Dossier, interview: Interview, now: Moment) -> Action:
    return Action(
        kind="capture",
        sentence=say("Write down how it went at {employer}.", employer=dossier.opportunity.employer),
        verb="Write",
        tab="checklist",
        target=(Interview.table, interview.id),
        day=interview.start.day if interview.start else now.day,
    )


def _situations(library: Reader, calendar: WorkingCalendar, now: Moment) -> Iterator[tuple[Dossier, Waiting]]:
    for dossier in dossiers(library).values():
        if dossier.opportunity.status in ("interviewing", "waiting", "offer"):
            waiting = standing(dossier, calendar, now)
            if not waiting.folded:
                yield dossier, waiting


def _open_letters(dossier: Dossier, now: Moment) -> list[tuple[Interview, Meeting, ThankYouState]]:
    """The thank-yous still to be written for the last interview that is over."""
    past = [each for each in dossier.interviews if (end := interview_end(each)) and end.aware <= now.aware]
    if not past:
        return []
    states = [(past[-1], meeting, thank_you_state(past[-1], meeting, now)) for meeting in dossier.meetings_of(past[-1])]
    return [(interview, meeting, found.state) for interview, meeting, found in states if found.open]


def _thank_you(library: Reader, dossier: Dossier, now: Moment) -> Iterator[Action]:
    owed = _open_letters(dossier, now)
    if not owed:
        return
    interview, meeting, urgency = owed[0]
    contact = library.find(Contact, meeting.contact)
    one = len(owed) == 1 and contact is not None and contact.name.strip()
    yield Action(
        kind="thank-you",
        sentence=_thank_one(contact.name.strip(), urgency)
        if one and contact
        else _thank_several(dossier.opportunity.employer, len(owed), urgency),
        verb="Write",
        tab="letters",
        target=(Meeting.table, meeting.id) if len(owed) == 1 else (Interview.table, interview.id),
        day=interview.start.day if interview.start else now.day,
    )


def _thank_one(name: str, urgency: ThankYouState) -> Sentence:
    match urgency:
        case "today":
            return say("Thank {name} by tonight.", name=name)
        case "tomorrow":
            return say("Thank {name} today.", name=name)
        case _:
            return say("Thank {name}; late is still welcome.", name=name)


def _thank_several(employer: str, count: int, urgency: ThankYouState) -> Sentence:
    people = number_word(count)
    if count == 1:
        return say("Write the thank-you for {employer}.", employer=employer)
    match urgency:
        case "today":
            return say("Thank {people} people at {employer} by tonight.", people=people, employer=employer)
        case "tomorrow":
            return say("Thank {people} people at {employer} today.", people=people, employer=employer)
        case _:
            return say("Thank {people} people at {employer}; late is still welcome.", people=people, employer=employer)


def _decision(dossier: Dossier, waiting: Waiting, calendar: WorkingCalendar, today_: date) -> Action:
    employer, day = dossier.opportunity.employer, waiting.day or today_
    offer = next((each for each in dossier.offers if decide_by(each, calendar) == waiting.day), None)
    if offer is not None and offer.decide_by is None:  # the day is ours, nobody named it
        sentence = say("Answer {employer}, or ask for time.", employer=employer)
    elif day == today_:
        sentence = say("Answer {employer} today.", employer=employer)
    elif day > today_:
        sentence = say("Answer {employer} by {day}.", employer=employer, day=day)
    else:
        sentence = say("Answer {employer}; the day was {day}.", employer=employer, day=day)
    target = (type(offer).table, offer.id) if offer else (type(dossier.opportunity).table, dossier.opportunity.id)
    return Action(kind="decision", sentence=sentence, verb="Open", tab="offers", target=target, day=day)


def _update(dossier: Dossier, waiting: Waiting, day: date) -> Action:
    employer = dossier.opportunity.employer
    match waiting.state:
        case "closing note":
            sentence = say("Write {employer} a closing note.", employer=employer)
        case "ask again":
            sentence = say("Ask {employer} once more.", employer=employer)
        case _:
            sentence = say("Ask {employer} for news.", employer=employer)
    target = (type(dossier.opportunity).table, dossier.opportunity.id)
    return Action(kind="update", sentence=sentence, verb="Write", tab="waiting", target=target, day=day)


def _noted(library: Reader) -> frozenset[str]:
    return frozenset(note.interview for note in library.all(Note))


def _uncaptured(dossier: Dossier, noted: frozenset[str], now: Moment) -> Iterator[Interview]:
    """Interviews that ended lately and of which nothing is written down."""
    for interview in dossier.interviews:
        start = interview.start
        if start is None or interview.captured is not None or interview.id in noted:
            continue
        if abs(now.day - start.day) > CAPTURE_WITHIN + timedelta(days=2):
            continue
        end = interview_end(interview)
        if end is not None and timedelta(0) <= now.aware - end.aware <= CAPTURE_WITHIN:
            yield interview


def _onward(library: Reader, now: Moment) -> Iterator[Action]:
    """The search goes on until an offer is accepted. Without a goal nothing is said, nor on the day of a no."""
    jobs = library.all(Opportunity)
    if not jobs or any(job.status == "accepted" for job in jobs):
        return
    for job in jobs:
        if job.status == "rejected" and job.changed and now.aware - job.changed.aware < QUIET_AFTER_A_NO:
            return
    goal = library.one(Settings).weekly_goal
    if goal <= 0:
        return
    since = monday_of(now.day)
    done = with_interviews(library.all(Activity), library.all(Interview), jobs, now, since=since)
    week = week_of(done, goal, now.day)
    if week.reached or any(each.day == now.day for each in week.activities):
        return
    yield Action(
        kind="onward",
        sentence=say("Keep the search going: {done} of {goal} this week.", done=week.done, goal=goal),
        verb="Open",
        tab="onward",
        target=("", ""),
        day=now.day,
    )
