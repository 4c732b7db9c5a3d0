"""Facts from a JSON object that someone else wrote: read strictly, refused with the place and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from models.errors import BadInput
from models.letters.fact_record import Claim, Facts, OtherLetter, Person, Sender
from models.money import Money, decimal_from

T = TypeVar("T")
FACTS_HELP = """\
FACTS is a JSON object; every key may be left out, and what is left out is not checked:
  kind             "thank-you", "update", "decline", ... (default "thank-you")
  recipient        "Priya Rao" or {"name": "Priya Rao", "title": "Ms", "email": "priya@company.example"}
  also_to          a list of further recipients, each like recipient
  panel            names of the others in the same interview: ["Tom Okafor", ...]
  other_people     names that belong to other employers
  employer         the organisation's name
  other_employers  names of other organisations where you applied
  role             the job's title
  dates            {"interview": "2026-11-02", "promised": "2026-11-13", "decide by": ..., "start": ...}
  offer            amounts by term, with an optional currency: {"base": 95000, "sign-on": "5,000", "currency": "USD"}
  sender           {"name": ..., "email": ..., "phone": ...}
  notes            what this person said: ["onboarding is the hardest part", ...]
  strengths        [{"claim": ..., "evidence": ...}, ...] or a list of texts
  wish             what you wish you had said
  want             "yes", "not sure" or "no"
  formality        "formal", "usual" or "relaxed"
  dialect          "US", "UK", "Canadian", "Australian" or "Indian"
  attachment       true where you really attach a document
  letters          the panel's other letters: [{"to": ..., "employer": ..., "body": ...}, ...] or a list of texts
"""
_TITLES = ("", "Ms", "Mr", "Dr", "Mx", "Prof")
_CHOICES = {
    "want": ("", "yes", "not sure", "no"),
    "formality": ("formal", "usual", "relaxed"),
    "dialect": ("", "US", "UK", "Canadian", "Australian", "Indian"),
}


def facts_from_json(value: object, source: str) -> Facts:
    """The facts in a decoded JSON value. BadInput names `source`, the key and what was expected there."""
    if not isinstance(value, dict):
        raise BadInput(f'{source}: expected a JSON object of facts, such as {{"recipient": "Priya Rao"}}.')
    raw = cast("dict[str, object]", value)
    unknown = [key for key in raw if key not in _READERS]
    if unknown:
        raise BadInput(f"{source}, {unknown[0]}: no fact has this name. Expected one of {', '.join(_READERS)}.")
    read: dict[str, Any] = {
        key: _READERS[key](part, f"{source}, {key}") for key, part in raw.items() if part is not None
    }
    return Facts(**read)


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"{place}: expected a text, not {_called(value)}.")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(f"{place}: the text holds half a character, which cannot be read.") from error
    return value


def _name(value: object, place: str) -> str:
    name = _text(value, place)
    if not name.strip():
        raise BadInput(f"{place}: expected a name, not an empty text.")
    return " ".join(name.split())


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise BadInput(f"{place}: expected true or false, not {_called(value)}.")
    return value


def _choice(allowed: tuple[str, ...]) -> Callable[[object, str], str]:
    def read(value: object, place: str) -> str:
        text = _text(value, place)
        if text not in allowed:
            raise BadInput(
                f"{place}: expected one of {', '.join(f'“{one}”' for one in allowed if one)}, not “{text[:40]}”."
            )
        return text

    return read


def _list(item: Callable[[object, str], T]) -> Callable[[object, str], tuple[T, ...]]:
    def read(value: object, place: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise BadInput(f"{place}: expected a list, not {_called(value)}.")
        return tuple(
            item(part, f"{place}, item {number}") for number, part in enumerate(cast("list[object]", value), 1)
        )

    return read


def _object(value: object, place: str, keys: tuple[str, ...]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BadInput(f"{place}: expected an object with {', '.join(keys)}, not {_called(value)}.")
    raw = cast("dict[str, object]", value)
    for key in raw:
        if key not in keys:
            raise BadInput(f"{place}, {key}: not known here. Expected {', '.join(keys)}.")
    return {key: part for key, part in raw.items() if part is not None}


def _person(value: object, place: str) -> Person:
    if isinstance(value, str):
        return Person(_name(value, place))
    raw = _object(value, place, ("name", "title", "email"))
    if "name" not in raw:
        raise BadInput(f"{place}, name: expected the person's name.")
    title = _text(raw.get("title", ""), f"{place}, title").rstrip(".")
    title = "Prof" if title == "Professor" else title
    return Person(
        _name(raw["name"], f"{place}, name"),
        _choice(_TITLES)(title, f"{place}, title"),
        _text(raw.get("email", ""), f"{place}, email").strip(),
    )


def _sender(value: object, place: str) -> Sender:
    raw = _object(value, place, ("name", "email", "phone"))
    return Sender(**{key: _text(part, f"{place}, {key}").strip() for key, part in raw.items()})


def _claim(value: object, place: str) -> Claim:
    if isinstance(value, str):
        return Claim(_name(value, place))
    raw = _object(value, place, ("claim", "evidence"))
    return Claim(_text(raw.get("claim", ""), f"{place}, claim"), _text(raw.get("evidence", ""), f"{place}, evidence"))


def _letter(value: object, place: str) -> OtherLetter:
    if isinstance(value, str):
        return OtherLetter(_text(value, place))
    raw = _object(value, place, ("to", "employer", "body"))
    if "body" not in raw:
        raise BadInput(f"{place}, body: expected the letter's text.")
    return OtherLetter(**{key: _text(part, f"{place}, {key}") for key, part in raw.items()})


def _dates(value: object, place: str) -> dict[str, date]:
    if not isinstance(value, dict):
        raise BadInput(f'{place}: expected an object such as {{"interview": "2026-11-02"}}, not {_called(value)}.')
    return {key: _day(part, f"{place}, {key}") for key, part in cast("dict[str, object]", value).items() if part}


def _day(value: object, place: str) -> date:
    text = _text(value, place).strip()
    try:
        if len(text) != len("2026-11-02"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{place}: expected a day such as 2026-11-02, not “{text[:40]}”.") from error


def _offer(value: object, place: str) -> dict[str, Money]:
    if not isinstance(value, dict):
        raise BadInput(f'{place}: expected an object such as {{"base": 95000}}, not {_called(value)}.')
    raw = dict(cast("dict[str, object]", value))
    currency = _text(raw.pop("currency", "USD"), f"{place}, currency").strip().upper()
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        raise BadInput(f"{place}, currency: expected three letters such as USD, not “{currency[:20]}”.")
    return {key: Money(_amount(part, f"{place}, {key}"), currency) for key, part in raw.items() if part is not None}


def _amount(value: object, place: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise BadInput(f"{place}: expected an amount such as 95000, not {_called(value)}.")
    return decimal_from(str(value), f"{place}: the amount")


def _called(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float() | Decimal():
            return "a number"
        case str():
            return f"the text “{value[:40]}”"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "nothing"


_READERS: dict[str, Callable[[object, str], object]] = {
    "kind": _name,
    "recipient": _person,
    "also_to": _list(_person),
    "panel": _list(_name),
    "other_people": _list(_name),
    "employer": _text,
    "other_employers": _list(_name),
    "role": _text,
    "dates": _dates,
    "offer": _offer,
    "sender": _sender,
    "notes": _list(_text),
    "strengths": _list(_claim),
    "wish": _text,
    "want": _choice(_CHOICES["want"]),
    "formality": _choice(_CHOICES["formality"]),
    "dialect": _choice(_CHOICES["dialect"]),
    "attachment": _flag,
    "letters": _list(_letter),
}
