"""The vocabulary of Encore's looks: names of colours, and the sizes everything is made of.

Nothing else in the program names a colour, a size or a radius. Sizes are logical pixels at 100 % text size; a Theme
scales them.
"""

from __future__ import annotations

from typing import Literal, cast

import msgspec

Role = Literal[
    "ink", "muted", "faint", "line", "page", "card", "field", "accent", "accent-hover", "on-accent", "tint",
    "good", "good-tint", "warn", "warn-tint", "bad", "bad-tint", "focus",
]  # fmt: skip
Tone = Literal["plain", "tint", "good", "warn", "bad"]
SPACE = (4, 8, 12, 16, 24, 32, 48)
TINY, SMALL, MEDIUM, LARGE, WIDE, HUGE, VAST = SPACE
RADIUS_SMALL, RADIUS_LARGE = 6, 10
TYPE = (12, 13, 15, 18, 24, 32)
CAPTION, LABEL, TEXT, SECTION, TITLE, DISPLAY = TYPE
REGULAR, MEDIUM_WEIGHT, SEMIBOLD = 400, 500, 600
LINE_HEIGHT = 1.45
PAGE_WIDTH = 1200
LETTER_CHARACTERS = 68
FAMILY = "Encore Sans"
SERIF_FAMILY = "Encore Serif"
MOTION_MS = 150


class Colours(msgspec.Struct, frozen=True, rename="kebab"):
    """One value "#rrggbb" a token; `of` finds one by its written name."""

    ink: str
    muted: str
    faint: str
    line: str
    page: str
    card: str
    field: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    focus: str

    def of(self, role: Role) -> str:
        """The colour of that role."""
        return cast("str", getattr(self, role.replace("-", "_")))


ROLES: tuple[Role, ...] = tuple(cast("Role", name.replace("_", "-")) for name in Colours.__struct_fields__)
