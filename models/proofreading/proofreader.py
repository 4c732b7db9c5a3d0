"""One reading of a letter: engine, letter pack, punctuation and confirmed names, merged into findings without doubles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from models.findings import SEVERITIES, Finding
from models.proofreading.engine import Engine, RawLint
from models.proofreading.layout import Layout, layout_of
from models.proofreading.masks import Span, addresses, masked_spans, touches
from models.proofreading.mechanics import mechanics
from models.proofreading.names import near_misses, parts_of, starts_sentence
from models.proofreading.offsets import PlainText, plain_text
from models.proofreading.pack import Pack
from models.proofreading.ranking import edit_distance, frequency, ranked
from models.records.letter import Formality

SHORT_NAME = 5  # letters; for an unknown name so short every correction is a guess
COMMON = 2_000  # occurrences in the word list; below, a near word is too rare to be what was meant
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
    """Reads letters with one engine and one pack. Not for two threads at once: give each its own."""

    def __init__(self, engine: Engine, pack: Pack) -> None:
        self._engine = engine
        self._pack = pack

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
        masked = (*masked_spans(text), *plain.masked)
        truths = frozenset((*parts_of(context.names), *parts_of(context.employers), *context.known_words))
        self._engine.learn(_forms(truths, context.known_words))
        lints = self._engine.check(text, context.dialect)
        found = [
            (_ENGINE, _finding(text, lint, layout))
            for lint in lints
            if _worth_saying(text, lint, layout, masked, truths)
        ]
        remarks = self._pack.check(text, context.formality, context.dialect, layout)
        places = (*addresses(text), *plain.masked)
        found += [(_PACK, finding) for finding in remarks if not touches(finding.start, finding.end, places)]
        found += [(_MECHANICS, finding) for finding in mechanics(text, layout)]
        known = (*context.employers, *context.known_words)
        found += [(_NAME, finding) for finding in near_misses(text, context.names, known, layout)]
        return [(rank, finding) for rank, finding in found if finding.text not in truths]


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


def _worth_saying(text: str, lint: RawLint, layout: Layout, masked: tuple[Span, ...], truths: frozenset[str]) -> bool:
    if touches(lint.start, lint.end, masked) or layout.part_of(lint.start) == "signature":
        return False
    if lint.kind != "spelling":
        return True
    word = text[lint.start : lint.end].replace("\u2019", "'")
    return word.removesuffix("'s").removesuffix("'") not in truths and any(letter.isalpha() for letter in word)


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
    name = _looks_like_a_name(text, lint.start, written, fixes, layout)
    return Finding(
        passed="spelling",
        severity="check" if name else "fix",
        rule="check-name" if name else "spelling",
        start=lint.start,
        end=lint.end,
        text=written,
        message=f"Is “{written}” written as its owner writes it?" if name else f"“{written}” is not in the dictionary.",
        fixes=fixes if not name or len(written) > SHORT_NAME else (),
    )


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

    for _, finding in sorted(found, key=worth):
        if not any(_overlap(finding, other) for other in kept if not {finding.rule, other.rule} & _BESIDES):
            kept.append(finding)
    return kept


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


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
