"""The parts of an e-mail: greeting, paragraphs, closing words, signature. Rules say in which part they apply."""

from __future__ import annotations

import re

import msgspec

_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|greetings|to whom)\b[^\n]{0,80}$", re.I
)
_CLOSING = re.compile(
    r"\s*(?:(?:with |my )?(?:kind|best|warm|warmest|kindest|very best|many)?\s*(?:regards|wishes|thanks)|"
    r"(?:yours |very )?(?:sincerely|sincerly|truly|faithfully|respectfully)(?: yours)?|yours(?: (?:sincerely|truly|faithfully))?|"
    r"with (?:thanks|appreciation|gratitude|best wishes|kind regards)|thank you(?: again)?|thanks(?: again| a bunch| so much)?|"
    r"best|all the best|cheers|love|xoxo|cordially|gratefully|warmly|take care|ttyl|respectfully(?: yours)?)\s*[,.!\u2014-]*\s*$",
    re.I,
)


class Part(msgspec.Struct, frozen=True):
    """One line and where it stands (code points, line end left out)."""

    start: int
    end: int
    text: str


class Layout(msgspec.Struct, frozen=True):
    """Where the parts of a letter are. `signature_from` is the length of the text where there is none."""

    length: int
    greeting: Part | None
    closing: Part | None
    signature_from: int
    paragraphs: tuple[Part, ...]

    def part_of(self, place: int) -> str:
        """greeting, body, closing or signature."""
        if self.greeting and self.greeting.start <= place <= self.greeting.end:
            return "greeting"
        if self.closing and self.closing.start <= place <= self.closing.end:
            return "closing"
        return "signature" if place >= self.signature_from else "body"

    def within(self, start: int, end: int) -> Layout:
        """The same parts, told for text[start:end] alone: equal for equal pieces in equal parts. Without paragraphs."""
        return Layout(
            end - start,
            _within(self.greeting, start, end),
            _within(self.closing, start, end),
            min(max(self.signature_from - start, 0), end - start),
            (),
        )


def _within(part: Part | None, start: int, end: int) -> Part | None:
    if part is None or part.end < start or part.start >= end:
        return None
    return Part(part.start - start, part.end - start, part.text)


def layout_of(text: str) -> Layout:
    """The parts of a text with single line feeds. A text that is no letter is all body."""
    lines = _lines(text)
    filled = [line for line in lines if line.text.strip()]
    greeting = filled[0] if filled and _GREETING.match(filled[0].text) and len(filled[0].text.split()) <= 8 else None
    closing = _closing(filled, greeting)
    signature = closing.end + 1 if closing else _signature_without_closing(text)
    body_end = closing.start if closing else signature
    body = [line for line in lines if (greeting is None or line.start > greeting.start) and line.start < body_end]
    return Layout(len(text), greeting, closing, min(signature, len(text)), _paragraphs(text, body))


def _lines(text: str) -> list[Part]:
    found: list[Part] = []
    place = 0
    for line in text.split("\n"):
        found.append(Part(place, place + len(line), line))
        place += len(line) + 1
    return found


def _closing(filled: list[Part], greeting: Part | None) -> Part | None:
    """The closing words stand in one of the last eight lines that are not empty."""
    for line in reversed(filled[-8:]):
        if line is not greeting and len(line.text) <= 40 and _CLOSING.match(line.text):
            return line
    return None


def _signature_without_closing(text: str) -> int:
    dashes = text.rfind("\n-- \n")
    return dashes + 1 if dashes >= 0 else len(text)


def _paragraphs(text: str, lines: list[Part]) -> tuple[Part, ...]:
    """Lines that follow each other without an empty one, taken together."""
    found: list[Part] = []
    open_from: Part | None = None
    last: Part | None = None
    for line in [*lines, Part(0, 0, "")]:
        if line.text.strip():
            open_from = open_from or line
            last = line
        elif open_from and last:
            found.append(Part(open_from.start, last.end, text[open_from.start : last.end]))
            open_from = None
    return tuple(found)
