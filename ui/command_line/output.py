"""One sentence on stderr, and output that is UTF-8 everywhere."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

BAD_INPUT = 2


def complain(sentence: str) -> None:
    """One line on stderr, whatever the sentence quotes; where stderr takes nothing, the exit code has to do."""
    line = " ".join(sentence.split())
    if sys.stderr is None:  # a windowed bundle has none
        return
    try:
        print("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line), file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Send what is left in a stream that takes nothing more to nowhere, so that Python does not stumble when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def use_utf8() -> None:
    """Make stdout and stderr UTF-8, also where Windows or an old locale would choose something else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
