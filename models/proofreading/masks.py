"""Places in a letter that no engine may judge: addresses, amounts, dates in figures, acronyms, codes."""

from __future__ import annotations

import re
from bisect import bisect_left

Span = tuple[int, int]

_PARTS = {
    "link": r"(?:https?://|www\.)[^\s<>()]+",
    "e-mail": r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+",
    "domain": r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|co|uk|de|fr|in|au|ca|eu|me|info)\b(?:/[^\s<>()]*)?",
    "handle": r"(?<!\w)[@#]\w+",
    "amount": r"[$€£¥₹]\s?\d[\d,.\u00a0]*(?:\s?(?:[kKmM]\b|bn\b|million|thousand))?|\b(?:USD|EUR|GBP|CAD|AUD|INR|JPY)\s?\d[\d,.]*",
    "figure": r"\b\d[\w.,:/%-]*\b",
    "phone": r"\+?\(?\d[\d ().-]{6,}\d",
    "letters": r"\b[A-Z](?:&[A-Z])+\b|\b(?:Ph|Ed|Psy)\.?D\.?|\bM\.?B\.?A\.?\b|\b[BM]\.(?:A|S|Sc|Ed|Eng)\.?",
    "acronym": r"\b[A-Z][A-Z0-9]{1,5}(?:s|'s|\u2019s)?\b",
    "mixed": r"\b[A-Za-z]*[a-z][A-Z][A-Za-z]*(?:'s|\u2019s)?\b",
    "code": r"\b[A-Za-z]+\d+\w*\b|\b[CF](?:\+\+|#)|\.NET\b",
}
_MASK = re.compile("|".join(f"(?:{part})" for part in _PARTS.values()))


_ADDRESS = re.compile("|".join(f"(?:{_PARTS[kind]})" for kind in ("link", "e-mail", "domain")))


def addresses(text: str) -> tuple[Span, ...]:
    """Links, e-mail addresses and domains: the places where not even a rule of style may speak."""
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def masked_spans(text: str) -> tuple[Span, ...]:
    """The places, in reading order, without overlaps."""
    return tuple(match.span() for match in _MASK.finditer(text))


def touches(start: int, end: int, spans: tuple[Span, ...]) -> bool:
    """Whether a place shares a character with one of the spans, which stand in reading order without overlaps."""
    last = bisect_left(spans, (end, end)) - 1
    return last >= 0 and start < spans[last][1]
