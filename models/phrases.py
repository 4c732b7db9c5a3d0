"""Small numbers said in words."""

from __future__ import annotations

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number_word(count: int) -> str | int:
    """“four” up to twelve, then the number itself: a value for a Sentence."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else count
