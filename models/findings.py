"""What a rule that reads a letter or a record returns: findings, never dialogs."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["block", "fix", "check", "consider", "praise"]
Pass = Literal["facts", "spelling", "grammar", "tone", "aloud", "backwards", "eyes"]

SEVERITIES: tuple[Severity, ...] = ("block", "fix", "check", "consider", "praise")
PASSES: tuple[Pass, ...] = ("facts", "spelling", "grammar", "tone", "aloud", "backwards", "eyes")


class Finding(msgspec.Struct, frozen=True, kw_only=True, rename={"passed": "pass"}):
    """One remark about a text. `start` and `end` count code points; both 0 means the whole text.

    `fixes` are replacements for exactly `text`, best first; an empty string means "delete it".
    """

    passed: Pass
    severity: Severity
    rule: str
    start: int = 0
    end: int = 0
    text: str = ""
    message: str = ""
    fixes: tuple[str, ...] = ()
