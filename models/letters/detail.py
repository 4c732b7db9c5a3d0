"""Which words of a letter come from what this person said: the proof that it is personal."""

from __future__ import annotations

import re

import msgspec

from models.letters.fact_record import Facts
from models.letters.reading import Span, read_letter, words_of
from models.people.names import fold, word_set

EMPTY = word_set(
    """about after again also always another because been before being between both came come could does doing done during
    each even every first from gave give going good great have having here into just know last like made make many more most
    much need next only other over people really role said same says should since some something still such take talk team
    than that their them then there these they thing things think this those thought time told very want well went were what
    when where which while will with work would year years your yours company conversation interview position thank thanks"""
)
_NEEDED = 2


class Detail(msgspec.Struct, frozen=True):
    """A piece of the letter that comes from a card: where it stands, the card's text and the words that count."""

    span: Span
    note: str
    words: tuple[str, ...]


def details(text: str, facts: Facts) -> list[Detail]:
    """Per card the sentence that uses most of it, where it shares two telling words, or the only one the card has."""
    letter = read_letter(text, facts.sender.name)
    common = {fold(word) for part in (facts.role, facts.employer) for word in part.split()}
    found: list[Detail] = []
    for note in facts.notes:
        telling = telling_words(note) - common
        best: Detail | None = None
        for sentence in letter.sentences:
            hits = [word for word in words_of(sentence) if stem(word.text) in telling]
            kinds = {stem(word.text) for word in hits}
            if len(kinds) < min(_NEEDED, len(telling)) or not kinds or (best and len(kinds) <= len(best.words)):
                continue
            start, end = hits[0].start, hits[-1].end
            best = Detail(Span(start, end, text[start:end]), note, tuple(sorted(kinds)))
        if best is not None:
            found.append(best)
    return sorted(found, key=lambda one: one.span.start)


def telling_words(text: str) -> set[str]:
    """The stems of words that carry meaning: four letters or more and no small talk; figures count too."""
    words = re.findall(r"[^\W_]+", text)
    return {
        stem(word)
        for word in words
        if (len(word) > 3 and fold(word) not in EMPTY) or (word.isdigit() and len(word) > 1)
    }


def stem(word: str) -> str:
    """The word without the commonest endings: enough to match “shipping” with “ship” and “clinics” with “clinic”."""
    plain = fold(word).removesuffix("'s").removesuffix("'")
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) > 2:
            plain = plain.removesuffix(ending)
            break
    if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "ls":
        plain = plain[:-1]
    return plain.removesuffix("e") if len(plain) > 3 else plain
