"""The briefing sheet: real files, opened again."""

import re
import subprocess
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from docx import Document
from pypdf import PdfReader

from sco_reader.briefing import write_sheet
from sco_reader.briefing.context import context
from sco_reader.briefing.spans import plain
from sco_reader.briefing.typeset import pdf_of
from sco_reader.cards.compose import card
from sco_reader.errors import CannotWrite, UnknownEnding, UnknownId

CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def extracted(path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return CONTROLS.sub("", done.stdout)


@pytest.fixture(scope="module")
def arabic(db, tmp_path_factory):
    return write_sheet(db, ["hsc-2024"], lang="ar", on=None, target=tmp_path_factory.mktemp("ar") / "a.pdf")


def test_arabic_comes_out_of_the_pdf_letter_by_letter(arabic):
    text = extracted(arabic)

    for words in (
        "قمة أستانا 2024",
        "قصر الاستقلال",
        "بيلاروسيا",
        "فلاديمير بوتين",
        "شي جين بينغ",
        "الأمين العام",
        "الصين",
        "الإمارات",
    ):
        assert words in text, words
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufefc]", text)


def test_no_reader_of_the_pdf_finds_a_space_inside_a_word(db, tmp_path):
    """Letters that the type moves apart, kaf behind alef, yeh behind reh, are one word to poppler and to PDFium."""
    path = write_sheet(db, ["sco"], lang="ar", on=date(2025, 12, 1), target=tmp_path / "one.pdf")
    pages = pypdfium2.PdfDocument(path)
    by_pdfium = " ".join(page.get_textpage().get_text_range() for page in pages)

    for text in (extracted(path), by_pdfium):
        words = set(text.split())
        assert {"أكتوبر", "باكستان", "البحرين"} <= words
        assert not {"كتوبر", "كستان", "با", "البحر", "ين"} & words


def test_the_sheet_is_tagged_titled_and_in_arabic(arabic):
    reader = PdfReader(arabic)

    assert reader.metadata.title == "قمة أستانا 2024: ورقة إحاطة"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith("ar")
    assert b"pdfuaid" in arabic.read_bytes() or reader.xmp_metadata is not None


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_astana_stands_on_two_pages_and_neither_is_half_empty(db, tmp_path, lang):
    path = write_sheet(db, ["hsc-2024"], lang=lang, on=None, target=tmp_path / "a.pdf")

    document = pypdfium2.PdfDocument(path)
    assert len(document) == 2
    for page in document:
        rows = page.get_textpage()
        lowest = min(
            rows.get_charbox(index)[1] for index in range(0, rows.count_chars(), 7) if rows.get_charbox(index)[1] > 60
        )
        assert lowest < page.get_height() / 2
    document.close()


def test_the_foot_says_as_of_and_horizon(db, tmp_path):
    path = write_sheet(db, ["kz"], lang="en", on=date(2024, 7, 4), target=tmp_path / "a.pdf")

    text = extracted(path)
    assert "As of 4 July 2024" in text and "Verified through 31 December 2025" in text and "Page 1 of" in text


@pytest.mark.parametrize(
    "an_id",
    [
        "kz",
        "kassym-jomart-tokayev",
        "astana",
        "sco",
        "astana-declaration-2024",
        "hsc-2017",
        "nato-of-the-east",
        "af-observer-applied-2015",
        "cdm-2006",
    ],
)
def test_every_kind_of_entity_has_a_sheet_in_both_languages(db, tmp_path, an_id):
    path = write_sheet(db, [an_id], lang="both", on=None, target=tmp_path / "a.pdf")

    assert len(PdfReader(path).pages) >= 2


@pytest.mark.parametrize("day", [date(2005, 7, 5), date(2016, 1, 1)])
def test_a_list_whose_rows_all_come_after_the_day_is_left_out(db, day):
    """On these days the heads of the Secretariat had no rows: the head alone made the typesetter panic."""
    made = context(db, card(db, "sco", lang="en", on=day))

    assert all(group["rows"] or group["missing"] for section in made["sections"] for group in section["groups"])
    assert pdf_of([made]).startswith(b"%PDF")


def test_text_is_never_markup(db):
    made = context(db, card(db, "kz", lang="en", on=date(2024, 7, 4)))
    made["title"] = '#panic("x") *bold* $x$ <b>'

    text = pypdfium2.PdfDocument(pdf_of([made]))[0].get_textpage().get_text_range()
    assert '#panic("x") *bold* $x$ <b>' in text


def test_the_same_sheet_gives_the_same_bytes(db):
    parts = [context(db, card(db, "kz", lang="ar", on=date(2024, 7, 4)))]

    assert pdf_of(parts) == pdf_of(parts)


def test_the_word_file_runs_right_to_left(db, tmp_path):
    path = write_sheet(db, ["hsc-2024"], lang="ar", on=None, target=tmp_path / "a.docx")

    document = Document(path)
    assert document.core_properties.title == "قمة أستانا 2024: ورقة إحاطة"
    assert document.tables[0]._tbl.tblPr.xpath("w:bidiVisual")
    heading = next(p for p in document.paragraphs if p.text == "قمة أستانا 2024")
    assert (
        heading.style.name == "Heading 1" and heading._p.xpath("w:pPr/w:bidi") and heading._p.xpath("w:r/w:rPr/w:rtl")
    )


def test_an_english_title_in_the_arabic_word_file_keeps_its_year_and_quotes(db, tmp_path):
    """A title such as "2024 Astana SCO summit" had its year at the wrong end, a day ran on with its publisher."""
    document = Document(write_sheet(db, ["hsc-2024"], lang="ar", on=None, target=tmp_path / "a.docx"))

    listed = [each.text for each in document.paragraphs if "Astana" in each.text]
    assert any("\u200e2024 Astana SCO summit\u200e\u200f" in each for each in listed)
    assert any("\u200eThe Astana Times\u200e\u200f" in each for each in listed)


def test_a_word_file_has_no_heading_over_nothing(db, tmp_path):
    document = Document(write_sheet(db, ["claims-of-the-press"], lang="ar", on=None, target=tmp_path / "a.docx"))

    assert all(len(table.rows) > 1 for table in document.tables)
    assert all(each.text for each in document.paragraphs if each.style.name.startswith("Heading"))


def test_web_page_and_text_say_the_same(db, tmp_path):
    page = write_sheet(db, ["kz"], lang="ar", on=date(2024, 7, 4), target=tmp_path / "a.html").read_text("utf-8")
    text = write_sheet(db, ["kz"], lang="ar", on=date(2024, 7, 4), target=tmp_path / "a.txt").read_text("utf-8")

    assert 'dir="rtl"' in page and "قاسم جومارت توكاييف" in page and "قاسم جومارت توكاييف" in text
    assert not CONTROLS.search(page + text)


def test_bad_targets_leave_nothing_behind(db, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(CannotWrite):
        write_sheet(db, ["kz"], lang="en", on=None, target=tmp_path / "file" / "a.pdf")
    with pytest.raises(UnknownEnding):
        write_sheet(db, ["kz"], lang="en", on=None, target=tmp_path / "a.odt")
    with pytest.raises(UnknownId):
        write_sheet(db, ["atlantis"], lang="en", on=None, target=tmp_path / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_note_behind_a_range_of_years_does_not_stand_inside_it(arabic):
    """Unboxed, the note "2" and the year "2027" were one number to the bidirectional algorithm: 2025-²2027."""
    page = pypdfium2.PdfDocument(arabic)[1].get_textpage()
    boxes = [(letter, page.get_charbox(index)) for index, letter in enumerate(page.get_text_range())]
    dashes = [box for letter, box in boxes if letter == "-" and box[2] > box[0]]
    beside = [
        box[3] - box[1]
        for dash in dashes
        for letter, box in boxes
        if letter.isdigit()
        and dash[1] - 5 < box[1] < dash[3] + 4
        and min(abs(box[0] - dash[2]), abs(dash[0] - box[2])) < 3
    ]

    assert len(beside) >= 4
    assert min(beside) > 0.8 * max(beside)


def test_both_languages_make_one_file_of_four_pages(db, tmp_path):
    path = write_sheet(db, ["hsc-2024"], lang="both", on=None, target=tmp_path / "a.pdf")

    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) == 4
    assert "Delegations" in pages[2] and "Delegations" not in pages[0]


def test_the_line_below_the_title_gives_both_days_in_both_calendars(db):
    english = context(db, card(db, "hsc-2024", lang="en", on=date(2024, 7, 4)))
    arabic = context(db, card(db, "hsc-2024", lang="ar", on=date(2024, 7, 4)))

    assert "3–4 July 2024 (27–28 Dhu al-Hijja 1445 AH)" in plain(english["subtitle"])
    assert "3 و4 يوليو 2024 (27 و28 ذي الحجة 1445 هـ)" in plain(arabic["subtitle"])


def test_the_chart_shows_every_step_up_to_the_horizon(db):
    grown = context(db, card(db, "hsc-2017", lang="en", on=date(2017, 6, 9)))["growth"]

    assert [step["count"] for step in grown["steps"]] == [6, 8, 9, 10]
    assert [step["now"] for step in grown["steps"]] == [False, True, False, False]


def test_a_title_that_our_fonts_cannot_print_gives_way_to_its_site(db):
    found = card(db, "sco", lang="ar", on=date(2025, 1, 1), most_sources=2)
    first, *rest = found.sources
    georgian = replace(first, source=replace(first.source, title="საქართველო"))

    sources = context(db, replace(found, sources=(georgian, *rest)))["sources"]

    missing = [source for source in sources if not source["title"]]
    assert [source["address"] for source in missing] == [first.source.address]
    assert missing[0]["domain"] in first.source.address
    assert "□" not in "".join(plain(source["title"]) for source in sources)


def test_the_word_file_has_a_footer_for_each_part_and_elements_in_the_order_of_the_schema(db, tmp_path):
    document = Document(write_sheet(db, ["kz"], lang="both", on=date(2024, 7, 4), target=tmp_path / "a.docx"))

    feet = [section.footer.paragraphs[0] for section in document.sections]
    assert "كما في 4 يوليو 2024" in feet[0].text and "As of 4 July 2024" in feet[1].text
    assert all(foot._p.xpath(".//w:fldSimple[@w:instr='PAGE']//w:szCs[@w:val='17']") for foot in feet)
    for bidi in document.element.body.iter("{*}bidi"):
        assert all(later.tag.endswith(("}spacing", "}jc", "}rPr", "}docGrid")) for later in bidi.itersiblings())


def test_sources_that_go_over_pages_are_read_to_the_foot_of_one_page_before_the_next(db):
    """Three columns broke as one block: page two held 1 to 4, 10 to 13 and 18 to 20, page three the rest of each."""
    found = context(db, card(db, "sco", lang="en", on=date(2025, 1, 1), most_sources=1))
    document = pypdfium2.PdfDocument(pdf_of([found]))
    begun = [" ".join(plain(source["title"]).split(" ")[:2]) for source in found["sources"]]
    on_page = [[place for place, page in enumerate(document) if page.get_textpage().search(words).get_next()]
               for words in begun if words.isascii() and begun.count(words) == 1]  # fmt: skip
    document.close()

    shown = [places[0] for places in on_page if len(places) == 1]
    assert len(set(shown)) > 1
    assert shown == sorted(shown)


def test_a_date_stays_on_one_line_of_a_narrow_column_and_is_copied_with_plain_spaces(db, tmp_path):
    text = extracted(write_sheet(db, ["kz"], lang="ar", on=date(2025, 12, 1), target=tmp_path / "a.pdf"))

    assert "\u00a0" not in text
    assert re.search(r"31\s*أغسطس\s*\n+\s*و\s*1\s*سبتمبر 2025", text)


def test_the_day_behind_a_long_foreign_publisher_does_not_run_on_with_it(db):
    """Without a box of its own the day was read as part of the English: ‹2021 نوفمبر Devdiscourse (ANI) · 24›."""
    found = context(db, card(db, "astana", lang="ar", on=date(2025, 1, 1), most_sources=2))
    assert any("Devdiscourse (ANI)" in plain(source["line"]) for source in found["sources"])
    document = pypdfium2.PdfDocument(pdf_of([found]))
    page = document[len(document) - 1].get_textpage()
    text = page.get_text_range()

    publisher = page.get_charbox(text.index("Devdiscourse"))
    boxes = [page.get_charbox(place) for place, letter in enumerate(text) if letter.isdigit()]
    beside = [
        box for box in boxes if abs(box[1] - publisher[1]) < 2 and publisher[0] - 160 < box[0] < publisher[0] + 90
    ]
    document.close()
    assert len(beside) >= 6
    assert all(box[2] < publisher[0] for box in beside)


def test_a_heading_says_how_many_of_how_many_are_printed(db):
    from sco_reader.briefing.context import sheet_card

    found = sheet_card(db, "by", lang="en", on=date(2025, 12, 1), today=date(2025, 12, 1))
    leaders = next(section for section in context(db, found)["sections"] if section["key"] == "leaders")

    president = leaders["groups"][0]
    assert len(president["rows"]) == 2
    assert re.fullmatch(r"President of Belarus \(2 of \d+\)", president["title"])


def test_a_comparison_names_nobody_as_absent(db):
    """The row of its heads, which the table says itself, was taken for one: ‹Not represented:› and nothing behind."""
    made = context(db, card(db, "compare:kz,uz", lang="en", on=date(2024, 7, 4)))

    assert [group["missing"] for section in made["sections"] for group in section["groups"]] == [None]


def test_no_heading_in_a_word_table_is_parted_from_what_it_heads(db, tmp_path):
    write_sheet(db, ["af"], lang="ar", on=date(2025, 12, 1), target=tmp_path / "af.docx")
    tables = Document(str(tmp_path / "af.docx")).tables
    heads = [table.rows[0].cells[0].paragraphs[0] for table in tables]
    groups = [
        row.cells[0].paragraphs[0] for table in tables for row in table.rows if row.cells[0]._tc is row.cells[-1]._tc
    ]

    assert len(heads) == 4 and any("طالبان" in group.text for group in groups)
    assert all(paragraph.paragraph_format.keep_with_next for paragraph in (*heads, *groups))


def test_no_row_of_a_sheet_goes_on_overleaf(db, tmp_path):
    write_sheet(db, ["af"], lang="ar", on=date(2025, 12, 1), target=tmp_path / "af.pdf")
    notes = [page.extract_text().partition("خلاف")[0] for page in PdfReader(tmp_path / "af.pdf").pages[1:]]
    first_line, second_line = ([note.count(word) for note in notes] for word in ("كابول", "للمنظمة"))

    assert sum(first_line) > 8  # whoever was not invited, told at each meeting
    assert first_line == second_line
