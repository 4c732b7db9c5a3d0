"""What the values of an offer, a criterion and a score may be; the same for forms, files and operations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models.errors import BadInput
from models.records import Criterion, Offer, Score, fields_of
from models.records.offer import Term

LONGEST_NAME = 120
LONGEST_TEXT = 2000
_EARLIEST, _LATEST = date(1990, 1, 1), date(2200, 1, 1)

# the most a number of each unit may be: beyond it a slip of the finger is likelier than an offer
_MOST = {
    "money": Decimal(10**11),
    "money a month": Decimal(10**9),
    "money a year": Decimal(10**11),
    "money a day": Decimal(10**7),
    "units": Decimal(10**10),
    "%": Decimal(100),
    "months": Decimal(600),
    "minutes": Decimal(720),
    "days a week": Decimal(7),
    "days a year": Decimal(366),
    "hours a week": Decimal(168),
}
_PERCENT_ABOVE_HUNDRED = {"bonus_target": Decimal(1000), "match_rate": Decimal(1000)}


def problems(offer: Offer) -> Iterator[tuple[str, str]]:
    """Fields that cannot be as they are, each with what was expected ("base", "a number from 0 to ...")."""
    for info in fields_of(Offer):
        value = getattr(offer, info.name)
        plain = value.value if isinstance(value, Term) else value
        expected = _expectation(info.name, info.unit, plain)
        if expected:
            yield info.name, expected
    if not _shows(offer.name):
        yield "name", "a name that is not empty"
    if not (
        len(offer.currency) == 3 and offer.currency.isascii() and offer.currency.isupper() and offer.currency.isalpha()
    ):
        yield "currency", "three capital letters such as USD"


def check_offer(offer: Offer) -> Offer:
    """The offer itself. Raises BadInput with one sentence for the first field that cannot be so."""
    for name, expected in problems(offer):
        label = next(info.label for info in fields_of(Offer) if info.name == name)
        raise BadInput(f"“{label}” takes {expected}.")
    return offer


def check_criterion(criterion: Criterion) -> Criterion:
    """The criterion itself. Raises BadInput where name or weight cannot be so."""
    if expected := unfit_text(criterion.name, LONGEST_NAME) or ("text on one line" if "\n" in criterion.name else ""):
        raise BadInput(f"“What matters” takes {expected}.")
    if not _shows(criterion.name):
        raise BadInput("“What matters” takes a few words.")
    if not 0 <= criterion.weight <= 100:
        raise BadInput("“Weight” takes a whole number from 0 to 100.")
    return criterion


def check_score(score: Score) -> Score:
    """The score itself. Raises BadInput where it is outside 0 to 10."""
    if score.value is not None and not 0 <= score.value <= 10:
        raise BadInput("“Score” takes a whole number from 0 to 10.")
    return score


def unfit_text(text: str, longest: int) -> str:
    """What was expected of a text that cannot be printed on a page; empty where it is fine."""
    if len(text) > longest:
        return f"at most {longest:,} characters"
    if any(unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t" for mark in text):
        return "text without control characters"
    return ""


def _shows(text: str) -> bool:
    """Whether anything of the text can be seen: a name of zero-width marks is no name."""
    return any(mark.isprintable() and not mark.isspace() for mark in text)


def _expectation(name: str, unit: str, value: object) -> str:
    if isinstance(value, Decimal):
        most = _PERCENT_ABOVE_HUNDRED.get(name, _MOST.get(unit, Decimal(10**11)))
        fits = value.is_finite() and 0 <= value <= most
        return "" if fits else f"a number from 0 to {most:,}"
    if isinstance(value, date):
        return "" if _EARLIEST <= value < _LATEST else f"a day from {_EARLIEST.year} to {_LATEST.year - 1}"
    if isinstance(value, str):
        if "\n" in value and name != "conditions":
            return "text on one line"
        return unfit_text(value, LONGEST_TEXT if name == "conditions" else LONGEST_NAME)
    if name == "equity_schedule" and isinstance(value, tuple):
        return _schedule_expectation(value)
    if name == "musts_broken" and isinstance(value, tuple):
        return next(filter(None, (unfit_text(part, LONGEST_NAME) for part in value)), "")
    return ""


def _schedule_expectation(shares: tuple[Decimal, ...]) -> str:
    fits = all(share.is_finite() and 0 <= share <= 100 for share in shares) and len(shares) <= 10
    if fits and sum(shares, Decimal(0)) <= 100:
        return ""
    return "one share for each year, at most ten, each from 0 to 100 and together at most 100"
