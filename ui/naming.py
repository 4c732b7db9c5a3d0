"""How interviews are called wherever they are named in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Interview, Opportunity
from ui.locale_formatter import LocaleFormatter
from ui.texts import tr

if TYPE_CHECKING:
    from models.library import Library


def interview_title(library: Library, interview: Interview) -> str:
    """For example "Northwind Health – Product designer – Panel, Thu 30 July"."""
    opportunity = library.find(Opportunity, interview.opportunity) or Opportunity()
    parts = [opportunity.employer or tr("Employer not named yet"), opportunity.role]
    day = LocaleFormatter().day(interview.start.day) if interview.start else ""
    parts.append(", ".join(part for part in (interview.title, day) if part))
    return " – ".join(part for part in parts if part)


def short_title(library: Library, interview: Interview) -> str:
    """Employer and round only: "Northwind Health – Panel"."""
    opportunity = library.find(Opportunity, interview.opportunity) or Opportunity()
    return " – ".join(part for part in (opportunity.employer or tr("Employer not named yet"), interview.title) if part)
