"""Spelling only, for a computer on which the grammar checker cannot be loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.proofreading.engine import EngineUnavailable, RawLint, with_possessives
from models.proofreading.word_list import WordListMissing, word_list

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


class FallbackEngine:
    """pyspellchecker: knows words, not sentences, and says so in its notice."""

    def __init__(self) -> None:
        self._words: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """For the user and for reports."""
        return "pyspellchecker"

    @property
    def notice(self) -> str:
        """What the user must know about this engine."""
        return "The grammar checker could not be started on this computer, so only spelling and the letter rules were checked."

    def learn(self, words: Iterable[str]) -> None:
        """From now on exactly these words and their possessives are correct."""
        self._words = with_possessives(words)

    def check(self, text: str, dialect: str) -> list[RawLint]:
        """Words that are in no list, in reading order. The dialect makes no difference here."""
        del dialect  # one list of words for all of them
        try:
            known = word_list()
        except WordListMissing as error:
            raise EngineUnavailable(str(error)) from error
        found: list[RawLint] = []
        for match in _WORD.finditer(text):
            word = match[0].replace("\u2019", "'")
            plain = word.removesuffix("'s").lower()
            if word in self._words or len(plain) < 2 or known.knows(word.lower(), plain) or plain in _SHORT_FORMS:
                continue
            likely = known.near(plain) if len(plain) < 30 else []
            fixes = tuple(fix for fix in likely[:5] if fix != plain)
            found.append(
                RawLint(
                    rule="SpellCheck", kind="spelling", start=match.start(), end=match.end(), fixes=fixes, reliable=True
                )
            )
        return found


# Contractions without a row of their own in pyspellchecker's list.
_SHORT_FORMS = frozenset(
    {
        "i'm",
        "i'd",
        "i'll",
        "i've",
        "you're",
        "you'd",
        "you'll",
        "you've",
        "we're",
        "we'd",
        "we'll",
        "we've",
        "they're",
        "they'd",
        "they'll",
        "they've",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "couldn't",
        "won't",
        "wouldn't",
        "shouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "let's",
        "that's",
        "there's",
        "here's",
        "what's",
    }
)
