"""The facts pass of a letter: every name, day, amount and line held against what is known.

Each rule is a pure function of the text and the facts; findings come in reading order, those about the whole text first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from models.findings import Finding
from models.letters import fact_figures, fact_form, fact_names, fact_people, fact_signature
from models.letters.detail import details
from models.letters.fact_reading import FACTS_HELP, facts_from_json
from models.letters.fact_record import Claim, Facts, OtherLetter, Person, Sender
from models.letters.purposes import Light
from models.letters.reading import LetterText, Span, read_letter

__all__ = [
    "FACTS_HELP", "Claim", "Facts", "OtherLetter", "Person", "Sender", "check_facts", "facts_from_json",
]  # fmt: skip

Rule = Callable[[LetterText, Facts], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    fact_form.placeholders,
    fact_names.greeting_name,
    fact_names.reader_misspelt,
    fact_names.other_people,
    fact_names.other_employers,
    fact_form.familiar_greeting,
    fact_form.several_readers,
    fact_signature.signature_lines,
    fact_people.unconfirmed_name,
    fact_people.doubtful_address,
    fact_figures.said_today,
    fact_figures.weekdays,
    fact_figures.dates,
    fact_figures.amounts,
    fact_figures.role,
    fact_form.attachments,
    fact_form.length,
)

_PRAISE = {
    "thanks": "You thank them for something, not just in closing.",
    "strength": "A strength with its proof.",
    "missed": "You say what was left unsaid.",
    "interest": "They can tell that you are interested.",
    "still interested": "You say that you are still interested.",
    "news": "You ask how things stand.",
}


def check_facts(text: str, facts: Facts, subject: str | None = None, lights: Iterable[Light] = ()) -> list[Finding]:
    """What the facts pass finds in a letter.

    `subject` is None where the subject line is not part of the question; an empty one blocks. `lights` are those of
    `models.letters.purposes.lights`; each that is met becomes praise. Always ``text[f.start:f.end] == f.text``.
    """
    letter = read_letter(text, facts.sender.name)
    found = [one for rule in RULES for one in rule(letter, facts)]
    if subject is not None:
        found.extend(fact_form.subject_line(subject))
        found.extend(fact_names.subject_names(subject, facts))
    found.extend(_praise(text, facts, tuple(lights)))
    return _in_order(found)


def _praise(text: str, facts: Facts, lights: Sequence[Light]) -> Iterator[Finding]:
    for light in lights:
        if light.met and light.name in _PRAISE:
            span = Span(light.start, light.end, text[light.start : light.end])
            yield fact_form.finding(span, "praise", f"purpose-{light.name.replace(' ', '-')}", _PRAISE[light.name])
    theirs = details(text, facts)
    for detail in theirs[:1]:
        yield fact_form.finding(detail.span, "praise", "specific", "Something that only the two of you talked about.")
    wanted = next((light for light in lights if light.name == "personal"), None)
    if wanted is not None and not wanted.met and facts.recipient is not None and facts.recipient.name.strip():
        yield fact_form.finding(None, "consider", "impersonal", fact_people.impersonal(facts))


def _in_order(found: list[Finding]) -> list[Finding]:
    """In reading order and each only once."""
    once = {(one.rule, one.start, one.end, one.message): one for one in found}
    return sorted(once.values(), key=lambda one: (one.start, one.end))
