"""The three next-step questions of a conversation's end that have no answer yet."""

from __future__ import annotations

from typing import Literal

import msgspec

from models.formats import Sentence, say
from models.records import Opportunity


class OpenQuestion(msgspec.Struct, frozen=True):
    """`name` is the Opportunity's field that is empty; `ask` is a sentence that a letter can use."""

    name: Literal["next_step", "decides", "promised"]
    sentence: Sentence
    ask: Sentence


def open_questions(opportunity: Opportunity) -> tuple[OpenQuestion, ...]:
    """What is not known yet, in the order in which one would ask."""
    found: list[OpenQuestion] = []
    if not opportunity.next_step.strip():
        found.append(
            OpenQuestion("next_step", say("What happens next?"), say("Could you tell me what the next step will be?"))
        )
    if not opportunity.decides.strip():
        found.append(OpenQuestion("decides", say("Who decides?"), say("May I ask who will be part of the decision?")))
    if opportunity.promised is None:
        found.append(
            OpenQuestion("promised", say("By when will you hear?"), say("By when do you expect to be in touch?"))
        )
    return tuple(found)
