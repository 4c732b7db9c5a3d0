"""What a card tells, in the form in which a letter can say it to the person it is about.

A card is a jotting: “Said the model misses culverts and asked how I would find them”, “Wants someone for May”, “the move to
Oslo”. Each statement in it becomes one `Told`, whose kind names the gap of the sentences that were made for it.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from models.letters.fragments import (
    LONGEST_QUOTE,
    PLACEHOLDER,
    jotting,
    lower_first,
    may_be_verb,
    quoted,
    split_end,
    tidy,
    upper_first,
)
from models.letters.turning import is_finite, names_reader, says_verb, turned, you_form
from models.people.names import WORD, name_parts, word_set

Kind = Literal["quote", "topic", "that", "asked", "you", "own", "noted"]
KINDS: tuple[Kind, ...] = ("quote", "topic", "that", "asked", "you", "own", "noted")

_SAID = (
    r"said|says|say|told me|tells me|explained|explains|mentioned|mentions|pointed out|noted|notes|thinks?|thought|believes?|"
    r"feels|felt|admitted|stressed|emphasi[sz]ed|added|remarked|reckons|confirmed|argued|insisted|stated|claimed|warned"
)
_ASKED = r"asked|asks|wondered|wonders|wanted to know|wants to know|was curious"
_TALKED = (
    r"talked|spoke|chatted|discussed|described|describes|told me about|bonded over|joked about|compared notes|went over|"
    r"showed me|walked me through|outlined"
)
_ADVERB = r"(?:(?:also|then|really|even|just|later|again|clearly|especially)\s+)*"
_NEXT = rf"(?=(?:(?:she|he|they)\s+)?(?:also\s+|then\s+)?(?:{_SAID}|{_ASKED}|{_TALKED}|wants|wanted|needs|recommended|suggested)\b)"
_SPLIT = re.compile(
    rf"(?<=[.!?])[”\"’']?\s+(?=\S)|\s*;\s+|\s*[,—–]\s+(?:and|but|then)\s+{_NEXT}|\s+(?:and|but|then)\s+{_NEXT}|\s*[,—–]\s+{_NEXT}",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Mx|Dr|Prof|St|e\.g|i\.e|vs|etc|[A-Z]))\.\s+$")
_QUOTE = re.compile(r"[“\"]([^“”\"]{4,})[”\"]")
_QUESTION = re.compile(r"^(?:how|why|what|which|who|where|when|if|whether|about)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:i|we|you|they|she|he|it|there|nobody|no one|everyone|everybody|someone)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:how|why|what|where|when|who|whether)\b", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:the|a|an|our|your|this|these|those|their|her|his|its|my)\b|^\w+(?:'s|’s)\s", re.IGNORECASE
)
_OWN = re.compile(
    r"^i (?:also |really |very much )?(?:like|liked|love|loved|enjoy|enjoyed|told|promised|admire|admired|noticed|learned|learnt|"
    r"was (?:glad|struck|impressed|moved)|felt|found|will|would|can|could|should|remember)\b",
    re.IGNORECASE,
)
_JUDGED = word_set(
    """nice friendly rude cold warm tired bored nervous boring unfriendly arrogant late handsome pretty old young kind scary
    sceptical skeptical tough distracted seems seemed looks looked appears appeared sounds sounded hates hated acted smiled
    laughed yawned dislikes disliked interrupted"""
)
_JUDGEMENT = re.compile(
    rf"^\w+ (?:is|was|seems|seemed|looked|sounded) (?:(?:very|really|quite|so|too|a bit) )?(?:{'|'.join(_JUDGED)})[.!]*$",
    re.IGNORECASE,
)
_REMINDERS = word_set(
    """check remember remind email call send follow thank ask research prepare avoid bring buy read write reply google confirm
    find dont don't do never always maybe perhaps probably todo hi hello goodbye thanks yes ok okay"""
)
"""First words of what one notes for oneself. Judgements and reminders never reach a letter."""
_STATE = re.compile(
    r"^(interested in|impressed (?:by|with)|curious (?:about|how|why)|surprised (?:by|that)|amused (?:by|that))\b"
    r"|^(?:keen (?:on|to)|worried (?:about|that)|excited (?:about|to)|proud of|responsible for|new to|based in|happy (?:with|to)|"
    r"looking|hoping|planning|moving|hiring|searching|trying|expecting|struggling|leaving|growing|retiring)\b",
    re.IGNORECASE,
)
"""What a person is or was, jotted down without “is”."""


_AUXILIARIES = word_set(
    "is are am was were be been have has had do does did can could will would should must may might don't aren't need want lose get"
)
_BE = word_set("is are was were isn't aren't wasn't seemed seems")
_DEGREES = word_set("very really quite so too a an bit rather pretty extremely also just")


class Told(msgspec.Struct, frozen=True):
    """One statement for the gap of its kind: quotations and own sentences are closed, the others run on."""

    kind: Kind
    words: str


def told(text: str, name: str = "") -> list[Told]:
    """The statements of a card in its order, said to the person of that name; empty where none can be said to them."""
    found: list[Told] = []
    before = ""
    for line in text.splitlines():
        for part in _statements(tidy(line)):
            one = _told(part, name, before)
            before += " " + part
            if one is not None and len(one.words.split()) <= LONGEST_QUOTE and not PLACEHOLDER.search(one.words):
                found.append(one)
    return found


def _statements(line: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for hit in _SPLIT.finditer(line):
        inside = sum(line[: hit.start()].count(mark) for mark in '“”"') % 2
        if inside or _ABBREVIATED.search(line[: hit.end()]) or not WORD.search(line[start : hit.start()]):
            continue
        parts.append(line[start : hit.start()])
        start = hit.end()
    return [part for part in (*parts, line[start:]) if WORD.search(part)]


def _told(part: str, name: str, before: str) -> Told | None:
    if PLACEHOLDER.search(part):
        return None
    plain = tidy(part)
    subject, rest = _subject(plain, name)
    said = re.match(rf"{_ADVERB}(?:{_SAID})\b(?:\s+to\s+me\b)?\s*[:,]?\s*", rest, re.IGNORECASE)
    asked = re.match(
        r"(?:her|his|their|the)\s+(?:\w+\s+)?question(?:\s+was)?\b\s*[:,]?\s*", rest, re.IGNORECASE
    ) or re.match(rf"{_ADVERB}(?:{_ASKED})\b(?:\s+me\b(?!\s+to\b))?\s*[:,]?\s*", rest, re.IGNORECASE)
    talked = re.match(rf"(?:we\s+)?{_ADVERB}(?:{_TALKED})\b\s*(?:about|on|over|with me about)?\s*", rest, re.IGNORECASE)
    quote = _QUOTE.search(plain)
    if quote is not None and (said or asked or _spoken(plain, quote, subject, rest)):
        return _closed("quote", quote.group(1))
    if talked:
        return _topic(rest[talked.end() :], name, before)
    if said:
        by_name = re.search(r"\b(?:mention|explain|note|told|tells)", said.group(), re.IGNORECASE) is not None
        return _reported(rest[said.end() :], name, before, by_name=by_name)
    if asked:
        return _asked(rest[asked.end() :], rest[asked.start() :], name, before)
    return _about_them(subject, rest, name, before) or _bare(plain, name, before)


def _subject(text: str, name: str) -> tuple[str, str]:
    """“She”, “They”, “Katherine” or “Ms Jones” at the head, and the rest. Both are whole where nobody is named."""
    parts = [re.escape(part) for part in name_parts(name) if len(part) > 1]
    own = "|".join([r"\s+".join(parts), *parts]) if parts else r"(?!)"
    found = re.match(
        rf"(?:she|he|they|(?:(?:Ms|Mr|Mrs|Mx|Dr|Prof|Professor)\.?\s+)?(?:{own}))\s+(?=\S)", text, re.IGNORECASE
    )
    return (found.group().strip(), text[found.end() :]) if found else ("", text)


def _spoken(plain: str, quote: re.Match[str], subject: str, rest: str) -> bool:
    """Whether the words in marks are what was said, and not the title of a book or the name of a rule."""
    if quote.group() == plain or plain[: quote.start()].rstrip().endswith(":"):
        return True
    return not subject and len(quote.group(1).split()) > 2 and not says_verb(rest.split(maxsplit=1)[0])


def _reported(text: str, name: str, before: str, *, by_name: bool) -> Told | None:
    """What stands after “said”. `by_name`: after “mentioned”, which may only name a thing."""
    words = re.sub(r"^that\s+", "", text, flags=re.IGNORECASE)
    about = re.sub(r"^about\s+", "", words, flags=re.IGNORECASE)
    if about != words or _CLAUSE.match(words):
        return _topic(about, name, before)
    if re.match(r"to\s+\w+", words, re.IGNORECASE):
        return _runs_on("you", "you told me " + turned(words, name, before))
    found = jotting(words)
    if found is None:
        return None
    first = WORD.match(words)
    if first is None or first.group().casefold() in _REMINDERS:
        return None
    thing = not (_PRONOUN.match(words) or _finite(words, sure=bool(_DETERMINED.match(words))))
    if words == text and by_name and thing:
        return _topic(words, name, before)
    if words == text and not _finite(words) and (len(words.split()) < 4 or "," in " ".join(words.split()[:2])):
        return _closed("quote", words)
    return _runs_on("that", turned(words, name, before)) or _closed("noted", turned(words, name, before))


def _asked(text: str, whole: str, name: str, before: str) -> Told | None:
    """What stands after “asked”: a question told back, a question in its words, or a request."""
    if text.rstrip().endswith("?") and not re.match(r"(?:how|what|why|if|whether) i\b", text, re.IGNORECASE):
        direct = re.sub(r"\bI\b", "you", re.sub(r"\bmy\b", "your", text))
        return _closed("quote", direct)
    if _QUESTION.match(text):
        return _runs_on("asked", turned(text.rstrip("? "), name, before, we=False, them=False))
    return _runs_on("you", "you " + turned(_small(whole), name, before))


def _about_them(subject: str, rest: str, name: str, before: str) -> Told | None:
    """“Wants someone for May”, “She loves sailing”, “is moving to Oslo”, “Her dog is called Max”."""
    verb = re.match(rf"{_ADVERB}([^\W\d_]+(?:['’]t)?)", rest, re.IGNORECASE)
    if verb is None or _private(subject, rest):
        return None
    state = _STATE.match(rest)
    if not subject and state:
        return _runs_on("you", turned(f"she {'was' if state.group(1) else 'is'} {_small(rest)}", name, before))
    second = rest[verb.end() :].split()[:1]
    if not subject and (not says_verb(verb.group(1)) or _too_bare(rest) or second[0] in _AUXILIARIES):
        return None
    lead = "they" if subject.casefold() == "they" else "she"
    return _runs_on("you", turned(f"{lead} {rest if subject else _small(rest)}", name, before))


def _too_bare(rest: str) -> bool:
    """Fewer than three words, where not even the first is surely a verb: “Worked well”."""
    words = rest.split()
    return len(words) < 2 or (len(words) < 3 and you_form(words[0]) == words[0])


def _bare(plain: str, name: str, before: str) -> Told | None:
    """A jotting without “said”: the writer's own sentence, a subject of the talk, or the person's words as they were."""
    first = WORD.match(plain)
    if first is None or _private("", plain) or _private(*_subject(plain, name)) or _JUDGEMENT.match(plain):
        return None
    new = turned(plain, name, before, we=False)
    said = turned(plain, name, before)
    if re.match(r"we (?:both|share|each)\b", plain, re.IGNORECASE):
        return _runs_on("you", lower_first(new))
    changed = new != plain
    if _OWN.match(plain):
        return _closed("own", new)
    if changed and (new.startswith(("you ", "you’")) or (_finite(plain) and not _DETERMINED.match(plain))):
        return _runs_on("you", lower_first(new))
    found = jotting(plain)
    if found is None:
        return None
    topic = _topic(plain, name, before) if found.shape in {"phrase", "clause"} or _names_thing(plain) else None
    if topic is not None:
        return topic
    if changed:
        return _runs_on("that", lower_first(said)) if _finite(plain) else _closed("noted", new)
    return _closed("quote" if found.shape in {"sentence", "clause", "phrase"} else "noted", plain)


def _names_thing(text: str) -> bool:
    """“Her team of five”, “testing with patients every Friday”: no verb that would make it a sentence."""
    starts = _DETERMINED.match(text) or re.match(r"\w{3,}ing\s", text)
    return bool(starts) and not _finite(text)


def _topic(text: str, name: str, before: str) -> Told | None:
    words, end = split_end(text)
    if end != "." or re.search(r"[.;:!?]", words) or not WORD.search(words):
        return _closed("quote", text) if WORD.search(text) else None
    if re.search(r"\b(?:i|me|i['’]m|you|your)\b", words, re.IGNORECASE) and not re.match(
        r"(?:my|how i|why i)\b", words, re.IGNORECASE
    ):
        return _closed("noted", turned(words, name, before))
    kept = re.sub(r"^my\b", "your" if _theirs(words) else "my", words, flags=re.IGNORECASE)
    return Told("topic", lower_first(turned(kept, name, before)))


def _theirs(words: str) -> bool:
    """Whose “my” is it? On a card with their words, theirs; where the writer's own work is meant the user says “my”."""
    return not re.match(
        r"my (?:work|time|project|experience|gap|years?|background|move|degree|thesis|portfolio)\b",
        words,
        re.IGNORECASE,
    )


def _finite(text: str, *, sure: bool = False) -> bool:
    """Whether there is a verb in it; `sure` counts only words that are surely one."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    return (
        any(is_finite(word) and not word.endswith("ed") for word in words[1:])
        or any(word in _AUXILIARIES for word in words[1:])
        or (not sure and len(words) > 2 and may_be_verb(words))
    )


def _small(text: str) -> str:
    """With a small first letter: it is known to be a verb or a state."""
    return text[:1].lower() + text[1:]


def _private(subject: str, rest: str) -> bool:
    """A judgement or a reminder, not something that can be said to them."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(rest)]
    if not words:
        return True
    while len(words) > 1 and words[0] in _BE | _DEGREES:
        words = words[1:]
    return words[0] in _JUDGED or (not subject and words[0] in _REMINDERS)


def _runs_on(kind: Kind, text: str) -> Told | None:
    """The words for the middle of a sentence; as a quotation where marks in them would break it."""
    words, end = split_end(text)
    if end != "." or re.search(r"[.;:!?]\s", words):
        return _closed("noted", text)
    return Told(kind, lower_first(words))


def _closed(kind: Kind, text: str) -> Told | None:
    found = jotting(text)
    if found is None:
        return None
    return Told(kind, upper_first(found.closed) if kind == "own" else quoted(found))


__all__ = ["KINDS", "Kind", "Told", "names_reader", "told", "you_form"]
