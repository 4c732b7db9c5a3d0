"""What is usual: published averages by sector, and what silence can mean. The words and numbers are data."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import msgspec

from models.errors import BadInput
from models.formats import Sentence, Value

Unit = Literal["calendar", "business", "days"]


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
    def sentence(self) -> Sentence:
        """The average with what it counts and its source, said as what it is."""
        values: dict[str, Value] = {
            "number": self.number,
            "start": self.start,
            "end": self.end,
            "sector": self.sector,
            "source": self.source,
            "year": str(self.year),
        }
        match self.unit:
            case "business":
                text = "Usual for {sector}: {number} working days from {start} to {end} ({source}, {year}). An average; many take longer."
            case "calendar":
                text = "Usual for {sector}: {number} calendar days from {start} to {end} ({source}, {year}). An average; many take longer."
            case "days":
                text = "Usual for {sector}: {number} days from {start} to {end} ({source}, {year}; it does not say whether weekends count). An average; many take longer."
        return Sentence(text, values)


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
