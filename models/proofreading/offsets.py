"""A letter made plain for the checkers, with the way back to the letter as it was written.

Plain means: composed characters (NFC), line ends as a single line feed, no lone surrogates, and no run of letters so
long that it costs seconds (a pasted key, a held-down key). Every place in the plain text knows its place in the original.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

LONGEST_TOKEN = 100  # letters; a run of 5,000 cost Harper 1.6 seconds
STAND_IN = "Xx"  # what a longer run is read as

_HALF = re.compile("[\ud800-\udfff]")
_LONG_RUN = re.compile(rf"\S{{{LONGEST_TOKEN + 1},}}")


class PlainText(msgspec.Struct, frozen=True):
    """`text` for the checkers; `starts[i]` and `ends[i]` are where its character i stands in `original`."""

    original: str
    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    masked: tuple[tuple[int, int], ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of text[start:end]; a place cut out of a cluster grows to the whole cluster."""
        if not self.starts:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.original)
            return place, place
        return self.starts[start], self.ends[end - 1]


def plain_text(original: str) -> PlainText:
    """The plain form of a text. Costs nothing where the text is plain already."""
    if _is_plain(original):
        return PlainText(original, original)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    masked: list[tuple[int, int]] = []
    for start, end, piece, stands_in in _pieces(original):
        if stands_in:
            masked.append((len(starts), len(starts) + len(piece)))
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return PlainText(original, "".join(pieces), tuple(starts), tuple(ends), tuple(masked))


def _is_plain(text: str) -> bool:
    return (
        "\r" not in text
        and unicodedata.is_normalized("NFC", text)
        and not _LONG_RUN.search(text)
        and not _HALF.search(text)
    )


def _pieces(text: str) -> list[tuple[int, int, str, bool]]:
    """(start, end, plain piece, whether it only stands in for what was there), without gaps."""
    found: list[tuple[int, int, str, bool]] = []
    place = 0
    for run in _LONG_RUN.finditer(text):
        found += _clusters(text, place, run.start())
        found.append((run.start(), run.end(), STAND_IN, True))
        place = run.end()
    return found + _clusters(text, place, len(text))


def _clusters(text: str, start: int, stop: int) -> list[tuple[int, int, str, bool]]:
    found: list[tuple[int, int, str, bool]] = []
    while start < stop:
        end = start + 1
        if text[start] == "\r":
            end += text[end : end + 1] == "\n" and end < stop
            found.append((start, end, "\n", False))
        elif "\ud800" <= text[start] <= "\udfff":
            found.append((start, end, "\ufffd", False))
        else:
            while end < stop and _joins(text[end]):
                end += 1
            found.append((start, end, unicodedata.normalize("NFC", text[start:end]), False))
        start = end
    return found


def _joins(letter: str) -> bool:
    """Whether a character may melt into the one before: marks, and the second and third part of a Hangul syllable."""
    return unicodedata.category(letter).startswith("M") or "\u1160" <= letter <= "\u11ff"
