"""Everything that letters need from the resources, read once: kinds and word lists."""

from __future__ import annotations

from pathlib import Path

import msgspec

from models.findings import Finding
from models.letters.facts import Facts, check_facts
from models.letters.kinds import LetterKind, load_kinds
from models.letters.purposes import Light, PurposeWords, lights, load_purpose_words


class Desk(msgspec.Struct, frozen=True):
    """The kinds of letters by name and the words by which purposes are recognised."""

    kinds: dict[str, LetterKind]
    words: PurposeWords

    def lights(self, text: str, facts: Facts) -> tuple[Light, ...]:
        """The purposes of a letter of `facts.kind`; none for a kind that is not known."""
        kind = self.kinds.get(facts.kind)
        return lights(text, facts, self.words, kind.purposes) if kind else ()

    def check(self, text: str, facts: Facts, subject: str | None = None) -> list[Finding]:
        """The facts pass with its praise."""
        return check_facts(text, facts, subject, self.lights(text, facts))


def open_desk(resources: Path) -> Desk:
    """The desk from the resources folder. BadInput names the file that cannot be used."""
    return Desk(load_kinds(resources / "letters"), load_purpose_words(resources / "words" / "purposes.toml"))
