"""A first draft from what is known and nothing else; what is missing becomes a question beside it."""

from __future__ import annotations

import zlib

import msgspec

from models.formats import Sentence, Value, say
from models.letters.fact_record import Sender
from models.letters.fragments import upper_first
from models.letters.kinds import LetterKind, Part, Place, SentenceChoice, gaps_of
from models.letters.material import DraftFacts, Material, material
from models.records.program import Profile


class Question(Sentence, frozen=True):
    """What a draft could not know. `about` is where the answer is written."""

    about: Place = ""


class Draft(msgspec.Struct, frozen=True):
    """A subject and a body that could be sent, the questions that would make them better, and the cards in them."""

    subject: str
    body: str
    questions: tuple[Question, ...] = ()
    used_notes: tuple[str, ...] = ()


def draft(kind: LetterKind, facts: DraftFacts) -> Draft:
    """The letter as far as the facts carry it. Equal facts give an equal draft."""
    known = material(facts)
    said: list[tuple[Part, SentenceChoice]] = []
    opens = False
    questions: list[Question] = []
    for part in kind.parts:
        if any(_holds(condition, known) for condition in part.silent):
            continue
        opens = opens or part.paragraph
        choice = _choose(part.sentences, known, facts, part.name)
        if choice is None:
            questions.extend(_question(part, known))
        else:
            # A paragraph that was to begin with a part that stays silent begins with the next one.
            said.append((msgspec.structs.replace(part, paragraph=opens), choice))
            opens = False
    said = _shortened(said, known, kind.length.max)
    used = [known.cards[gap] for _, choice in said for gap in choice.gaps if gap in known.cards]
    subject = _choose(kind.subjects, known, facts, "subject")
    blocks = [_greeting(known), *_paragraphs(said, known)]
    blocks.append(kind.closings[facts.formality] + "\n" + signature(facts.profile))
    return Draft(
        subject=upper_first(subject.text.format_map(known.gaps)) if subject else "",
        body="\n\n".join(block.strip() for block in blocks if block.strip()),
        questions=(*_about_people(facts, known), *questions, *_about_sender(facts.profile)),
        used_notes=tuple(dict.fromkeys(used)),
    )


def _paragraphs(said: list[tuple[Part, SentenceChoice]], known: Material) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for part, choice in said:
        if part.paragraph and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1].append(upper_first(choice.text.format_map(known.gaps)))
    return [" ".join(sentences) for sentences in paragraphs if sentences]


def _shortened(
    said: list[tuple[Part, SentenceChoice]], known: Material, longest: int
) -> list[tuple[Part, SentenceChoice]]:
    """Without the optional parts that would make the letter longer than `longest` words, the last one first."""
    kept = list(said)
    for part, choice in reversed(said):
        if sum(len(paragraph.split()) for paragraph in _paragraphs(kept, known)) <= longest:
            break
        if part.optional:
            kept.remove((part, choice))
    return kept


def signature(profile: Profile) -> str:
    """The lines under a letter: name, phone, e-mail, town, link; what is not known has no line."""
    return "\n".join(Sender(profile.name, profile.email, profile.phone, profile.city, profile.link).lines)


def _greeting(known: Material) -> str:
    return f"Dear {known.gaps['greeting']}," if "greeting" in known.gaps else ""


def _holds(condition: str, known: Material) -> bool:
    if condition.startswith("not "):
        return condition.removeprefix("not ") not in known.flags
    return condition in known.flags


def _choose(
    choices: tuple[SentenceChoice, ...], known: Material, facts: DraftFacts, place: str
) -> SentenceChoice | None:
    """Among the usable ones that use most of what is known, another for each seat."""
    usable = [
        choice
        for choice in choices
        if all(gap in known.gaps for gap in choice.gaps) and all(_holds(condition, known) for condition in choice.given)
    ]
    if not usable:
        return None
    most = max(_weight(choice) for choice in usable)
    best = [choice for choice in usable if _weight(choice) == most]
    return best[(facts.seat + facts.seed + zlib.crc32(place.encode())) % len(best)]


def _weight(choice: SentenceChoice) -> int:
    return len(set(choice.gaps)) + len(choice.given)


def _question(part: Part, known: Material) -> list[Question]:
    unfit = part.unfit and all(gap in known.gaps for gap in gaps_of(part.unfit))
    text = part.unfit if unfit else part.ask
    if not text:
        return []
    values: dict[str, Value] = {gap: known.gaps.get(gap, "they") for gap in gaps_of(text)}
    return [Question(text, values, part.about)]


def _ask(about: Place, sentence: Sentence) -> Question:
    return Question(sentence.template, sentence.values, about)


def _about_people(facts: DraftFacts, known: Material) -> list[Question]:
    asked: list[Question] = []
    if "greeting" not in known.gaps:
        asked.append(_ask("contact", say("Whom is this letter for? Add the name, spelt as they write it.")))
    elif not facts.title and facts.formality == "formal":
        title = say("How would a formal letter greet {name}: Ms, Mr, Dr, Mx?", name=known.gaps["name"])
        asked.append(_ask("contact", title))
    if "role" not in known.gaps:
        asked.append(_ask("checklist", say("Which role was it for? The letter should name it.")))
    if "employer" not in known.gaps:
        asked.append(_ask("checklist", say("Which employer was it? The letter should name it.")))
    return asked


def _about_sender(profile: Profile) -> list[Question]:
    if not profile.name.strip():
        return [_ask("details", say("Who signs? Add your name, phone and e-mail to your details."))]
    if not profile.phone.strip():
        return [_ask("details", say("Add your phone number to your details, so that they can call you."))]
    if not profile.email.strip():
        return [_ask("details", say("Add your e-mail address to your details, so that it stands under your letters."))]
    return []
