"""The log: a file, because a windowed program may have no stderr. It never holds what the user wrote."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

SIZE = 500_000
"""Bytes. A larger log is put aside at the next start; the one before that goes."""


def start(folder: Path) -> None:
    """Write the log to encore.log in `folder`.

    Raises OSError where the folder takes no file. Only Encore's own loggers are written at INFO, others from WARNING on.
    """
    file = folder / "encore.log"
    with contextlib.suppress(OSError):
        if file.stat().st_size > SIZE:
            file.replace(folder / "encore.log.1")
    handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("encore").setLevel(logging.INFO)
