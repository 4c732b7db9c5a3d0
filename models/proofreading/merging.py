"""Findings of several readers in one list, without saying the same thing about the same place twice."""

from __future__ import annotations

from collections.abc import Iterable

from models.findings import SEVERITIES, Finding

LONGEST_NAME = 40  # characters


def merged(proofread: Iterable[Finding], facts: Iterable[Finding]) -> tuple[Finding, ...]:
    """Both lists in reading order. Where a fact and another finding mark overlapping places, the graver one stays.

    Findings about the whole letter (both places 0) come first and never hide another.
    """
    told = list(facts)
    kept: list[Finding] = []
    for finding in proofread:
        rivals = [fact for fact in told if fact.severity != "praise" and _same_place(finding, fact)]
        if not any(SEVERITIES.index(fact.severity) <= SEVERITIES.index(finding.severity) for fact in rivals):
            told = [fact for fact in told if fact not in rivals] if rivals else told
            kept.append(finding)
    return tuple(
        sorted([*told, *kept], key=lambda finding: (finding.start, finding.end, SEVERITIES.index(finding.severity)))
    )


def _same_place(one: Finding, other: Finding) -> bool:
    """Whether both mark the same word or name; a long place, such as a sentence, may hold mistakes of its own."""
    overlap = one.start < other.end and other.start < one.end
    return overlap and max(one.end - one.start, other.end - other.start) <= LONGEST_NAME
