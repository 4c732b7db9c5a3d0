"""The log: a file, because a windowed program may have no stderr. It never holds what the user wrote."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

SIZE = 500_000
"""Bytes. A log that is larger is put aside as encore.log.1; the one before it goes."""


class SmallLog(logging.FileHandler):
    """A log file that starts anew when it has grown. (logging.handlers would cost every start ten milliseconds.)"""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record, in a new file where the present one is full."""
        if self.stream is not None and self.stream.tell() > SIZE:
            self.close()
            with contextlib.suppress(OSError):
                Path(self.baseFilename).replace(f"{self.baseFilename}.1")
            self.stream = self._open()
        super().emit(record)


def start(folder: Path) -> None:
    """Write the log to encore.log in `folder`.

    Raises OSError where the folder takes no file. Only Encore's own loggers are written at INFO, others from WARNING on.
    """
    handler = SmallLog(folder / "encore.log", encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("encore").setLevel(logging.INFO)
