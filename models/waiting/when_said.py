"""How they put it: the part of a reply that says when."""

from __future__ import annotations

import re

LONGEST = 120
_WHEN = re.compile(
    r"\b(?:to(?:day|morrow|night)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|days?|weeks?|weekend|months?|soon|until|by the"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,4}[./-]\d{1,2})\b",
    re.IGNORECASE,
)


def words_about_when(summary: str) -> str:
    """The first sentence or line of a reply that speaks of a day, as they wrote it; empty where none does.

    A long one is left out: it stays in the reply itself.
    """
    for part in re.split(r"(?<=[.!?])\s+|\n+", summary):
        words = " ".join(part.split())
        if _WHEN.search(words):
            return words if len(words) <= LONGEST else ""
    return ""
