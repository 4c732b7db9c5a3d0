"""Ctrl+K: find people, jobs, letters and offers by the beginnings of any words in them, in any order.

The index is built at the first question and kept up to date record by record; a question over 10,000 people takes a
fraction of one frame (16 ms).
"""

from __future__ import annotations

import bisect
import heapq
import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

import msgspec

from models.people.names import fold
from models.records import Contact, Letter, Note, Offer, Opportunity, Record

R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (Contact, Opportunity, Letter, Offer, Note)
_WORD = re.compile(r"[^\W_]+")
_LONGEST_TEXT = 4000
"""Code points of one record that are searched; a letter of this length is four pages."""


class Readable(Protocol):
    """The part of a Library that the index reads."""

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind."""
        ...

    def find(self, kind: type[R], record_id: str) -> R | None:
        """One record, or None."""
        ...


class Hit(msgspec.Struct, frozen=True):
    """A record that was found: what it is and the line to show."""

    table: str
    id: str
    title: str
    detail: str = ""


class Search:
    """An index over a library. Tell it about each step with `touch`; nothing is read before the first `find`."""

    def __init__(self, records: Readable) -> None:
        self._records = records
        self._built = False
        self._words: list[str] = []
        self._posts: dict[str, set[int]] = {}
        self._entries: dict[int, tuple[Hit, frozenset[str], frozenset[str], int]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._next = 0

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """The best hits first: words of the title before words of the rest, people before jobs, letters and offers."""
        wanted = [fold(word) for word in _WORD.findall(text)][:8]
        if not wanted:
            return []
        if not self._built:
            self._build()
        found: set[int] | None = None
        for word in sorted(wanted, key=len, reverse=True):
            numbers = self._starting(word) if found is None else {one for one in found if self._has(one, word)}
            found = numbers
            if not found:
                return []
        best = heapq.nsmallest(limit, found or (), key=lambda number: self._rank(number, wanted))
        return [self._entries[number][0] for number in best]

    def touch(self, touched: Iterable[tuple[str, str]]) -> None:
        """Read these (table, id) pairs again; what is gone is forgotten."""
        if not self._built:
            return
        kinds = {kind.table: kind for kind in KINDS}
        for table, record_id in touched:
            if table in kinds:
                self._drop(table, record_id)
                record = self._records.find(kinds[table], record_id)
                if record is not None:
                    self._add(record, sorted_later=False)

    def _build(self) -> None:
        for kind in KINDS:
            for record in self._records.all(kind):
                self._add(record, sorted_later=True)
        self._words = sorted(self._posts)
        self._built = True

    def _add(self, record: Record, *, sorted_later: bool) -> None:
        title, detail, rest = _texts(record)
        if not title and not rest:
            return
        heads = frozenset(fold(word) for word in _WORD.findall(title))
        words = heads | {fold(word) for word in _WORD.findall(f"{detail} {rest}"[:_LONGEST_TEXT])}
        number, self._next = self._next, self._next + 1
        kind = next(place for place, one in enumerate(KINDS) if isinstance(record, one))
        self._entries[number] = (Hit(record.table, record.id, title, detail), heads, words, kind)
        self._numbers[record.table, record.id] = number
        for word in words:
            if word not in self._posts:
                self._posts[word] = set()
                if not sorted_later:
                    bisect.insort(self._words, word)
            self._posts[word].add(number)

    def _drop(self, table: str, record_id: str) -> None:
        number = self._numbers.pop((table, record_id), None)
        if number is None:
            return
        for word in self._entries.pop(number)[2]:
            self._posts[word].discard(number)

    def _starting(self, word: str) -> set[int]:
        first = bisect.bisect_left(self._words, word)
        last = bisect.bisect_left(self._words, word + "\U0010ffff")
        found: set[int] = set()
        for place in range(first, last):
            found |= self._posts[self._words[place]]
        return found

    def _has(self, number: int, word: str) -> bool:
        return any(one.startswith(word) for one in self._entries[number][2])

    def _rank(self, number: int, wanted: list[str]) -> tuple[int, int, int, str]:
        hit, heads, _, kind = self._entries[number]
        whole = sum(word in heads for word in wanted)
        begun = sum(any(head.startswith(word) for head in heads) for word in wanted)
        return (-begun, -whole, kind, hit.title)


def search(records: Readable, text: str, limit: int = 30) -> list[Hit]:
    """One question without keeping an index."""
    return Search(records).find(text, limit)


def _texts(record: Record) -> tuple[str, str, str]:
    """Title, second line, and what else is searched."""
    match record:
        case Contact():
            more = " ".join((*record.emails, *record.phones, *record.links, record.said_as, record.address))
            return record.name, ", ".join(one for one in (record.position, record.employer) if one), more
        case Opportunity():
            return record.employer, record.role, f"{record.place} {record.sector} {record.source} {record.next_step}"
        case Letter():
            return record.subject, record.kind, record.sent_text or record.body
        case Offer():
            title = record.name or (record.title.value if record.title else "")
            return title, record.kind, record.place.value if record.place else ""
        case Note():
            return record.text, "", ""
        case _:
            return "", "", ""
