"""The briefing sheet before it is printed: the very file that is saved, page by page."""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.desktop.background import Answer, run_in_background
from sco_reader.desktop.clip import drag, far_enough, file_clip
from sco_reader.desktop.parts import label, panel, push_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.sheet_jobs import SheetJob, SheetLang, view_of
from sco_reader.desktop.theme import Theme
from sco_reader.errors import CannotWrite, UserError
from sco_reader.files import write_whole
from sco_reader.words import Lang, say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LANGS: tuple[SheetLang, ...] = ("ar", "en", "both")
_LOG = logging.getLogger(__name__)
_POINTS_PER_INCH = 72
_PRINT_DPI, _SCREEN_DPI = 300, 99
_MARGIN = 24


def page_images(pdf: bytes, dpi: float, *, width: float | None = None) -> list[QImage]:
    """Every page of a PDF as a picture at `dpi`, or smaller where the widest is to be `width` pixels wide.

    PDFium is not thread-safe: this runs in the window's thread alone.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    images = []
    scale = dpi / _POINTS_PER_INCH
    if width is not None:
        scale = min(scale, width / max(page.get_width() for page in document))
    for page in document:
        bitmap = page.render(scale=scale, rev_byteorder=True)
        kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        raw = bytes(bitmap.buffer)
        images.append(QImage(raw, bitmap.width, bitmap.height, bitmap.stride, kind).copy())
    document.close()
    return images


class Paper(QLabel):
    """A page on show. Pulled out of the window, it takes the whole file along."""

    pulled = Signal()

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter)
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if far_enough(event, self._pressed):
            self._pressed = None
            self.pulled.emit()


class SheetPreview(QWidget):
    """Shows the sheet of one entity, saves it as PDF, prints it, lets it be dragged to a mail or a folder."""

    closed = Signal()
    told = Signal(str)
    problem_found = Signal(object)

    def __init__(self, reference: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._theme = theme
        self._id = ""
        self._title = ""
        self._day = date.min
        self._job: Callable[[], bytes] | None = None
        self._pdf = b""
        self._answer: Answer | None = None
        self._heading = QLabel()
        self._language = QComboBox()
        self._save = push_button("primary")
        self._print = QPushButton()
        self._close = QPushButton()
        self._state = label("quiet")
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setObjectName("preview")
        self._area.setWidgetResizable(True)
        self._pages: list[Paper] = []
        self._files: TemporaryDirectory[str] | None = None
        self._place()
        self._language.activated.connect(self.set_again)
        self._save.clicked.connect(self.save_as)
        self._print.clicked.connect(self.print_out)
        self._close.clicked.connect(self.closed)

    def _place(self) -> None:
        bar = panel("sheetBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self._heading, 1)
        for widget in (self._language, self._print, self._save, self._close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._state)
        column.addWidget(self._area, 1)

    def show_sheet(self, an_id: str, title: str, day: date, job: Callable[[], bytes] | None = None) -> None:
        """Set and show the sheet of `an_id` as of `day`, in the language of the window.

        `job` sets it where its id does not say all that is on it: then it is set in that language alone.
        """
        self._id, self._title, self._day, self._job = an_id, title, day, job
        self.retranslate()
        self._language.setCurrentIndex(self._language.findData(self._theme.lang))
        self.set_again()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # until there is something to save

    @property
    def pdf(self) -> bytes:
        """The file on show; empty while it is being set."""
        return self._pdf

    @property
    def language(self) -> SheetLang:
        return next(each for each in _LANGS if each == self._language.currentData())

    def set_again(self) -> None:
        self._pdf = b""
        self._show_pages([])
        self._state.setText(say("sheet-making", self._theme.lang))
        self._state.show()
        for button in (self._save, self._print):
            button.setEnabled(False)
        answer = Answer(self)
        answer.succeeded.connect(self._show_pdf)
        answer.failed.connect(self._show_failure)
        self._answer = answer
        job = SheetJob(self._reference, self._id, self.language, self._day, self._theme.voice.style)
        run_in_background(self._job or job, answer)

    def _show_pdf(self, pdf: bytes) -> None:
        if self.sender() not in (self._answer, None):
            return
        self._pdf = pdf
        self._state.hide()
        for button in (self._save, self._print):
            button.setEnabled(True)
        self._show_pages(self._pictures())
        if self.hasFocus():
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pictures(self) -> list[QImage]:
        """The pages as wide as the view allows beside its scroll bar, at the device's own pixels."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        wide, ratio = max(self._area.width() - bar - 2 * _MARGIN - 4, 320), self.devicePixelRatioF()
        return page_images(self._pdf, _SCREEN_DPI * ratio, width=wide * ratio)

    def _show_pages(self, images: list[QImage]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 24)
        column.setSpacing(16)
        self._pages = []
        for number, image in enumerate(images, 1):
            sheet_page = Paper()
            sheet_page.setToolTip(say("sheet-drag", self._theme.lang))
            sheet_page.pulled.connect(self.drag_file)
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._draw_edge(pixmap)
            sheet_page.setPixmap(pixmap)
            sheet_page.setAccessibleName(self._theme.voice.say("sheet-of", page=number, pages=len(images)))
            column.addWidget(sheet_page)
            self._pages.append(sheet_page)
        column.addStretch()
        self._area.setWidget(page)

    def _draw_edge(self, page: QPixmap) -> None:
        """A line around the page: in high contrast paper and ground are of one colour."""
        painter = QPainter(page)
        painter.setPen(self._theme.colour("line-strong" if self._theme.contrast == "more" else "line"))
        painter.drawRect(QRectF(QPointF(), page.deviceIndependentSize()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pdf and event.oldSize().width() != event.size().width():
            self._show_pages(self._pictures())

    def _show_failure(self, error: object) -> None:
        if self.sender() not in (self._answer, None):
            return
        self._state.setText(say("sheet-failed", self._theme.lang))
        if isinstance(error, UserError):
            self.problem_found.emit(error)
        elif isinstance(error, BaseException):
            _LOG.error("a sheet could not be set", exc_info=error)

    def save_as(self) -> None:
        """Ask where, then save what is shown."""
        lang = self._theme.lang
        name, _ = QFileDialog.getSaveFileName(
            self, say("sheet-save", lang), f"{file_name(self._id)}-{self.language}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        """Save what is shown, whole or not at all."""
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        try:
            write_whole(target, self._pdf)
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=isolate(neutralise(str(target)))))

    def drag_file(self) -> None:
        """Let the reader drop what is shown as a PDF file: a copy in a folder that is emptied when the program ends."""
        if self._files is None:
            self._files = TemporaryDirectory(prefix="sco-reader-")
        target = Path(self._files.name) / f"{self._id}-{self.language}.pdf"
        try:
            write_whole(target, self._pdf)
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        drag(self, file_clip(target))

    def forget_files(self) -> None:
        """Delete what was written for dragging."""
        if self._files is not None:
            self._files.cleanup()
            self._files = None

    def print_out(self) -> None:
        """Print what is shown, by the system's dialog; without a printer a sentence says what to do instead."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.told.emit(say("sheet-no-printer", self._theme.lang))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            paint_on(printer, self._pdf)
            self.told.emit(say("sheet-printed", self._theme.lang))

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._heading.setFont(theme.font("view-title"))
        self._heading.setText(say("sheet-title", lang, name=isolate(self._title)))
        chosen = self._language.currentData()
        self._language.clear()
        for each in _LANGS:
            if each == lang or not view_of(self._id) or (each != "both" and self._job is None):
                self._language.addItem(_language_name(each, lang), each)
        self._language.setCurrentIndex(max(self._language.findData(chosen), 0))
        self._language.setAccessibleName(say("sheet-language", lang))
        self._save.setText(f"\u00a0{say('sheet-save', lang)}")
        self._save.setIcon(icon("download", theme.colour("on-accent")))
        self._print.setText(f"\u00a0{say('sheet-print', lang)}")
        self._print.setIcon(icon("printer", theme.colour("ink2")))
        self._close.setText(say("sheet-close", lang))
        self._area.setAccessibleName(say("sheet-preview", lang))


def _language_name(each: SheetLang, lang: Lang) -> str:
    return say("sheet-both", lang) if each == "both" else say(f"language-{each}", lang)


def file_name(an_id: str) -> str:
    """What a file about `an_id` is called where a colon is not allowed."""
    return an_id.replace(":", "-").replace(",", "-").replace("+", "-")


def paint_on(printer: "QPrinter", pdf: bytes) -> None:
    """Every page of `pdf` on a printer, at 300 dots an inch, as large as the paper allows, lying where it is broad."""
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPageLayout, QPainter

    images = page_images(pdf, _PRINT_DPI)
    lying = bool(images) and images[0].width() > images[0].height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        room = painter.viewport()
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(room.topLeft(), size), image)
    painter.end()
