"""What differs between two wordings of a text, word by word, as it is shown when an earlier one is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

How = Literal["same", "added", "removed"]
MOST_PAIRS = 4_000_000
"""Words of one passage times words of the other: beyond that a passage counts as changed as a whole. A letter of 500
words has 250,000; the limit keeps a pasted book from holding up the window.
"""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*[ \t]*|[^\w\s][ \t]*|\s+")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text: in both wordings, only in the new one, or only in the old one."""

    how: How
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """From the old wording to the new one. All but the added pieces make up `old`, all but the removed ones `new`."""
    pieces: list[Piece] = []
    for how, text in _by_line(old, new):
        if text and pieces and pieces[-1].how == how:
            pieces[-1] = Piece(how, pieces[-1].text + text)
        elif text:
            pieces.append(Piece(how, text))
    return tuple(pieces)


def _by_line(old: str, new: str) -> Iterator[tuple[How, str]]:
    before, after = _LINE.findall(old), _LINE.findall(new)
    for same, left, right in _compared(before, after):
        if same:
            yield "same", left
        else:
            yield from _by_word(left, right)


def _by_word(old: str, new: str) -> Iterator[tuple[How, str]]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > MOST_PAIRS:
        yield "removed", old
        yield "added", new
        return
    for same, left, right in _compared(before, after):
        if same:
            yield "same", left
        else:
            yield "removed", left
            yield "added", right


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield tag == "equal", "".join(before[a:b]), "".join(after[c:d])
