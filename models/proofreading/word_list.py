"""pyspellchecker's list of words behind one door: the only module that imports it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from models.errors import EncoreError

if TYPE_CHECKING:
    from spellchecker import SpellChecker


class WordListMissing(EncoreError):
    """The list of words cannot be loaded on this computer."""


class WordList:
    """Which words exist, how often each occurs in a large body of English, and which are near. All in small letters."""

    def __init__(self, speller: SpellChecker) -> None:
        self._speller = speller

    def knows(self, *words: str) -> bool:
        """Whether at least one of the words is in the list."""
        return bool(self._speller.known(words))

    def frequency(self, word: str) -> int:
        """Occurrences; 0 where the word is unknown."""
        return self._speller[word]

    def near(self, word: str) -> list[str]:
        """The known words one edit away, the most frequent first; the word itself where it is known."""
        return sorted(self._speller.candidates(word) or (), key=lambda other: (-self._speller[other], other))


@functools.cache
def word_list() -> WordList:
    """The list (0.2 s, 30 MB at the first call, then shared). Raises WordListMissing."""
    try:
        from spellchecker import SpellChecker  # noqa: PLC0415

        return WordList(SpellChecker(distance=1))
    except Exception as error:
        raise WordListMissing(f"The spelling list cannot be loaded: {error}.") from error
