"""What can be judged from one paragraph alone: spelling, grammar and the letter pack, read once and remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from models.findings import Finding
from models.proofreading.blocks import Block, Memory, blocks_of
from models.proofreading.engine import Engine, RawLint
from models.proofreading.layout import Layout
from models.proofreading.masks import Span, addresses, masked_spans, touches
from models.proofreading.names import starts_sentence, without_possessive
from models.proofreading.pack import Pack
from models.proofreading.ranking import edit_distance, frequency, ranked
from models.records.letter import Formality

SHORT_NAME = 5  # letters; for an unknown name so short every correction is a guess
NEAR = 2  # edits; a correction of a name that is farther away is another name
COMMON = 2_000  # occurrences in the word list; below, a near word is too rare to be what was meant
REMEMBERED = 200_000  # characters of paragraphs, some eighty letters
_OVERHEAD = 50  # characters; what a paragraph weighs before its first letter


@dataclass(frozen=True)
class Setting:
    """What a paragraph is read with, besides its text: all of it is part of the key under which a reading is kept.

    `truths` are words that are right as they are written; `words` all forms of them that the engine is taught.
    """

    dialect: str
    formality: Formality
    truths: frozenset[str]
    words: frozenset[str]


class ParagraphReader:
    """Reads a text paragraph by paragraph, each only once as long as nothing around it matters and changes."""

    def __init__(self, engine: Engine, pack: Pack) -> None:
        self._engine = engine
        self._pack = pack
        self._memory: Memory[tuple[tuple[Finding, ...], tuple[Finding, ...]]] = Memory(REMEMBERED)

    def read(self, text: str, layout: Layout, setting: Setting) -> tuple[list[Finding], list[Finding]]:
        """What the engine finds and what the pack finds, each in reading order. Raises EngineUnavailable."""
        self._engine.learn(setting.words)
        lints: list[Finding] = []
        remarks: list[Finding] = []
        for block in blocks_of(text):
            by_engine, by_pack = self._of(block, layout.within(block.start, block.end), setting)
            lints += [_moved(finding, block.start) for finding in by_engine]
            remarks += [_moved(finding, block.start) for finding in by_pack]
        return lints, remarks

    def _of(self, block: Block, layout: Layout, setting: Setting) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        key = (block.text, block.opens, layout, setting)
        return self._memory.get(
            key,
            _OVERHEAD + len(block.text),
            lambda: (
                tuple(self._engines_findings(block.text, layout, setting)),
                tuple(self._packs_findings(block, layout, setting)),
            ),
        )

    def _engines_findings(self, text: str, layout: Layout, setting: Setting) -> list[Finding]:
        lints = self._engine.check(text, setting.dialect)
        masked = masked_spans(text) if lints else ()
        return [
            _finding(text, lint, layout) for lint in lints if _worth_saying(text, lint, layout, masked, setting.truths)
        ]

    def _packs_findings(self, block: Block, layout: Layout, setting: Setting) -> list[Finding]:
        remarks = self._pack.check(block.text, setting.formality, setting.dialect, layout, opens=block.opens)
        places = addresses(block.text) if remarks else ()
        return [finding for finding in remarks if not touches(finding.start, finding.end, places)]


def _moved(finding: Finding, by: int) -> Finding:
    return msgspec.structs.replace(finding, start=finding.start + by, end=finding.end + by) if by else finding


def _worth_saying(text: str, lint: RawLint, layout: Layout, masked: tuple[Span, ...], truths: frozenset[str]) -> bool:
    if touches(lint.start, lint.end, masked) or layout.part_of(lint.start) == "signature":
        return False
    if lint.kind != "spelling":
        return True
    word = without_possessive(text[lint.start : lint.end]).replace("\u2019", "'").removesuffix("'")
    return word not in truths and any(letter.isalpha() for letter in word)


def _finding(text: str, lint: RawLint, layout: Layout) -> Finding:
    written = text[lint.start : lint.end]
    if lint.kind == "spelling":
        return _spelling(text, lint, written, layout)
    severity = "fix" if lint.reliable and lint.kind == "grammar" else "consider"
    return Finding(
        passed="tone" if lint.kind == "style" else "grammar",
        severity=severity,
        rule=lint.rule,
        start=lint.start,
        end=lint.end,
        text=written,
        message=_readable(lint.message),
        fixes=lint.fixes,
    )


def _readable(message: str) -> str:
    """The engine's remark with quotation marks where it uses the marks of programmers."""
    return re.sub(r"`([^`]*)`", r"“\1”", message)


def _spelling(text: str, lint: RawLint, written: str, layout: Layout) -> Finding:
    fixes = ranked(written, lint.fixes)
    if _looks_like_a_name(text, lint.start, written, fixes, layout):
        return _unknown_name(lint, written, fixes)
    return Finding(
        passed="spelling",
        severity="fix",
        rule="spelling",
        start=lint.start,
        end=lint.end,
        text=written,
        message=f"“{written}” is not in the dictionary.",
        fixes=fixes,
    )


def _unknown_name(lint: RawLint, written: str, fixes: tuple[str, ...]) -> Finding:
    """The name alone is marked, without its possessive: that is what the user confirms or teaches."""
    name = without_possessive(written)
    return Finding(
        passed="spelling",
        severity="check",
        rule="check-name",
        start=lint.start,
        end=lint.start + len(name),
        text=name,
        message=f"Is “{name}” written as its owner writes it?",
        fixes=_names_near(name, tuple(dict.fromkeys(without_possessive(fix) for fix in fixes))),
    )


def _names_near(written: str, fixes: tuple[str, ...]) -> tuple[str, ...]:
    """Nobody is offered a stranger's name: of the corrections only those that a slip of the finger explains."""
    if len(written) <= SHORT_NAME:
        return ()
    return tuple(fix for fix in fixes if 0 < edit_distance(written.lower(), fix.lower()) <= NEAR)


def _looks_like_a_name(text: str, start: int, written: str, fixes: tuple[str, ...], layout: Layout) -> bool:
    """An unknown word with a capital that no sentence start asks for, or that no common word comes near."""
    if not written[:1].isupper():
        return False
    if layout.part_of(start) == "greeting" or not starts_sentence(text, start):
        return True
    reach = 2 if len(written) > SHORT_NAME + 1 else 1
    return not any(edit_distance(written.lower(), fix.lower()) <= reach and _common(fix) for fix in fixes)


def _common(fix: str) -> bool:
    return all(frequency(word) >= COMMON for word in fix.split())
