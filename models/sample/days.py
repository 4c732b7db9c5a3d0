"""The days of the story, counted from today so that it never grows old."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from models.clock import Moment
from models.dates import WorkingCalendar, working_calendar
from models.errors import BadInput
from models.library import Library
from models.records import Settings

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = tuple(name[:3].lower() for name in WEEKDAYS)
_DAY = re.compile(
    rf"(?P<count>[+-]?\d+) (?P<unit>working days|days)|week (?P<week>[+-]?\d+) (?P<weekday>{'|'.join(_SHORT)})"
)
_TIME = re.compile(r" (?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)$")


class StoryDays:
    """Reads "-2 working days", "+3 days" and "week -1 thu"; a moment has a time of day after it."""

    def __init__(self, library: Library) -> None:
        self._now = library.clock.now()
        self._calendar = _calendar_of(library.one(Settings))

    def day(self, text: str) -> date:
        """That day. A weekday of a week is never later than today. Raises BadInput."""
        found = _DAY.fullmatch(text)
        today = self._now.day
        if found is None:
            raise BadInput(f"The sample story names a day as “{text}”; expected something like “-2 working days”.")
        if found["week"]:
            monday = today - timedelta(days=today.weekday())
            named = monday + timedelta(weeks=int(found["week"]), days=_SHORT.index(found["weekday"]))
            return min(today, named)
        count = int(found["count"])
        return self._calendar.add(today, count) if found["unit"] == "working days" else today + timedelta(days=count)

    def weekday(self, text: str) -> str:
        """The English name of that day's weekday, for letters. Raises BadInput."""
        return WEEKDAYS[self.day(text).weekday()]

    def moment(self, text: str) -> Moment:
        """That day at that time of day, in the user's zone. Raises BadInput."""
        clock = _TIME.search(text)
        if clock is None:
            raise BadInput(f"The sample story needs a time of day, such as 14:00, in “{text}”.")
        wall = datetime.combine(self.day(text[: clock.start()]), time(int(clock["hour"]), int(clock["minute"])))
        return Moment(wall, self._now.zone)


def _calendar_of(settings: Settings) -> WorkingCalendar:
    try:
        return working_calendar(settings.country, settings.region)
    except BadInput:
        return working_calendar()
