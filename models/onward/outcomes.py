"""How interviews felt and what came of them, side by side; and the hours in which nothing is said at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

import msgspec

from models.clock import Moment
from models.formats import Sentence, say
from models.records import Event, Interview, Opportunity
from models.records.interview import Feeling
from models.texts import QT_TRANSLATE_NOOP

FEELINGS: tuple[Feeling, ...] = ("aced", "some slips", "bombed", "no idea")
QUIET_FOR = timedelta(hours=24)
"""After a no, this long nothing urges and nothing cheers (the brief: take time to feel sad)."""

Outcome = Literal["went on", "ended", "open"]

_BAD_BUT_ON = QT_TRANSLATE_NOOP(
    "encore", "You thought {felt} interviews went badly, and {on} of those led further. How it felt tells little about how it went."
)  # fmt: skip
_BAD_BUT_ON_ONE = QT_TRANSLATE_NOOP(
    "encore", "The interview you thought went badly led further. How it felt tells little about how it went."
)
_GOOD_BUT_NOT = QT_TRANSLATE_NOOP(
    "encore", "{felt} interviews felt like a success, and {ended} of those ended all the same. How it felt tells little about how it went."
)  # fmt: skip
_GOOD_BUT_NOT_ONE = QT_TRANSLATE_NOOP(
    "encore", "The interview that felt like a success ended all the same. How it felt tells little about how it went."
)
_TOO_FEW = QT_TRANSLATE_NOOP(
    "encore", "After a few interviews you can see here how little the feeling tells about the result."
)
_PLAIN = QT_TRANSLATE_NOOP("encore", "{known} interviews have an answer so far; {on} of them led further.")


class Felt(msgspec.Struct, frozen=True, kw_only=True):
    """Interviews that felt one way: how many led further, how many ended, how many are still open."""

    feeling: Feeling
    went_on: int = 0
    ended: int = 0
    open: int = 0

    @property
    def known(self) -> int:
        """Those whose end is known."""
        return self.went_on + self.ended


class FeltAndCame(msgspec.Struct, frozen=True):
    """One line a feeling, in the order in which the feeling is asked; only counts, never percentages."""

    lines: tuple[Felt, ...]

    @property
    def sentence(self) -> Sentence:
        """What the counts show, said only where they show it."""
        by = {line.feeling: line for line in self.lines}
        known = sum(line.known for line in self.lines)
        if known < 3:
            return say(_TOO_FEW)
        bad, good = by["bombed"], by["aced"]
        if bad.went_on:
            return say(_BAD_BUT_ON_ONE) if bad.known == 1 else say(_BAD_BUT_ON, felt=bad.known, on=bad.went_on)
        if good.ended:
            return say(_GOOD_BUT_NOT_ONE) if good.known == 1 else say(_GOOD_BUT_NOT, felt=good.known, ended=good.ended)
        return say(_PLAIN, known=known, on=sum(line.went_on for line in self.lines))


def felt_and_came(interviews: Iterable[Interview], opportunities: Iterable[Opportunity]) -> FeltAndCame:
    """Feeling against outcome over all interviews that were given a feeling."""
    rounds = list(interviews)
    jobs = {each.id: each for each in opportunities}
    counts: dict[Feeling, dict[Outcome, int]] = {feeling: {"went on": 0, "ended": 0, "open": 0} for feeling in FEELINGS}
    for interview in rounds:
        job = jobs.get(interview.opportunity)
        if interview.feeling and job is not None and job.status != "withdrawn":
            counts[interview.feeling][_outcome(interview, job, rounds)] += 1
    return FeltAndCame(
        tuple(
            Felt(feeling=feeling, went_on=found["went on"], ended=found["ended"], open=found["open"])
            for feeling, found in counts.items()
        )
    )


def _outcome(interview: Interview, job: Opportunity, rounds: list[Interview]) -> Outcome:
    later = any(other.opportunity == job.id and _starts_after(other, interview) for other in rounds)
    if later or job.status in ("offer", "accepted", "declined"):
        return "went on"
    return "ended" if job.status in ("rejected", "silent", "closed") else "open"


def _starts_after(other: Interview, interview: Interview) -> bool:
    return other.start is not None and interview.start is not None and other.start.aware > interview.start.aware


def quiet_until(opportunities: Iterable[Opportunity], events: Iterable[Event], now: Moment) -> Moment | None:
    """The moment until which nothing should urge or cheer, or None.

    A no is dated by the last word from them or by the last change of the rejected opportunity, whichever came later: a
    no may be noted without any word. One that was rejected when it was first written down is dated by the word alone.
    """
    rejected = {each.id: each for each in opportunities if each.status == "rejected"}
    told = [each.changed for each in rejected.values() if each.changed != each.created]
    told += [each.when for each in events if each.direction == "from them" and each.opportunity in rejected]
    known = [moment for moment in told if moment is not None and moment.aware <= now.aware]
    latest = max(known, key=lambda moment: moment.aware, default=None)
    if latest is None or now.aware - latest.aware >= QUIET_FOR:
        return None
    until = (latest.aware + QUIET_FOR).astimezone(now.aware.tzinfo)
    return Moment(until.replace(tzinfo=None), now.zone)


def quiet(opportunities: Iterable[Opportunity], events: Iterable[Event], now: Moment) -> bool:
    """Whether a no came within the last day."""
    return quiet_until(opportunities, events, now) is not None
