"""What goes with the story when it is taken out: everything that hangs on its records, also what the user added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from models.library import Library
from models.records import (
    RECORDS,
    Activity,
    Contact,
    Event,
    Interview,
    Letter,
    Meeting,
    Minimum,
    Note,
    Offer,
    Question,
    Record,
    Reflection,
    Score,
)

Keys = set[tuple[str, str]]

# A record belongs to the first of these that it names, and goes with it.
_BELONGS_TO: dict[type[Record], tuple[str, ...]] = {
    Interview: ("opportunity",),
    Note: ("interview", "contact"),
    Event: ("opportunity", "contact"),
    Letter: ("interview", "opportunity"),
    Offer: ("opportunity",),
    Minimum: ("opportunity",),
    Activity: ("opportunity",),
    Reflection: ("interview",),
    Question: ("interview",),
}
# These are nothing without both.
_JOINS: dict[type[Record], tuple[str, ...]] = {Meeting: ("interview", "contact"), Score: ("offer", "criterion")}
_TABLE_OF = {
    "opportunity": "opportunities", "interview": "interviews", "contact": "contacts", "letter": "letters",
    "offer": "offers", "criterion": "criteria", "recipients": "contacts", "used_in": "letters",
}  # fmt: skip


def remove_with_all(library: Library, records: list[Record]) -> int:
    """Inside a step: take out these records and what hangs on them; the rest loses its links. Returns how many went."""
    gone: Keys = set()
    met = _interviews_by_person(library)
    while records:
        for record in records:
            gone.add((record.table, record.id))
            library.remove(record)
        records = [*_hanging(library, gone), *_only_met_there(library, gone, met)]
    _clear_links(library, gone)
    return len(gone)


def _hanging(library: Library, gone: Keys) -> Iterator[Record]:
    for kind, fields in _BELONGS_TO.items():
        for record in library.all(kind):
            owner = next((name for name in fields if getattr(record, name)), "")
            if owner and (_TABLE_OF[owner], getattr(record, owner)) in gone:
                yield record
    for kind, fields in _JOINS.items():
        for record in library.all(kind):
            if any((_TABLE_OF[name], getattr(record, name)) in gone for name in fields):
                yield record


def _interviews_by_person(library: Library) -> dict[str, Keys]:
    found: dict[str, Keys] = {}
    for meeting in library.all(Meeting):
        found.setdefault(meeting.contact, set()).add((Interview.table, meeting.interview))
    return found


def _only_met_there(library: Library, gone: Keys, met: dict[str, Keys]) -> Iterator[Record]:
    """People whom the user added to the story's interviews and met nowhere else."""
    for person in library.all(Contact):
        if person.id in met and met[person.id] <= gone:
            yield person


def _clear_links(library: Library, gone: Keys) -> None:
    for kind in RECORDS:
        fields = [name for name in _TABLE_OF if name in kind.__struct_fields__]
        for record in library.all(kind) if fields else ():
            changes = {name: _without(getattr(record, name), _TABLE_OF[name], gone) for name in fields}
            library.put(msgspec.structs.replace(record, **changes))


def _without(link: Any, table: str, gone: Keys) -> Any:
    if isinstance(link, tuple):
        return tuple(each for each in link if (table, each) not in gone)
    return "" if (table, link) in gone else link
