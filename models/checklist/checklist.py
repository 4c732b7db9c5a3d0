"""A checklist is data: groups by moment, items with their words, what each stands for. Read with strict checks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from models.errors import BadInput
from models.records import Interview, fields_of
from models.records.opportunity import WantIt

Automatic = Literal["", "panel", "spelling", "notes", "next-steps", "drafts", "letters"]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Other words for those who want the job, are not sure, or do not."""

    want: Literal["yes", "not sure", "no"]
    label: str
    help: str = ""
    say: str = ""


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"wordings": "for"}):
    """One thing to do. `say` is a sentence to adapt; `field` names a field of the interview, `automatic` a rule."""

    id: str
    label: str
    help: str = ""
    say: str = ""
    field: str = ""
    automatic: Automatic = ""
    wordings: tuple[Wording, ...] = ()

    def worded(self, want: WantIt) -> Item | Wording:
        """The words for this wish; the item's own where it has no others."""
        return next((each for each in self.wordings if each.want == want), self)


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"items": "item"}):
    """The items of one moment."""

    id: str
    label: str
    items: tuple[Item, ...]


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"groups": "group"}):
    """A whole checklist, in the order in which it is shown."""

    label: str
    groups: tuple[Group, ...]

    def item(self, item_id: str) -> Item | None:
        """The item of that id."""
        return next((item for group in self.groups for item in group.items if item.id == item_id), None)


def load_checklist(path: Path) -> Checklist:
    """The checklist in that file. Raises BadInput naming file and place where it is not as it should be."""
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not a TOML file: {error}.") from error
    try:
        found = msgspec.convert(raw, Checklist)
    except msgspec.ValidationError as error:
        raise BadInput(f"{path.name} is not a checklist: {error}.") from error
    _check(found, path.name)
    return found


def _check(checklist: Checklist, source: str) -> None:
    if not checklist.groups:
        raise BadInput(f"{source}: expected at least one group.")
    known = {info.name for info in fields_of(Interview)}
    seen: set[str] = set()
    for group in checklist.groups:
        if not group.items or not group.label.strip():
            raise BadInput(f"{source}, group “{group.id}”: expected a label and at least one item.")
        for item in group.items:
            place = f"{source}, item “{item.id}”"
            if item.id in seen or not item.id.strip():
                raise BadInput(f"{place}: expected an id that no other item has.")
            seen.add(item.id)
            if not item.label.strip():
                raise BadInput(f"{place}: expected a label.")
            if item.field and item.field not in known:
                raise BadInput(f"{place}: an interview has no field called “{item.field}”.")
            if item.field and item.automatic:
                raise BadInput(f"{place}: expected field or automatic, not both.")
            if len({each.want for each in item.wordings}) < len(item.wordings):
                raise BadInput(f"{place}: expected each wish once under for.")
