"""Rules about names: the reader's, those of other people, and those of employers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from models.findings import Finding
from models.letters.fact_form import finding
from models.letters.fact_record import Facts
from models.letters.reading import LetterText, Span, words_of
from models.people.names import TITLES, all_parts, edits, fold, full_name, name_parts, word_set

NEAR = 2
"""Edits. Within two of a name, and not equal to it, is a slip of the pen (field notes on the checker)."""

_NOT_NAMES = word_set(
    """dear hi hello hey hiya greetings good morning afternoon evening day sir madam to whom it may concern hiring manager
    team recruiter recruiting recruitment committee panel all everyone both colleagues and or the department human
    resources talent acquisition selection search interviewer interviewers there folks friend friends ladies gentlemen"""
)
_PLAIN_WORDS = word_set(
    """will mark grace hope rose may june april august summer bill pat rob sue art frank drew young brown white black green
    king long best day price page bell cook baker hall park wood stone rich grant chase faith joy dean earl guy jack max
    miles ray skip chance christian dawn eve ivy lily olive pearl ruby sky case lane field fields banks rush marsh wells
    waters rivers woods hill hills west north east south love good great strong wise noble major sterling power powers
    hand hands head foot love moody read reed wright fox wolf bird fish berry bush glass gold silver steel ford bond cash
    story little small short sharp swift hardy true early late day days week month year so an in on at do be my min ha"""
)
_CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december thank thanks"""
)
_GENERIC = word_set(
    """the a an national general first united american british royal new north south east west health city state county
    university college school bank group global international community public central digital open data care home
    saint st great good big blue green red black white smart media tech systems services solutions partners capital"""
)
_INSTITUTIONS = word_set(
    """clinic clinics hospital hospitals university college school schools bank county city council museum library theatre
    theater church trust airport airlines railway news times post police court courts housing water district health"""
)
"""Before these the first word is likely a place: “Portland Clinic” does not own the word Portland."""
_ADDRESS = re.compile(
    r"(?<!\S)\S{1,120}@\S{1,255}|\bhttps?://\S{1,2000}|\bwww\.\S{1,2000}"
    r"|(?<![\w.\-])[\w.\-]{1,200}\.(?:com|org|net|io|edu|gov|de|fr|uk|ca|au|in|example)\b"
)
_LEGAL = word_set("inc ltd llc gmbh plc corp co company limited corporation ag sa ab as oy bv kg")


def greeting_name(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: nobody is greeted by name, or somebody else is, or the name is misspelt."""
    greeting = letter.greeting
    named = _greeted(greeting)
    if not named:
        yield finding(greeting, "block", "greeting-name", _ask_for_name(facts))
        return
    if facts.recipient is None:
        return
    readers = (facts.recipient, *facts.also_to)
    own = [part for one in readers for part in all_parts(one.name)]
    for word in named:
        yield from _greeted_word(word, own, facts)
    if not any(_near_part(_bare(word.text), own) for word in named) and not any(
        _someone_else(word, facts) for word in named
    ):
        message = f"This letter goes to {full_name(facts.recipient.name)}, but the greeting does not say so."
        yield finding(greeting, "block", "greeting-name", message)


def reader_misspelt(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: the reader's name, nearly, in the letter itself."""
    if facts.recipient is None:
        return
    own = all_parts(facts.recipient.name)
    known = _known_words(facts) | _CALENDAR
    words = words_of(letter.body)
    for before, word in pairwise((Span(0, 0, ""), *words)):
        bare = _bare(word.text)
        meant = _near_part(bare, own)
        if not meant or _same(bare, meant) or fold(bare) in known or not bare[:1].isupper():
            continue
        titled = fold(before.text) in TITLES and _gap(letter.text, before, word).strip(" \u00a0.") == ""
        beside = _beside_own(before, word, words, own)
        mid_sentence = word.start != letter.sentence_at(word.start).start and len(meant) > 4 and not _plain(bare)
        if titled or beside or (mid_sentence and edits(fold(bare), fold(meant)) <= (1 if len(meant) < 6 else NEAR)):
            yield _misspelt(_cut(word, bare), meant)


def other_people(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: someone from another employer is named. Check: another member of the panel is."""
    own = {
        fold(part)
        for name in (*_reader_names(facts), facts.sender.name, facts.employer, facts.role)
        for part in name.split()
    }
    near = {fold(part) for name in facts.panel for part in name_parts(name)}
    for name in facts.panel:
        for span in _mentions(letter.body, name, own):
            message = f"{full_name(name)} was in the room too. Is this meant for the reader of this letter?"
            yield finding(span, "check", "panel-name", message)
    for name in facts.other_people:
        for span in _mentions(letter.body, name, own | near):
            message = f"{full_name(name)} belongs to another employer. This looks like a line from another letter."
            yield finding(span, "block", "other-person", message)


def other_employers(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: the name of another employer, in full or by the word that tells it apart."""
    own = {fold(word) for text in (facts.employer, facts.role) for word in re.findall(r"[\w'’&.\-]+", text)}
    masked = _without_addresses(letter.text)
    for name in facts.other_employers:
        if not name.strip() or fold(name) in fold(facts.employer):
            continue
        for span in _employer_mentions(masked, name, own):
            message = f"{name} is another employer. This letter is about {facts.employer or 'someone else'}."
            yield finding(span, "block", "other-employer", message, (facts.employer,) if facts.employer else ())


def subject_names(subject: str, facts: Facts) -> Iterator[Finding]:
    """Block: another employer in the subject line."""
    own = {fold(word) for word in facts.employer.split()}
    for name in facts.other_employers:
        if fold(name) not in fold(facts.employer) and any(True for _ in _employer_mentions(subject, name, own)):
            yield finding(None, "block", "subject-employer", f"The subject line names {name}, another employer.")


def _greeted(greeting: Span) -> list[Span]:
    words = (_cut(word, _bare(word.text)) for word in words_of(greeting))
    return [word for word in words if fold(word.text) not in _NOT_NAMES and fold(word.text) not in TITLES]


def _greeted_word(word: Span, own: list[str], facts: Facts) -> Iterator[Finding]:
    if any(_same(word.text, part) for part in own):
        return
    other = _someone_else(word, facts)
    meant = _near_part(word.text, own)
    if other and not (meant and fold(meant) == fold(word.text)):
        fixes = (meant,) if meant else ()
        yield finding(
            word, "block", "greeting-other", f"The greeting names {other}, not the reader of this letter.", fixes
        )
    elif meant and _nfc(word.text).casefold() == _nfc(meant).casefold():
        if not word.text.isupper() or len(word.text) == 1:
            yield finding(word, "fix", "greeting-case", f"The name is written {meant}.", (meant,))
    elif meant:
        yield _misspelt(word, meant)


def _someone_else(word: Span, facts: Facts) -> str:
    for name in (*facts.panel, *facts.other_people):
        if any(fold(part) == fold(word.text) for part in all_parts(name)):
            return full_name(name)
    return ""


def _misspelt(word: Span, meant: str) -> Finding:
    return finding(word, "block", "name-misspelt", f"The reader's name is spelt {meant}.", (meant,))


def _near_part(word: str, own: Iterable[str]) -> str:
    """The part of the name that is meant by this word: equal, or near it by its length."""
    best, least = "", NEAR + 1
    for part in own:
        if _nfc(part) == _nfc(word):
            return part
        away = edits(fold(word), fold(part))
        allowed = 1 if len(part) < 4 else NEAR
        if away <= allowed and away < least and away < len(part) - 1:
            best, least = part, away
    return best


def _beside_own(before: Span, word: Span, words: tuple[Span, ...], own: Iterable[str]) -> bool:
    after = next((one for one in words if one.start > word.start), Span(0, 0, ""))
    neighbours = {
        fold(_bare(one.text)) for one in (before, after) if (one.end and abs(one.start - word.end) < 3) or one is before
    }
    return bool(neighbours & {fold(part) for part in own})


def _mentions(body: Span, name: str, own: set[str]) -> Iterator[Span]:
    """Where the person is named: in full, else by one part that is no ordinary word and nobody else's."""
    parts = name_parts(name)
    if not parts:
        return
    whole = re.compile(r"[\s\u00a0]+".join(_letters(part) for part in parts), re.IGNORECASE)
    taken = [(hit.start(), hit.end()) for hit in _bounded(whole, body.text)]
    for start, end in taken:
        yield Span(body.start + start, body.start + end, body.text[start:end])
    singles = {fold(part) for part in parts if len(part) > 2 and fold(part) not in own}
    words = words_of(body)
    for before, word in pairwise((Span(0, 0, ""), *words)):
        bare = _bare(word.text)
        place = word.start - body.start
        if fold(bare) not in singles or not bare[:1].isupper() or any(start <= place < end for start, end in taken):
            continue
        if not _plain(bare) or fold(before.text) in TITLES:
            yield _cut(word, bare)


def _employer_mentions(text: str, name: str, own: set[str]) -> Iterator[Span]:
    tokens = re.findall(r"[\w'’&.\-]+", name)
    while len(tokens) > 1 and fold(tokens[-1]).strip(".") in _LEGAL:
        tokens.pop()
    if not tokens:
        return
    pattern = r"[\s\u00a0]+".join(_letters(token) for token in tokens)
    full = re.compile(pattern, re.IGNORECASE if len(tokens) > 1 else 0)
    spans = [(hit.start(), hit.end()) for hit in _bounded(full, text)]
    head = tokens[0]
    placed = any(fold(token) in _INSTITUTIONS for token in tokens[1:])
    telling = len(tokens) > 1 and not placed and len(head) > 3 and fold(head) not in _GENERIC and fold(head) not in own
    if telling and not _plain(head):
        places = {start for start, _ in spans}
        spans += [
            (hit.start(), hit.end()) for hit in _bounded(re.compile(_letters(head)), text) if hit.start() not in places
        ]
    for start, end in sorted(spans):
        yield Span(start, end, text[start:end])


def _bounded(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for hit in pattern.finditer(text):
        before, after = text[: hit.start()][-1:], text[hit.end() :][:1]
        if not (before.isalnum() or (before in {"@", "/"} and before)) and not after.isalnum():
            yield hit


def _letters(part: str) -> str:
    """A pattern for the part whichever way its accents and apostrophes are encoded."""
    composed, spread = unicodedata.normalize("NFC", part), unicodedata.normalize("NFD", part)
    forms = [re.escape(form).replace("'", "['’]").replace("’", "['’]") for form in dict.fromkeys((composed, spread))]
    return "(?:" + "|".join(forms) + ")"


def _without_addresses(text: str) -> str:
    """The text with e-mail and web addresses blanked out, every place kept."""
    return _ADDRESS.sub(lambda hit: " " * len(hit.group()), text)


def _known_words(facts: Facts) -> set[str]:
    names = (*facts.panel, *facts.other_people, facts.sender.name, facts.employer, facts.role, *facts.other_employers)
    texts = (*names, *facts.notes, facts.wish, *(f"{one.claim} {one.evidence}" for one in facts.strengths))
    return {fold(word) for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def _reader_names(facts: Facts) -> list[str]:
    readers = (facts.recipient, *facts.also_to) if facts.recipient else facts.also_to
    return [" ".join(all_parts(one.name)) for one in readers]


def _ask_for_name(facts: Facts) -> str:
    if facts.recipient is None:
        return "The letter greets nobody by name."
    return f"The letter greets nobody by name. It goes to {full_name(facts.recipient.name)}."


def _bare(word: str) -> str:
    """The word without a possessive ending."""
    return re.sub(r"['’]s?$", "", word)


def _cut(word: Span, bare: str) -> Span:
    return Span(word.start, word.start + len(bare), bare)


def _gap(text: str, before: Span, word: Span) -> str:
    return text[before.end : word.start]


def _same(word: str, part: str) -> bool:
    return _nfc(word) == _nfc(part) or _nfc(word).strip(".") == _nfc(part).strip(".")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("’", "'")


def _plain(word: str) -> bool:
    return fold(word) in _PLAIN_WORDS
