"""What stands where on the printed comparison: which offers share a page, how dense the rows are, where pages break.

Rows are as airy as one page allows; where even the tightest still readable rows do not fit, the table goes on to a second
page between two groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QRectF

from models.formats import Formatter, Sentence, say
from models.offers import Column, Comparison, Group, Row, cell_text
from models.offers.assumed import assumed_sentences
from ui.printing.ink import PLAIN, STRONG, wrapped
from ui.printing.paper import Paper, Sheet
from ui.texts import show, tr

BlockKind = Literal["heading", "row", "total", "years", "score", "text"]

ON_ONE_PAGE = 4
PAD = 9.0
TITLE_HEIGHT = 29.0
FOOTER_HEIGHT = 16.0
NAME, HEAD, NOTE = 11.5, 8.2, 7.2
_MOST_NOTE_LINES = 14
_TIGHT, _AIRY = (7.7, 10.5), (9.4, 18.5)
_FIRST_HEADING = 0.2  # of a row: the first heading of a page stands beside the heads


@dataclass(frozen=True)
class Density:
    """Type size and height of a row, in points."""

    size: float
    row: float

    @property
    def line(self) -> float:
        """From baseline to baseline where a cell has several lines."""
        return self.size * 1.25


@dataclass(frozen=True)
class Block:
    """One row or heading with its height; `lines` holds what was wrapped: the label first, then a column each."""

    kind: BlockKind
    height: float
    label: tuple[str, ...]
    group: str
    row: Row | None = None
    texts: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Head:
    """What stands over a column."""

    name: tuple[str, ...]
    under: tuple[str, ...]

    @property
    def height(self) -> float:
        """In points, from the top of the name to the bottom of the last line."""
        return len(self.name) * NAME * 1.2 + len(self.under) * HEAD * 1.28


@dataclass(frozen=True)
class Page:
    """One page: the columns (places in the comparison) and the blocks on it; a page of notes has neither."""

    columns: tuple[int, ...]
    blocks: tuple[Block, ...]
    density: Density
    heads: tuple[Head, ...]
    notes: tuple[str, ...]

    @property
    def head_height(self) -> float:
        """The highest head, with room for the word above it and the line below."""
        return max((head.height for head in self.heads), default=0.0) + 15

    @property
    def heights(self) -> tuple[float, ...]:
        """How much each block takes here."""
        return _heights(self.blocks, self.density)


class OffersLayout:
    """The comparison divided into pages for one paper."""

    def __init__(self, comparison: Comparison, made: date, paper: Paper, formatter: Formatter) -> None:
        self.comparison = comparison
        self.made = made
        self.formatter = formatter
        count = len(comparison.columns)
        self.sheet = Sheet(paper, landscape=count > 2)
        self.chunks = _chunks(count)
        self.widest = max(len(chunk) for chunk in self.chunks)
        self.content: QRectF = self.sheet.content
        share = 0.225 if self.sheet.landscape else 0.33
        room = self.content.width() * (1 - share)
        self.column_width = min(room / self.widest, 215.0)
        self.stub = self.content.width() - self.column_width * self.widest
        self._said_only = {i for i, column in enumerate(comparison.columns) if _said_only(comparison, i, column)}
        self.pages = tuple(self._pages())

    def shown(self, sentence: Sentence) -> str:
        """A sentence as this reader sees it."""
        return show(sentence, self.formatter)

    def text_of(self, row: Row, index: int) -> str:
        """A cell's value as text."""
        return cell_text(row, row.cells[index], self.formatter, tr)

    def word_of(self, row: Row, index: int) -> str:
        """The small word beside a value: a note, or that a term was only said."""
        cell = row.cells[index]
        if cell.note and cell.value is not None and row.unit in ("money", "of 100"):
            return self.shown(cell.note)
        offered = self.comparison.columns[index].offer.kind == "offer" and index not in self._said_only
        return tr("said") if cell.state == "said" and offered else ""

    def _pages(self) -> Iterator[Page]:
        notes = self._notes()
        apart = len(notes) > _MOST_NOTE_LINES
        below = () if apart else notes
        for chunk in self.chunks:
            yield from self._chunk_pages(chunk, below)
        if apart:
            lines = int((self.content.height() - TITLE_HEIGHT - FOOTER_HEIGHT - 8) / (NOTE * 1.4))
            for start in range(0, len(notes), lines):
                yield Page((), (), Density(*_TIGHT), (), notes[start : start + lines])

    def _chunk_pages(self, chunk: tuple[int, ...], notes: tuple[str, ...]) -> Iterator[Page]:
        heads = tuple(self._head(index) for index in chunk)
        empty = Page(chunk, (), Density(*_TIGHT), heads, ())
        room = self.content.height() - TITLE_HEIGHT - empty.head_height - FOOTER_HEIGHT - 4
        below = notes_height(notes)
        for step in range(20, -1, -1):
            density = _density(step / 20)
            blocks = tuple(self._blocks(chunk, density))
            if sum(_heights(blocks, density)) <= room - below:
                yield Page(chunk, blocks, density, heads, notes)
                return
        density = _density(0.4)
        parts = _broken(tuple(self._blocks(chunk, density)), room, room - below)
        for number, part in enumerate(parts):
            yield Page(chunk, part, density, heads, notes if number == len(parts) - 1 else ())

    def _head(self, index: int) -> Head:
        column, width = self.comparison.columns[index], self.column_width - 2 * PAD
        under: list[str] = []
        for text in (column.title, column.place):
            under += wrapped(text, width, HEAD, most=2) if text else ()
        if index in self._said_only:
            under.append(tr("nothing in writing yet"))
        return Head(wrapped(column.name, width, NAME, STRONG, most=3), tuple(under))

    def _blocks(self, chunk: Sequence[int], density: Density) -> Iterator[Block]:
        for group in self.comparison.groups:
            shown = [row for row in group.rows if _is_printed(row)]
            if shown:
                yield Block("heading", density.row * 1.3, (self.shown(group.label),), group.key)
            for row in shown:
                yield self._block(group, row, chunk, density)

    def _block(self, group: Group, row: Row, chunk: Sequence[int], density: Density) -> Block:
        kind = _kind(group, row)
        share = 34 if row.share is not None else 0
        weight = STRONG if row.strong else PLAIN
        label = wrapped(self.shown(row.label), self.stub - 12 - share, density.size, weight, most=3)
        texts: tuple[tuple[str, ...], ...] = ()
        if kind == "text":
            texts = tuple(self._cell_lines(row, index, density) for index in chunk)
        lines = max(len(label), *(len(text) for text in texts)) if texts else len(label)
        height = density.row * (1.3 if kind == "total" else 1) + (lines - 1) * density.line
        return Block(kind, height, label, group.key, row, texts)

    def _cell_lines(self, row: Row, index: int, density: Density) -> tuple[str, ...]:
        if row.cells[index].value is None:
            return (self.text_of(row, index),)
        lines = self._wrapped_cell(row, index, density.size)
        return lines if len(lines) <= 4 else (tr("see the notes"),)

    def _wrapped_cell(self, row: Row, index: int, size: float) -> tuple[str, ...]:
        return wrapped(self.text_of(row, index), self.column_width - 2 * PAD, size)

    def _notes(self) -> tuple[str, ...]:
        comparison = self.comparison
        first = [comparison.verdict] if comparison.verdict else []
        paragraphs = [
            " ".join(dict.fromkeys(map(self.shown, (*first, *comparison.remarks, *self._footnotes())))),
            " ".join(self.shown(sentence) for sentence in assumed_sentences(comparison)),
            *self._long_texts(),
        ]
        return tuple(line for text in paragraphs if text for line in wrapped(text, self.content.width(), NOTE))

    def _footnotes(self) -> Iterator[Sentence]:
        comparison, width = self.comparison, self.column_width - 2 * PAD
        for index, column in enumerate(comparison.columns):
            if (note := comparison.row("true_hourly").cells[index].note) is not None:
                yield say("{name}, true hourly pay: {note}.", name=column.name, note=self.shown(note))
            for text, size, weight, most in (
                (column.name, NAME, STRONG, 3),
                (column.title, HEAD, PLAIN, 2),
                (column.place, HEAD, PLAIN, 2),
            ):
                if len(wrapped(text, width, size, weight)) > most:
                    yield say("In full: {text}.", text=text)
        if len(self._said_only) < len(comparison.columns) and any(
            self.word_of(row, i) == tr("said") for row in comparison.rows for i in range(len(comparison.columns))
        ):
            yield say("“said” marks what is not in writing yet.")

    def _long_texts(self) -> Iterator[str]:
        for row in self.comparison.rows:
            for index, column in enumerate(self.comparison.columns):
                if row.unit != "text" or row.cells[index].value is None:
                    continue
                if len(self._wrapped_cell(row, index, _AIRY[0])) > 4:
                    label, text = self.shown(row.label), self.text_of(row, index)
                    yield tr("{name}, {label}: {text}", name=column.name, label=label, text=text)


def notes_height(notes: Sequence[str]) -> float:
    """How much of the page the notes take, in points."""
    return len(notes) * NOTE * 1.4 + (8 if notes else 0)


def _chunks(count: int) -> tuple[tuple[int, ...], ...]:
    pages = -(-count // ON_ONE_PAGE)
    first = -(-count // pages)
    return tuple(tuple(range(start, min(start + first, count))) for start in range(0, count, first))


def _density(share: float) -> Density:
    """Between the tightest rows that read well (0) and the airiest that still hang together (1)."""
    size, row = (tight + (airy - tight) * share for tight, airy in zip(_TIGHT, _AIRY, strict=True))
    return Density(round(size, 1), row)


def _is_printed(row: Row) -> bool:
    return row.key in ("base", "total") or not (row.empty or row.key == "received")


def _kind(group: Group, row: Row) -> BlockKind:
    if row.unit == "text":
        return "text"
    if row.key in ("total", "life"):
        return "total"
    if group.key == "years" and row.key.startswith("year_"):
        return "years"
    return "score" if group.key == "life" else "row"


def _heights(blocks: Sequence[Block], density: Density) -> tuple[float, ...]:
    heights = [block.height for block in blocks]
    if blocks and blocks[0].kind == "heading":
        heights[0] = density.row * _FIRST_HEADING
    return tuple(heights)


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _broken(blocks: tuple[Block, ...], room: float, last_room: float) -> list[tuple[Block, ...]]:
    """The blocks page by page: broken before a heading where the group fits on a page, within it where it does not."""
    pages: list[tuple[Block, ...]] = []
    here: list[Block] = []
    for group in _groups(blocks):
        if here and _height(here) + _height(group) > room:
            pages.append(tuple(here))
            here = []
        for block in group:
            if here and _height(here) + block.height > room:
                pages.append(tuple(here))
                here = []
            here.append(block)
    if _height(here) > last_room and len(here) > 1:
        fits: Callable[[int], bool] = lambda end: _height(here[:end]) <= last_room  # noqa: E731
        end = next(end for end in range(len(here) - 1, 0, -1) if fits(end) or end == 1)
        pages.append(tuple(here[:end]))
        here = here[end:]
    return [*pages, tuple(here)]


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    start = 0
    for index in range(1, len(blocks) + 1):
        if index == len(blocks) or blocks[index].kind == "heading":
            yield list(blocks[start:index])
            start = index


def _said_only(comparison: Comparison, index: int, column: Column) -> bool:
    """Whether an offer's terms were all only said: then one line over the column says it once."""
    states = {row.cells[index].state for row in comparison.rows} - {None}
    return column.offer.kind == "offer" and states == {"said"}
