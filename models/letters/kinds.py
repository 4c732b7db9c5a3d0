"""A kind of letter is data: one TOML file says what it is for and from which sentences it may be built.

A sentence is a plain text with named gaps. It may be used only where every gap is known and every condition in `given`
holds, so a draft cannot contain a placeholder. Kinds that users write themselves will need more (loops, filters): they
get a second `fill` beside `str.format_map`, nothing else changes.
"""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from models.errors import BadInput
from models.people.names import word_set

GAPS = word_set(
    """greeting name first employer role day weekday since quote topic that asked you own noted
    second_quote second_topic second_that second_asked second_you second_own second_noted
    claim claim_phrase proof wish wish_that wish_phrase wish_clause wish_ask
    excites excites_phrase excites_clause excites_own next_phrase hear_by unfit_card unfit_wish unfit_excites
    promised host missing_names answer_by ask_until open_terms own_name"""
)
"""Every gap that drafting knows how to fill; `models.letters.material` fills them."""

FLAGS = word_set(
    """wants unsure does_not_want asked formal usual relaxed manager HR recruiter panel several promised_passed
    has_card has_strength has_proof has_wish has_next has_terms"""
)
"""Every condition that a sentence may name in `given`; "not " before it turns it round."""


Place = Literal["", "contact", "checklist", "details"]


class SentenceChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to say a part. `given` are conditions beside the gaps."""

    text: str
    given: tuple[str, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """The names of the gaps, in order."""
        return gaps_of(self.text)


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the letter. `ask` is shown beside the draft where no sentence can be used; empty: stay silent.
    `unfit` is asked instead where something was jotted down that fits no sentence; its gap is that jotting.
    `about` is where the answer is written: on the contact's page, on the checklist, or nowhere in particular.

    `paragraph` opens a new paragraph before this part; `silent` are conditions under which the part is left out.
    `optional` parts go first, the last of them before the others, where the letter would be longer than its kind allows.
    """

    name: str
    sentences: tuple[SentenceChoice, ...]
    ask: str = ""
    unfit: str = ""
    about: Place = ""
    paragraph: bool = False
    silent: tuple[str, ...] = ()
    optional: bool = False


class Length(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between greeting and closing."""

    min: int
    usual: int
    max: int


class LetterKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a letter of this kind is for, and the sentences that it may be started from."""

    name: str
    label: str
    purpose: str
    when: str
    to_whom: str
    purposes: tuple[str, ...] = ()
    length: Length
    subjects: tuple[SentenceChoice, ...]
    parts: tuple[Part, ...]
    closings: dict[str, str]


def gaps_of(text: str) -> tuple[str, ...]:
    """The gaps named in a template; ValueError where its braces do not match."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def load_kind(path: Path) -> LetterKind:
    """The kind in that file. BadInput names the file and the key where it is not as it should be."""
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not a TOML file: {error}.") from error
    try:
        kind = msgspec.convert(raw, LetterKind)
    except msgspec.ValidationError as error:
        raise BadInput(f"{path.name} is not a kind of letter: {error}.") from error
    if kind.name != path.stem:
        raise BadInput(f"{path.name}, key name: expected “{path.stem}” as the file is called, not “{kind.name}”.")
    _check(kind, path.name)
    return kind


def load_kinds(folder: Path) -> dict[str, LetterKind]:
    """Every kind in the folder by name, in alphabetical order."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise BadInput(f"{folder.name} holds no kinds of letters: expected files such as thank-you.toml.")
    return {path.stem: load_kind(path) for path in files}


def _check(kind: LetterKind, source: str) -> None:
    if not 0 < kind.length.min <= kind.length.usual <= kind.length.max:
        raise BadInput(f"{source}, key length: expected 0 < min <= usual <= max.")
    if not kind.subjects or not kind.parts:
        raise BadInput(f"{source}: expected at least one of subjects and one of parts.")
    if any(name not in kind.closings for name in ("formal", "usual", "relaxed")):
        raise BadInput(f"{source}, key closings: expected formal, usual and relaxed.")
    for number, choice in enumerate(kind.subjects, 1):
        _check_choice(choice, source, f"subjects {number}")
    seen: set[str] = set()
    for part in kind.parts:
        if part.name in seen:
            raise BadInput(f"{source}, part “{part.name}”: the name is used twice.")
        seen.add(part.name)
        for number, choice in enumerate(part.sentences, 1):
            _check_choice(choice, source, f"part “{part.name}”, sentence {number}")
        if not part.sentences and not part.ask:
            raise BadInput(f"{source}, part “{part.name}”: expected sentences or a question in ask.")
        _check_choice(SentenceChoice(part.ask, part.silent), source, f"part “{part.name}”, ask")
        _check_choice(SentenceChoice(part.unfit), source, f"part “{part.name}”, unfit")


def _check_choice(choice: SentenceChoice, source: str, place: str) -> None:
    try:
        gaps = choice.gaps
    except ValueError as error:
        raise BadInput(f"{source}, {place}: the braces do not match ({error}).") from error
    for gap in gaps:
        if gap not in GAPS:
            raise BadInput(f"{source}, {place}: there is no gap called “{gap}”.")
    for condition in choice.given:
        if condition.removeprefix("not ") not in FLAGS:
            raise BadInput(f"{source}, {place}: there is no condition called “{condition}”.")
