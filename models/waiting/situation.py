"""How one opportunity stands today: one sentence, one action, its timeline and the questions still open."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from models.clock import Moment
from models.dates import WorkingCalendar
from models.dossier import Dossier
from models.errors import BadInput
from models.formats import Sentence, say
from models.phrases import number_word
from models.records import Interview, Offer
from models.records.opportunity import OPEN_STATUSES
from models.waiting.advice import Advice, Phase, advise
from models.waiting.deadline import decide_by, offered
from models.waiting.exchanges import Exchanges, exchanges_since
from models.waiting.follow_up import FollowUp, counted, rebased
from models.waiting.questions import OpenQuestion, open_questions
from models.waiting.thank_you import ThankYou, interview_end, thank_you_state
from models.waiting.timeline import Point, points

State = Literal[Phase, "no interview", "interview ahead", "thank-you first", "offer", "over"]
Action = Literal["", "thank-you", "update", "closing note", "decide", "mark silent"]
DECISION_NEAR = 2
"""A decision counts as due when at most this many working days are left."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the waiting list. `day` is the day of `action`; `due` says whether it is for today.

    `silence` is true where a day to hear has gone by: time to show what silence can mean. `also` is a second thing,
    where there is one: a thank-you that is still owed beside an offer.
    """

    opportunity: str
    state: State
    headline: Sentence
    reason: Sentence
    also: Sentence | None = None
    action: Action = ""
    day: date | None = None
    due: bool = False
    folded: bool = False
    silence: bool = False
    dates: FollowUp | None = None
    points: tuple[Point, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()


def situation(dossier: Dossier, calendar: WorkingCalendar, now: Moment) -> Waiting:
    """How this opportunity stands at `now`, with its timeline and open questions."""
    found = standing(dossier, calendar, now)
    still_open = found.state not in ("over", "offer")
    return msgspec.structs.replace(
        found,
        points=points(dossier, found.dates, calendar, now.day),
        questions=open_questions(dossier.opportunity) if still_open and found.dates else (),
    )


def standing(dossier: Dossier, calendar: WorkingCalendar, now: Moment) -> Waiting:
    """The same without timeline and questions: for looking through all opportunities at once."""
    ended: list[Interview] = []
    ahead: list[Interview] = []
    for interview in dossier.interviews:
        if (end := interview_end(interview)) is not None:
            (ended if end.aware <= now.aware else ahead).append(interview)
    latest = ended[-1] if ended else None
    known = _follow_up(dossier, latest, calendar) if latest else None
    found = _state(dossier, known, latest, ahead[0] if ahead else None, calendar, now)
    until = dossier.opportunity.folded_until
    folded = found.state not in ("over", "offer") and until is not None and until > now.day
    return msgspec.structs.replace(found, folded=folded, dates=known[0] if known else None)


def _follow_up(dossier: Dossier, interview: Interview, calendar: WorkingCalendar) -> tuple[FollowUp, Exchanges] | None:
    end = interview_end(interview)
    if end is None or interview.start is None:
        return None
    day = interview.start.day
    said = exchanges_since(dossier, end)
    promised = dossier.opportunity.promised or said.last_date_given
    if promised is not None and promised < day:
        promised = None  # named in an earlier round, which is over
    base, promised = rebased(day, promised, said.replies_under(dossier.opportunity.promised))
    try:
        return counted(day, base, promised, said.updates, calendar), said
    except BadInput:  # a day at the very end of the calendar says nothing about when to ask
        return None


def _state(
    dossier: Dossier,
    known: tuple[FollowUp, Exchanges] | None,
    latest: Interview | None,
    ahead: Interview | None,
    calendar: WorkingCalendar,
    now: Moment,
) -> Waiting:
    opportunity = dossier.opportunity
    if opportunity.status not in OPEN_STATUSES:
        return _row(dossier, "over", *_over(dossier, now))
    owed = _owed(dossier, latest, now) if latest and known and now.day < known[0].earliest else []
    if offered(dossier):
        return msgspec.structs.replace(_offer(dossier, calendar, now.day), also=_still_thank(owed))
    if owed:
        return _thank_first(dossier, owed)
    advice = advise(known[0], calendar, now.day, closed_on=known[1].closing) if known else None
    if ahead is not None and ahead.start is not None:
        return _row(
            dossier,
            "interview ahead",
            say("Next: the interview on {day}.", day=ahead.start.day),
            say("Nothing to ask for before it."),
            day=ahead.start.day,
        )
    if advice is None or known is None:
        return _row(
            dossier,
            "no interview",
            say("No interview with a date yet."),
            say("Write down when it takes place and the days that follow are worked out."),
        )
    return _waiting(dossier, advice, known[0], now.day)


def _row(dossier: Dossier, state: State, headline: Sentence, reason: Sentence, *, day: date | None = None) -> Waiting:
    return Waiting(opportunity=dossier.opportunity.id, state=state, headline=headline, reason=reason, day=day)


def _waiting(dossier: Dossier, advice: Advice, dates: FollowUp, today: date) -> Waiting:
    return Waiting(
        opportunity=dossier.opportunity.id,
        state=advice.phase,
        headline=advice.headline,
        reason=advice.reason,
        action="mark silent" if advice.phase == "let go" else advice.ask,
        day=advice.day,
        due=advice.due,
        silence=today > (dates.promised or dates.suggested),
    )


def _owed(dossier: Dossier, interview: Interview, now: Moment) -> list[ThankYou]:
    """The thank-yous that wait to be written for this interview."""
    states = [
        thank_you_state(interview, meeting, now, decides=dossier.opportunity.promised)
        for meeting in dossier.meetings_of(interview)
    ]
    return [each for each in states if each.open]


def _thank_first(dossier: Dossier, owed: list[ThankYou]) -> Waiting:
    """A thank-you comes before any question for news."""
    headline = (
        say("First, one thank-you letter.")
        if len(owed) == 1
        else say("First, {count} thank-you letters.", count=number_word(len(owed)))
    )
    return Waiting(
        opportunity=dossier.opportunity.id,
        state="thank-you first",
        headline=headline,
        reason=owed[0].sentence,
        action="thank-you",
        day=owed[0].due,
        due=True,
    )


def _still_thank(owed: list[ThankYou]) -> Sentence | None:
    """The thank-you beside an offer: it is still worth sending, and it waits behind the answer."""
    match len(owed):
        case 0:
            return None
        case 1:
            return say("The thank-you is not sent yet; it is welcome with an offer too.")
        case count:
            words = number_word(count)
            return say("Besides, {count} thank-yous are not sent yet; they are welcome with an offer too.", count=words)


def _offer(dossier: Dossier, calendar: WorkingCalendar, today: date) -> Waiting:
    dated = [(day, each) for each in dossier.offers if each.kind == "offer" and (day := decide_by(each, calendar))]
    if not dated:
        return _row(
            dossier,
            "offer",
            say("They made you an offer."),
            say("Ask by which day they would like your answer. Until you accept, the search goes on."),
        )
    day, offer = min(dated, key=lambda pair: pair[0])
    return Waiting(
        opportunity=dossier.opportunity.id,
        state="offer",
        headline=_offer_headline(offer, day, today),
        reason=_offer_reason(offer, day, today),
        action="decide",
        day=day,
        due=day <= calendar.add(today, DECISION_NEAR),
    )


def _offer_headline(offer: Offer, day: date, today: date) -> Sentence:
    """A day of ours is said as one: nobody named it."""
    if offer.decide_by is None:
        return say("You could answer by {day}.", day=day) if day >= today else say("They wait for your answer.")
    return say("Answer by {day}.", day=day) if day >= today else say("The day to answer was {day}.", day=day)


def _offer_reason(offer: Offer, day: date, today: date) -> Sentence:
    if offer.decide_by is None and day >= today:
        return say("They named no day; two working days are usual. Ask for time if you need it.")
    if offer.decide_by is None:
        return say("They named no day. A short word that you are thinking it over is better than silence.")
    if day < today:
        return say("Write or call today; a short word is better than silence.")
    return say("Until you accept, the search goes on.")


def _no(dossier: Dossier, now: Moment) -> Sentence:
    """What is known after a no: the day they wrote. Why they said it, they alone know."""
    words = [each.when.day for each in dossier.events if each.direction == "from them" and each.when]
    if not words:
        return say("A short, kind reply can wait until tomorrow.")
    if max(words) < now.day:
        return say("They wrote on {day}. A short, kind reply keeps the door open.", day=max(words))
    return say("They wrote today. A short, kind reply can wait until tomorrow.")


def _over(dossier: Dossier, now: Moment) -> tuple[Sentence, Sentence]:
    match dossier.opportunity.status:
        case "accepted":
            return say("Accepted."), say("If others still wait for you, a short note lets them know.")
        case "declined":
            return say("You turned it down."), say("Nothing is left to do here.")
        case "rejected":
            return say("They said no."), _no(dossier, now)
        case "withdrawn":
            return say("You withdrew."), say("Nothing is left to do here.")
        case "closed":
            return say("The position was closed."), say("That had nothing to do with you.")
        case _:
            return say("Quiet for good, as far as anyone can tell."), say(
                "The door stays open. If they write, take it up again."
            )
