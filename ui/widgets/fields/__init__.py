"""One editor for each kind of field; `editor_for` picks it from the field's own line."""

from __future__ import annotations

import types
import typing
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from models.clock import Clock, Moment
from models.records import FieldInfo, Strength, Term
from ui.texts import tr
from ui.widgets.fields.choices import CheckEditor, ChoiceEditor
from ui.widgets.fields.dates import DateEditor, MomentEditor
from ui.widgets.fields.editor import Editor
from ui.widgets.fields.growing import GrowingText
from ui.widgets.fields.numbers import NumberEditor, NumbersEditor
from ui.widgets.fields.strengths import StrengthsEditor
from ui.widgets.fields.term import TermEditor
from ui.widgets.fields.text import LineEditor, LinesEditor, LongEditor

__all__ = [
    "CheckEditor", "ChoiceEditor", "DateEditor", "Editor", "GrowingText", "LineEditor", "LinesEditor", "LongEditor",
    "MomentEditor", "NumberEditor", "NumbersEditor", "StrengthsEditor", "TermEditor", "editor_for", "without_none",
]  # fmt: skip


def without_none(kind: Any) -> tuple[Any, bool]:
    """The type without its None, and whether it had one."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        rest = [part for part in typing.get_args(kind) if part is not type(None)]
        return rest[0], len(rest) < len(typing.get_args(kind))
    return kind, False


def editor_for(info: FieldInfo, clock: Clock, *, country: str = "", currency: str = "") -> Editor | None:
    """The editor of that field, or None where the field is not for a form (a mapping)."""
    kind, optional = without_none(info.type)
    what, help_text = tr(info.label), tr(info.help)
    if typing.get_origin(kind) is Term:
        inner = _plain(typing.get_args(kind)[0], True, info, clock, country, currency)
        return None if inner is None else TermEditor(what, inner, help_text)
    return _plain(kind, optional, info, clock, country, currency)


def _plain(kind: Any, optional: bool, info: FieldInfo, clock: Clock, country: str, currency: str) -> Editor | None:
    what, help_text = tr(info.label), tr(info.help)
    if typing.get_origin(kind) is Literal:
        return ChoiceEditor(what, typing.get_args(kind), help_text)
    if typing.get_origin(kind) is tuple:
        return _several(typing.get_args(kind)[0], what, help_text, info.unit)
    if kind is bool:
        return CheckEditor(what, help_text)
    if kind is date:
        return DateEditor(what, clock, help_text, country)
    if kind is Moment:
        return MomentEditor(what, clock, help_text, country)
    if kind in (int, Decimal):
        return NumberEditor(what, help_text, whole=kind is int, optional=optional, unit=unit_text(info.unit, currency))
    if kind is str:
        return LongEditor(what, help_text) if info.long else LineEditor(what, help_text)
    return None


def _several(part: Any, what: str, help_text: str, unit: str) -> Editor | None:
    if part is Decimal:
        return NumbersEditor(what, help_text, unit)
    if part is Strength:
        return StrengthsEditor(what, help_text)
    return LinesEditor(what, help_text) if part is str else None


def unit_text(unit: str, currency: str = "") -> str:
    """The unit as it stands behind the number: "money a year" is "USD a year" where the currency is known."""
    if not unit.startswith("money") or not currency:
        return tr(unit.removeprefix("money").strip())
    return " ".join((currency, tr(unit.removeprefix("money").strip()))).strip()
