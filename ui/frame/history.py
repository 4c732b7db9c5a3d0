"""Back to an earlier state: the timeline at the left, what going back would change at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.history import Stretch, preview, restore, timeline
from ui.context import AppContext
from ui.days import day_title
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.change_list import ChangeList, said
from ui.widgets.row_list import Row, RowList

STEPS_AT_ONCE = 200


class HistoryDialog(ActDialog):
    """Choosing a row shows what going back to it would change; only the button changes anything."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            "history",
            tr("Back to an earlier state"),
            tr("Choose a moment. Going back is one step, and Undo takes it back again."),
            primary_button(tr("Go back to this state"), self._restore, "undo", "go_back"),
            parent,
        )
        self._context = context
        self._stretches: list[Stretch] = []
        self.rows = RowList("history_rows", tr("What was done"))
        self.add_list(self.rows)
        self._earlier = link_button(tr("Show what came before"), self.load_more, "chevron-down", "show_earlier")
        self.left.addWidget(self._earlier)
        self.changes = ChangeList("history_changes", tr("What would change"))
        self.right.addWidget(self.changes, 1)
        self.right.addStretch(0)
        self.load_more()
        self.rows.setFocus()

    def load_more(self) -> None:
        """The next rows back in time."""
        before = self._stretches[-1].first if self._stretches else None
        found = timeline(self._context.library, STEPS_AT_ONCE, before)
        self._stretches += found
        more = sum(each.steps for each in found) >= STEPS_AT_ONCE
        if not more and self._earlier.hasFocus():
            self.rows.setFocus()
        self._earlier.setVisible(more)
        self.rows.show_rows(timeline_rows(self._stretches, self._context.clock.today()))
        if before is None and found:
            self.rows.choose(str(found[0].time))
        self.look()

    def _chosen(self) -> Stretch | None:
        return next((each for each in self._stretches if str(each.time) == self.rows.key), None)

    def look(self) -> None:
        """What going back to the chosen moment would change."""
        chosen = self._chosen()
        if chosen is None:
            self._show("", tr("Nothing was done here yet."), can=False)
            return
        when = LocaleFormatter().moment(chosen.moment)
        if chosen is self._stretches[0]:
            self.changes.show_rows(())
            self._show(when, tr("This is how things are now."), can=False)
            return
        changes = preview(self._context.library, chosen.time)
        self.changes.show_changes(changes)
        self._show(tr("As it was on {when}", when=when), said(changes), can=bool(changes.patches))

    def _show(self, title: str, sentence: str, *, can: bool) -> None:
        self.say(title, sentence, can=can and not self._context.library.read_only)
        self.changes.setVisible(bool(self.changes.rows))

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        restore(self._context.library, chosen.time)
        self._context.say(tr("Back at {when}. Undo takes it back.", when=LocaleFormatter().moment(chosen.moment)))
        self.accept()


def timeline_rows(stretches: list[Stretch], today: date) -> list[Row]:
    """One row a stretch under a heading for each day."""
    written = LocaleFormatter()
    rows: list[Row] = []
    day: date | None = None
    for each in stretches:
        if each.moment.day != day:
            day = each.moment.day
            rows.append(Row("", day_title(day, today), heading=True))
        count = len(each.touched)
        things = tr("1 thing") if count == 1 else tr("{count} things", count=written.number(count))
        rows.append(Row(str(each.time), step_title(each), things, written.time(each.moment)))
    return rows


def step_title(stretch: Stretch) -> str:
    """What was done, in the words of the Edit menu."""
    label = tr(stretch.label)
    if stretch.kind == "undo":
        return tr("Taken back: {label}", label=label)
    return tr("Done again: {label}", label=label) if stretch.kind == "redo" else label
