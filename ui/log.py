"""The log: a file, because a windowed program may have no stderr. It never holds what the user wrote."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

SIZE = 500_000
KEPT = 2


def start(folder: Path) -> None:
    """Write the log to encore.log in `folder`, half a megabyte at most, two older ones kept.

    Raises OSError where the folder takes no file. Only Encore's own loggers are written at INFO, others from WARNING on.
    """
    handler = logging.handlers.RotatingFileHandler(
        folder / "encore.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", errors="backslashreplace", delay=False
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("encore").setLevel(logging.INFO)
