"""Sheets of paper, and how a document gets onto them: into a PDF, to a printer, or onto the screen.

A document paints in points (1/72 inch) from the top left corner of the sheet; whoever shows it scales.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from models.errors import EncoreError
from ui.version import VERSION

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72
PDF_RESOLUTION = 1200


class CannotPrint(EncoreError):
    """A page could not be written or printed; the sentence says where and why."""


@dataclass(frozen=True)
class Paper:
    """A size of paper, upright, in points."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210 / 25.4 * 72, 297 / 25.4 * 72)
LETTER = Paper("Letter", 612, 792)
PAPERS: dict[str, Paper] = {"a4": A4, "letter": LETTER}
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "VE"})


def usual_paper(country: str) -> Paper:
    """The paper in most printers of that country (two letters)."""
    return LETTER if country in _LETTER_COUNTRIES else A4


@dataclass(frozen=True)
class Sheet:
    """A paper laid upright or on its side, with equal margins, in points."""

    paper: Paper = A4
    landscape: bool = False
    margin: float = 30

    @property
    def width(self) -> float:
        """The whole sheet, from left to right."""
        return self.paper.height if self.landscape else self.paper.width

    @property
    def height(self) -> float:
        """The whole sheet, from top to bottom."""
        return self.paper.width if self.landscape else self.paper.height

    @property
    def content(self) -> QRectF:
        """The sheet without its margins."""
        return QRectF(self.margin, self.margin, self.width - 2 * self.margin, self.height - 2 * self.margin)

    @property
    def layout(self) -> QPageLayout:
        """The sheet as Qt's devices want it: no margins of their own, as the document keeps its own."""
        size = QPageSize(QSizeF(self.paper.width, self.paper.height), QPageSize.Unit.Point, self.paper.name)
        turned = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        layout = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout


class Document(Protocol):
    """Something that can be painted page by page."""

    @property
    def sheet(self) -> Sheet:
        """The paper it is laid out for."""
        ...

    @property
    def title(self) -> str:
        """What the file or the print job is called."""
        ...

    def page_count(self) -> int:
        """How many pages there are; at least one."""
        ...

    def paint(self, page: int, painter: QPainter) -> None:
        """Paint a page (0 is the first) in points from the sheet's top left corner."""
        ...


def to_pdf(document: Document, path: Path) -> None:
    """Write the document as a PDF, whole or not at all.

    A link stays a link to the new file. Raises CannotPrint where the place cannot be written to or holds something that
    is not to be replaced; what is there is kept in that case.
    """
    data = pdf_bytes(document)
    draft = path
    try:
        place = _place_of(path)
        draft = place.with_name(f".{place.name[:80]}.{secrets.token_hex(4)}.part")
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    except (OSError, ValueError) as error:
        if draft != path:
            _forget(draft)
        raise CannotPrint(_why(path, error)) from error


def pdf_bytes(document: Document) -> bytes:
    """The document as the bytes of a PDF with its fonts embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator(f"Encore {VERSION}")
    writer.setResolution(PDF_RESOLUTION)
    _paint_all(document, writer, PDF_RESOLUTION)
    return bytes(buffer.data().data())


def to_printer(document: Document, printer: QPrinter) -> None:
    """Send the pages that the printer was asked for. Raises CannotPrint where it does not take them."""
    printer.setDocName(document.title)
    printer.setFullPage(True)
    first = printer.fromPage() or 1
    last = printer.toPage() or document.page_count()
    _paint_all(document, printer, printer.resolution(), range(first - 1, min(last, document.page_count())))


def paint_scaled(document: Document, page: int, painter: QPainter, scale: float) -> None:
    """Paint a page so that a point is `scale` device units long."""
    painter.save()
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        document.paint(page, painter)
    finally:
        painter.restore()


def _paint_all(document: Document, device: QPagedPaintDevice, resolution: int, pages: range | None = None) -> None:
    device.setPageLayout(document.sheet.layout)
    with QPainter(device) as painter:
        if not painter.isActive():
            raise CannotPrint("The printer did not take the pages. Is it switched on and connected?")
        for number, page in enumerate(pages if pages is not None else range(document.page_count())):
            if number and not device.newPage():
                raise CannotPrint("The printer stopped taking pages.")
            paint_scaled(document, page, painter, resolution / POINTS_PER_INCH)


def _place_of(path: Path) -> Path:
    """Where the file really goes. Raises CannotPrint for a device, a pipe and a file that is protected."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_dir():
        if not place.is_file():
            raise CannotPrint(f"{path} is a device or a pipe; choose a name for a file.")
        if not os.access(place, os.W_OK):
            raise CannotPrint(f"{path} is protected against writing; nothing was changed.")
    return place


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def _why(path: Path, error: Exception) -> str:
    if _is_folder(path):
        return f"{path} is a folder; choose a name for the file in it."
    if not _is_folder(path.parent):
        return f"The folder {path.parent} does not exist, so nothing was written."
    reason = (getattr(error, "strerror", None) or "the name is not one a file can have").lower()
    return f"{path} cannot be written ({reason}); nothing was changed."


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no file can have
        return False
