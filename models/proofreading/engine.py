"""What Encore asks of a spelling and grammar engine; each engine lives in one module of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

import msgspec

from models.errors import EncoreError

Kind = Literal["spelling", "grammar", "style"]


class EngineUnavailable(EncoreError):
    """An engine cannot be loaded here, or does not find a mistake that it must find."""


class RawLint(msgspec.Struct, frozen=True, kw_only=True):
    """One remark of an engine. `start` and `end` are code points of exactly the text that was handed in.

    `reliable` says that the rule seldom errs on letters; `fixes` replace `text[start:end]`, best first.
    """

    rule: str
    kind: Kind
    start: int
    end: int
    message: str = ""
    fixes: tuple[str, ...] = ()
    reliable: bool = False


class Engine(Protocol):
    """A checker that needs no network. It may be asked from any thread, but a call never waits for another one's."""

    @property
    def name(self) -> str:
        """For the user and for reports: name and version."""
        ...

    @property
    def notice(self) -> str:
        """Empty, or one sentence about what this engine does not look for."""
        ...

    def check(self, text: str, dialect: str) -> list[RawLint]:
        """What the engine remarks, in reading order. `dialect` is a name of models.records.letter.Dialect.

        Raises EngineUnavailable where the engine cannot be loaded.
        """
        ...

    def learn(self, words: Iterable[str]) -> None:
        """From now on exactly these words (case counts) and their possessives are correct."""
        ...


def with_possessives(words: Iterable[str]) -> frozenset[str]:
    """Each word and its possessive: Rao, Rao's; Ortiz, Ortiz's and Ortiz'.

    With straight apostrophes only: Harper reads both kinds alike, but a word taught with a curly one hides the straight.
    """
    known: set[str] = set()
    for word in filter(None, words):
        plain = word.replace("\u2019", "'")
        known |= {plain, f"{plain}'s"}
        if plain.endswith(("s", "x", "z")):
            known.add(f"{plain}'")
    return frozenset(known)
