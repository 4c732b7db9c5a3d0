"""Editors for days and moments: typed as people write them, or picked in a calendar."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from models.clock import Clock, Moment
from models.dates.written import parse_day
from models.errors import BadInput
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr
from ui.theme import hub
from ui.widgets.buttons import icon_button
from ui.widgets.fields.calendar_popup import CalendarPopup
from ui.widgets.fields.editor import Editor
from ui.widgets.headings import label

_LOCAL_DAYS = ("ddd d MMM yyyy", "d MMM yyyy", "d MMMM yyyy", "d. MMM yyyy", "d. MMMM yyyy")
_TIMES = ("h:mm AP", "h:mmAP", "h AP", "hAP", "HH:mm", "H:mm", "H.mm", "HHmm", "H")


def time_from(text: str) -> time:
    """A wall time as people write it: 14:30, 2:30 pm, 9am, 9. Raises BadInput."""
    cleaned = " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").upper().replace(".M.", "M").split())
    for shape in (QLocale().timeFormat(QLocale.FormatType.ShortFormat), *_TIMES):
        for local in (QLocale(), QLocale.c()):
            found = local.toTime(cleaned, shape)
            if not found.isValid():
                found = QTime.fromString(cleaned, shape)
            if found.isValid():
                return time(found.hour(), found.minute())
    example = LocaleFormatter().time(Moment(datetime(2000, 1, 3, 14, 30)))
    raise BadInput(tr("A time such as {example}, please; “{text}” is not one.", example=example, text=text.strip()))


class DateEditor(Editor):
    """A day, or nothing. `country` decides whether 5/6 is in May or in June."""

    def __init__(
        self, what: str, clock: Clock, help: str = "", country: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(what, help, parent)
        self._clock, self._country = clock, country
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("such as {day}", day=LocaleFormatter().day_and_month(clock.today())))
        self.line.setToolTip(help)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.watch(self.line)
        self.button = icon_button(
            "calendar", tr("Pick a day: {what}", what=what), self.open_calendar, name="calendarButton"
        )
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(hub.current.px(4))
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self.line.setFixedWidth(17 * hub.current.digit_width() + hub.current.px(30))

    def open_calendar(self) -> None:
        """Open the month of the day that stands there, or this month."""
        try:
            shown = self._day()
        except BadInput:
            shown = None
        CalendarPopup(self, shown or self._clock.today(), self._pick).open_at(self.line)

    def _pick(self, day: date) -> None:
        self.line.setText(LocaleFormatter().full_day(day))
        self.line.setFocus()
        self._chosen()

    def _day(self) -> date | None:
        text = self.line.text().strip()
        if not text:
            return None
        if text == self._written_day(self._kept):
            return self._own_day(self._kept)
        try:
            day_and_month = LocaleFormatter().day_and_month
            return parse_day(text, self._clock.today(), country=self._country, written=day_and_month)
        except BadInput:
            for shape in _LOCAL_DAYS:
                found = QLocale().toDate(text, shape)
                if found.isValid():
                    return date(found.year(), found.month(), found.day())
            raise

    def _own_day(self, value: Any) -> date | None:
        return value

    def _written_day(self, value: Any) -> str:
        day = self._own_day(value)
        return "" if day is None else LocaleFormatter().full_day(day)

    def _show(self, value: Any) -> None:
        text = self._written_day(value)
        if self.line.text() != text:
            self.line.setText(text)

    def _read(self) -> Any:
        return self._day()


class MomentEditor(DateEditor):
    """Day and wall time; the zone is the one it had, or the user's."""

    def __init__(
        self, what: str, clock: Clock, help: str = "", country: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(what, clock, help, country, parent)
        self.clock_line = QLineEdit()
        self.clock_line.setPlaceholderText(LocaleFormatter().time(Moment(datetime(2000, 1, 3, 14, 30))))
        self.clock_line.textEdited.connect(lambda _text: self._typed())
        self.watch(self.clock_line)
        self.clock_line.setAccessibleName(tr("{what}: time", what=what))
        self.zone = label("", "caption")
        self.row.insertWidget(2, self.clock_line)
        self.row.insertWidget(3, self.zone)
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        if hasattr(self, "clock_line"):
            self.clock_line.setFixedWidth(8 * hub.current.digit_width() + hub.current.px(30))

    def _own_day(self, value: Any) -> date | None:
        return value.day if isinstance(value, Moment) else None

    def _show(self, value: Any) -> None:
        super()._show(value)
        text = LocaleFormatter().time(value) if isinstance(value, Moment) else ""
        if self.clock_line.text() != text:
            self.clock_line.setText(text)
        here = self._clock.now().zone
        zone = value.zone if isinstance(value, Moment) else here
        self.zone.setText(zone.rpartition("/")[2].replace("_", " ") if zone != here else "")
        self.zone.setVisible(zone != here)

    def _read(self) -> Moment | None:
        day, text = self._day(), self.clock_line.text().strip()
        kept = self._kept if isinstance(self._kept, Moment) else None
        if day is None:
            if text:
                raise BadInput(tr("On which day? A time alone is not enough."))
            return None
        if kept is not None and (text == LocaleFormatter().time(kept)):
            clock = kept.wall.time()
        elif not text:
            example = LocaleFormatter().time(Moment(datetime(2000, 1, 3, 14, 30)))
            raise BadInput(tr("At what time? Write it as {example}.", example=example))
        else:
            clock = time_from(text)
        return Moment(datetime.combine(day, clock), kept.zone if kept else self._clock.now().zone)
