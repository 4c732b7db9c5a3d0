"""Encore's own letter pack: what no engine knows about letters, kept as rows of resources/words/*.toml.

A row says what it looks for, how grave it is, what to write instead and why, and proves itself with two texts that it
must catch and two that it must pass over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from models.errors import BadInput
from models.findings import Finding, Pass, Severity
from models.proofreading.layout import Layout, layout_of
from models.records.letter import Formality

Where = Literal["anywhere", "greeting", "body", "closing"]


class PackError(BadInput):
    """A row of the letter pack that cannot be used; the sentence names file, row and what was expected."""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"passed": "pass"}):
    r"""One rule. Exactly one of `words`, `swap` and `pattern` says what it looks for.

    `words`: words or phrases, whole and in any case. `swap`: the same, each with its own fixes. `pattern`: a regular
    expression; a group named `it` narrows the place that is marked. `fix` may use \1 or \g<name> of the pattern.
    A row sees one paragraph at a time; a pattern that starts with \A sees only the one that the letter begins with.
    """

    id: str
    passed: Pass
    severity: Severity
    explanation: str
    catch: tuple[str, str]
    pass_over: tuple[str, str]
    words: tuple[str, ...] = ()
    swap: dict[str, tuple[str, ...]] = {}
    pattern: str = ""
    fix: tuple[str, ...] = ()
    case: bool = False
    where: Where = "anywhere"
    formality: tuple[Formality, ...] = ("formal", "usual", "relaxed")
    dialects: tuple[str, ...] = ()


class Rule:
    """A row, ready to look at texts."""

    def __init__(self, row: Row) -> None:
        if sum(map(bool, (row.words, row.swap, row.pattern))) != 1:
            raise ValueError("expected exactly one of words, swap and pattern")
        if len({*row.catch, *row.pass_over}) != 4:
            raise ValueError("expected four different texts in catch and pass_over")
        self.row = row
        self.at_beginning = row.pattern.startswith(r"\A")
        self._swaps = {_flat(word): fixes for word, fixes in row.swap.items()}
        self._begins = _first_words(row.words or tuple(row.swap))
        source = row.pattern or _phrases(row.words or tuple(row.swap))
        flags = re.MULTILINE | (re.NOFLAG if row.case else re.IGNORECASE)
        try:
            self._pattern = re.compile(source, flags)
            probe = self._pattern.groups
            for fix in row.fix:
                re.compile(f"(?:x)|{'()' * probe}") if "\\g<" in fix else re.sub(f"^{'()' * probe}", fix, "")
        except (re.error, IndexError) as error:
            raise ValueError(f"expected a usable pattern and fixes, but {error}") from error

    def may_find(self, words: frozenset[str]) -> bool:
        """False where a text of these words (small letters) cannot hold any phrase of the rule. Saves most of the work."""
        return not self._begins or not self._begins.isdisjoint(words)

    def findings(self, text: str, folded: str, layout: Layout) -> Iterable[Finding]:
        """What the rule finds. `folded` is the text with straight apostrophes and plain spaces, of the same length."""
        for match in self._pattern.finditer(folded):
            group = "it" if "it" in self._pattern.groupindex else 0
            start, end = match.span(group)
            if start == end or (self.row.where != "anywhere" and layout.part_of(start) != self.row.where):
                continue
            written = text[start:end]
            yield Finding(
                passed=self.row.passed,
                severity=self.row.severity,
                rule=self.row.id,
                start=start,
                end=end,
                text=written,
                message=self.row.explanation.replace("{text}", written),
                fixes=self._fixes(match, written),
            )

    def _fixes(self, match: re.Match[str], written: str) -> tuple[str, ...]:
        fixes = self._swaps.get(_flat(match[0])) or tuple(match.expand(fix) for fix in self.row.fix)
        if not self.row.case and written[:1].isupper() and not written[1:2].isupper():
            fixes = tuple(fix[:1].upper() + fix[1:] for fix in fixes)
        return tuple(fix for fix in dict.fromkeys(fixes) if fix != written)


class Pack:
    """All rules; hand it a text, get findings in reading order."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)

    def check(
        self,
        text: str,
        formality: Formality = "usual",
        dialect: str = "US",
        layout: Layout | None = None,
        *,
        opens: bool = True,
    ) -> list[Finding]:
        """What the rows find in a plain text (single line feeds, NFC). `opens`: the letter begins with this text."""
        layout = layout or layout_of(text)
        folded = fold(text)
        words = frozenset(_WORD.findall(folded.lower()))
        found = [
            finding
            for rule in self.rules
            if rule.may_find(words)
            and (opens or not rule.at_beginning)
            and formality in rule.row.formality
            and (not rule.row.dialects or dialect in rule.row.dialects)
            for finding in rule.findings(text, folded, layout)
        ]
        return sorted(found, key=lambda finding: (finding.start, finding.end))


def load_pack(folder: Path) -> Pack:
    """The pack in a folder of TOML files. Raises PackError naming file and row."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise PackError(f"{folder} holds no letter pack: expected files ending in .toml.")
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for file in files:
        for rule in _rules_of(file):
            if rule.row.id in seen:
                raise PackError(f"{file.name}, row {rule.row.id}: this id is taken by a row of {seen[rule.row.id]}.")
            seen[rule.row.id] = file.name
            rules.append(rule)
    return Pack(rules)


def fold(text: str) -> str:
    """Curly apostrophes straight and odd spaces plain; the length stays, so places stay."""
    return text.translate(_FOLDS)


_FOLDS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00a0": " ", "\u202f": " "})


def _rules_of(file: Path) -> list[Rule]:
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{file.name} cannot be read as TOML: {error}.") from error
    rows = document.pop("row", None)
    if document or not isinstance(rows, list):
        raise PackError(f"{file.name}: expected a list of [[row]] tables and nothing else.")
    rules: list[Rule] = []
    for number, row in enumerate(rows, 1):
        try:
            rules.append(Rule(msgspec.convert(row, Row)))
        except (msgspec.ValidationError, ValueError) as error:
            name = row.get("id", number) if isinstance(row, dict) else number
            raise PackError(f"{file.name}, row {name}: {error}.") from error
    return rules


_WORD = re.compile(r"\w+")


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The word each phrase begins with; empty where one begins with none, so that nothing is skipped."""
    begins = [_WORD.findall(_flat(phrase)) for phrase in phrases]
    return frozenset(words[0] for words in begins) if all(begins) else frozenset()


def _flat(words: str) -> str:
    return " ".join(fold(words).lower().split())


def _phrases(words: Iterable[str]) -> str:
    longest_first = sorted({_flat(word) for word in words}, key=len, reverse=True)
    parts = [r"[ \n]+".join(re.escape(part) for part in word.split()) for word in longest_first]
    return r"(?<![\w'@.-])(?:" + "|".join(parts) + r")(?![\w'@-]|\.\w)"
