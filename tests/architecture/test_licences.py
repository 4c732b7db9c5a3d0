"""Everything that ships is named with its licence, its text and the version that is locked."""

from __future__ import annotations

import re
import tomllib

from tests.architecture.sources import ROOT

FOLDER = ROOT / "resources" / "licences"
COMPONENTS = tomllib.loads((FOLDER / "notices.toml").read_text("utf-8"))["component"]
LOCKED = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))


def test_each_requirement_of_the_program_has_its_notice() -> None:
    asked = re.findall(r"^([A-Za-z][\w-]*)", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    assert not set(asked) - {component.get("package") for component in COMPONENTS}


def test_each_version_is_the_locked_one() -> None:
    named = {component["package"]: component["version"] for component in COMPONENTS if "package" in component}
    assert named == {package: LOCKED.get(package) for package in named}


def test_each_text_is_there_and_none_is_forgotten() -> None:
    named = {text for component in COMPONENTS for text in component["texts"]}
    assert named == {path.name for path in FOLDER.glob("*.txt")}


def test_nothing_that_ships_is_under_the_gpl_alone() -> None:
    assert not [c["name"] for c in COMPONENTS if re.search(r"(?<!L)GPL", c["licence"])]
