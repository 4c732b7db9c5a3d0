"""How many apply, are seen, are hired: the published figures, and the user's own beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from models.errors import BadInput
from models.formats import Sentence, say
from models.records import Activity, Interview, Offer, Opportunity
from models.texts import QT_TRANSLATE_NOOP

FEWEST_FOR_PERCENT = 5
"""Below this many cases a share is not written as a percentage (the coverage list: honest with small numbers)."""

_ONE_OF = QT_TRANSLATE_NOOP(
    "encore", "Of {applications} who apply, about {interviewed} are seen and {hired} is hired. Each interview puts you among the {interviewed}."
)  # fmt: skip
_FROM_HERE = QT_TRANSLATE_NOOP("encore", "From an interview, that is roughly one chance in {low} to one in {high}.")
_OWN = QT_TRANSLATE_NOOP("encore", "Yours so far: applied {applied}, interviewed {interviewed}, offers {offers}.")
_OWN_NONE = QT_TRANSLATE_NOOP("encore", "Your own numbers appear here once you have noted an application.")


class HouseNumbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For one opening: people who apply, are interviewed (about, and from low to high), and are hired."""

    applications: int
    interviewed: int
    interviewed_low: int
    interviewed_high: int
    hired: int
    caveat: str
    source: str

    @property
    def sentence(self) -> Sentence:
        """The figures as one sentence."""
        return say(_ONE_OF, applications=self.applications, interviewed=self.interviewed, hired=self.hired)

    @property
    def chance(self) -> Sentence:
        """The odds of one interview, as a range."""
        return say(_FROM_HERE, low=self.interviewed_low, high=self.interviewed_high)


def load_house_numbers(path: Path) -> HouseNumbers:
    """The figures in that file. Raises BadInput naming the file where it cannot be used."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), HouseNumbers)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(f"{path.name} should hold the house numbers: {error}.") from error
    if not 0 < found.hired <= found.interviewed_low <= found.interviewed <= found.interviewed_high < found.applications:
        raise BadInput(f"{path.name}: expected hired <= low <= interviewed <= high < applications, all above zero.")
    return found


class Funnel(msgspec.Struct, frozen=True, kw_only=True):
    """The user's own numbers. Each counts jobs, not rounds."""

    applied: int
    interviewed: int
    offers: int

    @property
    def interviewed_share(self) -> int | None:
        """Per cent of the applied that were interviewed; None under five."""
        return share(self.interviewed, self.applied)

    @property
    def offers_share(self) -> int | None:
        """Per cent of the interviewed that ended in an offer; None under five."""
        return share(self.offers, self.interviewed)

    @property
    def sentence(self) -> Sentence:
        """The three counts."""
        if not self.applied:
            return say(_OWN_NONE)
        return say(_OWN, applied=self.applied, interviewed=self.interviewed, offers=self.offers)


def share(part: int, whole: int) -> int | None:
    """Whole per cent, half up, or None where the whole is too small for a percentage to mean anything."""
    return (200 * part + whole) // (2 * whole) if whole >= FEWEST_FOR_PERCENT else None


def funnel_of(
    activities: Iterable[Activity],
    opportunities: Iterable[Opportunity],
    interviews: Iterable[Interview],
    offers: Iterable[Offer],
    today: date,
) -> Funnel:
    """The user's own numbers. An interview counts from its day on.

    An application may be noted as an activity, or only show as the opportunity that came of it, or both: one that
    names the opportunity or its employer, or that was noted without words before the opportunity was written down,
    counts once.
    """
    jobs = {each.id: each for each in opportunities}
    applied = len(jobs) + _elsewhere([each for each in activities if each.kind == "application"], jobs.values())
    seen = {each.opportunity for each in interviews if each.opportunity in jobs and _is_over(each, today)}
    offered = {each.opportunity for each in offers if each.kind == "offer" and each.opportunity in jobs}
    offered |= {job.id for job in jobs.values() if job.status in ("offer", "accepted", "declined")}
    loose = sum(each.kind == "offer" and not each.opportunity for each in offers)
    return Funnel(
        applied=applied,
        interviewed=len(seen | offered),
        offers=len(offered) + loose,
    )


def _elsewhere(applications: Iterable[Activity], jobs: Iterable[Opportunity]) -> int:
    """How many of the applications noted belong to none of these opportunities. Each takes one for itself."""
    left = list(jobs)
    count = 0
    for each in applications:
        own = next((job for job in left if _led_to(each, job)), None)
        if own is None:
            count += 1
        else:
            left.remove(own)
    return count


def _led_to(application: Activity, job: Opportunity) -> bool:
    if application.opportunity:
        return application.opportunity == job.id
    if application.text:
        return bool(job.employer) and job.employer.casefold() in application.text.casefold()
    made, noted = job.created, application.created
    return made is not None and noted is not None and noted.aware < made.aware


def _is_over(interview: Interview, today: date) -> bool:
    return interview.start is None or interview.start.day <= today
