"""Names that the user has confirmed are the truth: never flagged, and what nearly equals one always is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.findings import Finding, Severity
from models.proofreading.layout import Layout
from models.proofreading.ranking import edit_distance, frequency

_CAPITALISED = re.compile(r"(?<![\w@.'\u2019-])[^\W\d_a-z][^\W\d_]*(?:['\u2019-](?!s\b)[^\W\d_]+)*(?![\w@])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Jr|[A-Z])\.$")
_CALENDAR = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "dear",
        "hello",
        "kind",
        "best",
        "regards",
        "sincerely",
        "yours",
        "thank",
        "thanks",
    }
)
SHORT = 3  # letters; so short a name differs from many others by one letter
ORDINARY = 150_000  # occurrences in the word list from which a word at a sentence's start is taken for just a word


def parts_of(names: Iterable[str]) -> frozenset[str]:
    """The single words of names: Katherine, O'Neill, Rao."""
    parts = (part for name in names for part in re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", name))
    return frozenset(part.replace("\u2019", "'") for part in parts if len(part) > 1)


def truths_of(names: Iterable[str], employers: Iterable[str], known_words: Iterable[str]) -> frozenset[str]:
    """Every word that is right as it is written; an engine reads the halves of a hyphenated name one by one."""
    parts = parts_of((*names, *employers))
    return frozenset((*parts, *(half for part in parts for half in part.split("-")), *known_words))


def without_possessive(word: str) -> str:
    """Rao for Rao's; the apostrophe may be straight or curly."""
    return word.removesuffix("'s").removesuffix("\u2019s")


def near_misses(text: str, names: Iterable[str], known: Iterable[str], layout: Layout) -> list[Finding]:
    """Capitalised words that almost, but not quite, spell a confirmed name; possessives too."""
    confirmed = parts_of(names)
    right = {word.lower() for word in (*confirmed, *parts_of(known))} | _CALENDAR
    found: list[Finding] = []
    for match in _CAPITALISED.finditer(text):
        word = match[0].replace("\u2019", "'")
        if len(word) < 3 or word.lower() in right or word.isupper():
            continue
        meant = _meant(word, confirmed)
        if not meant:
            continue
        severity = _severity(text, match, confirmed, layout)
        if (
            severity == "fix"
            and len(meant) <= SHORT
            and layout.part_of(match.start()) != "greeting"
            and not _jumbled(word, meant)
        ):
            severity = "check"  # Jon and Joy are both names
        if severity:
            found.append(
                Finding(
                    passed="spelling",
                    severity=severity,
                    rule="near-name",
                    start=match.start(),
                    end=match.end(),
                    text=match[0],
                    message=f"You confirmed {meant}. Is this the same person?",
                    fixes=(meant,),
                )
            )
    return found


def _meant(word: str, confirmed: frozenset[str]) -> str:
    near = [(edit_distance(word.lower(), name.lower()), name) for name in sorted(confirmed) if _may_be(word, name)]
    near = [(distance, name) for distance, name in near if 0 < distance <= _reach(name)]
    return min(near)[1] if near else ""


def _may_be(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 2:
        return False
    return _jumbled(word, name) or len(name) >= 6 or (len(name) >= 3 and word[0].lower() == name[0].lower())


def _jumbled(word: str, name: str) -> bool:
    return sorted(word.lower()) == sorted(name.lower())


def _reach(name: str) -> int:
    return 2 if len(name) >= 6 else 1


def _severity(text: str, match: re.Match[str], confirmed: frozenset[str], layout: Layout) -> Severity | None:
    """Fix where it must be the name; check where it may be a word; None where it is one."""
    if frequency(match[0]) < ORDINARY or layout.part_of(match.start()) == "greeting":
        return "fix"
    beside = (
        re.findall(r"[^\W\d_]+", text[max(0, match.start() - 25) : match.start()])[-1:]
        + re.findall(r"[^\W\d_]+", text[match.end() : match.end() + 25])[:1]
    )
    if confirmed & set(beside):
        return "fix"
    return None if starts_sentence(text, match.start()) else "check"


def starts_sentence(text: str, place: int) -> bool:
    """Whether a capital at this place may be there only because a sentence or a line begins."""
    before = text[:place].rstrip(" \t\"'“‘(")
    return not before or before[-1] in "!?\n" or (before[-1] == "." and not _TITLE.search(before))
