"""A letter cut at its empty lines, and a bounded memory of what was found in each piece."""

from __future__ import annotations

import itertools
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import msgspec

V = TypeVar("V")
MOST_BLOCKS = 60  # each costs about a millisecond; a text of more, such as a pasted table, is cut less finely
LEAST = 300  # characters of a block in such a text
_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")


class Block(msgspec.Struct, frozen=True):
    """A paragraph with the empty lines after it. `opens` says that it is the first one of its text."""

    start: int
    text: str
    opens: bool

    @property
    def end(self) -> int:
        """Where the next block starts."""
        return self.start + len(self.text)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text with single line feeds; together they are the text, without gaps."""
    ends = [gap.end() for gap in _GAP.finditer(text, len(text) - len(text.lstrip()))]
    if len(ends) > MOST_BLOCKS:
        ends = _thinned(ends)
    places = [0, *ends]
    if places[-1] < len(text):
        places.append(len(text))
    return tuple(Block(start, text[start:end], start == 0) for start, end in itertools.pairwise(places))


def _thinned(ends: list[int]) -> list[int]:
    kept: list[int] = []
    for end in ends:
        if end - (kept[-1] if kept else 0) >= LEAST:
            kept.append(end)
    return kept


class Memory(Generic[V]):
    """Remembers what was worked out from a key; what was not asked for the longest goes first. For one thread."""

    def __init__(self, most: int) -> None:
        """`most` is the sum of the weights that are kept, whatever a weight counts."""
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[Hashable, tuple[int, V]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, weight: int, work_out: Callable[[], V]) -> V:
        """The value of a key, worked out where it is not known. What raises is not remembered."""
        held = self._kept.get(key)
        if held is not None:
            self._kept.move_to_end(key)
            return held[1]
        value = work_out()
        self._kept[key] = (weight, value)
        self._weight += weight
        while self._weight > self._most:
            self._weight -= self._kept.popitem(last=False)[1][0]
        return value
