"""Which correction comes first: the one that is nearest to what was typed and most often meant."""

from __future__ import annotations

import functools
import math

from models.proofreading.word_list import WordList, WordListMissing, word_list

MOST = 5
MORE_FREQUENT_THAN = 2_000  # occurrences; a rarer word is offered only where the engine names it


def edit_distance(left: str, right: str) -> int:
    """Letters to add, drop, change or swap with a neighbour (Damerau-Levenshtein, optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, one in enumerate(left, 1):
        now = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (one != other))
            if row > 1 and column > 1 and one == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


@functools.lru_cache(maxsize=2048)
def ranked(word: str, fixes: tuple[str, ...]) -> tuple[str, ...]:
    """At most five corrections, best first; the engine's own order breaks ties.

    One edit weighs as much as a hundredfold frequency: measured on common misspellings, a near rare word loses only
    against a far more common one. A first letter that changes costs half an edit: people seldom get it wrong.
    """
    candidates = dict.fromkeys([*fixes, *_more(word)]) if len(word) < 30 else dict.fromkeys(fixes)
    low = word.lower()

    def cost(item: tuple[int, str]) -> float:
        order, fix = item
        other = fix.lower()
        edits = edit_distance(low.replace("'", ""), other.replace("'", "")) + 0.2 * (other.count("'") != low.count("'"))
        first = 0.5 * (low[:1] != other[:1])
        return edits + first - math.log10(1 + frequency(other)) / 2 + 0.05 * order

    best = [fix for _, fix in sorted(enumerate(candidates), key=cost)]
    return tuple(_cased(word, fix) for fix in best[:MOST])


def frequency(word: str) -> int:
    """How often a word occurs in a large body of English; 0 where it is unknown or no list can be loaded."""
    words = _words()
    return words.frequency(word.lower().replace("\u2019", "'")) if words else 0


@functools.cache
def _words() -> WordList | None:
    """The word list, loaded at the first misspelling. One that is missing only costs the order of the corrections."""
    try:
        return word_list()
    except WordListMissing:
        return None


def _more(word: str) -> list[str]:
    words = _words()
    near = words.near(word.lower()) if words else []
    return [fix for fix in near if fix != word.lower() and frequency(fix) > MORE_FREQUENT_THAN][:3]


def _cased(word: str, fix: str) -> str:
    if word.isupper() and len(word) > 1:
        return fix.upper()
    return fix[:1].upper() + fix[1:] if word[:1].isupper() else fix
