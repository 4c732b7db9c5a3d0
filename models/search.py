"""Ctrl+K: find people, jobs, letters and offers by the beginnings of any words in them, in any order.

The index is built at the first question and kept up to date record by record; a question over 10,000 people takes a
fraction of one frame (16 ms).
"""

from __future__ import annotations

import bisect
import heapq
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

import msgspec

from models.people.names import fold
from models.records import Contact, Letter, Note, Offer, Opportunity, Record

R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (Contact, Opportunity, Letter, Offer, Note)
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 8
_MOST_RECORDS = 10**9
"""More than an index will ever hold: numbers of people come before numbers of jobs, and so on."""
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


class _Words:
    """Which entries hold a word, found by its beginning."""

    def __init__(self) -> None:
        self._posts: dict[str, set[int]] = {}
        self._sorted: list[str] = []
        self._fresh: list[str] = []

    def add(self, word: str, number: int) -> None:
        if word not in self._posts:
            self._posts[word] = set()
            self._fresh.append(word)
        self._posts[word].add(number)

    def discard(self, word: str, number: int) -> None:
        self._posts[word].discard(number)

    def equal(self, word: str) -> set[int]:
        return self._posts.get(word, set())

    def starting(self, word: str) -> set[int]:
        if self._fresh:
            self._sorted = list(heapq.merge(self._sorted, sorted(self._fresh)))
            self._fresh = []
        first = bisect.bisect_left(self._sorted, word)
        last = bisect.bisect_left(self._sorted, word + "\U0010ffff")
        return set().union(*(self._posts[one] for one in self._sorted[first:last]))


class Search:
    """An index over a library. Tell it about each step with `touch`; nothing is read before the first `find`."""

    def __init__(self, records: Readable) -> None:
        self._records = records
        self._waiting: Iterator[Record] | None = None
        self._built = False
        self._touched: set[tuple[str, str]] = set()
        self._heads = _Words()
        self._all = _Words()
        self._entries: dict[int, tuple[Hit, frozenset[str], frozenset[str]]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._next = 0

    def grow(self, count: int = 200) -> bool:
        """Read up to `count` more records; True once all are read. For the idle moments before the first question."""
        if self._waiting is None:
            self._waiting = (record for kind in KINDS for record in self._records.all(kind))
        for record in itertools.islice(self._waiting, count):
            if (record.table, record.id) not in self._touched:
                self._add(record)
            count -= 1
        self._built = count > 0
        return self._built

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """The best hits first: words of the title before words of the rest, people before jobs, letters and offers."""
        wanted = _words(text)[:_MOST_WORDS]
        if not wanted:
            return []
        while not self._built:
            self.grow(10_000)
        best: dict[int, None] = {}
        for lookup in (self._heads.equal, self._heads.starting, self._all.starting):
            found = set.intersection(*(lookup(word) for word in wanted)) - best.keys()
            best.update(dict.fromkeys(heapq.nsmallest(limit - len(best), found)))
            if len(best) >= limit:
                break
        return [self._entries[number][0] for number in best]

    def touch(self, touched: Iterable[tuple[str, str]]) -> None:
        """Read these (table, id) pairs again; what is gone is forgotten."""
        kinds = {kind.table: kind for kind in KINDS}
        for table, record_id in touched:
            if table in kinds:
                if not self._built:
                    self._touched.add((table, record_id))
                self._drop(table, record_id)
                record = self._records.find(kinds[table], record_id)
                if record is not None:
                    self._add(record)

    def _add(self, record: Record) -> None:
        title, detail, rest = _texts(record)
        heads = frozenset(_words(title[:_LONGEST_TEXT]))
        words = heads | set(_words(f"{detail} {rest[:_LONGEST_TEXT]}"))
        place = next(place for place, one in enumerate(KINDS) if isinstance(record, one))
        number = place * _MOST_RECORDS + self._next
        self._next += 1
        self._entries[number] = (Hit(record.table, record.id, title, detail), heads, words)
        self._numbers[record.table, record.id] = number
        for word in heads:
            self._heads.add(word, number)
        for word in words:
            self._all.add(word, number)

    def _drop(self, table: str, record_id: str) -> None:
        number = self._numbers.pop((table, record_id), None)
        if number is None:
            return
        _, heads, words = self._entries.pop(number)
        for word in heads:
            self._heads.discard(word, number)
        for word in words:
            self._all.discard(word, number)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


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
