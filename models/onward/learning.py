"""What an interview taught: four prompts, the questions that were asked, and which of them want practice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from models.formats import Sentence, say
from models.library import Library
from models.records import Interview, Question, Reflection
from models.records.onward import WentHow
from models.texts import QT_TRANSLATE_NOOP

PROMPTS = ("went_well", "develop", "not_well", "improve")
"""The four fields of a reflection in the order they are asked: the good first."""

REFLECT = QT_TRANSLATE_NOOP("encore", "Note what you learned")
ADD_QUESTION = QT_TRANSLATE_NOOP("encore", "Add a question")
EDIT_QUESTION = QT_TRANSLATE_NOOP("encore", "Edit a question")
REMOVE_QUESTION = QT_TRANSLATE_NOOP("encore", "Remove a question")


def reflection_of(library: Library, interview_id: str) -> Reflection:
    """The reflection on an interview; an empty one, not yet kept, where there is none."""
    for reflection in library.all(Reflection):
        if reflection.interview == interview_id:
            return reflection
    return Reflection(interview=interview_id)


def save_reflection(library: Library, interview_id: str, origin: object = None, **changes: Any) -> Reflection:
    """Keep answers to the prompts: `went_well`, `develop`, `not_well`, `improve`. One record an interview.

    Nothing is kept while all answers are empty. Raises NoSuchRecord where there is no such interview.
    """
    library.get(Interview, interview_id)
    before = reflection_of(library, interview_id)
    after = msgspec.structs.replace(before, **changes)
    if not after.id and not any(getattr(after, prompt).strip() for prompt in PROMPTS):
        return after
    merge_key = f"reflection/{interview_id}/{'+'.join(sorted(changes))}"
    with library.step(REFLECT, merge_key=merge_key, origin=origin):
        return library.put(after)


def questions_of(library: Library, interview_id: str) -> tuple[Question, ...]:
    """The questions asked in an interview, in the order they were written down."""
    return tuple(question for question in library.all(Question) if question.interview == interview_id)


def add_question(
    library: Library, interview_id: str, asked: str = "", went: WentHow = "", origin: object = None
) -> Question:
    """A question they asked. Raises NoSuchRecord where there is no such interview."""
    library.get(Interview, interview_id)
    with library.step(ADD_QUESTION, origin=origin):
        return library.put(Question(interview=interview_id, asked=asked.strip(), went=went))


def update_question(library: Library, question_id: str, origin: object = None, **changes: Any) -> Question:
    """Change `asked`, `went` or `better`. Raises NoSuchRecord."""
    merge_key = f"question/{question_id}/{'+'.join(sorted(changes))}"
    with library.step(EDIT_QUESTION, merge_key=merge_key, origin=origin):
        return library.put(msgspec.structs.replace(library.get(Question, question_id), **changes))


def remove_question(library: Library, question_id: str, origin: object = None) -> None:
    """Take a question out; undo brings it back. Raises NoSuchRecord."""
    with library.step(REMOVE_QUESTION, origin=origin):
        library.remove(library.get(Question, question_id))


# -- practice ---------------------------------------------------------------------------------------------------------

_ASKED_ONCE = QT_TRANSLATE_NOOP("encore", "Asked once; the answer can be better next time.")
_ASKED_OFTEN = QT_TRANSLATE_NOOP("encore", "Asked {asked} times, answered well {well}.")


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """A question worth practising: the text as it was written last, how often it came, how often it went well.

    `better` is the newest better answer that was written down, empty where there is none.
    """

    question: Question
    asked: int
    well: int
    better: str = ""

    @property
    def sentence(self) -> Sentence:
        """How it went so far."""
        return say(_ASKED_OFTEN, asked=self.asked, well=self.well) if self.asked > 1 else say(_ASKED_ONCE)


def practice(questions: Iterable[Question]) -> tuple[Practice, ...]:
    """Questions whose answers did not all go well, hardest first: badly before so-so, often before once."""
    together: dict[str, list[Question]] = {}
    for question in questions:
        if words := _same_words(question.asked):
            together.setdefault(words, []).append(question)
    hard = [same for same in together.values() if any(each.went in ("badly", "so-so") for each in same)]
    hard.sort(key=lambda same: (-_hardness(same), -len(same)))
    return tuple(_practice(same) for same in hard)


def _practice(same: list[Question]) -> Practice:
    better = next((each.better for each in reversed(same) if each.better.strip()), "")
    well = sum(each.went == "well" for each in same)
    return Practice(question=same[-1], asked=len(same), well=well, better=better)


def _hardness(same: list[Question]) -> int:
    return sum({"badly": 2, "so-so": 1}.get(each.went, 0) for each in same)


def _same_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
