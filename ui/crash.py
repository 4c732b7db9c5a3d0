"""An error nobody foresaw: written to the log without personal text, shown once, and the program goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.errors import EncoreError

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("encore.crash")
Show = Callable[[str, str], None]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the error's own text: that may quote what the user wrote."""
    import traceback  # noqa: PLC0415 - seldom needed

    frames = traceback.extract_tb(trace)
    lines = [
        f"  {frame.filename.rpartition('encore')[2] or frame.filename}:{frame.lineno} {frame.name}" for frame in frames
    ]
    return "\n".join([kind.__name__, *lines])


def install(show: Show) -> None:
    """From now on `show(text, details)` is called for what nobody caught. EncoreErrors show their own sentence."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(kind, trace)
        log.error("%s", report)
        if showing:
            return
        showing = True
        try:
            show(str(error) if isinstance(error, EncoreError) else "", report)
        finally:
            showing = False

    sys.excepthook = hook
