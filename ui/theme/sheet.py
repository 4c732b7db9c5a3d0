"""The one style sheet: resources/themes/*.qss with @tokens filled in.

`@ink` (any role) becomes a colour, `@12` a length scaled by the text size, `@image(check)` the theme's own mark.
"""

from __future__ import annotations

import re

from ui.theme.theme import FOLDER, Theme
from ui.theme.tokens import ROLES

PARTS = ("text", "controls", "fields", "containers", "lists")
_GAP = re.compile(r"@(?:image\(([a-z-]+)\)|(\d+(?:\.\d+)?)|([a-z]+(?:-[a-z]+)*))")


def style_sheet(theme: Theme) -> str:
    """The whole sheet for this theme. Raises KeyError where a part names an unknown token."""

    def filled(gap: re.Match[str]) -> str:
        image, length, role = gap.groups()
        if image:
            return f'url("{(theme.folder / image).as_posix()}.svg")'
        if length:
            return f"{theme.px(float(length))}px"
        if role not in ROLES:
            raise KeyError(role)
        return theme.colours.of(role)

    whole = "\n".join((FOLDER / f"{part}.qss").read_text("utf-8") for part in PARTS)
    return _GAP.sub(filled, whole)
