"""Rules about the letter's form: gaps left open, subject, length, attachments, several readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.findings import Finding, Severity
from models.letters.fact_record import Facts
from models.letters.fragments import PLACEHOLDER
from models.letters.reading import LetterText, Span, word_count, words_of
from models.people.names import fold, name_parts, written_title

LONGEST = 220
"""Words. Published good letters run to 133; beyond 220 recruiters count it against the writer (field survey)."""
_ATTACHED = re.compile(r"\b(?:attach(?:ed|ing|ments?)?|enclos(?:ed|ing|ures?))\b(?!\s+to\s+the\b)", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:all|everyone|both|team|colleagues|panel|committee)\b", re.IGNORECASE)


def finding(span: Span | None, severity: Severity, rule: str, message: str, fixes: tuple[str, ...] = ()) -> Finding:
    """A finding of the facts pass at that span; None stands for the whole text."""
    if span is None or span.start == span.end:
        return Finding(passed="facts", severity=severity, rule=rule, message=message)
    return Finding(
        passed="facts",
        severity=severity,
        rule=rule,
        start=span.start,
        end=span.end,
        text=span.text,
        message=message,
        fixes=fixes,
    )


def placeholders(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: something in brackets or a blank line that was meant to be filled in."""
    del facts
    for hit in PLACEHOLDER.finditer(letter.text):
        if hit.group().casefold() in {"[sic]", "[…]", "[...]"} or hit.group()[1:-1].isdigit():
            continue
        span = Span(hit.start(), hit.end(), hit.group())
        yield finding(span, "block", "placeholder", "This gap was never filled in.")


def length(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Consider: longer than most readers will read."""
    del facts
    words = word_count(letter)
    if words > LONGEST:
        yield finding(None, "consider", "long", f"{words} words. Most readers stop sooner; under {LONGEST} is kinder.")


def attachments(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Consider: a document is promised that Encore never sends along."""
    if facts.attachment:
        return
    for hit in _ATTACHED.finditer(letter.text):
        message = "Is something attached? The letter itself belongs into the e-mail, not into a file."
        yield finding(Span(hit.start(), hit.end(), hit.group()), "consider", "attached", message)


def several_readers(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Consider: one letter for several people; each would rather have their own."""
    greeting = letter.greeting
    message = "One letter for several people. Each of them would rather have their own."
    group = _SEVERAL.search(greeting.text)
    joined = re.search(r"\w\s+(?:and|&)\s+\w|\w,\s*\w", greeting.text)
    if facts.also_to or group or (joined and len(words_of(greeting)) > 2):
        yield finding(greeting, "consider", "several-readers", message)


def familiar_greeting(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Consider: greeted by the first name although a title is known."""
    who = facts.recipient
    parts = name_parts(who.name) if who else ()
    if who is None or not who.title or len(parts) < 2 or facts.formality == "relaxed":
        return
    greeted = words_of(letter.greeting)[1:]
    folded = {fold(word.text) for word in greeted}
    titled = fold(written_title(who.title)) in folded or fold(who.title) in folded
    first = next((word for word in greeted if fold(word.text) == fold(parts[0])), None)
    if first is not None and not titled and fold(parts[-1]) not in folded:
        title = written_title(who.title, facts.dialect)
        message = f"You know the title: {title} {parts[-1]}. By the first name only if they offered it."
        yield finding(first, "consider", "first-name", message, (f"{title} {parts[-1]}",))


def subject_line(subject: str) -> Iterator[Finding]:
    """Block: no subject, or a gap left open in it."""
    if not subject.strip():
        yield finding(None, "block", "subject-empty", "The subject line is empty.")
    gap = PLACEHOLDER.search(subject)
    if gap is not None:
        yield finding(None, "block", "subject-placeholder", f"The subject line still has a gap: {gap.group()}")
