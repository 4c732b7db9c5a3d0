"""Offers as plain JSON values, read strictly: every refusal names the source, the place and what was expected."""

from __future__ import annotations

import difflib
import re
import typing
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast

import msgspec

from models.errors import BadInput
from models.offers.checks import check_criterion, problems
from models.offers.figures import MOST_OFFERS, SCENARIOS, Assumptions
from models.records import Criterion, Offer, Score, Term, fields_of
from models.records.base import FieldInfo
from models.records.offer import TermState

_NUMBER = re.compile(r"-?\d{1,20}(\.\d{1,12})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NOT_READ = ("opportunity", "gut")
_STATES: tuple[TermState, ...] = typing.get_args(TermState)
OFFER_FIELDS: dict[str, FieldInfo] = {info.name: info for info in fields_of(Offer) if info.name not in _NOT_READ}


class OffersFile(msgspec.Struct, frozen=True):
    """What a file of offers holds, ready for compare()."""

    offers: tuple[Offer, ...]
    criteria: tuple[Criterion, ...]
    scores: tuple[Score, ...]
    assumptions: Assumptions


def read_offers(value: Any, source: str) -> OffersFile:
    """The offers, criteria, scores and assumptions in a decoded JSON value.

    Raises BadInput for anything unknown, missing, of the wrong kind, negative, absurd or named twice.
    """
    return _Reader(source).file(value)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source

    def wrong(self, place: str, expected: str, found: Any = None) -> BadInput:
        shown = "" if found is None else f"; it is {_shown(found)}"
        return BadInput(f"{self.source}: {place} should be {expected}{shown}.")

    def table(self, value: Any, place: str, keys: Iterable[str]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(place, "an object in braces", value if value is not None else "null")
        known = tuple(keys)
        for key in value:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"did you mean “{near[0]}”?" if near else f"expected one of {', '.join(known)}."
                raise BadInput(f"{self.source}: {place} holds “{key[:40]}”, which is not known here; {hint}")
        return cast("dict[str, Any]", value)

    def items(self, value: Any, place: str) -> list[Any]:
        if not isinstance(value, list):
            raise self.wrong(place, "a list in brackets", value if value is not None else "null")
        return cast("list[Any]", value)

    def file(self, value: Any) -> OffersFile:
        whole = self.table(value, "the file", ("offers", "criteria", "scores", "assumptions"))
        if "offers" not in whole:
            raise BadInput(f"{self.source}: “offers” is missing; expected a list of one to {MOST_OFFERS} offers.")
        rows = self.items(whole["offers"], "offers")
        if not 1 <= len(rows) <= MOST_OFFERS:
            raise BadInput(f"{self.source}: offers holds {len(rows)} offers; expected 1 to {MOST_OFFERS}.")
        offers = tuple(self.offer(row, f"offers[{i}]", str(i + 1)) for i, row in enumerate(rows))
        self.no_twins([offer.name for offer in offers], "offers")
        listed = self.items(whole.get("criteria", []), "criteria")
        criteria = tuple(self.criterion(row, f"criteria[{i}]", str(i + 1)) for i, row in enumerate(listed))
        if len(criteria) > 40:
            raise BadInput(f"{self.source}: criteria holds {len(criteria)} criteria; expected at most 40.")
        self.no_twins([criterion.name for criterion in criteria], "criteria")
        scores = tuple(self.scores(whole.get("scores", {}), offers, criteria))
        return OffersFile(offers, criteria, scores, self.assumptions(whole.get("assumptions", {})))

    def no_twins(self, names: list[str], place: str) -> None:
        seen: dict[str, int] = {}
        for index, name in enumerate(names):
            first = seen.setdefault(_alike(name), index)
            if first != index:
                raise BadInput(
                    f"{self.source}: {place}[{index}].name “{name[:40]}” is the name of {place}[{first}] too; "
                    "expected a different name for each."
                )

    def offer(self, value: Any, place: str, number: str) -> Offer:
        row = self.table(value, place, OFFER_FIELDS)
        if "name" not in row:
            raise BadInput(f"{self.source}: {place}.name is missing; expected a name for the head of its column.")
        given = {key: self.field(part, OFFER_FIELDS[key], f"{place}.{key}") for key, part in row.items()}
        offer = Offer(id=number, **given)
        for name, expected in problems(offer):
            raise self.wrong(f"{place}.{name}", expected, row.get(name))
        return offer

    def field(self, value: Any, info: FieldInfo, place: str) -> Any:
        if value is None and type(None) in typing.get_args(info.type):
            return None
        term = next(
            (part for part in (info.type, *typing.get_args(info.type)) if typing.get_origin(part) is Term), None
        )
        if term is None:
            return self.plain(value, info.type, place)
        state: TermState = "said"
        if isinstance(value, dict):
            pair = self.table(value, place, ("value", "state"))
            if "value" not in pair:
                raise BadInput(f"{self.source}: {place}.value is missing; expected a value beside its state.")
            state = self.choice(pair.get("state", "said"), _STATES, f"{place}.state")
            value, place = pair["value"], f"{place}.value"
        return Term(self.plain(value, typing.get_args(term)[0], place), state)

    def plain(self, value: Any, kind: Any, place: str) -> Any:
        options = typing.get_args(kind)
        if typing.get_origin(kind) is Literal:
            return self.choice(value, options, place)
        if kind is Decimal:
            return self.number(value, place)
        if kind is date or date in options:
            return self.day(value, place)
        if typing.get_origin(kind) is tuple:
            parts = self.items(value, place)
            return tuple(self.plain(part, options[0], f"{place}[{i}]") for i, part in enumerate(parts))
        return self.text(value, place)

    def text(self, value: Any, place: str) -> str:
        if not isinstance(value, str):
            raise self.wrong(place, "a text in quotes", value if value is not None else "null")
        return unicodedata.normalize("NFC", value).strip()

    def number(self, value: Any, place: str) -> Decimal:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return Decimal(value)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.wrong(place, "a number such as 95000", value if value is not None else "null")
        number = Decimal(value)
        if not number.is_finite() or len(number.as_tuple().digits) > 30 or abs(number.adjusted()) > 30:
            raise self.wrong(place, "a number such as 95000", value)
        return number

    def whole(self, value: Any, place: str, least: int, most: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(place, f"a whole number from {least} to {most}", value if value is not None else "null")
        return value

    def truth(self, value: Any, place: str) -> bool:
        if not isinstance(value, bool):
            raise self.wrong(place, "true or false", value if value is not None else "null")
        return value

    def choice(self, value: Any, options: Iterable[Any], place: str) -> Any:
        known = tuple(options)
        if not isinstance(value, str) or value not in known:
            options_named = ", ".join(f"“{option}”" for option in known if option)
            raise self.wrong(place, f"one of {options_named}", value if value is not None else "null")
        return value

    def day(self, value: Any, place: str) -> date:
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise self.wrong(place, "a day such as 2026-08-14", value if value is not None else "null")

    def criterion(self, value: Any, place: str, number: str) -> Criterion:
        row = self.table(value, place, ("name", "weight", "must_have"))
        if "name" not in row:
            raise BadInput(f"{self.source}: {place}.name is missing; expected what matters in a few words.")
        criterion = Criterion(
            id=number,
            name=self.text(row["name"], f"{place}.name"),
            weight=self.whole(row.get("weight", 50), f"{place}.weight", 0, 100),
            must_have=self.truth(row.get("must_have", False), f"{place}.must_have"),
        )
        try:
            return check_criterion(criterion)
        except BadInput:
            raise self.wrong(
                f"{place}.name", "a few words on one line, at most 120 characters", criterion.name
            ) from None

    def scores(self, value: Any, offers: tuple[Offer, ...], criteria: tuple[Criterion, ...]) -> Iterable[Score]:
        by_name = {offer.name: offer for offer in offers}
        matters = {criterion.name: criterion for criterion in criteria}
        for name, row in self.table(value, "scores", by_name).items():
            place = f"scores.{name}"
            for what, given in self.table(row, place, matters).items():
                yield self.score(given, f"{place}.{what}", by_name[name], matters[what])

    def score(self, value: Any, place: str, offer: Offer, criterion: Criterion) -> Score:
        reason = ""
        if isinstance(value, dict):
            pair = self.table(value, place, ("value", "reason"))
            reason = self.text(pair.get("reason", ""), f"{place}.reason")
            value = pair.get("value")
        number = None if value is None else self.whole(value, place, 0, 10)
        return Score(
            id=f"{offer.id}.{criterion.id}", offer=offer.id, criterion=criterion.id, value=number, reason=reason
        )

    def assumptions(self, value: Any) -> Assumptions:
        keys = ("years", "year", "stay_months", "weeks", "commute_weeks", "scenario", "price_days")
        row = self.table(value, "assumptions", keys)
        years = self.whole(row.get("years", 4), "assumptions.years", 1, 6)
        stay = row.get("stay_months")
        given: dict[str, Any] = {
            "years": years,
            "year": self.whole(row.get("year", 1), "assumptions.year", 1, years),
            "tenure_months": None if stay is None else self.whole(stay, "assumptions.stay_months", 0, 600),
            "scenario": self.choice(row.get("scenario", "expected"), SCENARIOS, "assumptions.scenario"),
            "price_days": self.truth(row.get("price_days", False), "assumptions.price_days"),
        }
        for key in ("weeks", "commute_weeks"):
            if key in row:
                given[key] = self.number(row[key], f"assumptions.{key}")
                if not 0 <= given[key] <= 53:
                    raise self.wrong(f"assumptions.{key}", "a number from 0 to 53", row[key])
        return Assumptions(**given)


def _alike(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _shown(value: Any) -> str:
    match value:
        case dict():
            return "an object"
        case list():
            return "a list" if len(value) else "an empty list"
        case bool():
            return "true" if value else "false"
        case str():
            return "null" if value == "null" else f"“{value[:40]}”"
        case _:
            return str(value)[:40]
