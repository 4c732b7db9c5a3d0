"""Days as headings over what happened on them."""

from __future__ import annotations

from datetime import date, timedelta

from ui.locale_formatter import LocaleFormatter
from ui.texts import tr


def day_title(day: date, today: date) -> str:
    """For example "Today", "Yesterday" or "Tue 14 May 2026"."""
    if day == today:
        return tr("Today")
    return tr("Yesterday") if day == today - timedelta(days=1) else LocaleFormatter().full_day(day)
