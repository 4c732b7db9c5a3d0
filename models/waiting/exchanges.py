"""What was said since an interview, read from events and letters: their replies, my updates, the closing note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from models.clock import Moment
from models.dossier import Dossier
from models.waiting.follow_up import Reply

UPDATE_KIND = "update"
CLOSING_KIND = "closing-note"
"""Names of the letter kinds that count; a call or a note without a letter counts through Event.asks."""


class Exchanges(msgspec.Struct, frozen=True, kw_only=True):
    """`updates` are the days of those sent after their last word; `closing` is the day of a closing note after it."""

    replies: tuple[Reply, ...] = ()
    updates: tuple[date, ...] = ()
    closing: date | None = None
    last_date_given: date | None = None

    def replies_under(self, promised: date | None) -> tuple[Reply, ...]:
        """The replies, where `promised` is the day written in the opportunity.

        Logging a reply writes its date there and the user may have corrected it since: where that day still lies ahead
        of the reply, it stands in for the date in the event.
        """
        if promised is None:
            return self.replies
        return tuple(
            Reply(each.day, promised) if each.gave_date and promised >= each.day else each for each in self.replies
        )


def exchanges_since(dossier: Dossier, end: Moment) -> Exchanges:
    """Everything after the interview's end. Something without a moment cannot be placed and is left out."""
    start = end.aware
    theirs = sorted(
        (
            (each.when.aware, Reply(each.when.day, each.gave_date))
            for each in dossier.events
            if each.direction == "from them" and each.channel != "met" and each.when and each.when.aware >= start
        ),
        key=lambda pair: pair[0],
    )
    since = theirs[-1][0] if theirs else start
    mine = [(what, when) for what, when in _mine(dossier) if when.aware >= since]
    updates = sorted(when.day for what, when in mine if what == "update")
    closings = [when.day for what, when in mine if what == "closing note"]
    given = [reply.gave_date for _, reply in theirs if reply.gave_date]
    return Exchanges(
        replies=tuple(reply for _, reply in theirs),
        updates=tuple(updates),
        closing=max(closings, default=None),
        last_date_given=given[-1] if given else None,
    )


def _mine(dossier: Dossier) -> Iterator[tuple[str, Moment]]:
    kinds = {UPDATE_KIND: "update", CLOSING_KIND: "closing note"}
    counted: set[str] = set()
    for letter in dossier.letters:
        if letter.kind in kinds and letter.state == "sent" and letter.sent:
            counted.add(letter.id)
            yield kinds[letter.kind], letter.sent
    for event in dossier.events:
        if event.asks and event.when and not (event.letter and event.letter in counted):
            yield event.asks, event.when
