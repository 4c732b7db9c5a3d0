"""The named operations on offers, criteria and scores: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from models.offers.checks import check_criterion, check_offer, check_score
from models.records import Criterion, Offer, Opportunity, Score
from models.records.opportunity import Status

if TYPE_CHECKING:
    from models.library import Library

WorkingDayAfter = Callable[[date, int], date]
DAYS_TO_DECIDE = 2
TURNS_INTO_OFFER: frozenset[Status] = frozenset({"interviewing", "waiting", "silent"})
"""What an opportunity stands at before an offer comes; an answer already given is never overruled."""


def default_decide_by(received: date, working_day_after: WorkingDayAfter, days: int = DAYS_TO_DECIDE) -> date:
    """The day to answer by where they named none: two working days after the offer came (presets 2, 5 and 10)."""
    return working_day_after(received, days)


def add_offer(library: Library, *, origin: object = None, **terms: Any) -> Offer:
    """A new offer of these terms, received today unless `terms` say so; its opportunity then stands at "offer".

    The day to answer by stays empty until somebody names one. Raises BadInput where a term cannot be so. The current
    job and "keep searching" get no dates.
    """
    offer = Offer(**terms)
    if offer.kind == "offer" and offer.received is None:
        offer = msgspec.structs.replace(offer, received=library.clock.today())
    with library.step("Add offer", origin=origin):
        added = library.put(check_offer(offer))
        job = library.find(Opportunity, added.opportunity) if added.kind == "offer" else None
        if job is not None and job.status in TURNS_INTO_OFFER:
            library.put(msgspec.structs.replace(job, status="offer", folded_until=None))
    return added


def update_offer(library: Library, id: str, origin: object = None, **changes: Any) -> Offer:
    """The offer with these fields changed. Raises BadInput where one cannot be so, NoSuchRecord for an unknown id."""
    before = library.get(Offer, id)
    after = check_offer(msgspec.structs.replace(before, **changes))
    if after == before:
        return before
    with library.step("Change the offer", merge_key=f"{id}:{','.join(sorted(changes))}", origin=origin):
        return library.put(after)


def remove_offer(library: Library, id: str, origin: object = None) -> None:
    """Take the offer away together with its scores."""
    offer = library.get(Offer, id)
    with library.step("Remove offer", origin=origin):
        for score in library.all(Score):
            if score.offer == id:
                library.remove(score)
        library.remove(offer)


def add_criterion(
    library: Library, name: str, weight: int = 50, must_have: bool = False, origin: object = None
) -> Criterion:
    """One more thing that matters. Raises BadInput where name or weight cannot be so."""
    criterion = check_criterion(Criterion(name=name, weight=weight, must_have=must_have))
    with library.step("Add what matters", origin=origin):
        return library.put(criterion)


def update_criterion(library: Library, id: str, origin: object = None, **changes: Any) -> Criterion:
    """The criterion with these fields changed. Dragging a weight merges into one step."""
    before = library.get(Criterion, id)
    after = check_criterion(msgspec.structs.replace(before, **changes))
    if after == before:
        return before
    with library.step("Change what matters", merge_key=f"{id}:{','.join(sorted(changes))}", origin=origin):
        return library.put(after)


def remove_criterion(library: Library, id: str, origin: object = None) -> None:
    """Take the criterion away together with its scores."""
    criterion = library.get(Criterion, id)
    with library.step("Remove what matters", origin=origin):
        for score in library.all(Score):
            if score.criterion == id:
                library.remove(score)
        library.remove(criterion)


def set_score(
    library: Library, offer: str, criterion: str, value: int | None, reason: str | None = None, origin: object = None
) -> Score:
    """How well an offer does on a criterion, 0 to 10; None means not scored. A reason of None keeps the old one.

    Raises NoSuchRecord where the offer or the criterion is gone, BadInput for a value out of range.
    """
    library.get(Offer, offer)
    library.get(Criterion, criterion)
    old = next((s for s in library.all(Score) if s.offer == offer and s.criterion == criterion), None)
    before = old or Score(offer=offer, criterion=criterion)
    after = check_score(
        msgspec.structs.replace(before, value=value, reason=before.reason if reason is None else reason)
    )
    if old == after:
        return after
    with library.step("Change a score", merge_key=f"{offer}:{criterion}", origin=origin):
        return library.put(after)
