"""Words that are too long for a line, such as addresses of web pages, may break."""

from __future__ import annotations

import re

LONGEST = 24
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with an invisible place to break after so many characters without a blank."""
    return re.sub(rf"\S{{{LONGEST}}}(?=\S)", rf"\g<0>{_BREAK}", text)
