"""What matters beside money: weighted scores, must-haves that veto, and how close a call it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from models.records import Criterion, Offer, Score

Closeness = Literal["tie", "leaning", "clear"]


class LifeScore(msgspec.Struct, frozen=True):
    """An offer's weighted score.

    `value` is 0 to 100, None where nothing with a weight was scored; `missing` names criteria that have no score and
    were left out; `broken` names must-haves that the offer fails.
    """

    offer: str
    value: Decimal | None
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


def life_score(offer: Offer, criteria: Sequence[Criterion], scores: Iterable[Score]) -> LifeScore:
    """Sum of weight x score / sum of weights, over the criteria that were scored. Source: ClearanceJobs, Pressbooks.

    A must-have fails where the offer names it as broken (by name or id) or it was scored 0.
    """
    given = scores_of(offer, scores)
    scored = [(c, given[c.id]) for c in criteria if c.id in given]
    weights = sum(c.weight for c, _ in scored)
    value = Decimal(sum(c.weight * score for c, score in scored)) * 10 / weights if weights else None
    return LifeScore(
        offer=offer.id,
        value=None if value is None else value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP),
        missing=tuple(c.name for c in criteria if c.id not in given),
        broken=_broken(offer, criteria, given),
    )


def scores_of(offer: Offer, scores: Iterable[Score]) -> dict[str, int]:
    """The offer's scores by criterion; a score without a value is no score."""
    return {score.criterion: score.value for score in scores if score.offer == offer.id and score.value is not None}


def closeness(values: Iterable[Decimal]) -> Closeness | None:
    """How clearly the best of several scores of 100 leads: a gap under 3 is a tie, to 8 leaning, above 8 clear.

    None with fewer than two scores. Source: offer-compare-skill.
    """
    first_two = sorted(values, reverse=True)[:2]
    if len(first_two) < 2:
        return None
    gap = first_two[0] - first_two[1]
    if gap < 3:
        return "tie"
    return "leaning" if gap <= 8 else "clear"


def _broken(offer: Offer, criteria: Sequence[Criterion], given: dict[str, int]) -> tuple[str, ...]:
    names = {c.id: c.name for c in criteria if c.id}
    found = [names.get(told, told) for told in offer.musts_broken]
    found += [c.name for c in criteria if c.must_have and given.get(c.id) == 0]
    return tuple(dict.fromkeys(found))
