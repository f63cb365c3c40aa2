"""A source is cited as the manuals have it, in both languages, title and publisher in their own script."""

import pytest

from sco_reader.arabic.bidi import bare
from sco_reader.citation import cite, in_italics, quoted_inside, source_line, with_source
from sco_reader.evidence import all_sources
from sco_reader.model import Citation, Source
from sco_reader.voice import Voice, voice_of


def cited(publisher, title, address, published, read="2026-11-23", at=None) -> Citation:
    return Citation(Source("id", address, publisher, title, "en", published, read, "press"), at)


YALE = cited("Yale University", "Yale Facts", "https://www.yale.edu/about-yale/yale-facts", None, "2017-05-08")
"""The example of the Chicago Manual of Style, 17th edition, 14.207."""
WHO = cited(
    "World Health Organization", "Questions and answers on immunization and vaccine safety",
    "https://www.who.int/features/qa/84/en/", "2018-03",
)  # fmt: skip
"""The example of the Publication Manual of the APA, 7th edition, 10.16 (111)."""
CENSUS = cited(
    "U.S. Census Bureau", "U.S. and world population clock", "https://www.census.gov/popclock/", None, "2020-01-09"
)
DECLARATION = cited("SCO Secretariat", "The Astana Declaration", "https://eng.sectsco.org/a", "2024-07-04")
EMIR = cited("وام", "رئيس الدولة يشارك في قمة «شنغهاي»", "https://www.wam.ae/ar/x", "2024-07-04", at="الفقرة 4")
ENGLISH, ARABIC = Voice("en"), Voice("ar")


@pytest.mark.parametrize(
    ("citation", "manner", "voice", "said"),
    [
        (YALE, "chicago", ENGLISH, "“Yale Facts,” Yale University, accessed May 8, 2017, https://www.yale.edu/about-yale/yale-facts."),
        (DECLARATION, "chicago", ENGLISH, "“The Astana Declaration,” SCO Secretariat, July 4, 2024, accessed November 23, 2026, https://eng.sectsco.org/a."),
        (WHO, "apa", ENGLISH, "World Health Organization. (2018, March). Questions and answers on immunization and vaccine safety. https://www.who.int/features/qa/84/en/"),
        (CENSUS, "apa", ENGLISH, "U.S. Census Bureau. (n.d.). U.S. and world population clock. Retrieved January 9, 2020, from https://www.census.gov/popclock/"),
        (DECLARATION, "apa", ENGLISH, "SCO Secretariat. (2024, July 4). The Astana Declaration. https://eng.sectsco.org/a"),
        (EMIR, "chicago", ARABIC, "وام، «رئيس الدولة يشارك في قمة “شنغهاي”»، 4 يوليو 2024، الفقرة 4، https://www.wam.ae/ar/x (تاريخ الاطلاع: 23 نوفمبر 2026)."),
        (DECLARATION, "chicago", ARABIC, "SCO Secretariat، «The Astana Declaration»، 4 يوليو 2024، https://eng.sectsco.org/a (تاريخ الاطلاع: 23 نوفمبر 2026)."),
        (YALE, "chicago", ARABIC, "Yale University، «Yale Facts»، https://www.yale.edu/about-yale/yale-facts (تاريخ الاطلاع: 8 مايو 2017)."),
        (EMIR, "apa", ARABIC, "وام. (2024، 4 يوليو). رئيس الدولة يشارك في قمة «شنغهاي». https://www.wam.ae/ar/x"),
        (CENSUS, "apa", ARABIC, "U.S. Census Bureau. (د.ت.). U.S. and world population clock. استُرجع في 9 يناير 2020 من https://www.census.gov/popclock/"),
    ],
)  # fmt: skip
def test_a_worked_example_comes_out_letter_by_letter(citation, manner, voice, said):
    assert bare(cite(citation, manner, voice)) == said


def test_a_title_that_ends_in_a_mark_gets_no_second_one():
    asked = cited("TASS.", "Who came?", "https://tass.com/1", "2024")

    assert bare(cite(asked, "apa", ENGLISH)) == "TASS. (2024). Who came? https://tass.com/1"
    assert "“Who came?,” TASS., 2024" in bare(cite(asked, "chicago", ENGLISH))


def test_quotation_marks_within_a_title_become_the_inner_ones():
    assert quoted_inside('The "Shanghai spirit" and «мир»', "en") == "The ‘Shanghai spirit’ and ‘мир’"
    assert quoted_inside("«روح شنغهاي»", "ar") == "“روح شنغهاي”"


def test_months_and_digits_are_those_of_the_house_and_the_title_stays_as_printed(db):
    from sco_reader.arabic.wording import Style

    levant = voice_of(db, "ar", Style(house="egypt", months="levant", digits="arabic"))
    xi = cited("شينخوا", "شي جين بينغ يصل في 4 يوليو", "https://arabic.news.cn/2024", "2024-07-04")

    said = bare(cite(xi, "chicago", levant))
    assert "«شي جين بينغ يصل في 4 يوليو»، ٤ تموز ٢٠٢٤، https://arabic.news.cn/2024" in said
    assert said.endswith("(تاريخ الاطلاع: ٢٣ تشرين الثاني ٢٠٢٦).")


def test_the_title_of_a_reference_is_slanted_but_no_arabic_letter():
    assert in_italics(DECLARATION, "apa") == "The Astana Declaration"
    assert in_italics(DECLARATION, "chicago") == ""
    assert in_italics(EMIR, "apa") == ""


def test_panel_and_sheet_have_one_line_of_a_source():
    assert bare(source_line(YALE, ENGLISH)) == "Yale University · read 8 May 2017"
    assert bare(source_line(EMIR, ARABIC)) == "وام · 4 يوليو 2024 · الفقرة 4"


def test_a_fact_with_its_source_names_publisher_day_and_address():
    assert bare(with_source("Member", DECLARATION, ENGLISH)) == (
        "Member (SCO Secretariat, 4 July 2024, https://eng.sectsco.org/a)"
    )
    assert bare(with_source("عضو", EMIR, ARABIC, address=False)) == "عضو (وام، 4 يوليو 2024)"
    assert with_source("Member", None, ENGLISH) == "Member"


def test_an_arabic_page_has_its_arabic_publisher_in_arabic_and_the_latin_name_in_english(db):
    every = {source.id: source for source in all_sources(db)}
    elaph = Citation(next(one for one in every.values() if one.publisher == "Elaph"))

    for manner in ("chicago", "apa"):
        assert "إيلاف" in cite(elaph, manner, ARABIC)
        assert "Elaph" not in bare(cite(elaph, manner, ARABIC)).replace(elaph.source.address, "")
        assert "Elaph" in cite(elaph, manner, ENGLISH)
        assert "إيلاف" not in cite(elaph, manner, ENGLISH)


def test_a_page_in_another_language_is_cited_as_it_is_found_and_named_in_the_readers_language_elsewhere(db):
    tass = Citation(next(one for one in all_sources(db) if one.publisher == "TASS" and one.language == "ru"))

    assert bare(source_line(tass, ARABIC)).startswith("تاس · ")
    assert bare(source_line(tass, ENGLISH)).startswith("TASS · ")
    assert "(تاس، " in bare(with_source("عضو", tass, ARABIC, address=False))
    assert "TASS" in cite(tass, "chicago", ARABIC)
    assert "تاس" not in cite(tass, "chicago", ARABIC)
