"""The help pages: one for each tab, links that lead somewhere, and a length that one reads."""

from __future__ import annotations

import re

import pytest

from resources import ROOT
from ui.command_line import VERBS
from ui.tabs import TABS

PAGES = {page.stem: page.read_text("utf-8") for page in sorted((ROOT / "help").glob("*.md"))}


def test_there_is_a_page_for_every_tab_and_for_the_rest() -> None:
    wanted = {"start", "privacy-and-your-file", "printing", "keyboard", "command-line"}
    assert {spec.name for spec in TABS} | wanted <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_short_calm_and_its_links_lead_to_pages(page: str) -> None:
    text = PAGES[page]
    assert text.startswith("# ")
    assert len(text.splitlines()) < 60
    assert "!" not in text
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert target.removesuffix(".md") in PAGES


def test_the_page_about_the_command_line_shows_every_verb() -> None:
    for verb in VERBS:
        assert f"encore {verb} " in PAGES["command-line"]
