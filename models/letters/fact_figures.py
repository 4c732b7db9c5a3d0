"""Rules about days, amounts and the role: what the letter says against what is on record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from models.errors import BadInput
from models.findings import Finding
from models.letters.fact_form import finding
from models.letters.fact_record import Facts
from models.letters.material import letter_day
from models.letters.reading import LetterText, Span
from models.money import Money, decimal_from
from models.people.names import fold, word_set

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_DAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?P<tail>day)?\b\.?"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})\b)?"
_WRITTEN = (
    re.compile(rf"(?:\b{_DAY},?\s+(?:the\s+)?)?(?<![\w.,$€£-]){_NUMBER}\s+(?:of\s+)?{_MONTH}{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?:\b{_DAY},?\s+)?\b{_MONTH}\s+(?:the\s+)?{_NUMBER}(?![\w:%]|[.,]\d){_YEAR}", re.IGNORECASE),
    re.compile(
        rf"(?:\b{_DAY},?\s+)?(?<![\w-])(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\w-])", re.IGNORECASE
    ),
)
_WEEKDAY_ALONE = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_MET = re.compile(
    r"\b(?:interview(?:ed)?|conversation|spoke|talked|talking|met|meeting (?:you|with you)|our (?:talk|meeting|call))\b",
    re.I,
)
_PROMISED = re.compile(
    r"\b(?:hear(?:ing)? (?:from|back|by)|will hear|news by|decision|decide|let me know by|get back)\b", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"(?:(?P<sign>US\$|CA\$|A\$|[$€£₹])\s?|\b(?P<code>USD|EUR|GBP|CAD|AUD|INR)\s?)(?P<figure>\d[\d,.\u00a0]*\d|\d)(?P<k>\s?[kK]\b)?"
    r"|(?<![\w.,])(?P<figure2>\d[\d,.]*\d|\d)(?P<k2>\s?[kK]\b)?\s?(?:dollars|euros|pounds|USD|EUR|GBP|CAD|AUD|INR)\b"
)
_PAY = re.compile(
    r"\b(?:salary|base|bonus|offer|offered|sign-?on|pay|compensation|equity|grant|relocation|premium|package)\b", re.I
)
_OFFER_KINDS = word_set("accept ask-for-time extension questions-about-offer ask-in-writing decline")
_ROLE_AFTER = re.compile(
    r"(?<![\w&/+'’\-])(?:[\w&/+'’\-]{1,40}[ \u00a0]{1,3}){1,7}(?=(?:role|position|job|opening|vacancy|post)\b)"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:role|position|job|opening|vacancy|post)\s+(?:of|as)\s+(?:an?\s+|the\s+|your\s+)?(?P<role>(?:[\w&/+'’\-]+[ \u00a0]?){1,6})"
)
_STOPS = word_set(
    """the your this that a an of about for in as on to with is was at from and or by my our their his her current new open
    advertised discuss regarding into than"""
)
_HEADS = word_set(
    """manager designer engineer developer analyst director assistant associate coordinator consultant specialist nurse
    teacher lead officer administrator accountant architect scientist researcher writer editor representative supervisor
    technician planner producer strategist intern clerk secretary controller buyer recruiter lecturer professor counsel
    attorney paralegal physician therapist pharmacist chef driver operator head chief president partner owner"""
)
_FILLING = word_set(
    "the a an of and for in at open new advertised vacant current available entry level full part time remote"
)


class Named(msgspec.Struct, frozen=True):
    """A day as the letter writes it. `weekday` is its place in the text, empty where none was written."""

    span: Span
    weekday: Span
    day: date


def weekdays(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Fix: a weekday that does not go with its date."""
    for named in days_named(letter.text, facts.dates.values()):
        if not named.weekday.text:
            continue
        right = _DAYS[named.day.weekday()]
        written = named.weekday.text.rstrip(".")
        if right.casefold().startswith(written.casefold()):
            continue
        fix = right if written.casefold().endswith("day") else right[:3]
        message = f"{letter_day(named.day, facts.dialect)}: that day is a {right}, not a {_whole(written)}."
        yield finding(named.weekday, "fix", "weekday", message, (fix,))


def dates(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Fix: another day than the one on record for the interview or for their answer."""
    named = days_named(letter.text, facts.dates.values())
    for one in named:
        if one.day in facts.dates.values() or one.span.start >= letter.signature.start:
            continue
        sentence = letter.sentence_at(one.span.start)
        found = _expected(sentence, one.span.start, facts)
        if found:
            what, day = found
            yield finding(one.span, "fix", "date", f"On record the {what} is {letter_day(day, facts.dialect)}.")
    held = facts.dates.get("interview")
    if held is not None:
        yield from _weekday_alone(letter, held, [one.weekday.start for one in named if one.weekday.text])


def amounts(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Fix: an amount of the offer that is not the one on record. Figures from the user's own proofs are theirs."""
    if not facts.offer or facts.kind == "counter":
        return
    own = {figure for text in _own_texts(facts) for _, figure in _amounts_in(text)}
    own |= {figure for text in _own_texts(facts) for figure in _bare_figures(text)}
    known = {money.amount for money in facts.offer.values()}
    for span, figure in _amounts_in(letter.text):
        if figure in known or figure in own:
            continue
        if facts.kind in _OFFER_KINDS or _PAY.search(letter.sentence_at(span.start).text):
            near = min(facts.offer.items(), key=lambda item: abs(item[1].amount - figure))
            message = f"The offer on record has no such amount; nearest is {near[0].lower()}, {_plain_money(near[1])}."
            yield finding(span, "fix", "amount", message, (_as_written(span.text, near[1]),))


def said_today(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Fix: “our conversation today” in a letter that is read on another day than that of the interview."""
    held = facts.dates.get("interview")
    if held is None or facts.today is None or facts.today <= held:
        return
    near = (facts.today - held).days < len(_DAYS)
    day = letter_day(held, facts.dialect)
    written = f"on {day.split(maxsplit=1)[0].strip(',')}" if near else f"on {day}"
    for sentence in letter.sentences:
        said = re.search(
            r"\b(?:conversation|talk(?:ing|ed)?|spoke|time|met|meeting|interview)\b[^.]{0,140}?\b(today)\b|\b(today)\b[^.]{0,30}\b(?:about|to talk)\b",
            sentence.text,
        )
        if said:
            group = 1 if said.group(1) else 2
            span = Span(sentence.start + said.start(group), sentence.start + said.end(group), said.group(group))
            yield finding(span, "fix", "today", "The interview was not today.", (written,))


def role(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Fix: a job title that is not the one on record. A shorter form of it is fine."""
    wanted = _role_words(facts.role)
    if not wanted:
        return
    allowed = wanted | _FILLING | _role_words(facts.employer)
    for span in _titles_said(letter.body, wanted):
        titled = _role_words(span.text) - allowed
        capital = any(word[:1].isupper() for word in span.text.split())
        if titled and (titled & _HEADS or (capital and _role_words(span.text) & (wanted | _HEADS))):
            yield finding(span, "fix", "role", f"On record the role is {facts.role}.", (facts.role,))


def _titles_said(body: Span, wanted: set[str]) -> Iterator[Span]:
    """The words that stand as a title before “role” or after “role of”."""
    for hit in _ROLE_AFTER.finditer(body.text):
        words = list(re.finditer(r"[\w&/+'’\-]+", hit.group()))
        first = len(words)
        while first and (fold(words[first - 1].group()) not in _STOPS - wanted):
            first -= 1
        if first < len(words) and (wanted & _STOPS) and fold(words[first].group()) in _STOPS:
            first += 1
        if first < len(words):
            start, end = hit.start() + words[first].start(), hit.start() + words[-1].end()
            yield Span(body.start + start, body.start + end, body.text[start:end])
    for hit in _ROLE_BEFORE.finditer(body.text):
        words = list(re.finditer(r"[\w&/+'’\-]+", hit.group("role")))
        last = next((i for i, word in enumerate(words) if fold(word.group()) in _STOPS - wanted), len(words))
        heads = [place for place, word in enumerate(words[:last], 1) if fold(word.group()) in _HEADS | wanted]
        last = heads[-1] if heads else last
        if last:
            start = hit.start("role")
            end = start + words[last - 1].end()
            yield Span(body.start + start, body.start + end, body.text[start:end])


def days_named(text: str, known: Iterable[date]) -> list[Named]:
    """The days in a text. Without a year it is the one that brings the day nearest to a known date."""
    near = sorted(known)
    found: dict[int, Named] = {}
    for pattern in _WRITTEN:
        for hit in pattern.finditer(text):
            day = _day_of(hit, near)
            if day is None or any(one.span.start < hit.end() and hit.start() < one.span.end for one in found.values()):
                continue
            start, end = hit.start("weekday"), max(hit.end("weekday"), hit.end("tail"))
            weekday = Span(start, end, text[start:end]) if start >= 0 else Span(0, 0, "")
            found[hit.start()] = Named(Span(hit.start(), hit.end(), hit.group()), weekday, day)
    return [found[place] for place in sorted(found)]


def _day_of(hit: re.Match[str], near: list[date]) -> date | None:
    month = hit.group("month")
    number = (
        int(month) if month.isdigit() else next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == month[:3].lower())
    )
    if hit.group("year"):
        return _made(int(hit.group("year")), number, int(hit.group("day")))
    options = [
        day
        for known in near
        for year in (known.year - 1, known.year, known.year + 1)
        if (day := _made(year, number, int(hit.group("day"))))
    ]
    return min(options, key=lambda day: min(abs((day - known).days) for known in near)) if options else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _expected(sentence: Span, place: int, facts: Facts) -> tuple[str, date] | None:
    """What the day should be, by the words of its sentence that stand nearest to it."""
    options: list[tuple[int, str, date]] = []
    for words, what, key in ((_MET, "interview", "interview"), (_PROMISED, "day they named", "promised")):
        day = facts.dates.get(key)
        if day is not None:
            options.extend(
                (abs(sentence.start + hit.start() - place), what, day) for hit in words.finditer(sentence.text)
            )
    return min(options)[1:] if options else None


def _weekday_alone(letter: LetterText, held: date, dated: list[int]) -> Iterator[Finding]:
    right = _DAYS[held.weekday()]
    for sentence in letter.sentences:
        days = [hit for hit in _WEEKDAY_ALONE.finditer(sentence.text) if sentence.start + hit.start() not in dated]
        met = list(_MET.finditer(sentence.text))
        if len(days) != 1 or not met or days[0].group() == right or right in sentence.text:
            continue
        hit = days[0]
        apart = min(abs(hit.start() - one.end()) for one in met)
        before = sentence.text[: hit.start()]
        if apart > 60 or _PROMISED.search(sentence.text) or not re.search(r"(?:\bon|\blast|\bour|\bthis)\s+$", before):
            continue
        if re.search(r"\b(?:forward|next|will|could|would|can)\b", before):
            continue
        span = Span(sentence.start + hit.start(), sentence.start + hit.end(), hit.group())
        yield finding(span, "fix", "weekday", f"The interview was on a {right}.", (right,))


def _amounts_in(text: str) -> list[tuple[Span, Decimal]]:
    found: list[tuple[Span, Decimal]] = []
    for hit in _AMOUNT.finditer(text):
        figure = (hit.group("figure") or hit.group("figure2")).rstrip(".,")
        thousand = hit.group("k") or hit.group("k2")
        try:
            value = decimal_from(figure + ("k" if thousand else ""))
        except BadInput:
            continue
        end = hit.end() if thousand or hit.group("figure2") else hit.start() + hit.group().rindex(figure) + len(figure)
        found.append((Span(hit.start(), end, text[hit.start() : end]), value))
    return found


def _bare_figures(text: str) -> Iterator[Decimal]:
    for hit in re.finditer(r"\d[\d,.]*", text):
        try:
            yield decimal_from(hit.group().rstrip(".,"))
        except BadInput:
            continue


def _own_texts(facts: Facts) -> list[str]:
    return [*facts.notes, facts.wish, *(f"{one.claim}. {one.evidence}" for one in facts.strengths)]


def _as_written(text: str, money: Money) -> str:
    """The amount on record with the sign or code that the letter uses."""
    figure = f"{money.amount:,.2f}".removesuffix(".00")
    lead = re.match(r"[^\d]*", text)
    rest = re.search(r"\s(?:dollars|euros|pounds|USD|EUR|GBP|CAD|AUD|INR)$", text)
    return (lead.group() if lead else "") + figure + (rest.group() if rest else "")


def _plain_money(money: Money) -> str:
    return f"{money.amount:,.2f} {money.currency}".replace(".00 ", " ")


def _role_words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"[\w&/+'’\-]+", text)}


def _whole(weekday: str) -> str:
    return next((day for day in _DAYS if day.casefold().startswith(weekday.casefold()[:3])), weekday)
