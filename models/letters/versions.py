"""The wordings a letter had, and taking an earlier one again."""

from __future__ import annotations

from models.history import OLD_VERSION, Version, versions
from models.letters.operations import edit_letter
from models.library import Library
from models.records import Letter


def wordings(library: Library, letter_id: str) -> tuple[Version[Letter], ...]:
    """One version for each wording of subject and text, newest first; the first is how the letter reads now."""
    found: list[Version[Letter]] = []
    for version in versions(library, Letter, letter_id):
        if found and _text(found[-1].record) == _text(version.record):
            found[-1] = version  # the wording is as old as its first appearance
        else:
            found.append(version)
    return tuple(found)


def use_wording(library: Library, letter_id: str, version: Version[Letter], *, origin: object = None) -> Letter:
    """Subject and text as they were then, as one step; a ready letter is a draft again. Raises where it was sent."""
    subject, body = _text(version.record)
    with library.step(OLD_VERSION, origin=origin):
        return edit_letter(library, letter_id, subject=subject, body=body)


def _text(letter: Letter) -> tuple[str, str]:
    return letter.subject, letter.body
