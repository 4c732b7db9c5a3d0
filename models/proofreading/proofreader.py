"""One reading of a letter: engine, letter pack, punctuation and confirmed names, merged into findings without doubles."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from models.findings import SEVERITIES, Finding
from models.proofreading.engine import Engine
from models.proofreading.layout import Layout, layout_of
from models.proofreading.masks import touches
from models.proofreading.mechanics import mechanics
from models.proofreading.names import near_misses, truths_of, without_possessive
from models.proofreading.offsets import PlainText, plain_text
from models.proofreading.pack import Pack
from models.proofreading.paragraphs import ParagraphReader, Setting
from models.records.letter import Formality

LONGEST_TEXT = 20_000  # characters; a long letter has 2,500

# Whose remark is kept where two overlap: the most specific speaks first.
_NAME, _PACK, _MECHANICS, _ENGINE = range(4)
# Pack rows only hint at these; the engine's own remark about the same place is of more use.
_WEAK = frozenset({"consider", "praise"})
# These mark a word only to say what is missing after it; the word may have a mistake of its own.
_BESIDES = frozenset({"missing-stop"})


@dataclass(frozen=True)
class Context:
    """What the program knows about one letter.

    `dialect` and `formality` as in the letter's record; `names` are confirmed people, `employers` companies,
    `known_words` the words the user taught; `ignored` holds "rule:text" of findings that were put aside.
    """

    dialect: str = "US"
    formality: Formality = "usual"
    names: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    known_words: tuple[str, ...] = ()
    ignored: frozenset[str] = field(default_factory=frozenset[str])


class Proofreader:
    """Reads letters with one engine and one pack. Not for two threads at once: give each its own.

    What one paragraph shows is remembered, so after an edit only the paragraph that changed is read again; what shows
    in the whole letter only (pairs of marks, mixed quotes, names) is worked out each time.
    """

    def __init__(self, engine: Engine, pack: Pack) -> None:
        self._engine = engine
        self._paragraphs = ParagraphReader(engine, pack)

    @property
    def engine(self) -> str:
        """Name and version of the engine."""
        return self._engine.name

    @property
    def notice(self) -> str:
        """Empty, or a sentence about what is not checked on this computer."""
        return self._engine.notice

    def check(self, text: str, context: Context | None = None) -> tuple[Finding, ...]:
        """Findings in reading order, their places counted in code points of `text` as it is.

        Reads at most 20,000 characters and says so. Raises EngineUnavailable where the engine gives up.
        """
        context = context or Context()
        head = _head(text)
        plain = plain_text(head)
        layout = layout_of(plain.text)
        found = self._all(plain, layout, context)
        kept = [finding for finding in _without_doubles(found) if ignore_key(finding) not in context.ignored]
        placed = [_placed(finding, plain) for finding in kept]
        if len(text) > len(head):
            placed = [finding for finding in placed if finding.end < len(head.rstrip())]  # the cut is nobody's mistake
            placed.append(_too_long(len(head)))
        return tuple(sorted(placed, key=lambda finding: (finding.start, finding.end)))

    def _all(self, plain: PlainText, layout: Layout, context: Context) -> list[tuple[int, Finding]]:
        text = plain.text
        truths = truths_of(context.names, context.employers, context.known_words)
        words = frozenset(_forms(truths, context.known_words))
        setting = Setting(context.dialect, context.formality, truths, words)
        lints, remarks = self._paragraphs.read(text, layout, setting)
        found = [(_ENGINE, finding) for finding in lints] + [(_PACK, finding) for finding in remarks]
        if plain.masked:
            found = [(rank, one) for rank, one in found if not touches(one.start, one.end, plain.masked)]
        found += [(_MECHANICS, finding) for finding in mechanics(text, layout)]
        known = (*context.employers, *context.known_words)
        found += [(_NAME, finding) for finding in near_misses(text, context.names, known, layout)]
        return [(rank, finding) for rank, finding in found if without_possessive(finding.text) not in truths]


def _head(text: str) -> str:
    """At most 20,000 characters, and no word cut in two."""
    if len(text) <= LONGEST_TEXT:
        return text
    head = text[:LONGEST_TEXT]
    return head[: -len(head.split()[-1])] if len(head.split()) > 1 and not head[-1:].isspace() else head


def ignore_key(finding: Finding) -> str:
    """How a finding is written into a letter's `ignored`."""
    return f"{finding.rule}:{finding.text}"


def _forms(truths: frozenset[str], learned: tuple[str, ...]) -> set[str]:
    """Every spelling of the known words that a sentence may need: a learned word may also begin one."""
    return {*truths, *(word[:1].upper() + word[1:] for word in learned)}


def _without_doubles(found: list[tuple[int, Finding]]) -> list[Finding]:
    """Of remarks on the same place the more useful one: graver first, then the more specific source, then with fixes."""
    kept: list[Finding] = []

    def worth(item: tuple[int, Finding]) -> tuple[int, int, bool, int]:
        source, finding = item
        weak = finding.severity in _WEAK
        return (
            SEVERITIES.index(finding.severity) if weak else 0,
            source,
            not finding.fixes,
            finding.end - finding.start,
        )

    taken = bytearray(max((finding.end for _, finding in found), default=0))
    for _, finding in sorted(found, key=worth):
        if finding.rule in _BESIDES:
            kept.append(finding)
        elif taken.find(1, finding.start, finding.end) < 0:
            taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            kept.append(finding)
    return kept


def _placed(finding: Finding, plain: PlainText) -> Finding:
    start, end = plain.back(finding.start, finding.end)
    return msgspec.structs.replace(finding, start=start, end=end, text=plain.original[start:end])


def _too_long(length: int) -> Finding:
    return Finding(
        passed="grammar",
        severity="check",
        rule="too-long",
        start=length,
        end=length,
        message="Only the beginning, about ten pages, was read. A letter rarely needs a tenth of that.",
    )
