"""Punctuation that a pattern alone cannot judge: pairs, mixed quotes, a paragraph without its full stop."""

from __future__ import annotations

import re

from models.findings import Finding
from models.proofreading.layout import Layout, Part

_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {")": "(", "]": "["}
_LIST_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\d{1,2}[.)]|[a-z][.)])\s")
_ENDS_WELL = re.compile('[.!?:;\u2026,]["\'\u201d\u2019)\\]]*\\s*$|["\u201d)\\]][.!?]?\\s*$')
_SMILEY = re.compile(r"[:;]-?$")


def mechanics(text: str, layout: Layout) -> list[Finding]:
    """What is unpaired, mixed or left open in a plain text."""
    return [*_brackets(text), *_quotes(layout), *_mixed_quotes(text), *_open_paragraphs(layout)]


def _fix(rule: str, start: int, text: str, message: str, fixes: tuple[str, ...] = ()) -> Finding:
    return Finding(
        passed="grammar",
        severity="fix",
        rule=rule,
        start=start,
        end=start + len(text),
        text=text,
        message=message,
        fixes=fixes,
    )


def _brackets(text: str) -> list[Finding]:
    waiting: list[tuple[str, int]] = []
    lone: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        place, letter = match.start(), match[0]
        if letter in "([":
            waiting.append((letter, place))
        elif letter in _PAIRS and waiting and waiting[-1][0] == _PAIRS[letter]:
            waiting.pop()
        elif letter in _PAIRS and not _numbers_a_list(text, place) and not _ends_smiley(text, place):
            lone.append((letter, place))
    lone += [(letter, place) for letter, place in waiting if not _ends_smiley(text, place)]
    return [
        _fix(
            "unmatched-bracket",
            place,
            letter,
            f"This bracket “{letter}” has no partner. Add the other one or take it out.",
            ("",),
        )
        for letter, place in sorted(lone, key=lambda item: item[1])
    ]


def _numbers_a_list(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place + 1]
    return bool(re.fullmatch(r"\s*(?:\d{1,2}|[a-z])\)", line))


def _ends_smiley(text: str, place: int) -> bool:
    return bool(_SMILEY.search(text[max(0, place - 2) : place]))


def _quotes(layout: Layout) -> list[Finding]:
    """Double quotation marks are counted within a paragraph; single ones are apostrophes too often to judge."""
    found: list[Finding] = []
    for part in layout.paragraphs:
        straight = _places('"', part.text)
        curly = part.text.count("\u201c") - part.text.count("\u201d")
        if straight and not curly and len(straight) % 2:
            found.append(_open_quote(part, straight[-1]))
        elif curly and not straight:
            found.append(_open_quote(part, part.text.rfind("\u201c" if curly > 0 else "\u201d")))
    return found


def _places(mark: str, text: str) -> list[int]:
    """Where a straight mark stands for a quotation or an apostrophe."""
    return [match.start() for match in re.finditer(mark, text) if not _measures(text, match.start())]


def _measures(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit()


def _open_quote(part: Part, place: int) -> Finding:
    return _fix(
        "unmatched-quote",
        part.start + place,
        part.text[place],
        "This quotation mark has no partner in its paragraph.",
        ("",),
    )


def _mixed_quotes(text: str) -> list[Finding]:
    """Curly and straight marks side by side show that something was pasted. Only a hint, at the first of the rarer kind."""
    for straight, curly, name in (('"', "\u201c\u201d", "quotation marks"), ("'", "\u2018\u2019", "apostrophes")):
        plain = _places(straight, text)
        bent = [match.start() for match in re.finditer(f"[{curly}]", text)]
        if plain and bent:
            place = plain[0] if len(plain) <= len(bent) else bent[0]
            message = f"Curly and straight {name} are mixed, which shows that a sentence was pasted in. Pick one kind."
            return [
                Finding(
                    passed="grammar",
                    severity="consider",
                    rule="mixed-quotes",
                    start=place,
                    end=place + 1,
                    text=text[place],
                    message=message,
                    fixes=(_other_kind(text, place, straight),),
                )
            ]
    return []


def _other_kind(text: str, place: int, straight: str) -> str:
    if text[place] != straight:
        return straight
    opens = place == 0 or text[place - 1].isspace() or text[place - 1] in "(["
    return ("\u201c" if opens else "\u201d") if straight == '"' else ("\u2018" if opens else "\u2019")


def _open_paragraphs(layout: Layout) -> list[Finding]:
    """A paragraph of six words or more that stops without a mark. Lists, headings and the signature are left alone."""
    loose = layout.closing is None and layout.greeting is None
    parts = (part for part in layout.paragraphs if not loose or "." in part.text)
    return [finding for part in parts for finding in _open_end(part)]


def _open_end(part: Part) -> list[Finding]:
    last_line = part.text.rsplit("\n", 1)[-1]
    words = re.findall(r"\S+", part.text)
    if (
        len(words) < 6
        or _LIST_ITEM.match(last_line)
        or _ENDS_WELL.search(part.text)
        or "@" in words[-1]
        or "/" in words[-1]
    ):
        return []
    if len(part.text.split("\n")) > 1 and len(last_line.split()) < 4:
        return []
    word = re.search(r"[\w'\u2019-]+\s*$", part.text)
    if not word:
        return []
    last = word[0].rstrip()
    start = part.start + word.start()
    return [_fix("missing-stop", start, last, "This paragraph ends without a full stop.", (last + ".",))]
