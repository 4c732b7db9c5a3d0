"""The bundled fonts: present, small, with figures of equal width, and copied from a PDF as they were written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from resources import ROOT
from ui.theme.fonts import font, load_fonts
from ui.theme.tokens import FAMILY, SERIF_FAMILY

WRITTEN = (
    "Health premium \u2212$2,280 (yours)",
    "0123456789 + 25 % = 1,250.50 \u20ac",
    "Zo\u00eb \u0141ukasz Nguy\u1ec5n \u039a\u03c9\u03bd \u0416\u0434 \u201cquoted\u201d \u2013 \u2192",
    "office affine fjord (fi) ffl",
)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts(ROOT / "fonts")


def test_every_font_file_can_be_used() -> None:
    assert load_fonts(ROOT / "fonts") == ()
    assert {FAMILY, SERIF_FAMILY} <= set(QFontDatabase.families())


def test_the_three_weights_are_there() -> None:
    assert [QFontInfo(font(15, weight)).weight() for weight in (400, 500, 600)] == [400, 500, 600]


@pytest.mark.parametrize("serif", [False, True])
@pytest.mark.parametrize("weight", [400, 600])
def test_all_figures_are_equally_wide(weight: int, *, serif: bool) -> None:
    metrics = QFontMetricsF(font(32, weight, serif=serif))
    assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


def test_the_reserved_names_are_not_used_and_the_files_are_small() -> None:
    for file in (ROOT / "fonts").glob("*.ttf"):
        assert file.stat().st_size < 125_000, file.name
        assert (
            "inter"
            not in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0].casefold()
        )


@pytest.mark.parametrize("serif", [False, True])
def test_what_is_copied_from_a_pdf_is_what_was_written(tmp_path: Path, *, serif: bool) -> None:
    reader = shutil.which("pdftotext")
    assert reader, "poppler's pdftotext is needed to check exports"
    target = tmp_path / "copied.pdf"
    device = QPdfWriter(str(target))
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    device.setResolution(96)
    with QPainter(device) as painter:
        for index, text in enumerate(WRITTEN):
            painter.setFont(font(18, (400, 500, 600, 400)[index], serif=serif))
            painter.drawText(40, 60 + index * 40, text)
    done = subprocess.run([reader, "-layout", "-enc", "UTF-8", str(target), "-"], capture_output=True, check=True)
    copied = [" ".join(line.split()) for line in done.stdout.decode().splitlines() if line.strip()]
    assert copied == list(WRITTEN)
