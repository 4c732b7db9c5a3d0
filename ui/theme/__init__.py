"""How Encore looks. Import from here: Theme, hub, apply, choose, mark, icon, pixmap, tokens."""

from __future__ import annotations

from ui.theme import tokens
from ui.theme.hub import ThemeHub, apply, ask_system, choose, hub, mark
from ui.theme.icons import application_icon, icon, pixmap
from ui.theme.theme import Theme, load_theme, palette
from ui.theme.tokens import Role, Tone

__all__ = [
    "Role", "Theme", "ThemeHub", "Tone", "application_icon", "apply", "ask_system", "choose", "hub", "icon", "load_theme", "mark",
    "palette", "pixmap", "tokens",
]  # fmt: skip
