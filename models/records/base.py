"""What every record is: a frozen value whose fields say, in one line each, what they mean.

A field's line carries its type, label, help, unit and how to compare; forms, tables, comparison, print, CSV, undo and
storage read it from there.
"""

from __future__ import annotations

import functools
import typing
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeVar

import msgspec

from models.clock import Moment
from models.errors import EncoreError

Compare = Literal["", "more", "less", "same"]
R = TypeVar("R", bound="Record")


class InvalidRecord(EncoreError):
    """A value that a record's field cannot hold; the sentence names the field and what it takes."""


def says(label: str, help: str = "", *, unit: str = "", compare: Compare = "", long: bool = False) -> msgspec.Meta:
    """The words that belong to a field.

    `unit` is what the number counts ("money a year", "minutes", "days a year", "%"); `compare` tells a comparison
    whether more or less of it is better; `long` asks for several lines in a form.
    """
    return msgspec.Meta(title=label, description=help, extra={"unit": unit, "compare": compare, "long": long})


class FieldInfo(msgspec.Struct, frozen=True):
    """One field as the rest of the program sees it."""

    name: str
    type: Any
    label: str
    help: str
    unit: str
    compare: Compare
    long: bool
    default: Any


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The part that all records share. An empty id means: not yet in the library."""

    table: ClassVar[str] = ""
    noun: ClassVar[str] = ""

    id: str = ""
    created: Moment | None = None
    changed: Moment | None = None


HOUSEKEEPING = ("id", "created", "changed")


@functools.cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[FieldInfo, ...]:
    """The user's fields of a record, in the order they are written; the housekeeping ones are left out."""
    hints = typing.get_type_hints(kind, include_extras=True)
    found: list[FieldInfo] = []
    for field in msgspec.structs.fields(kind):
        if field.name in HOUSEKEEPING:
            continue
        meta = next((m for m in getattr(hints[field.name], "__metadata__", ()) if isinstance(m, msgspec.Meta)), None)
        plain = typing.get_args(hints[field.name])[0] if meta else hints[field.name]
        extra: dict[str, Any] = (meta.extra if meta else None) or {}
        default = field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default
        found.append(
            FieldInfo(
                name=field.name,
                type=plain,
                label=(meta.title if meta else None) or field.name,
                help=(meta.description if meta else None) or "",
                unit=extra.get("unit", ""),
                compare=extra.get("compare", ""),
                long=extra.get("long", False),
                default=default,
            )
        )
    return tuple(found)


def field_of(kind: type[msgspec.Struct], name: str) -> FieldInfo:
    """One field by name; KeyError where the record has none of that name."""
    for info in fields_of(kind):
        if info.name == name:
            return info
    raise KeyError(name)


def to_document(record: Record) -> dict[str, Any]:
    """The record as the plain JSON object that is stored (id left out: it is the document's key).

    Raises InvalidRecord where a value is not what its field takes: constructors validate nothing.
    """
    try:
        text = msgspec.json.encode(record)
        again = msgspec.json.decode(text, type=type(record))
    except (msgspec.ValidationError, UnicodeEncodeError, TypeError, ValueError) as error:
        raise InvalidRecord(f"This {record.noun} cannot be kept as it is: {error}.") from error
    _refuse_odd_numbers(again, record.noun)
    if again != record:
        raise InvalidRecord(f"This {record.noun} would read back differently from how it was written.")
    document: dict[str, Any] = msgspec.json.decode(text)
    document.pop("id", None)
    return document


def from_document(kind: type[R], record_id: str, document: dict[str, Any]) -> R:
    """The record that a stored object describes. Raises InvalidRecord where it does not fit."""
    try:
        return msgspec.convert({**document, "id": record_id}, kind)
    except msgspec.ValidationError as error:
        raise InvalidRecord(f"A stored {kind.noun} cannot be read: {error}.") from error


def _refuse_odd_numbers(value: Any, noun: str) -> None:
    if isinstance(value, Decimal) and not value.is_finite():
        raise InvalidRecord(f"This {noun} holds an amount that is not a number.")
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _refuse_odd_numbers(getattr(value, name), noun)
    elif isinstance(value, tuple | list):
        for part in typing.cast("tuple[Any, ...]", value):
            _refuse_odd_numbers(part, noun)
    elif isinstance(value, dict):
        for part in typing.cast("dict[str, Any]", value).values():
            _refuse_odd_numbers(part, noun)
