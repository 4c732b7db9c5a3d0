"""The user's own details and the program's settings: one record of each, changed in named steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from models.records import Profile, Settings
from models.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from models.library import Library

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""In percent, from the usual size to the largest at which every page still fits."""
DETAILS = QT_TRANSLATE_NOOP("encore", "Edit your details")
SETTINGS = QT_TRANSLATE_NOOP("encore", "Change settings")


def update_profile(library: Library, *, origin: object = None, **changes: Any) -> Profile:
    """Change who signs the letters; typing in one field is one step."""
    with library.step(DETAILS, merge_key=f"profile/{','.join(sorted(changes))}", origin=origin):
        return library.put(msgspec.structs.replace(library.one(Profile), **changes))


def update_settings(library: Library, *, origin: object = None, **changes: Any) -> Settings:
    """Change how the program looks and counts."""
    with library.step(SETTINGS, merge_key=f"settings/{','.join(sorted(changes))}", origin=origin):
        return library.put(msgspec.structs.replace(library.one(Settings), **changes))
