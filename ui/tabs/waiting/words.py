"""The words of the waiting page: what a state is called, how a timeline reads, where its one action leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.clock import Moment
from models.dossier import Dossier
from models.records import Interview, Offer, Opportunity
from models.texts import QT_TRANSLATE_NOOP
from models.waiting import Waiting, explained, interview_end
from ui.locale_formatter import LocaleFormatter
from ui.texts import show, tr
from ui.theme import Tone
from ui.widgets.timeline import Mark, MarkKind

WORDS: dict[str, tuple[str, Tone]] = {
    "no interview": (QT_TRANSLATE_NOOP("encore", "no date yet"), "plain"),
    "interview ahead": (QT_TRANSLATE_NOOP("encore", "interview ahead"), "tint"),
    "thank-you first": (QT_TRANSLATE_NOOP("encore", "write today"), "warn"),
    "quiet": (QT_TRANSLATE_NOOP("encore", "wait"), "plain"),
    "may ask": (QT_TRANSLATE_NOOP("encore", "may ask"), "tint"),
    "ask": (QT_TRANSLATE_NOOP("encore", "ask today"), "warn"),
    "asked": (QT_TRANSLATE_NOOP("encore", "asked"), "plain"),
    "ask again": (QT_TRANSLATE_NOOP("encore", "ask again"), "warn"),
    "asked twice": (QT_TRANSLATE_NOOP("encore", "asked twice"), "plain"),
    "closing note": (QT_TRANSLATE_NOOP("encore", "last note"), "warn"),
    "let go": (QT_TRANSLATE_NOOP("encore", "let it rest"), "plain"),
    "day of rest": (QT_TRANSLATE_NOOP("encore", "day of rest"), "plain"),
    "offer": (QT_TRANSLATE_NOOP("encore", "offer"), "good"),
    "accepted": (QT_TRANSLATE_NOOP("encore", "accepted"), "good"),
    "declined": (QT_TRANSLATE_NOOP("encore", "turned down"), "plain"),
    "rejected": (QT_TRANSLATE_NOOP("encore", "a no"), "plain"),
    "withdrawn": (QT_TRANSLATE_NOOP("encore", "withdrawn"), "plain"),
    "closed": (QT_TRANSLATE_NOOP("encore", "closed"), "plain"),
    "silent": (QT_TRANSLATE_NOOP("encore", "silent"), "plain"),
}
EARLY = frozenset({"quiet", "asked", "asked twice", "day of rest"})
"""States in which something may be written later, and is better not written today."""


@dataclass(frozen=True)
class Way:
    """Where an action leads: the text of its button, the tab, the record."""

    text: str
    tab: str
    table: str
    record_id: str


def word_for(opportunity: Opportunity, waiting: Waiting) -> tuple[str, Tone]:
    """The word on the chip and its tone."""
    if waiting.folded and waiting.state != "over":
        until = LocaleFormatter().day(opportunity.folded_until) if opportunity.folded_until else ""
        return tr("until {day}", day=until), "plain"
    word, tone = WORDS[opportunity.status if waiting.state == "over" else waiting.state]
    return tr(word), tone


def title_of(opportunity: Opportunity) -> str:
    """Employer and role in one line."""
    return " – ".join(part for part in (opportunity.employer or tr("Employer not named yet"), opportunity.role) if part)


def way_on(dossier: Dossier, waiting: Waiting, now: Moment) -> Way | None:
    """Where the one action of this row leads; None where there is none, or where it leads nowhere else."""
    job = dossier.opportunity
    match waiting.action:
        case "thank-you":
            interview = _latest(dossier, now)
            return Way(tr("Write the thank-yous"), "letters", Interview.table, interview.id) if interview else None
        case "update":
            return Way(tr("Ask for news"), "letters", Opportunity.table, job.id)
        case "closing note":
            return Way(tr("Write the closing note"), "letters", "closing-note", job.id)
        case "mark silent":
            return None
    if waiting.state == "offer":
        return _to_the_offer(dossier, waiting)
    if waiting.state in ("interview ahead", "no interview"):
        coming = [each.id for each in dossier.interviews if each.start is None or each.start.aware > now.aware]
        return Way(tr("Open the checklist"), "checklist", Interview.table, coming[0] if coming else "new")
    return None


def _latest(dossier: Dossier, now: Moment) -> Interview | None:
    past = [each for each in dossier.interviews if (end := interview_end(each)) and end.aware <= now.aware]
    return past[-1] if past else None


def _to_the_offer(dossier: Dossier, waiting: Waiting) -> Way:
    offers = [each for each in dossier.offers if each.kind == "offer"]
    text = tr("Answer") if waiting.action == "decide" else tr("Open the offer")
    if not offers:
        return Way(text, "offers", Opportunity.table, dossier.opportunity.id)
    soonest = min(offers, key=lambda offer: offer.decide_by or waiting.day or date.max)
    return Way(text, "offers", Offer.table, soonest.id)


def marks_of(waiting: Waiting, today: date) -> list[Mark]:
    """The timeline with today in it; the next day that asks for something stands out."""
    format_ = LocaleFormatter()
    coming = next((point for point in waiting.points if point.day == waiting.day and not point.done), None)
    coming = coming or next((point for point in waiting.points if point.day >= today and not point.done), None)
    marks: list[Mark] = []
    for point in waiting.points:
        kind: MarkKind = "happened" if point.done else "next" if point is coming else "ahead"
        marks.append(Mark(point.day, show(point.label), format_.day(point.day), kind))
    if marks:
        marks.append(Mark(today, tr("Today"), format_.day(today), "today"))
    return sorted(marks, key=lambda mark: mark.day)


def told(marks: list[Mark]) -> str:
    """The same in words."""
    ends = {"happened": tr("done"), "next": tr("next"), "ahead": tr("ahead"), "today": ""}
    parts = (", ".join(part for part in (mark.when, mark.text, ends[mark.kind]) if part) for mark in marks)
    return "; ".join(parts)


def reasons(waiting: Waiting) -> list[tuple[str, str]]:
    """Each day that asks for something, and why it is that day."""
    if waiting.dates is None:
        return []
    shown: dict[str, date] = {point.name: point.day for point in waiting.points}
    return [
        (LocaleFormatter().day(shown[step.name]), show(step.sentence))
        for step in explained(waiting.dates)
        if step.name in shown
    ]
