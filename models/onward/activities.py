"""Noting what was done for the search, with as little ceremony as possible."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from models.errors import BadInput
from models.library import Library
from models.records import Activity, Settings
from models.records.onward import ActivityKind
from models.texts import QT_TRANSLATE_NOOP

LARGEST_GOAL = 50
FIRST_GOAL = 5
"""What a goal begins at once somebody wants one; until then there is none."""

LOG = QT_TRANSLATE_NOOP("encore", "Note what you did")
EDIT = QT_TRANSLATE_NOOP("encore", "Edit what you did")
REMOVE = QT_TRANSLATE_NOOP("encore", "Remove what you noted")
GOAL = QT_TRANSLATE_NOOP("encore", "Change the weekly goal")


def log_activity(
    library: Library,
    kind: ActivityKind,
    text: str = "",
    *,
    day: date | None = None,
    opportunity: str = "",
    origin: object = None,
) -> Activity:
    """One thing done, today unless another day is named. Raises BadInput for a day that has not come yet."""
    today = library.clock.today()
    if day is not None and day > today:
        raise BadInput("The day should be today or earlier; only what is done is noted here.")
    with library.step(LOG, origin=origin):
        return library.put(Activity(day=day or today, kind=kind, text=text.strip(), opportunity=opportunity))


def update_activity(library: Library, activity_id: str, origin: object = None, **changes: Any) -> Activity:
    """Change an entry. Raises NoSuchRecord."""
    merge_key = f"activity/{activity_id}/{'+'.join(sorted(changes))}"
    with library.step(EDIT, merge_key=merge_key, origin=origin):
        return library.put(msgspec.structs.replace(library.get(Activity, activity_id), **changes))


def remove_activity(library: Library, activity_id: str, origin: object = None) -> None:
    """Take an entry out; undo brings it back. Raises NoSuchRecord."""
    with library.step(REMOVE, origin=origin):
        library.remove(library.get(Activity, activity_id))


def set_weekly_goal(library: Library, goal: int, origin: object = None) -> None:
    """How much a week the user means to do; 0 means no goal. Raises BadInput outside 0 to 50."""
    if not 0 <= goal <= LARGEST_GOAL:
        raise BadInput(f"The weekly goal should be a number from 0 to {LARGEST_GOAL}.")
    with library.step(GOAL, merge_key="settings/weekly_goal", origin=origin):
        library.put(msgspec.structs.replace(library.one(Settings), weekly_goal=goal))
