"""The sample story: a search in full swing, brought in and taken out again in one step each.

Which records belong to it is kept in `Settings.sample`. What the user adds to them (a note, a letter, a person met
there) goes with them; what is the user's own stays and only loses its link.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from models.library import Library
from models.records import Interview, Profile, Record, Settings
from models.sample.removal import remove_with_all
from models.sample.telling import TABLES, Telling, read_story
from models.texts import QT_TRANSLATE_NOOP

__all__ = ["add_sample", "has_sample", "remove_sample"]

ADD = QT_TRANSLATE_NOOP("encore", "Add the sample story")
REMOVE = QT_TRANSLATE_NOOP("encore", "Remove the sample story")
NOBODYS = ".example"
"""The ending of addresses that nobody can own (RFC 2606): a profile that has one is the sample's."""


def add_sample(library: Library, folder: Path) -> str:
    """Bring in the story of `folder`/story.toml, laid out around today.

    Returns the interview to take in hand. Where the story is there already nothing is added, and its interview is
    returned (an empty id where the user has removed them all). Raises BadInput where the file cannot be used.
    """
    present = _sample_records(library)
    if present:
        return next((record.id for record in present if isinstance(record, Interview)), "")
    story = read_story(folder / "story.toml")
    with library.step(ADD):
        return Telling(library, story).tell()


def has_sample(library: Library) -> bool:
    """Whether any record of the story is there."""
    return bool(_sample_records(library))


def remove_sample(library: Library) -> int:
    """Take the story out with everything that hangs on it. Returns how many records went.

    A profile that came with the story and has since been given the user's own e-mail stays.
    """
    settings = library.one(Settings)
    if not settings.sample:
        return 0
    with library.step(REMOVE):
        removed = remove_with_all(library, [record for record in _sample_records(library) if not _is_own(record)])
        library.put(msgspec.structs.replace(settings, sample=()))
    return removed


def _sample_records(library: Library) -> list[Record]:
    found: list[Record] = []
    for key in library.one(Settings).sample:
        table, _, record_id = key.partition("/")
        record = library.find(TABLES[table], record_id) if table in TABLES else None
        if record is not None:
            found.append(record)
    return found


def _is_own(record: Record) -> bool:
    return isinstance(record, Profile) and not record.email.endswith(NOBODYS)
