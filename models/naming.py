"""What a record is called in a list of changes: by what its user wrote into it."""

from __future__ import annotations

from models.formats import Sentence, say
from models.storage import Document

LONGEST = 60
_NAMED: dict[str, tuple[Sentence, Sentence, tuple[str, ...]]] = {
    "opportunities": (say("Job at {name}"), say("A job"), ("employer", "role")),
    "interviews": (say("Interview “{name}”"), say("An interview"), ("title", "place")),
    "contacts": (say("{name}"), say("A person"), ("name", "position", "employer")),
    "meetings": (say("On the panel: {name}"), say("Someone on the panel"), ("role",)),
    "notes": (say("Note “{name}”"), say("A note"), ("text",)),
    "events": (say("What happened: “{name}”"), say("Something that happened"), ("summary", "channel")),
    "letters": (say("Letter “{name}”"), say("A letter"), ("subject", "kind")),
    "offers": (say("Offer “{name}”"), say("An offer"), ("name",)),
    "criteria": (say("What matters: {name}"), say("Something that matters"), ("name",)),
    "scores": (say("A score: {name}"), say("A score"), ("reason",)),
    "minimums": (say("The least you would take"), say("The least you would take"), ()),
    "activities": (say("Done this week: {name}"), say("Something done this week"), ("text", "kind")),
    "reflections": (
        say("Looking back: “{name}”"),
        say("Looking back"),
        ("went_well", "develop", "not_well", "improve"),
    ),
    "questions": (say("Question “{name}”"), say("A question"), ("asked",)),
    "profile": (say("Your details"), say("Your details"), ()),
    "settings": (say("Settings"), say("Settings"), ()),
}


def name_of(table: str, document: Document) -> Sentence:
    """A Sentence such as: Letter “Thank you for Tuesday”. Long texts are cut after a word."""
    named, nameless, fields = _NAMED.get(table, (say("A record in {table}", table=table),) * 2 + ((),))
    for field in fields:
        text = document.get(field)
        if isinstance(text, str) and text.strip():
            return Sentence(named.template, {"name": shortened(text)})
    return nameless


def shortened(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return (line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]) + "…"
