"""What a step would change, in plain words: what is added, what changes, what goes away, each by its name."""

from __future__ import annotations

from models.changes import Change, Changes, How
from models.texts import QT_TRANSLATE_NOOP
from ui.texts import show, tr
from ui.widgets.row_list import Row, RowList

GROUPS: tuple[tuple[How, str], ...] = (
    ("added", QT_TRANSLATE_NOOP("encore", "Would be there again")),
    ("changed", QT_TRANSLATE_NOOP("encore", "Would change")),
    ("removed", QT_TRANSLATE_NOOP("encore", "Would go away")),
)


class ChangeList(RowList):
    """One row a record, under a heading for each kind of change."""

    def show_changes(self, changes: Changes) -> None:
        """Show these."""
        rows: list[Row] = []
        for how, title in GROUPS:
            group = [change for change in changes.rows if change.how == how]
            if group:
                rows.append(Row("", tr(title), heading=True))
                rows += [Row(f"{change.table}/{change.id}", show(change.name), _fields(change)) for change in group]
        self.show_rows(rows)


def said(changes: Changes) -> str:
    """How much it is, in one sentence: "Adds 2, changes 1, removes 3."."""
    counts = (
        (changes.count("added"), tr("{count} would be there again")),
        (changes.count("changed"), tr("{count} would change")),
        (changes.count("removed"), tr("{count} would go away")),
    )
    parts = [text.format(count=count) for count, text in counts if count]
    left_out = changes.unreadable
    sentence = ", ".join(parts) + "." if parts else tr("Nothing would change.")
    return f"{sentence} {tr('{count} cannot be read and stay as they are.', count=left_out)}" if left_out else sentence


def _fields(change: Change) -> str:
    return ", ".join(tr(field.label) for field in change.fields)
