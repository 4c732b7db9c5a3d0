"""How many of the mistakes that letters really have are seen, at their place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from models.proofreading.proofreader import Proofreader

ERRORS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("typical_errors.toml").read_text("utf-8"))[
    "errors"
]


def _missed(proofreader: Proofreader, error: dict[str, Any]) -> bool:
    start = error["text"].index(error["at"])
    end = start + len(error["at"])
    return not any(
        finding.severity == "fix" and finding.start < end and start < finding.end
        for finding in proofreader.check(error["text"])
    )


def test_most_typical_errors_are_caught(proofreader: Proofreader) -> None:
    missed = [error["text"] for error in ERRORS if _missed(proofreader, error)]
    caught = 1 - len(missed) / len(ERRORS)
    assert caught >= 0.85, f"caught {caught:.0%} of {len(ERRORS)}; missed: {missed}"
