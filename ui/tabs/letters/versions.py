"""The wordings a letter had: each beside the present one, and the way back to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.history import Version
from models.letters.versions import use_wording, wordings
from models.records import Letter
from ui.context import AppContext
from ui.days import day_title
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.widgets.act_dialog import ActDialog
from ui.widgets.buttons import primary_button
from ui.widgets.compared_text import ComparedText
from ui.widgets.row_list import Row, RowList


class VersionsDialog(ActDialog):
    """Choosing a version marks in it what is different now; only the button changes the letter."""

    def __init__(self, context: AppContext, letter_id: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "versions",
            tr("Versions of this letter"),
            tr("Every wording you stopped at is kept. Struck through: in the letter now. Underlined: in that version."),
            primary_button(tr("Use this version"), self._use, "undo", "use_version"),
            parent,
        )
        self._context = context
        self._letter = context.library.get(Letter, letter_id)
        self._versions = wordings(context.library, letter_id)
        self.rows = RowList("version_rows", tr("Versions"))
        self.add_list(self.rows)
        self.text = ComparedText("version_text", tr("The version, with what is different now"))
        self.right.addWidget(self.text, 1)
        self.rows.show_rows(version_rows(self._versions, context.clock.today()))
        if self._versions:
            self.rows.choose(str(self._versions[0].time))
        self.look()
        self.rows.setFocus()

    def look(self) -> None:
        """The chosen version against the present."""
        chosen = self._chosen()
        if chosen is None:
            self.say("", tr("There is no other version yet."), can=False)
            return
        different = self.text.compare(whole(self._letter), whole(chosen.record))
        when = LocaleFormatter().moment(chosen.moment)
        if not different:
            self.say(when, tr("This is how the letter reads now."), can=False)
        elif self._letter.state == "sent":
            self.say(when, tr("The letter was sent and stays as it went out."), can=False)
        else:
            self.say(when, "", can=not self._context.library.read_only)

    def _chosen(self) -> Version[Letter] | None:
        return next((each for each in self._versions if str(each.time) == self.rows.key), None)

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        use_wording(self._context.library, self._letter.id, chosen)
        self._context.say(tr("The version of {when} is back.", when=LocaleFormatter().moment(chosen.moment)))
        self.accept()


def whole(letter: Letter) -> str:
    """Subject and text, as one text to compare."""
    return f"{letter.subject}\n\n{letter.body}"


def version_rows(versions: tuple[Version[Letter], ...], today: date) -> list[Row]:
    """One row a wording, under a heading for each day."""
    written = LocaleFormatter()
    rows: list[Row] = []
    day: date | None = None
    for number, each in enumerate(versions):
        if each.moment.day != day:
            day = each.moment.day
            rows.append(Row("", day_title(day, today), heading=True))
        words = len(each.record.body.split())
        detail = tr("{words} words", words=written.number(words))
        mark = tr("now") if number == 0 else ""
        rows.append(Row(str(each.time), written.time(each.moment), f"{tr(each.label)} · {detail}", mark))
    return rows
