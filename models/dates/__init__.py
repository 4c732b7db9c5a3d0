"""Working days of a country and days written by people."""

from __future__ import annotations

from models.dates.calendar import WorkingCalendar, countries, default_region, regions, working_calendar
from models.dates.written import parse_day

__all__ = ["WorkingCalendar", "countries", "default_region", "parse_day", "regions", "working_calendar"]
