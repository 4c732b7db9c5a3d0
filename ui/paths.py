"""Where the user's records live when nobody says otherwise."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def default_data_dir() -> Path:
    """The folder each system keeps for what programs remember: roaming on Windows, Application Support, XDG."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Encore"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Encore"
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else home / ".local" / "share") / "encore"
