"""Half-typed texts of an earlier session: what each belongs to, and putting it where it was being typed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from models.clock import Moment, moment_at
from models.formats import Sentence
from models.letters.operations import edit_letter
from models.library import Library
from models.naming import name_of
from models.people.operations import update_note
from models.records import Letter, Note, Record, to_document
from models.storage import Draft

_KINDS: dict[str, type[Record]] = {Letter.table: Letter, Note.table: Note}


class HalfTyped(msgspec.Struct, frozen=True):
    """A text that was being typed at `moment` and is not what the record holds now (`present`).

    `fits` is False where it cannot be put back: the record is gone, or a letter was sent since.
    """

    key: str
    text: str
    moment: Moment
    table: str
    id: str
    field: str
    name: Sentence
    present: str
    fits: bool


def key_of(table: str, record_id: str, field: str) -> str:
    """The key of a draft: "letters/17/body"."""
    return f"{table}/{record_id}/{field}"


def half_typed(library: Library, drafts: Iterable[Draft]) -> tuple[HalfTyped, ...]:
    """Those drafts that hold something else than the library does, in the order given."""
    zone = library.clock.now().zone
    found: list[HalfTyped] = []
    for draft in drafts:
        table, _, rest = draft.key.partition("/")
        record_id, _, field = rest.partition("/")
        record = library.find(_KINDS[table], record_id) if table in _KINDS else None
        present = getattr(record, field, "") if record is not None else ""
        if not isinstance(present, str) or present.strip() == draft.text.strip():
            continue
        fits = record is not None and hasattr(record, field) and getattr(record, "state", "") != "sent"
        name = name_of(table, to_document(record) if record is not None else {field: draft.text})
        found.append(
            HalfTyped(draft.key, draft.text, moment_at(draft.time, zone), table, record_id, field, name, present, fits)
        )
    return tuple(found)


def put_in(library: Library, half: HalfTyped, *, origin: object = None) -> None:
    """Make the text what the record holds, as one step. Raises where the record is gone or was sent."""
    with library.step("Put in what was being typed", origin=origin):
        if half.table == Letter.table:
            edit_letter(library, half.id, **{half.field: half.text})
        else:
            update_note(library, half.id, **{half.field: half.text.strip()})
