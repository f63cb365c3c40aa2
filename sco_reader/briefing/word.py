"""A sheet as a Word file. python-docx knows nothing of right to left, so paragraphs, tables and runs are told here.

ECMA-376 part 1: `w:bidi` turns a paragraph, `w:bidiVisual` a table, `w:rtl` a run; a run in Arabic takes its font, size
and weight from the complex-script properties (`w:cs`, `w:szCs`, `w:bCs`), its language from `w:lang w:bidi`.
"""

import io
import re
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sco_reader.arabic.bidi import is_rtl
from sco_reader.arabic.digits import in_digits
from sco_reader.briefing.context import Plain
from sco_reader.briefing.ooxml import field, put
from sco_reader.briefing.spans import Span
from sco_reader.words import say

_ACCENT, _QUIET, _RUBRIC = RGBColor(0x0A, 0x58, 0x78), RGBColor(0x58, 0x66, 0x70), RGBColor(0xA5, 0x12, 0x3C)

_WIDTH, _LABELS, _TEXTS, _DAYS = Mm(170), Mm(42), Mm(112), Mm(38)
"""Between the margins; of columns of labels, of texts that are longer than those beside them, and of days."""

_LRM, _RLM = "\u200e", "\u200f"


def _first_columns(key: str, count: int) -> tuple[Any, ...]:
    """Widths of the columns at the start of a section that are not as wide as the rest."""
    if key in ("statuses", "leaders", "terms", "names") and count == 3:
        return (_DAYS, _DAYS)
    if key in ("meetings", "milestones"):
        return (_DAYS,)
    return (_TEXTS,) if count == 2 else ()


def word_of(parts: Sequence[dict[str, Plain]]) -> bytes:
    """All parts as one .docx, each on a page of its own, headings and table heads as Word knows them."""
    document = Document()
    document.core_properties.title = str(parts[0]["document_title"])
    document.core_properties.author = "SCO Reader"
    for number, part in enumerate(parts):
        section = document.add_section(WD_SECTION.NEW_PAGE) if number else document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.bottom_margin = Mm(20)
        section.top_margin = Mm(25)
        put(section._sectPr, "w:pgNumType", start="1")
        _Part(document, part, alone=len(parts) == 1).write(section)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Part:
    """Writes one sheet into the document, in its own direction."""

    def __init__(self, document: Any, part: dict[str, Any], *, alone: bool) -> None:
        self._document = document
        # LibreOffice knows NUMPAGES alone; of several parts only Word can count each.
        self._pages = "NUMPAGES" if alone else "SECTIONPAGES"
        self._part = part
        self._rtl = part["lang"] == "ar"

    def write(self, section: Any) -> None:
        part = self._part
        self._foot(section)
        self._line(part["kicker"], 9, _QUIET)
        self._heading(part["title"], 1)
        if part["subtitle"]:
            self._line(part["subtitle"], 11)
        for line in part["lead"]:
            self._line(line["text"], 11, notes=line["notes"])
        if part["note"]:
            self._line(part["note"], 9, _QUIET)
        self._facts()
        for listed in part["sections"]:
            self._section(listed)
        if part["disputes"]:
            self._heading(part["disputes_title"], 2)
            for dispute in part["disputes"]:
                self._line([*dispute["about"], {"text": ": ", "dir": ""}, *dispute["text"]], 10, notes=dispute["notes"])
        if part["sources"]:
            self._heading(part["sources_title"], 2)
        for source in part["sources"]:
            head: list[Span] = [{"text": in_digits(f"{source['number']}. ", self._part["digits"]), "dir": ""}]
            rest: list[Span] = [{"text": " · ", "dir": ""}, *source["line"]]
            own = "rtl" if source["title_rtl"] else "ltr"
            title: list[Span] = source["title"] or [{"text": source["domain"], "dir": "ltr"}]
            turned: list[Span] = [{"text": span["text"], "dir": span["dir"] or own} for span in title]
            self._line([*head, *turned, *rest], 8)

    def _facts(self) -> None:
        part = self._part
        if not part["facts"]:
            return
        self._heading(part["facts_title"], 2)
        table = self._table([part["item_head"], part["fact_head"]], (_LABELS,))
        for fact in part["facts"]:
            cells = table.add_row().cells
            self._fill(cells[0], [{"text": fact["label"], "dir": ""}], colour=_QUIET)
            self._fill(cells[1], fact["value"], notes=fact["notes"])

    def _foot(self, section: Any) -> None:
        """As of, verified through, page x of y: in the language of the part, counting its own pages."""
        if self._rtl:
            put(section._sectPr, "w:bidi")
        section.footer.is_linked_to_previous = False
        paragraph = section.footer.paragraphs[0]
        self._turn(paragraph)
        self._run(paragraph, self._part["as_of"], 8.5, bold=True, colour=_RUBRIC)
        self._run(paragraph, f" · {self._part['horizon']} · ", 8.5, colour=_QUIET)
        for piece in re.split(r"(\{pages?\})", self._part["page"]):
            counted = {"{page}": "PAGE", "{pages}": self._pages}.get(piece)
            run = self._run(paragraph, "" if counted else piece, 8.5, colour=_QUIET)
            if counted:
                field(run, counted)

    def _section(self, section: dict[str, Any]) -> None:
        if section["title"]:
            self._heading(section["title"], 2)
        table = self._table(section["columns"], _first_columns(section["key"], len(section["columns"])))
        for group in section["groups"]:
            if group["title"]:
                cells = table.add_row().cells
                merged = cells[0].merge(cells[-1])
                self._fill(merged, [{"text": group["title"], "dir": ""}], bold=True)
                merged.paragraphs[0].paragraph_format.keep_with_next = True
            for row in group["rows"]:
                cells = table.add_row().cells
                for place, cell in enumerate(row["cells"]):
                    said = [*cell["text"]]
                    if cell["tag"]:
                        said.append({"text": f" ({cell['tag']})", "dir": ""})
                    notes = row["notes"] if place == len(row["cells"]) - 1 else []
                    self._fill(cells[place], said, bold=cell["strong"], notes=[] if cell["sub"] else notes)
                    if cell["sub"]:
                        self._write(cells[place].add_paragraph(), cell["sub"], 8.5, _QUIET, notes)
            if group["missing"]:
                cells = table.add_row().cells
                missing = group["missing"]
                self._fill(cells[0].merge(cells[-1]), missing["text"], colour=_QUIET, notes=missing["notes"])
        if section["more"]:
            self._line([{"text": section["more"], "dir": ""}], 9, _QUIET)
        for row in table.rows:
            put(row._tr.get_or_add_trPr(), "w:cantSplit")

    def _heading(self, text: str, level: int) -> None:
        paragraph = self._document.add_heading(level=level)
        self._turn(paragraph)
        self._run(paragraph, text, 22 if level == 1 else 13, bold=True, colour=None if level == 1 else _ACCENT)

    def _line(self, said: list[Span], size: float, colour: Any = None, notes: Sequence[int] = ()) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        self._write(paragraph, said, size, colour, notes)

    def _table(self, heads: Sequence[str], first: Sequence[Any] = ()) -> Any:
        """A table with its head; the `first` columns have widths of their own, the others share what is left."""
        table = self._document.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        if self._rtl:
            put(table._tbl.tblPr, "w:bidiVisual")
        if first:
            left = len(heads) - len(first)
            for column, wide in zip(table.columns, (*first, *[(_WIDTH - sum(first)) // left] * left), strict=True):
                column.width = column.cells[0].width = wide
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            self._fill(cell, [{"text": head, "dir": ""}], colour=_QUIET)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        put(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        return table

    def _fill(
        self, cell: Any, said: list[Span], *, bold: bool = False, colour: Any = None, notes: Sequence[int] = ()
    ) -> None:
        self._write(cell.paragraphs[0], said, 9.5, colour, notes, bold=bold)

    def _write(
        self, paragraph: Any, said: list[Span], size: float, colour: Any, notes: Sequence[int], *, bold: bool = False
    ) -> None:
        self._turn(paragraph)
        for span in said:
            self._run(paragraph, self._held(span), size, bold=bold, colour=colour)
        if notes:
            # The hair space is a neutral: without it "2027" and the note "2" would be one number to the bidi algorithm.
            self._run(
                paragraph,
                "\u200a" + in_digits(say("list-comma", self._part["lang"]).join(map(str, notes)), self._part["digits"]),
                size,
                colour=_ACCENT,
                raised=True,
            )

    def _held(self, span: Span) -> str:
        """The text of `span`; where it runs against the paragraph, marks keep its digits and quotes with it.

        Isolates would say so in one character, but word processors do not all know them; the last mark gives the
        direction back to what follows, such as the day behind an English publisher.
        """
        own = "rtl" if self._rtl else "ltr"
        if span["dir"] in ("", own):
            return span["text"]
        its, back = (_RLM, _LRM) if span["dir"] == "rtl" else (_LRM, _RLM)
        return f"{its}{span['text']}{its}{back}"

    def _turn(self, paragraph: Any) -> None:
        if self._rtl:
            put(paragraph._p.get_or_add_pPr(), "w:bidi")

    def _run(
        self, paragraph: Any, text: str, size: float, *, bold: bool = False, colour: Any = None, raised: bool = False
    ) -> Any:
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.superscript = Pt(size), bold, raised or None
        run.font.name = "IBM Plex Sans"
        if colour is not None:
            run.font.color.rgb = colour
        properties = run._r.get_or_add_rPr()
        properties.rFonts.set(qn("w:cs"), "IBM Plex Sans Arabic")
        put(properties, "w:bCs", val="1" if bold else "0")
        put(properties, "w:szCs", val=str(round(size * 2)))
        if is_rtl(text) or (self._rtl and not any(letter.isalpha() for letter in text)):
            put(properties, "w:rtl")
        put(properties, "w:lang", val="en-GB", bidi="ar-SA")
        return run
