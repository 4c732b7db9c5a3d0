"""The printed comparison, read back from its PDF: every figure is on it, nothing is cut off, and it copies as it reads."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from models.formats import PlainFormatter, render
from models.offers import Comparison, cell_text, compare
from models.offers.assumed import assumed_sentences
from models.offers.reading import OffersFile, read_offers
from models.records import Offer, Score, Term
from ui.command_line.reading import read_json
from ui.printing.ink import blend
from ui.printing.offers_layout import FOOTER_HEIGHT, TITLE_HEIGHT, notes_height
from ui.printing.offers_page import OffersPage
from ui.printing.paper import A4, LETTER, Paper, paint_scaled, to_pdf

TESTS = Path(__file__).resolve().parents[2]
SAMPLE = TESTS / "files" / "offers.json"
MADE = date(2026, 8, 8)
LONG = "Gesellschaft für außerordentlich lange Firmennamen und Unterbindestrichkomposita mbH & Co. KG"
ARABIC = "شركة الشمال للصحة"


def sample() -> OffersFile:
    return read_offers(json.loads(SAMPLE.read_text("utf-8"), parse_float=Decimal), "sample")


def comparison(count: int = 3, change: Callable[[int, Offer], Offer] | None = None, years: int = 4) -> Comparison:
    """So many offers in the manner of the sample, each with its own figures and scores."""
    given = sample()
    offers: list[Offer] = []
    scores: list[Score] = []
    for number in range(count):
        like = given.offers[number % len(given.offers)]
        assert like.base is not None
        base = Term(like.base.value + number, like.base.state)
        offer = msgspec.structs.replace(like, id=f"o{number}", name=f"{like.name} {number + 1}", base=base)
        offers.append(change(number, offer) if change else offer)
        scores += [msgspec.structs.replace(s, offer=f"o{number}") for s in given.scores if s.offer == like.id]
    return compare(offers, given.criteria, scores, msgspec.structs.replace(given.assumptions, years=years))


def read_back(page: OffersPage, folder: Path) -> str:
    path = folder / "offers.pdf"
    to_pdf(page, path)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def figures(shown: Comparison) -> list[str]:
    form = PlainFormatter()
    rows = [row for row in shown.rows if row.unit != "text" and row.key != "received"]
    return [cell_text(row, cell, form) for row in rows for cell in row.cells if cell.value is not None]


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("paper", [A4, LETTER], ids=lambda paper: paper.name)
@pytest.mark.parametrize(("count", "years"), [(1, 1), (2, 4), (3, 6), (4, 4), (8, 6)])
def test_every_figure_is_on_the_paper(qapp: QApplication, tmp_path: Path, paper: Paper, count: int, years: int) -> None:
    shown = comparison(count, years=years)
    text = read_back(OffersPage(shown, MADE, paper), tmp_path)
    for figure in figures(shown):
        assert figure in text
    assert "\N{MINUS SIGN}$2,280" in text
    for sentence in (*shown.remarks, *assumed_sentences(shown)):
        assert without_spaces(render(sentence, PlainFormatter())) in without_spaces(text)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=lambda paper: paper.name)
def test_a_full_comparison_of_three_fits_on_one_page_on_its_side(qapp: QApplication, paper: Paper) -> None:
    page = OffersPage(comparison(3), MADE, paper)
    assert page.page_count() == 1
    assert page.sheet.landscape
    assert not OffersPage(comparison(2), MADE, paper).sheet.landscape


def test_the_page_reads_as_it_did(qapp: QApplication, tmp_path: Path) -> None:
    text = read_back(OffersPage(comparison(3), MADE), tmp_path)
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    golden = TESTS / "golden" / "offers-page.txt"
    assert "\n".join(lines) == golden.read_text("utf-8").strip()


def long_and_foreign(number: int, offer: Offer) -> Offer:
    name = ARABIC if number == 1 else f"{LONG} {number}"
    return msgspec.structs.replace(
        offer,
        name=name,
        title=Term("Principal " * 11),
        place=Term("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
        conditions=Term("Background check and drug test. " * 40),
        musts_broken=(LONG,),
    )


@pytest.mark.parametrize("paper", [A4, LETTER], ids=lambda paper: paper.name)
@pytest.mark.parametrize("count", [1, 3, 5, 8])
def test_long_names_and_texts_go_on_and_nothing_leaves_the_paper(
    qapp: QApplication, tmp_path: Path, paper: Paper, count: int
) -> None:
    shown = comparison(count, long_and_foreign)
    page = OffersPage(shown, MADE, paper)
    text = without_spaces(read_back(page, tmp_path))
    for figure in figures(shown):
        assert without_spaces(figure) in text
    assert text.count("Background") == text.count("drug") == 40 * count
    for column in shown.columns:
        assert column.name == ARABIC or without_spaces(column.name) in text
    assert f"Page{page.page_count()}of{page.page_count()}" in text
    for number in range(page.page_count()):
        assert_margins_are_white(page, number)


def test_forty_criteria_go_on_to_further_pages(qapp: QApplication, tmp_path: Path) -> None:
    given = sample()
    criteria = [msgspec.structs.replace(given.criteria[0], id=f"c{n}", name=f"Criterion number {n}") for n in range(40)]
    scores = [Score(offer=offer.id, criterion=c.id, value=7) for offer in given.offers for c in criteria]
    shown = compare(given.offers, criteria, scores)
    page = OffersPage(shown, MADE)
    text = read_back(page, tmp_path)
    assert page.page_count() > 1
    for criterion in criteria:
        assert criterion.name in text
    assert_blocks_fit(page)


@pytest.mark.parametrize("count", range(1, 9))
def test_rows_and_notes_never_share_a_place(qapp: QApplication, count: int) -> None:
    for paper in (A4, LETTER):
        for change in (None, long_and_foreign):
            assert_blocks_fit(OffersPage(comparison(count, change, years=6), MADE, paper))


def assert_blocks_fit(page: OffersPage) -> None:
    for part in page.layout.pages:
        height = TITLE_HEIGHT + (part.head_height + sum(part.heights) if part.columns else 0)
        assert height + notes_height(part.notes) + FOOTER_HEIGHT <= page.layout.content.height()


def assert_margins_are_white(page: OffersPage, number: int) -> None:
    image = painted(page, number)
    sheet, white = page.sheet, QColor("white")
    inner = QRectF(12, 12, sheet.width - 24, sheet.height - 24).toRect()
    edge = [(x, y) for x in range(image.width()) for y in (*range(12), *range(image.height() - 12, image.height()))]
    edge += [(x, y) for y in range(image.height()) for x in (*range(12), *range(image.width() - 12, image.width()))]
    assert inner.isValid()
    assert all(image.pixelColor(x, y) == white for x, y in edge[::3])


def painted(page: OffersPage, number: int = 0) -> QImage:
    image = QImage(int(page.sheet.width), int(page.sheet.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_scaled(page, number, painter, 1.0)
    return image


def test_the_best_column_is_named_and_not_only_tinted(qapp: QApplication, tmp_path: Path) -> None:
    assert "Highest total" in read_back(OffersPage(comparison(3), MADE), tmp_path)
    equal = compare([Offer(id="1", name="A", base=Term(Decimal(1))), Offer(id="2", name="B", base=Term(Decimal(1)))])
    assert "Highest total" not in read_back(OffersPage(equal, MADE), tmp_path)


def test_what_was_only_said_is_marked(qapp: QApplication, tmp_path: Path) -> None:
    text = read_back(OffersPage(comparison(3), MADE), tmp_path)
    assert "nothing in writing yet" in text
    assert "“said” marks what is not in writing yet." in text


def test_the_current_job_needs_nothing_in_writing(qapp: QApplication, tmp_path: Path) -> None:
    job = Offer(id="1", name="My job", kind="current job", base=Term(Decimal(80_000)))
    offer = Offer(id="2", name="Northwind", base=Term(Decimal(90_000), "written"))
    text = read_back(OffersPage(compare([job, offer]), MADE), tmp_path)
    assert "said" not in text.replace("nobody said", "")
    assert "in writing" not in text


def test_a_total_without_base_is_marked(qapp: QApplication, tmp_path: Path) -> None:
    shown = compare([Offer(id="1", name="A", sign_on=Term(Decimal(5_000))), Offer(id="2", name="B")])
    assert "without base" in read_back(OffersPage(shown, MADE), tmp_path)


def test_the_parts_of_a_bar_are_apart_in_grey_too(qapp: QApplication) -> None:
    greys = [blend("accent", share).lightness() for share in (1.0, 0.68, 0.46, 0.29, 0.15)]
    assert all(lighter - darker >= 12 for darker, lighter in itertools.pairwise(greys))


def test_fonts_are_embedded_and_there_are_two_weights(qapp: QApplication, tmp_path: Path) -> None:
    to_pdf(OffersPage(comparison(3), MADE), tmp_path / "offers.pdf")
    fonts = subprocess.run(["pdffonts", tmp_path / "offers.pdf"], capture_output=True, encoding="utf-8", check=True)
    rows = fonts.stdout.splitlines()[2:]
    assert sorted(row.split()[0].split("+")[-1] for row in rows) == ["EncoreSans-Regular", "EncoreSans-SemiBold"]
    assert all(" yes " in row for row in rows)


def test_the_verb_writes_the_same_page(qapp: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    import main

    out = tmp_path / "out.pdf"
    assert main.main(["compare", str(SAMPLE), "--json", "--pdf", str(out), "--paper", "letter"]) == 0
    given: dict[str, Any] = json.loads(capfd.readouterr().out)
    done = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, encoding="utf-8", check=True)
    read = read_offers(read_json(SAMPLE), "sample")
    for figure in figures(compare(read.offers, read.criteria, read.scores, read.assumptions)):
        assert figure in done.stdout
    assert given["offers"][0]["totals"][0]["amount"] == "153140.00"
