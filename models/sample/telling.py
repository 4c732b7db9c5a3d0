"""From the story's file to records: its keys become ids, its days become dates."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, cast

import msgspec

from models.errors import BadInput
from models.library import Library
from models.proofreading.passes import NEEDED, digest, letter_text
from models.records import RECORDS, Interview, Letter, Profile, Record, Settings, fields_of
from models.sample.days import StoryDays

TABLES: dict[str, type[Record]] = {kind.table: kind for kind in RECORDS}
_WEEKDAY_GAP = re.compile(r"\{weekday ([^}]*)\}")


def read_story(path: Path) -> dict[str, Any]:
    """The file's content. Raises BadInput naming it where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"The sample story in {path.name} cannot be read: {error}.") from error


class Telling:
    """One telling, inside a step."""

    def __init__(self, library: Library, story: dict[str, Any]) -> None:
        self._library = library
        self._story = story
        self._days = StoryDays(library)
        self._ids: dict[str, str] = {}
        self._made: list[Record] = []
        self._signature = ""

    def tell(self) -> str:
        """Put every record and remember which they are; returns the id of the hero's interview."""
        self._tell_profile()
        for table, rows in self._story.items():
            if isinstance(rows, list):
                for row in cast("list[dict[str, Any]]", rows):
                    self._tell_record(TABLES[table], row)
        hero = self._ids[self._story["hero"]]
        self._made.sort(key=lambda record: (record.table, record.id) != (Interview.table, hero))
        keys = tuple(f"{record.table}/{record.id}" for record in self._made)
        self._library.put(msgspec.structs.replace(self._library.one(Settings), sample=keys))
        return hero

    def _tell_profile(self) -> None:
        """Letters need a signature: the user's own where there is one, else the sample's."""
        profile = self._library.one(Profile)
        if not any((profile.name, profile.email, profile.phone)):
            profile = self._library.put(msgspec.structs.replace(profile, **self._story["profile"]))
            self._made.append(profile)
        lines = (profile.name, profile.phone, profile.email, profile.city, profile.link)
        self._signature = "\n".join(line for line in lines if line)

    def _tell_record(self, kind: type[Record], row: dict[str, Any]) -> None:
        types = {info.name: str(info.type) for info in fields_of(kind)}
        built = {name: self._value(types.get(name, ""), value) for name, value in row.items() if name != "key"}
        try:
            record = self._library.put(_as_sent(msgspec.convert(built, kind)))
        except msgspec.ValidationError as error:
            raise BadInput(f"The sample story holds a {kind.noun} that cannot be used: {error}.") from error
        self._made.append(record)
        if "key" in row:
            self._ids[row["key"]] = record.id

    def _value(self, type_name: str, value: Any) -> Any:
        if isinstance(value, list):
            return tuple(self._value(type_name, each) for each in cast("list[Any]", value))
        if isinstance(value, dict):
            term = cast("dict[str, Any]", value)
            return {name: self._value(type_name if name == "value" else "", each) for name, each in term.items()}
        if not isinstance(value, str):
            return value
        if "Moment" in type_name:
            return self._days.moment(value)
        if "date" in type_name:
            return self._days.day(value)
        return self._id(value[1:]) if value.startswith("@") else self._text(value)

    def _id(self, key: str) -> str:
        if key not in self._ids:
            raise BadInput(f"The sample story points to “{key}” before telling of it.")
        return self._ids[key]

    def _text(self, text: str) -> str:
        text = _WEEKDAY_GAP.sub(lambda gap: self._days.weekday(gap[1]), text)
        return text.replace("{signature}", self._signature).strip()


def _as_sent(record: Record) -> Record:
    """A letter that went out was read over first, and its text is frozen; anything else is left as it is."""
    if not isinstance(record, Letter) or record.state != "sent":
        return record
    text = letter_text(record)
    passes = {name: digest(text) for name in (*NEEDED, "aloud")}
    return msgspec.structs.replace(record, sent_text=text, passes=passes)
