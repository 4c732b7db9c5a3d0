"""The painted line of days: no flag covers another, whatever the days, the words and the width."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import choose
from ui.widgets.timeline import LEAST_STEP, Mark, MarkKind, Timeline, plant, stations

START = date(2026, 4, 29)
KINDS: tuple[MarkKind, ...] = ("happened", "today", "next", "ahead")
marks = st.lists(
    st.builds(
        Mark,
        day=st.integers(0, 400).map(lambda days: START + timedelta(days=days)),
        text=st.text("abcdefghij ", min_size=1, max_size=30),
        when=st.just("Wed 29 Apr"),
        kind=st.sampled_from(KINDS),
    ),
    max_size=12,
)


def _wide(mark: Mark) -> float:
    return 8.0 * max(len(mark.text), len(mark.when))


@given(marks, st.integers(420, 2000))
@settings(max_examples=150)
def test_no_flag_covers_another_and_no_pole_crosses_words(days: list[Mark], width: int) -> None:
    flags = plant(days, width, _wide)
    assert sorted(flag.mark.day for flag in flags) == [flag.mark.day for flag in flags]
    for number, flag in enumerate(flags):
        for other in flags[number + 1 :]:
            if flag.above != other.above:
                continue
            apart = other.x >= flag.end
            assert apart or flag.lane != other.lane
            # the later pole runs through all lanes below its own: the words it would cross must lie farther out
            assert apart or flag.lane > other.lane


@given(marks, st.integers(420, 2000))
@settings(max_examples=100)
def test_every_flag_stands_within_the_width_where_the_days_have_room(days: list[Mark], width: int) -> None:
    room = width - 16 - max((_wide(mark) for mark in days), default=0)
    flags = plant(days, width, _wide)
    if len({mark.day for mark in days}) * LEAST_STEP <= room:
        assert all(flag.x >= 0 and flag.end <= width for flag in flags)


def test_days_keep_their_proportions_and_a_least_distance() -> None:
    days = [START, START, START + timedelta(days=1), START + timedelta(days=11)]
    places = stations(days, 132, 10)
    assert places[0] == places[1] == 0
    assert places[2] >= 10
    assert places[3] == 132
    assert places[3] - places[2] > places[2]
    assert stations([], 100, 10) == []


def _story() -> list[Mark]:
    return [
        Mark(START, "Interview", "Wed 29 Apr", "happened"),
        Mark(START, "Thank-you sent", "Wed 29 Apr", "happened"),
        Mark(date(2026, 5, 12), "The day they named", "Tue 12 May", "happened"),
        Mark(date(2026, 5, 13), "Asking is fine", "Wed 13 May", "happened"),
        Mark(date(2026, 5, 14), "Better to ask", "Thu 14 May", "next"),
        Mark(date(2026, 5, 14), "Today", "Thu 14 May", "today"),
        Mark(date(2026, 5, 21), "Ask once more", "Thu 21 May", "ahead"),
        Mark(date(2026, 6, 11), "Closing note", "Thu 11 Jun", "ahead"),
    ]


def test_the_picture_is_as_high_as_its_flags_at_every_text_size_and_in_both_directions(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    line = Timeline("Timeline")
    qtbot.addWidget(line)
    try:
        for percent in (100, 150, 200):
            choose("dark", app, percent)
            for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
                line.setLayoutDirection(direction)
                line.show_marks(_story(), "in words")
                line.resize(line.minimumSizeHint().width(), line.height())
                line.show()
                boxes = [line.box(flag) for flag in line.flags]
                assert all(QRectF(line.rect()).contains(box) for box in boxes)
                overlaps = [(one, two) for one in boxes for two in boxes if one is not two and one.intersects(two)]
                assert not overlaps
                assert not line.grab().toImage().isNull()
    finally:
        choose("light", app, 100)
    assert line.accessibleDescription() == "in words"


def test_a_line_without_days_is_not_shown(qtbot: QtBot) -> None:
    line = Timeline("Timeline")
    qtbot.addWidget(line)
    line.show_marks([], "")
    assert line.isHidden()
