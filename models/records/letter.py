"""One e-mail, from its first draft to the text as it was sent."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from models.clock import Moment
from models.records.base import Record, says

LetterState = Literal["draft", "ready", "sent"]
Dialect = Literal["", "US", "UK", "Canadian", "Australian", "Indian"]
Formality = Literal["formal", "usual", "relaxed"]


class Letter(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "letters"
    noun: ClassVar[str] = "letter"

    kind: Annotated[str, says("Kind", "The name of a letter kind, such as thank-you.")] = "thank-you"
    opportunity: Annotated[str, says("Opportunity")] = ""
    interview: Annotated[str, says("Interview")] = ""
    recipients: Annotated[tuple[str, ...], says("To")] = ()
    dialect: Annotated[Dialect, says("Spelling", "Empty: as in your profile.")] = ""
    formality: Annotated[Formality, says("Tone")] = "usual"
    subject: Annotated[str, says("Subject")] = ""
    body: Annotated[str, says("Letter", long=True)] = ""
    state: Annotated[LetterState, says("State")] = "draft"
    passes: Annotated[
        dict[str, str],
        says("Passes", "Per pass the digest of the text it saw, or “waived: ” and by whom."),
    ] = {}
    ignored: Annotated[tuple[str, ...], says("Ignored here", "rule:text of findings put aside for this letter.")] = ()
    sent: Annotated[Moment | None, says("Sent")] = None
    sent_text: Annotated[str, says("Text as sent", long=True)] = ""
