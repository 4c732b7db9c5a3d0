"""The seven passes of a proofreader, each bound to the exact text it saw."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from typing import Literal

import msgspec

from models.findings import Finding, Pass
from models.records.letter import Letter

PassState = Literal["open", "green", "waived", "stale"]
WAIVED = "waived: "


class PassInfo(msgspec.Struct, frozen=True):
    """One pass for the user: its name and what to do in it."""

    id: Pass
    title: str
    what_to_do: str


PASSES: tuple[PassInfo, ...] = (
    PassInfo("facts", "Facts and names", "Compare every name, date and figure with your notes."),
    PassInfo("spelling", "Spelling", "Look at each word that is marked, and nothing else."),
    PassInfo("grammar", "Grammar and punctuation", "One sentence at a time: subject, verb, full stop."),
    PassInfo("tone", "Tone", "Picture the reader with a full inbox. Is every line friendly and to the point?"),
    PassInfo("aloud", "Read aloud", "Hear each sentence. Where you stumble, so will the reader."),
    PassInfo("backwards", "Backwards", "Last sentence first, in large print, so that nothing is skimmed."),
    PassInfo("eyes", "Fresh eyes", "Come back after a pause, or let someone else read it."),
)
NEEDED: tuple[Pass, ...] = ("facts", "spelling", "grammar", "tone")


def digest(text: str) -> str:
    """What a pass remembers of the text it saw: the same for texts that look the same (NFC)."""
    plain = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(plain, digest_size=16).hexdigest()


def letter_text(letter: Letter) -> str:
    """What the passes of a letter are bound to: subject and body."""
    return f"{letter.subject}\n\n{letter.body}"


def pass_state(letter: Letter, pass_id: Pass, text: str) -> PassState:
    """open: never done. green: done on exactly this text. stale: edited since. waived: put aside by name."""
    seen = letter.passes.get(pass_id, "")
    if not seen:
        return "open"
    if seen.startswith(WAIVED):
        return "waived"
    return "green" if seen == digest(text) else "stale"


def with_pass(letter: Letter, pass_id: Pass, text: str) -> dict[str, str]:
    """The letter's `passes` with this one green for this text."""
    return {**letter.passes, pass_id: digest(text)}


def with_waiver(letter: Letter, pass_id: Pass, by: str) -> dict[str, str]:
    """The letter's `passes` with this one put aside by a person's name."""
    return {**letter.passes, pass_id: WAIVED + by}


def holding_back(letter: Letter, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a letter from being ready: block or fix, in a needed pass that nobody waived.

    `findings` must be those of the letter's text as it is now.
    """
    waived = {name for name, seen in letter.passes.items() if seen.startswith(WAIVED)}
    return tuple(
        finding
        for finding in findings
        if finding.severity in ("block", "fix") and finding.passed in NEEDED and finding.passed not in waived
    )
