"""The comparison as lines of a table: heads, groups that fold, rows, and the explanation of the figure asked about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from models.offers import Cell, Column, Comparison, Group, Row

Kind = Literal["head", "group", "row", "told"]
OPEN_AT_FIRST = frozenset({"pay"})
_HEADLINES = {"time": "true_hourly", "dates": "decide_by", "life": "life", "pay": "total"}


@dataclass(frozen=True)
class Asked:
    """The figure that is asked about: the row's key and the offer's id."""

    row: str
    offer: str


@dataclass(frozen=True)
class Line:
    """One line. A group's `row` is the one shown beside its name while it is folded."""

    kind: Kind
    group: Group | None = None
    row: Row | None = None
    folded: bool = False
    column: Column | None = None

    def cell(self, place: int) -> Cell | None:
        """The cell of the offer at that place of the comparison; None where this line has no figure there."""
        if self.row is None or self.kind == "told" or (self.kind == "group" and not self.folded):
            return None
        return self.row.cells[place]

    @property
    def strong(self) -> bool:
        """Whether its figures stand out."""
        return self.row is not None and (self.row.strong or self.kind == "group")


def headline_of(group: Group) -> Row | None:
    """The row that stands for the whole group while it is folded."""
    wanted = _HEADLINES.get(group.key)
    strong = [row for row in group.rows if row.key == wanted or (wanted is None and row.strong)]
    return strong[-1] if strong else None


def lines_of(comparison: Comparison, folded: Collection[str], asked: Asked | None = None) -> list[Line]:
    """Everything in reading order. Rows of which no offer says anything are left out, and so are empty groups."""
    lines = [Line("head")]
    for group in comparison.groups:
        rows = [row for row in group.rows if not row.empty]
        if not rows:
            continue
        is_folded = group.key in folded
        headline = headline_of(group)
        lines.append(Line("group", group, headline, is_folded))
        lines += _told(comparison, headline, asked) if is_folded and headline else []
        if not is_folded:
            for row in rows:
                lines.append(Line("row", group, row))
                lines += _told(comparison, row, asked)
    return lines


def _told(comparison: Comparison, row: Row, asked: Asked | None) -> list[Line]:
    if asked is None or asked.row != row.key:
        return []
    column = next((column for column in comparison.columns if column.offer.id == asked.offer), None)
    return [Line("told", None, row, column=column)] if column else []
