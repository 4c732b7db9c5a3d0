"""What is still open in an offer: the terms that matter most and that nobody named, or that were only said."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from models.formats import Sentence, say
from models.records import Offer

IMPORTANT = ("base", "start", "hours", "days_off", "premium", "match_rate", "bonus_target", "place", "conditions")
"""In the order in which one would ask; what most offer letters are expected to settle."""


class OpenTerms(msgspec.Struct, frozen=True):
    """Field names of one offer: `unknown` nobody named, `said` are not in writing yet."""

    offer: str
    name: str
    unknown: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.unknown) + len(self.said)

    @property
    def sentence(self) -> Sentence | None:
        """What is open, in one sentence; None where nothing is."""
        unknown, said = len(self.unknown), len(self.said)
        match (unknown, said):
            case (0, 0):
                return None
            case (_, 0):
                return say("Important terms at {name}: {unknown} not named yet.", name=self.name, unknown=unknown)
            case (0, _):
                return say("Important terms at {name}: {said} only said so far.", name=self.name, said=said)
            case _:
                return say("Important terms at {name}: {unknown} not named yet, {said} only said.",
                           name=self.name, unknown=unknown, said=said)  # fmt: skip


def open_terms(offer: Offer) -> OpenTerms:
    """The important terms of an offer that are not in writing; the current job and going on searching have none."""
    if offer.kind != "offer":
        return OpenTerms(offer.id, offer.name, (), ())
    unknown = tuple(name for name in IMPORTANT if getattr(offer, name) is None)
    said = tuple(name for name in IMPORTANT if (term := getattr(offer, name)) is not None and term.state == "said")
    return OpenTerms(offer.id, offer.name, unknown, said)


def most_open(offers: Iterable[Offer]) -> OpenTerms | None:
    """The open terms of the offer that is to be answered first; None where nothing is open."""
    found = [
        (offer.decide_by is None, offer.decide_by, terms) for offer in offers if (terms := open_terms(offer)).count
    ]
    return min(found, key=lambda each: (each[0], str(each[1])), default=(True, None, None))[2]
