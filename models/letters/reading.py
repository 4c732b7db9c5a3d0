"""A letter's text taken apart without changing it: every place counts code points of the text as it came, CRLF or not."""

from __future__ import annotations

import functools
import re

import msgspec

from models.people.names import WORD, name_parts

_LINE = re.compile(r"[^\r\n]+")
_HEADER = re.compile(r"\s*(?:subject|to|from|date|cc|bcc|re)\s*:", re.IGNORECASE)
_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hey|hiya|greetings|to whom it may concern|good (?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\s*(?:(?:with |my |very |many )*(?:best|kind|kindest|warm|warmest|all the best)?\s*(?:regards|wishes|thanks|appreciation)"
    r"|(?:yours\s+)?(?:very\s+)?(?:sincerely|faithfully|truly|respectfully|cordially|gratefully|warmly)(?:\s+yours)?"
    r"|best|all the best|thanks|thank you|thank you again|cheers)\s*[,.!–—-]*\s*$",
    re.IGNORECASE,
)
"""A line that says goodbye: “Kind regards,”."""
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Mx|Dr|Prof|St|Jr|Sr|Inc|Ltd|Co|Corp|vs|etc|approx|e\.g|i\.e|[ap]\.m|No|[A-Z]))\.$"
)
_SIGNATURE_LINES = 10
_LONGEST_GREETING = 90


class Span(msgspec.Struct, frozen=True):
    """A piece of the text and where it stands."""

    start: int
    end: int
    text: str


class LetterText(msgspec.Struct, frozen=True):
    """The parts of one letter. Where a part is missing its span is empty."""

    text: str
    greeting: Span
    signature: Span
    sentences: tuple[Span, ...]

    @property
    def body(self) -> Span:
        """From after the greeting to before the closing words."""
        return Span(self.greeting.end, self.signature.start, self.text[self.greeting.end : self.signature.start])

    def sentence_at(self, place: int) -> Span:
        """The sentence around that place; the whole body where it stands in none."""
        return next((one for one in self.sentences if one.start <= place < one.end), self.body)


@functools.lru_cache(maxsize=64)
def read_letter(text: str, sender: str = "") -> LetterText:
    """The text's parts. `sender` helps to find a signature without closing words."""
    lines = [Span(hit.start(), hit.end(), hit.group()) for hit in _LINE.finditer(text) if hit.group().strip()]
    while lines and _HEADER.match(lines[0].text):
        lines.pop(0)
    top = lines[0].start if lines else 0
    greeting = _greeting(lines) or Span(top, top, "")
    start = _signature_start([line for line in lines if line.start >= greeting.end], sender, len(text))
    return LetterText(text, greeting, Span(start, len(text), text[start:]), _sentences(text, greeting.end, start))


def words_of(span: Span) -> tuple[Span, ...]:
    """The words in a span, hyphens and inner apostrophes included."""
    return tuple(
        Span(span.start + hit.start(), span.start + hit.end(), hit.group()) for hit in WORD.finditer(span.text)
    )


def word_count(letter: LetterText) -> int:
    """Words from the greeting to before the closing words."""
    return len(letter.text[letter.greeting.start : letter.signature.start].split())


def _greeting(lines: list[Span]) -> Span | None:
    if not lines:
        return None
    first = lines[0]
    if _GREETING.match(first.text):
        stop = first.text.find(",") + 1 if len(first.text) > _LONGEST_GREETING else len(first.text.rstrip())
        stop = stop or len(first.text)
        return Span(first.start, first.start + stop, first.text[:stop])
    plain = first.text.strip()
    if plain.endswith((",", ":")) and len(plain.split()) <= 5 and len(lines) > 1:
        return first
    return None


def _signature_start(lines: list[Span], sender: str, length: int) -> int:
    last = lines[-_SIGNATURE_LINES:]
    for line in reversed(last):
        if CLOSING.match(line.text) and len(line.text) < 60:
            return line.start
    own = " ".join(name_parts(sender)).casefold()
    for line in last:
        if own and line.text.strip().casefold().strip(",.–—- ") == own:
            return line.start
    start = length
    for line in reversed(last):
        if not re.search(r"@|\+?\d[\d ().\-/]{6,}\d|https?://|www\.", line.text) or len(line.text.split()) > 8:
            break
        start = line.start
    return start


def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for block in re.finditer(r"(?:(?!\r?\n[ \t]*\r?\n).)+", text[start:end], re.DOTALL):
        found.extend(_in_paragraph(text, start + block.start(), start + block.end()))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    begin = start
    for hit in _END.finditer(text, start, end):
        if _ABBREVIATED.search(text, begin, hit.end()):
            continue
        found.append(_trimmed(text, begin, hit.end()))
        begin = hit.end()
    found.append(_trimmed(text, begin, end))
    return [one for one in found if one.text]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(piece.strip()), piece.strip())
