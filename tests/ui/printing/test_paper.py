"""Paper and devices: whole files or none, sentences for failures, and no crash when painting fails."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

import main
from ui.printing.ink import elided, font_of, text_width, wrapped
from ui.printing.paper import A4, LETTER, CannotPrint, Paper, Sheet, to_pdf, to_printer


class Numbers:
    """A document of so many pages with a number on each."""

    def __init__(self, pages: int = 1, paper: Paper = A4, landscape: bool = False, broken: bool = False) -> None:
        self.sheet = Sheet(paper, landscape)
        self.title = "Numbers"
        self.pages = pages
        self.broken = broken

    def page_count(self) -> int:
        return self.pages

    def paint(self, page: int, painter: QPainter) -> None:
        if self.broken:
            raise ValueError("a fault while painting")
        painter.setFont(font_of(1.2, 400))
        painter.drawText(QPointF(100, 100), f"number {page + 1}")


def told(path: Path, tool: str = "pdftotext", *options: str) -> str:
    words = [tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [(A4, False, "595 x 842"), (A4, True, "842 x 595"), (LETTER, False, "612 x 792"), (LETTER, True, "792 x 612")],
)
def test_a_pdf_has_the_size_of_its_paper(
    qapp: QApplication, tmp_path: Path, paper: Paper, landscape: bool, size: str
) -> None:
    to_pdf(Numbers(2, paper, landscape), tmp_path / "n.pdf")
    facts = told(tmp_path / "n.pdf", "pdfinfo")
    shown = next(line for line in facts.splitlines() if line.startswith("Page size"))
    width, height = (round(float(word)) for word in shown.split()[2:5:2])
    assert f"{width} x {height}" == size
    assert "Title:           Numbers" in facts
    assert "number 2" in told(tmp_path / "n.pdf")


def test_a_fault_while_painting_is_an_ordinary_error_and_leaves_the_old_file(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "n.pdf"
    path.write_text("old", "utf-8")
    with pytest.raises(ValueError, match="while painting"):
        to_pdf(Numbers(broken=True), path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"), [("none/n.pdf", "none does not exist"), ("", "is a folder"), ("x" * 300, "cannot be written")]
)
def test_a_place_that_takes_no_file_is_named_in_a_sentence(
    qapp: QApplication, tmp_path: Path, name: str, words: str
) -> None:
    with pytest.raises(CannotPrint, match=words):
        to_pdf(Numbers(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_to_the_new_file(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "n.pdf"
    link.symlink_to(tmp_path / "far" / "real.pdf")
    to_pdf(Numbers(), link)
    assert link.is_symlink()
    assert (tmp_path / "far" / "real.pdf").read_bytes().startswith(b"%PDF")
    assert len(list((tmp_path / "far").iterdir())) == 1


def test_a_pipe_is_not_replaced_by_a_file(qapp: QApplication, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotPrint, match="pipe is a device or a pipe"):
        to_pdf(Numbers(), tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_protected_against_writing_is_kept(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.pdf"
    path.write_text("old", "utf-8")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda place, _mode: place != path)  # whoever runs the tests may be root
    with pytest.raises(CannotPrint, match="protected against writing"):
        to_pdf(Numbers(), path)
    assert path.read_text("utf-8") == "old"


def test_the_verb_says_so_too(qapp: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    offers = tmp_path / "offers.json"
    offers.write_text('{"offers": [{"name": "A", "base": 1}]}', "utf-8")
    assert main.main(["compare", str(offers), "--pdf", str(tmp_path / "none" / "n.pdf")]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "none does not exist" in err


def test_a_printer_gets_the_pages_it_was_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    to_printer(Numbers(4, LETTER, landscape=True), printer)
    text = told(tmp_path / "printed.pdf")
    assert [word for word in text.split() if word.isdigit()] == ["2", "3"]
    assert "792 x 612" in told(tmp_path / "printed.pdf", "pdfinfo")


def test_wrapping_keeps_every_word_and_breaks_those_that_are_too_long(qapp: QApplication) -> None:
    text = "Donaudampfschifffahrtsgesellschaftskapitän 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 und weiter"
    lines = wrapped(text, 60, 9)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 9) <= 60.5 for line in lines)


def test_a_tab_is_painted_as_a_space(qapp: QApplication) -> None:
    assert wrapped("Boston\thybrid", 200, 9) == ("Boston hybrid",)


def test_a_last_line_that_leaves_something_out_says_so(qapp: QApplication) -> None:
    lines = wrapped("one two three four five six seven eight", 40, 9, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert elided("short", 100, 9) == "short"
