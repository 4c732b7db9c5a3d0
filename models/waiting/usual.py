"""What is usual: published averages by sector, and what silence can mean. The words and numbers are data."""

from __future__ import annotations

import re
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Literal

import msgspec

from models.errors import BadInput
from models.formats import Sentence, Value, say
from models.phrases import number_word

Unit = Literal["calendar", "business", "days"]
CALENDAR_DAYS_A_WEEK, WORKING_DAYS_A_WEEK = 7, 5


class Average(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}
):
    """One published average: how many days from what to what, by whom, when."""

    id: str
    sector: str
    words: tuple[str, ...] = ()
    general: bool = False
    number: Decimal
    unit: Unit
    start: str
    end: str
    source: str
    year: int

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        """About how many weeks, from what to what; then the figure as it was published, and by whom."""
        return self._about(), self._exactly()

    def _about(self) -> Sentence:
        week = WORKING_DAYS_A_WEEK if self.unit == "business" else CALENDAR_DAYS_A_WEEK
        halves = int((2 * self.number / week).quantize(Decimal(1), rounding=ROUND_HALF_UP))
        weeks, half = divmod(max(1, halves), 2)
        values: dict[str, Value] = {"sector": self.sector, "start": self.start, "end": self.end}
        match weeks, half:
            case 0, _:
                return say("About half a week on average for {sector}, from {start} to {end}.", **values)
            case 1, 0:
                return say("About a week on average for {sector}, from {start} to {end}.", **values)
            case _, 0:
                count = number_word(weeks)
                return say("About {weeks} weeks on average for {sector}, from {start} to {end}.", weeks=count, **values)
            case _:
                count = number_word(weeks)
                return say(
                    "About {weeks} and a half weeks on average for {sector}, from {start} to {end}.",
                    weeks=count,
                    **values,
                )

    def _exactly(self) -> Sentence:
        values: dict[str, Value] = {"number": self.number, "source": self.source, "year": str(self.year)}
        match self.unit:
            case "business":
                return say("Many take longer. Published as {number} working days ({source}, {year}).", **values)
            case "calendar":
                return say("Many take longer. Published as {number} calendar days ({source}, {year}).", **values)
            case "days":
                return say(
                    "Many take longer. Published as {number} days ({source}, {year}; whether weekends count is not said).",
                    **values,
                )


class Silence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What silence can mean, the likeliest first, and one line to end on."""

    lines: tuple[str, ...]
    close: str


class Timelines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"averages": "average"}):
    """Everything in timelines.toml."""

    averages: tuple[Average, ...]
    silence: Silence

    def usual(self, sector: str) -> Average | None:
        """The average published for that sector, else the general one. None only where neither is there."""
        name = sector.casefold()
        if name.strip():
            for average in self.averages:
                if any(re.search(rf"\b{re.escape(word)}", name) for word in average.words):
                    return average
        return next((average for average in self.averages if average.general), None)

    def what_silence_can_mean(self) -> tuple[Sentence, ...]:
        """Short lines, then the one to end on."""
        return (*(Sentence(line) for line in self.silence.lines), Sentence(self.silence.close))

    @property
    def sectors(self) -> tuple[str, ...]:
        """Names to offer in the sector field."""
        return tuple(average.sector.removesuffix(", graduates") for average in self.averages if not average.general)


def load_timelines(path: Path) -> Timelines:
    """The file's content. Raises BadInput naming file and place where it is not as it should be."""
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not a TOML file: {error}.") from error
    try:
        found = msgspec.convert(raw, Timelines)
    except msgspec.ValidationError as error:
        raise BadInput(f"{path.name} does not hold timelines: {error}.") from error
    ids = [average.id for average in found.averages]
    for number, average in enumerate(found.averages, 1):
        if ids.count(average.id) > 1:
            raise BadInput(f"{path.name}, average {number}: the id “{average.id}” is used twice.")
        if not 0 < average.number < 1000 or not 1990 <= average.year <= 2100 or not average.source.strip():
            raise BadInput(f"{path.name}, average {number}: expected a number of days, a source and its year.")
        if not average.words and not average.general:
            raise BadInput(f"{path.name}, average {number}: expected words to find it by, or general = true.")
    return found
