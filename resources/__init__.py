"""What Encore brings along: letters, checklists, word lists, themes, icons and fonts, as plain files."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent
