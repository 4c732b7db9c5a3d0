"""What changed in one document: only the changed fields, so a step stays small and can be turned around."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

import msgspec

Document = dict[str, Any]
Kind = Literal["do", "undo", "redo"]

GONE: Final = object()
"""Stands for "this document has no such field"."""

_PLAIN = (str, int, float, bool, type(None))
_encode = msgspec.json.Encoder(order="deterministic").encode


class Patch(NamedTuple):
    """`was` and `now` hold the changed fields; None means that the document did not or does not exist."""

    table: str
    id: int
    was: Document | None
    now: Document | None


class PastStep(NamedTuple):
    """One commit as history keeps it. `time` is in milliseconds, and no two steps of a library share one."""

    kind: Kind
    label: str
    merge_key: str
    time: int
    patches: tuple[Patch, ...]


def same(one: Any, other: Any) -> bool:
    """Equality that also tells 1 from 1.0 and from true, as JSON does."""
    if type(one) is not type(other) or one != other:
        return False
    return isinstance(one, _PLAIN) or one is GONE or _encode(one) == _encode(other)


def difference(table: str, id: int, before: Document | None, after: Document | None) -> Patch | None:
    """The patch that leads from `before` to `after`, or None where nothing changed."""
    if before is None and after is None:
        return None
    if before is None or after is None:
        return Patch(table, id, before if before is None else copied(before), after if after is None else copied(after))
    was = {name: value for name, value in before.items() if not same(value, after.get(name, GONE))}
    now = {name: value for name, value in after.items() if not same(value, before.get(name, GONE))}
    return Patch(table, id, copied(was), copied(now)) if was or now else None


def applied(document: Document | None, patch: Patch) -> Document | None:
    """The document after the patch; `document` itself is left alone."""
    if patch.now is None:
        return None
    if patch.was is None or document is None:
        return copied(patch.now)
    removed = patch.was.keys() - patch.now.keys()
    kept = {name: value for name, value in document.items() if name not in removed}
    return {**kept, **copied(patch.now)}


def inverse(patch: Patch) -> Patch:
    """The patch that takes this one back."""
    return Patch(patch.table, patch.id, patch.now, patch.was)


def copied(document: Document) -> Document:
    """The document with no list or object shared with the original."""
    return {name: value if isinstance(value, _PLAIN) else _copied(value) for name, value in document.items()}


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return copied(value)
    if isinstance(value, list):
        return [part if isinstance(part, _PLAIN) else _copied(part) for part in value]
    return value
