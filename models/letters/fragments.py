"""The user's own jottings as they may stand inside a sentence.

Cards are written in a hurry: “she said churn worries them”, “the 200-seat migration”, “how we test with patients”. Each
jotting is sorted by its shape, and only sentences made for that shape use it. What fits no shape is not used: better a
question beside the draft than a broken sentence in it.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import Literal

import msgspec

from models.letters.turning import says_verb, turned, you_form
from models.people.names import WORD, name_parts, word_set

Shape = Literal["sentence", "clause", "phrase", "other"]

LONGEST_QUOTE = 32
"""Words. A longer quotation reads like a transcript; the user is asked for the one line that matters."""

PLACEHOLDER = re.compile(
    r"\[[^\[\]\r\n]{1,60}\]|\{[^{}\r\n]{1,60}\}|<<[^<>\r\n]{1,60}>>|<[A-Za-z][A-Za-z ’'\-]{0,40}>|\bX{2,}\b|_{3,}|\bTBD\b|\bTODO\b"
)
"""What nobody means to send: [Name], {role}, <Company>, XX, ____."""

_LEADERS = re.compile(
    r"^(?:i (?:wish|wished) (?:that )?i(?: ha|')?d (?:said|mentioned|told them|added)|i forgot to (?:say|mention|add)|"
    r"(?:i )?(?:(?:should|could) have told|wish i(?: ha|')?d told|(?:forgot|wanted|meant) to tell) (?:you|her|him|them)(?: that)?|"
    r"i (?:should|could) have (?:said|mentioned|added)|(?:forgot|wanted|meant|should have) (?:to )?(?:say|said|mention|mentioned|add)|"
    r"wish i(?: ha|')?d (?:said|mentioned)|i (?:did not|didn't) (?:say|mention|get to say))(?:\s*:\s*|\s+|$)(?:about\s+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"^(?:that|how|why|where|when|what|whether|who)\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:the|a|an|our|your|this|these|those|my|working|building|helping|learning|making|being)\b", re.IGNORECASE
)
_THIRD_PERSON = word_set("she he her his him hers herself himself they them their theirs themselves")
_FINITE = word_set(
    """is are was were am be been has have had do does did can could will would should shall may might must need needs
    want wants make makes made get gets got go goes went take takes took ship ships shipped think thinks know knows keep
    keeps use uses work works works lose lost start starts started run runs love loves hate hates matter matters comes come
    isn't aren't don't doesn't won't can't never we're it's that's they're you're i'm we've i've"""
)
_PAST = word_set(
    """led built ran grew won made wrote taught brought took set sold held kept cut drove spoke found began gave put
    oversaw spent rebuilt rewrote shrank sped met won chose dealt"""
)
_AFTER_VERB = word_set(
    "in on at to for with from by into out up the a an our your my us you me too very so well late not no only"
)
_ADJECTIVES = word_set(
    """experienced skilled detailed advanced proven certified trained qualified focused dedicated organised organized based
    mixed applied related need seed speed"""
)
_ORDINARY = word_set(
    """user users research design designing leading building managing running writing teaching planning testing working
    making turning bringing getting finding calming explaining strong deep long calm clear careful quick patient years
    project product people team teams data customer client budget and with from under over in on at by for of to the a an
    my our your this that how why what when where small large fast hands-on experience experienced fluent good great
    public stakeholder stakeholders problem problems quality service services sales nursing care patients patient
    one two three four five six seven eight nine ten chance mission work colleagues second third final another decision interview conversation call they you it we there
    if as because while he she"""
)


_LIKES = re.compile(
    r"^(?:love|like|enjoy|admire|want|(excited|keen|curious|looking forward|happy|thrilled))\b(?! (?:it|you)\b)",
    re.IGNORECASE,
)
_ME = re.compile(r"^(?:i|i['’]m|i['’]ve|i['’]d)\s", re.IGNORECASE)
_UNASKED = re.compile(
    r"^(?:i )?(?:(?:should|could) have asked|wish i(?: ha|['’])?d asked|(?:forgot|wanted|meant) to ask|"
    r"(?:did not|didn['’]t|never) ask(?:ed)?)(?: you| her| him| them)?\s+(?=(?:about|how|why|what|whether|if|who|which|when|where|for)\b)",
    re.IGNORECASE,
)
_ROLE_WORDS = word_set(
    """data product software office project marketing sales customer research nurse account human supply quality business
    clinical content public finance graphic web front back full user service support system systems network security
    night day program programme policy press media social staff head chief deputy lead machine health site store shop
    warehouse field event events school team group general technical graduate intern clerk cook chef copy video game"""
)


class Jotting(msgspec.Struct, frozen=True):
    """A jotting that may be used: its words without a final mark, and its shape. `own`: it is a sentence of the writer."""

    words: str
    shape: Shape
    end: str = "."
    own: bool = False

    @property
    def closed(self) -> str:
        """With its final mark, as the end of a sentence."""
        return self.words + self.end

    @property
    def inner(self) -> str:
        """As it stands in the middle of a sentence: a small first letter where that is safe."""
        return lower_first(self.words)


def tidy(text: str) -> str:
    """On one line, without a bullet, straight or curly outer quotes, and doubled spaces."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    plain = re.sub(r"^(?:[-*•–—]+|\d+[.)])\s+", "", plain)
    if len(plain) > 2 and plain[0] in "\"“'‘" and plain[-1] in "\"”'’" and not set(plain[1:-1]) & set('"“”'):
        plain = plain[1:-1].strip()
    return plain


def lower_first(text: str) -> str:
    """A small first letter, only for words that are surely ordinary: “SQL”, “Python” and “I” stay as they are."""
    word = re.match(r"[A-Za-z'’\-]+", text)
    if word is None:
        return text
    first = word.group()
    if first[1:].islower() and (
        first.lower() in _ORDINARY or first.lower() in _PAST or re.search(r"(?:ing|ed)$", first)
    ):
        return first[0].lower() + text[1:]
    return text if first != "A" else "a" + text[1:]


def upper_first(text: str) -> str:
    """A capital first letter."""
    return text[:1].upper() + text[1:]


def split_end(text: str) -> tuple[str, str]:
    """The words without their final mark, and that mark: a question mark or a full stop."""
    words = text.rstrip(" .,;:…")
    if words.endswith(("?", "!")):
        return words.rstrip("?! "), "?" if words[-1] == "?" else "."
    return words, "."


def shape_of(text: str) -> Shape:
    """Sentence, clause (“how you test”), phrase (“the first release”) or something that only a colon can carry."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    if not words:
        return "other"
    if _CLAUSE.match(text) and len(words) > 2:
        return "clause"
    finite = any(word in _FINITE for word in words[1:]) or any(word.endswith("n't") for word in words)
    if words[0] in {"i", "we", "you", "it", "there", "i'm", "we're", "it's", "i've", "we've"} and len(words) > 2:
        return "sentence"
    if _DETERMINER.match(text) and not finite and not re.search(r"[.;:!?]", text):
        return "other" if may_be_verb(words) else "phrase"
    return "sentence" if finite and len(words) > 3 else "other"


def may_be_verb(words: list[str]) -> bool:
    """“The data lives in nine systems”: a word late in the phrase that could be its verb. When in doubt it is quoted."""
    for word, after in itertools.pairwise(words[2:]):
        if word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us")) and after in _AFTER_VERB):
            return True
    return len(words) > 2 and words[-1].endswith("ed")


def jotting(text: str) -> Jotting | None:
    """The text as a jotting; None where there is nothing in it or a gap still waits to be filled."""
    plain = tidy(text)
    if not WORD.search(plain) or PLACEHOLDER.search(plain):
        return None
    words, end = split_end(plain)
    return Jotting(words, shape_of(words), end) if words else None


_STEP = re.compile(
    r"\b(?:conversations?|interviews?|round|meeting|call|talk|visit|assignment|task|exercise|presentation|day|lunch)\b",
    re.IGNORECASE,
)


def step(text: str, name: str = "") -> str:
    """The next step as something to look forward to: “the second conversation with Ms Rao”. Empty where it is not.

    Written to Ms Rao herself it becomes “with you”; where her name stands otherwise in it, it is left out.
    """
    found = jotting(text)
    own = name_parts(name)
    if found is not None and own:
        called = (
            r"(?:\s+|-)".join(map(re.escape, own)) + "|" + "|".join(re.escape(part) for part in own if len(part) > 2)
        )
        turned = re.sub(rf"\bwith (?:(?:Ms|Mr|Mrs|Dr|Mx|Prof|Professor)\.? )?(?:{called})\b", "with you", found.words)
        if re.search(rf"\b(?:{called})\b", turned):
            return ""
        found = Jotting(turned, found.shape, found.end)
    if found is None or found.end != "." or not _STEP.search(found.words) or re.search(r"[.;:!?]", found.words):
        return ""
    words = [word.casefold() for word in WORD.findall(found.words)]
    if any(word in _FINITE or word in _THIRD_PERSON or word in {"i", "we", "offer", "decision"} for word in words):
        return ""
    if words[0] in {"the", "a", "an", "another", "our", "your", "my"}:
        return found.inner
    return "the " + (found.words if found.words[1:2].isupper() else found.words[:1].lower() + found.words[1:])


def quoted(found: Jotting) -> str:
    """In quotation marks with its final mark inside, to stand at the end of a sentence."""
    return f"“{upper_first(found.words.replace('“', '‘').replace('”', '’'))}{found.end}”"


def wish(text: str) -> Jotting | None:
    """What was left unsaid, without the words that only say that it was."""
    plain = _LEADERS.sub("", tidy(text), count=1)
    return jotting(re.sub(r"^that\s+", "", plain, flags=re.IGNORECASE))


def proof(text: str) -> str:
    """The evidence as a sentence of its own, in the first person where it starts with what was done."""
    found = jotting(text)
    if found is None:
        return ""
    if done := did(found):
        return done
    words = {word.casefold() for word in WORD.findall(found.words)}
    if words & {"i", "we", "i've", "i’ve", "i'm", "i’m"} or found.shape == "sentence":
        return upper_first(found.closed)
    return f"For example: {found.inner}{found.end}"


def did(found: Jotting) -> str:
    """“Cut the wait to four days” as “I cut the wait to four days.”; empty where it does not start with a deed."""
    words = [word.casefold() for word in WORD.findall(found.words)]
    if words and (words[0] in _PAST or (words[0].endswith("ed") and words[0] not in _ADJECTIVES and len(words) > 2)):
        return f"I {found.words[:1].lower()}{found.words[1:]}{found.end}"
    return ""


def claim(text: str) -> str:
    """A strength as it may stand after a colon, with its final mark."""
    found = jotting(text)
    return (did(found) or found.inner + found.end) if found else ""


def excites(text: str, name: str = "") -> Jotting | None:
    """What excites, as it is said to them: “I like that they publish” as “I like that you publish”.

    A sentence about the writer stands for itself (`own`); everything else has a shape that a sentence can take up.
    """
    plain = turned(re.sub(r"^because\s+", "", tidy(text), flags=re.IGNORECASE), name)
    liked = _LIKES.match(plain)
    if liked:
        head = "I am " if liked.group(1) else "I "
        plain = head + plain[:1].lower() + plain[1:]
    first = WORD.match(plain)
    if first and not liked and says_verb(first.group()) and you_form(first.group()) != first.group():
        plain = f"you {you_form(first.group().lower())}{plain[first.end() :]}"
    found = jotting(re.sub(r"^to (?=[a-z])", "the chance to ", plain))
    if found is None or len(found.words.split()) > LONGEST_QUOTE:
        return None
    if liked or _ME.match(plain):
        return msgspec.structs.replace(found, own=True)
    if re.match(r"\w{3,}ing\b", plain, re.IGNORECASE) and found.shape == "other" and not re.search(r"[.;:!?]", plain):
        return msgspec.structs.replace(found, shape="phrase")
    return found


def wish_ask(text: str) -> str:
    """What was not asked: “I should have asked about the roadmap” as “about the roadmap”. Empty where it is not that."""
    found = _UNASKED.match(tidy(text))
    words, end = split_end(tidy(text)[found.end() :]) if found else ("", ".")
    return "" if re.search(r"[.;:!?]\s", words) or (end != "." and not words) else words


def role_inside(role: str) -> str:
    """The role as it stands inside a sentence: “the data analyst role”. Acronyms, names and full titles stay."""
    words = role.split()
    if (
        not words
        or not words[0][:1].isupper()
        or not words[0][1:].islower()
        or any(word != word.lower() for word in words[1:])
    ):
        return role
    ordinary = words[0].lower() in _ROLE_WORDS or re.search(
        r"(?:ist|ant|ian|ing|ent|yst|ive|or|[^k]er|ior|ary)$", words[0]
    )
    return role[:1].lower() + role[1:] if ordinary else role
