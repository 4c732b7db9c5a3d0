"""An argument parser that says what is wrong in one sentence, and output that is UTF-8 everywhere."""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import sys
from pathlib import Path
from typing import NoReturn

BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """argparse without the usage lines in front of an error and without guessed abbreviations."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """One sentence on stderr and exit code 2."""
        complain(f"{self.prog}: {message.rstrip('.')} (try {self.prog} --help).")
        raise SystemExit(BAD_INPUT)


def complain(sentence: str) -> None:
    """One line on stderr, whatever the sentence quotes; where stderr takes nothing, the exit code has to do."""
    line = " ".join(sentence.split())
    if sys.stderr is not None:  # a windowed bundle has none
        with contextlib.suppress(OSError):
            print("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line), file=sys.stderr)


def whole_number(text: str) -> int:
    """The type of an argument that counts something."""
    if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"expected a whole number, not “{text[:40]}”")
    return int(text)


def folder(text: str) -> Path:
    """The type of an argument that names a folder; an empty one would mean the folder one happens to be in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("expected the name of a folder; it is empty")
    return Path(text)


def use_utf8() -> None:
    """Make stdout and stderr UTF-8, also where Windows or an old locale would choose something else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
