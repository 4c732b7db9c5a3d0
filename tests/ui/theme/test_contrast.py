"""Every theme can be read: the ratios are those of WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

import re

import pytest

from ui.theme import Role, load_theme
from ui.theme.sheet import style_sheet
from ui.theme.theme import FOLDER, ThemeFile
from ui.theme.tokens import ROLES

THEMES: tuple[ThemeFile, ...] = ("light", "dark", "contrast")
BACKGROUNDS: tuple[Role, ...] = ("page", "card", "field")
TEXT: tuple[Role, ...] = ("ink", "muted", "accent", "good", "warn", "bad")
ON_TINTS: tuple[tuple[Role, Role], ...] = (
    ("accent", "tint"), ("ink", "tint"), ("muted", "tint"), ("good", "good-tint"), ("warn", "warn-tint"),
    ("bad", "bad-tint"), ("ink", "good-tint"), ("ink", "warn-tint"), ("ink", "bad-tint"), ("on-accent", "accent"),
    ("on-accent", "accent-hover"), ("ink", "line"), ("muted", "line"),
)  # fmt: skip


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_from_every_background_it_is_written_on(name: ThemeFile) -> None:
    of = load_theme(name).colours.of
    pairs: list[tuple[Role, Role]] = [(text, back) for text in TEXT for back in BACKGROUNDS]
    pairs += ON_TINTS
    if name == "contrast":  # its line is black, so nothing is written on it: chips take the card there
        pairs = [pair for pair in pairs if pair[1] != "line"]
    weak = {
        pair: round(contrast(of(pair[0]), of(pair[1])), 2) for pair in pairs if contrast(of(pair[0]), of(pair[1])) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("name", THEMES)
def test_edges_and_the_focus_ring_can_be_seen(name: ThemeFile) -> None:
    of = load_theme(name).colours.of
    edges: tuple[Role, ...] = ("faint", "focus", "accent")
    weak = {(e, b): round(contrast(of(e), of(b)), 2) for e in edges for b in BACKGROUNDS if contrast(of(e), of(b)) < 3}
    assert not weak


def test_high_contrast_keeps_seven_to_one() -> None:
    of = load_theme("contrast").colours.of
    assert min(contrast(of(text), of(back)) for text in TEXT for back in BACKGROUNDS) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_the_marks_of_a_theme_use_only_its_own_colours(name: ThemeFile) -> None:
    theme = load_theme(name)
    own = {theme.colours.of(role) for role in ROLES}
    for file in (FOLDER / name).glob("*.svg"):
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}", file.read_text("utf-8"))) <= own, file.name


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_fills_every_gap_and_finds_every_mark(name: ThemeFile) -> None:
    sheet = style_sheet(load_theme(name, 150))
    assert "@" not in sheet
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert all((FOLDER / name / path.rpartition("/")[2]).is_file() for path in named)


def test_sizes_grow_with_the_text_and_stay_between_one_and_two_hundred_percent() -> None:
    assert load_theme("light", 200).px(15) == 30
    assert load_theme("light", 500).percent == 200
    assert load_theme("light", 10).percent == 100
    assert "font-size: 48px" in style_sheet(load_theme("light", 200))
