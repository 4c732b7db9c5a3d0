"""The purposes of a letter as lights: met or not, and by which sentence."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from models.errors import BadInput
from models.formats import Sentence, say
from models.letters.detail import details, telling_words
from models.letters.fact_record import Facts
from models.letters.reading import LetterText, Span, read_letter


class PurposeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of purposes.toml. An entry is matched as whole words; a star stands for any ending."""

    thanks: tuple[str, ...]
    thanked_for: tuple[str, ...]
    did: tuple[str, ...]
    boasts: tuple[str, ...]
    missed: tuple[str, ...]
    interest: tuple[str, ...]
    strong_interest: tuple[str, ...]
    still: tuple[str, ...]
    news: tuple[str, ...]


class Light(msgspec.Struct, frozen=True):
    """One purpose. `start` and `end` are the sentence that meets it (both 0: none); `optional` ones need not be lit."""

    name: str
    met: bool
    start: int = 0
    end: int = 0
    note: Sentence | None = None
    optional: bool = False


Finder = Callable[[LetterText, Facts, PurposeWords], Light]


def load_purpose_words(path: Path) -> PurposeWords:
    """The lists in that file. BadInput names the file and the key where one is missing or odd."""
    try:
        words = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), PurposeWords)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(f"{path.name} cannot be used as the word lists of purposes: {error}.") from error
    for name in words.__struct_fields__:
        if not getattr(words, name) or any(not entry.strip() for entry in getattr(words, name)):
            raise BadInput(f"{path.name}, key {name}: expected at least one entry and none empty.")
    return words


def lights(text: str, facts: Facts, words: PurposeWords, purposes: Sequence[str]) -> tuple[Light, ...]:
    """The lights of a letter in the order of `purposes` (those of its kind); unknown purposes have none."""
    letter = read_letter(text, facts.sender.name)
    return tuple(_FINDERS[name](letter, facts, words) for name in purposes if name in _FINDERS)


def _thanks(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    del facts
    for sentence in letter.sentences:
        if _any(words.thanks, sentence.text) and _any(words.thanked_for, sentence.text):
            return _lit("thanks", sentence)
    return Light("thanks", False, note=say("Thank them for something: their time, the conversation, an idea."))


def _personal(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    del words
    found = details(letter.text, facts)
    if found:
        return _lit("personal", letter.sentence_at(found[0].span.start))
    if facts.notes:
        return Light("personal", False, note=say("Take up one thing from your cards about this person."))
    return Light("personal", False, note=say("Name one thing that this person said or that you talked about."))


def _strength(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    known = [telling_words(f"{one.claim} {one.evidence}") for one in facts.strengths]
    boast: Span | None = None
    for sentence in letter.sentences:
        said = telling_words(sentence.text)
        figure = re.search(
            r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|doubled)\b", sentence.text
        )
        mine = re.search(r"\b(?:I|I’ve|I've|my|we)\b", sentence.text)
        proven = (
            mine and _any(words.did, sentence.text) and (figure or re.search(r"\b(?:at|for) [A-Z]\w+", sentence.text))
        )
        if any(len(said & one) >= min(3, max(2, len(one))) and (figure or mine) for one in known) or proven:
            return _lit("strength", sentence)
        if boast is None and _any(words.boasts, sentence.text):
            boast = sentence
    if boast is not None:
        note = say("A claim without proof. Say where you did it and what came of it.")
        return Light("strength", False, boast.start, boast.end, note)
    return Light("strength", False, note=say("Name one strength with its proof: a number, a place, a result."))


def _missed(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    wish = telling_words(facts.wish)
    for sentence in letter.sentences:
        if (wish and len(telling_words(sentence.text) & wish) >= min(2, len(wish))) or _any(
            words.missed, sentence.text
        ):
            return _lit("missed", sentence, optional=True)
    note = say("You wished you had said something more. It can stand here.") if wish else None
    return Light("missed", False, note=note, optional=True)


def _interest(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    strong = next((one for one in letter.sentences if _any(words.strong_interest, one.text)), None)
    mild = next((one for one in letter.sentences if _any(words.interest, one.text)), None)
    found = strong or mild
    if facts.want == "no":
        if found is None:
            return Light("interest", False, optional=True)
        note = say("You noted that you do not want this job, but this sentence promises interest.")
        return Light("interest", False, found.start, found.end, note, optional=True)
    if facts.want == "not sure" and strong is not None:
        note = say("You noted that you are not sure. This sentence promises more than that.")
        return Light("interest", True, strong.start, strong.end, note)
    if found is None:
        return Light("interest", False, note=say("Say that you are interested, in a sentence of your own."))
    return _lit("interest", found)


def _still(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    del facts
    for sentence in letter.sentences:
        if _any(words.still, sentence.text):
            return _lit("still interested", sentence)
    return Light("still interested", False, note=say("Say that you are still interested."))


def _news(letter: LetterText, facts: Facts, words: PurposeWords) -> Light:
    del facts
    for sentence in letter.sentences:
        if _any(words.news, sentence.text):
            return _lit("news", sentence)
    return Light("news", False, note=say("Ask how things stand and what comes next."))


_FINDERS: dict[str, Finder] = {
    "thanks": _thanks,
    "personal": _personal,
    "strength": _strength,
    "missed": _missed,
    "interest": _interest,
    "still interested": _still,
    "news": _news,
}


def _lit(name: str, sentence: Span, *, optional: bool = False) -> Light:
    return Light(name, True, sentence.start, sentence.end, optional=optional)


def _any(entries: tuple[str, ...], text: str) -> bool:
    return _pattern(entries).search(text.replace("’", "'")) is not None


@functools.lru_cache(maxsize=32)
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    forms = (r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in entry.split()) for entry in entries)
    return re.compile(r"\b(?:" + "|".join(forms) + r")(?!\w)", re.IGNORECASE)
