"""Words about the reader turned into words to the reader: “she wants her team to grow” as “you want your team to grow”.

Rules of the English language only; what a rule cannot decide is left as it was written.
"""

from __future__ import annotations

import re

from models.people.names import fold, name_parts, word_set

_SHE = word_set("she he")
_THEY = word_set("they them their theirs themselves they're they've they'll they'd")
_WE = {"we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "we're": "you’re",
       "we've": "you’ve", "we'll": "you’ll", "we'd": "you’d"}  # fmt: skip
_FULL = {"she's": "you’re", "he's": "you’re", "she'll": "you’ll", "he'll": "you’ll", "she'd": "you’d", "he'd": "you’d",
         "him": "you", "his": "your", "hers": "yours", "herself": "yourself", "himself": "yourself"}  # fmt: skip
_THEIR = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves",
          "they're": "you’re", "they've": "you’ve", "they'll": "you’ll", "they'd": "you’d"}  # fmt: skip
_IRREGULAR = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren’t", "wasn't": "weren’t",
              "hasn't": "haven’t", "doesn't": "don’t"}  # fmt: skip
_ADVERBS = word_set("also really still never always often just only even now usually actually once already mostly both")
_NO_NOUN = word_set(
    """about to that how for with and if whether in on at by from of is are was were will would can could what why when
    where who which because so but or as too again a an the out up back well more"""
)
"""After these “her” stands for the person, not for what is hers."""
_SEVERAL = word_set(
    """people children patients nurses men women folks staff team someone anyone everyone somebody anybody everybody nobody
    person others both many few customers candidates"""
)
"""What a later “they” may stand for, beside words with a plural s."""
_NO_PLURAL = word_set(
    "this its his was has does is as us thus always besides perhaps less asks wants says needs likes loves"
)
VERBS = word_set(
    """want need like love hate have do say think know work live run lead manage use prefer read write play teach report start
    keep care worry hope plan look come go grow build make take hire test ship sell own mentor train join believe feel expect
    see find get give help value admire enjoy miss trust respect recommend suggest promise offer focus travel speak draw paint
    cook ride swim climb sail garden collect support lack lose fear dislike spend try call send bring talk study commute
    remember"""
)
"""Verbs by which a card without a subject (“Wants someone for May”) is known to speak about its person."""
PASTS = word_set(
    """came went had did made took got gave found built led ran grew won wrote taught brought set sold kept spent spoke began
    left lost knew saw met chose felt grew said told thought was did studied sent gave showed shared offered introduced
    promised recommended suggested covered"""
)
MORE_VERBS = word_set(
    """cover decide miss change break fail depend mean matter cost pay serve handle count close open follow hold reach save cut
    freeze slow happen remain stay seem become move lie sit stand fall rise wait spread carry start stop end run last let put
    set ship train turn win worry ignore answer arrive leave connect contain create deliver double drive feed fit give"""
)
"""Further verbs that make a sentence; as a card's first word they may as well be nouns."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def you_form(verb: str) -> str:
    """The verb as it stands after “you”: “wants” as “want”, “has” as “have”; a past form stays."""
    plain = verb.casefold().replace("’", "'")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("ies") and len(plain) > 4:
        return verb[:-3] + "y"
    if plain.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        return verb[:-1]
    return verb


def says_verb(word: str) -> bool:
    """Whether this word, first in a card, is what its person does or did: “wants”, “joined”, “is”."""
    plain = word.casefold().replace("’", "'")
    return (
        plain in _IRREGULAR
        or plain in PASTS
        or (plain not in VERBS and you_form(plain) in VERBS)
        or (plain.endswith("ed") and (plain[:-2] in VERBS or plain[:-1] in VERBS or plain[:-3] in VERBS))
        or plain
        in {
            "grew",
            "can",
            "cannot",
            "can't",
            "could",
            "will",
            "won't",
            "would",
            "might",
            "should",
            "must",
            "joined",
            "moved",
            "worked",
            "started",
            "studied",
            "planned",
            "shipped",
        }
    )


def is_finite(word: str) -> bool:
    """Whether this word, later in a line, is likely its verb."""
    plain = word.casefold().replace("’", "'")
    return says_verb(plain) or (you_form(plain) != plain and you_form(plain) in MORE_VERBS)


def turned(text: str, name: str = "", before: str = "", *, we: bool = True, them: bool = True) -> str:
    """The text as it is said to the person of that name. `before` is what was said so far, for what “they” means.

    `we` False leaves “we” and “our” alone: it is the writer and the reader together. `them` False leaves “them” alone:
    after a question it is more often a thing than the reader.
    """
    pieces: list[str] = []
    place, follows_she = 0, False
    named = _called(text, name)
    for hit in _WORD.finditer(named):
        gap = named[place : hit.start()]
        place = hit.end()
        word, plain = hit.group(), hit.group().casefold().replace("’", "'")
        new = word
        if plain in _SHE or plain == _MARK:
            new = "you"
            follows_she = True
        elif plain == _MARK + "'s":
            new = "your"
        elif plain in _FULL:
            new = _FULL[plain]
            new = _has_or_is(new, plain, named[place:])
            follows_she = plain.endswith("'s")
        elif plain == "her":
            new = "your" if _owns(named[place:]) else "you"
        elif plain in _THEY:
            kept = (plain == "them" and not them) or _several(before + " " + named[: hit.start()])
            new = word if kept else _THEIR[plain]
        elif we and plain in _WE:
            new = _WE[plain]
        elif follows_she and plain not in _ADVERBS and not gap.strip(" "):
            new = you_form(word) if _was_subject(pieces) else word
            follows_she = False
        elif pieces and _joined(pieces) and _about_you(pieces) and plain not in VERBS and you_form(plain) in VERBS:
            new = you_form(word)
        pieces += [gap, new]
    return "".join((*pieces, named[place:]))


_MARK = "thereader"


def _called(text: str, name: str) -> str:
    """The reader's own name, with or without a title, as a mark that the other rules know."""
    parts = [part for part in name_parts(name) if len(part) > 1]
    if not parts:
        return text
    whole = r"\s+".join(map(re.escape, parts))
    single = "|".join(re.escape(part) for part in parts)
    pattern = rf"\b(?:(?:Ms|Mr|Mrs|Mx|Dr|Prof|Professor)\.?\s+)?(?:{whole}|{single})\b(?! [A-Z])"
    return re.sub(pattern, _MARK, text)


def names_reader(text: str, name: str) -> bool:
    """Whether the text calls the reader by name."""
    own = {fold(part) for part in name_parts(name) if len(part) > 1}
    return any(fold(word).removesuffix("'s") in own for word in _WORD.findall(text))


def _was_subject(pieces: list[str]) -> bool:
    """Whether the last “you” stood as a subject: “with Katherine works” is left alone."""
    words = [piece.casefold() for piece in pieces if _WORD.fullmatch(piece)]
    while words and words[-1] in _ADVERBS:
        words.pop()
    return len(words) < 2 or words[-2] not in {"with", "to", "for", "from", "by", "about", "of", "at"}


def _has_or_is(new: str, plain: str, after: str) -> str:
    """“She's been” is “you’ve been”; “she's sure” is “you’re sure”."""
    following = _WORD.match(after.lstrip())
    if plain.endswith("'s") and following and following.group().casefold() in {"been", "had", "got", "worked", "done"}:
        return "you’ve"
    return new


def _owns(after: str) -> bool:
    following = _WORD.match(after[1:]) if after.startswith(" ") else None
    return following is not None and following.group().casefold() not in _NO_NOUN


def _several(text: str) -> bool:
    """Whether something plural was named before, which “they” may mean."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(
        word in _SEVERAL
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NO_PLURAL)
        for word in words
    )


def _joined(pieces: list[str]) -> bool:
    words = [piece.casefold() for piece in pieces if _WORD.fullmatch(piece)]
    return bool(words) and words[-1] in {"and", "but", "or"}


def _about_you(pieces: list[str]) -> bool:
    return bool(pieces) and "you" in [piece.casefold() for piece in pieces]
