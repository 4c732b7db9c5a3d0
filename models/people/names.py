"""Names as people write them: which part greets, which part sorts, and how alike two of them are.

Nothing here guesses a gender or a title; where the parts of a name are unclear the whole name is used.
"""

from __future__ import annotations

import re
import unicodedata


def word_set(text: str) -> frozenset[str]:
    """The words of a text that only lists them."""
    return frozenset(text.split())


TITLES = frozenset({"ms", "mr", "mrs", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "rn", "msc", "ma", "bsc", "pmp"})
PARTICLES = word_set(
    "van von de der den del della di da das do dos du la le las los al el bin ibn ben ter ten zu zum af av y"
)
DOTTED_DIALECTS = ("US", "Canadian")

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’\-](?=[^\W\d_]))*")
_NICKNAME = re.compile(r"\(([^()]*)\)|[\"“]([^\"“”]*)[\"”]")


def fold(text: str) -> str:
    """The text without case and accents, for comparing only ("Muñoz" and "MUNOZ" fold alike)."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold()


def name_parts(name: str) -> tuple[str, ...]:
    """The parts that are the person's own: no title, no degree, no nickname; "Rao, Priya" is turned round."""
    plain = unicodedata.normalize("NFC", _NICKNAME.sub(" ", name))
    head, comma, tail = plain.partition(",")
    if comma and tail.strip() and not all(_bare(part) in SUFFIXES for part in tail.replace(",", " ").split()):
        plain = f"{tail} {head}"
    else:
        plain = head
    parts = [part.strip(".,;") if len(part.strip(".,;")) > 1 else part.strip(",;") for part in plain.split()]
    parts = [part for part in parts if part]
    while len(parts) > 1 and _bare(parts[0]) in TITLES:
        parts.pop(0)
    while len(parts) > 1 and _bare(parts[-1]) in SUFFIXES:
        parts.pop()
    return tuple(parts)


def all_parts(name: str) -> tuple[str, ...]:
    """Every part by which a letter may rightly call the person, nicknames included."""
    nick = [part for pair in _NICKNAME.findall(unicodedata.normalize("NFC", name)) for part in pair if part.strip()]
    return (*name_parts(name), *(word for part in nick for word in part.split()))


def full_name(name: str) -> str:
    """The name as a letter writes it out."""
    return " ".join(name_parts(name))


def first_name(name: str) -> str:
    """The first given name; the whole name where there is only one part or an initial."""
    parts = name_parts(name)
    if len(parts) < 2 or len(parts[0].strip(".")) < 2 or _bare(parts[0]) in PARTICLES:
        return full_name(name)
    return parts[0]


def last_name(name: str) -> str:
    """The family name with its particles ("van der Berg"); the only part where there is just one."""
    parts = list(name_parts(name))
    if not parts:
        return ""
    start = len(parts) - 1
    while start > 1 and _bare(parts[start - 1]) in PARTICLES and parts[start - 1][:1].islower():
        start -= 1
    return " ".join(parts[start:])


def initials(name: str) -> str:
    """One or two capitals for a small round picture; a question mark where there is no name."""
    parts = name_parts(name)
    letters = [part[0] for part in parts if part[0].isalpha()]
    if not letters:
        return "?"
    return (letters[0] + (letters[-1] if len(letters) > 1 else "")).upper()


def written_title(title: str, dialect: str = "") -> str:
    """The title as that dialect writes it before a name: "Ms." in American, "Ms" in British English."""
    if title == "Prof":
        return "Professor"
    return f"{title}." if title and dialect in DOTTED_DIALECTS else title


def greeting_name(name: str, title: str = "", formality: str = "usual", dialect: str = "") -> str:
    """Whom a letter greets: "Ms Rao" with a title, "Priya Rao" without one, "Priya" in a relaxed letter."""
    if formality == "relaxed":
        return first_name(name)
    if title and len(name_parts(name)) > 1:
        return f"{written_title(title, dialect)} {last_name(name)}"
    if title and name_parts(name):
        return f"{written_title(title, dialect)} {full_name(name)}"
    return full_name(name)


def edits(left: str, right: str, limit: int = 3) -> int:
    """How many letters must be put in, left out, changed or swapped with a neighbour; `limit` where it is more.

    This is the optimal string alignment distance (Damerau 1964 restricted to one edit a place).
    """
    if abs(len(left) - len(right)) >= limit:
        return limit
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, above = above, row
    return min(above[-1], limit)


def nearly_the_same(left: str, right: str) -> bool:
    """Whether two names could be one name spelled twice: "Katherine Jones" and "Katharine Jones", not "Tom" and "Tim".

    At most two letters apart in all, with as many parts of at least three letters; the threshold is our own.
    """
    mine, theirs = fold(full_name(left)).split(), fold(full_name(right)).split()
    if len(mine) < 2 or len(mine) != len(theirs) or mine == theirs:
        return False
    apart = [edits(one, other) for one, other in zip(mine, theirs, strict=True)]
    return sum(apart) <= 2 and all(len(one) > 3 for one, far in zip(mine, apart, strict=True) if far)


def _bare(part: str) -> str:
    return fold(part).replace(".", "")
