"""What a terminal shows: columns from the right, codes, ranges and names in their own direction, nothing torn."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.arabic.bidi import bare, isolate
from sco_reader.arabic.terminal import terminal_orders_text, visual
from sco_reader.console import Console, width, wrapped
from tests.conftest import ROOT
from tests.strategies import mixed_text

COLOURS = re.compile("\x1b\\[[0-9;]*m")


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def sixty_columns(monkeypatch):
    """A terminal of 60 columns without bidi or colours."""
    for name in ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM", "INSIDE_EMACS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    return 60


def unjoined(shown: str) -> str:
    """What is shown with plain letters, lam-alef as two from left to right, so that a test can be read."""
    return "".join(
        unicodedata.normalize("NFKC", letter)[::-1] if "\ufb50" <= letter <= "\ufefc" else letter for letter in shown
    )


# Each as it stands on the screen from left to right; read the Arabic from the right.
@pytest.mark.parametrize(
    ("line", "screen"),
    [
        ("قمة SCO-24 في أستانا", "اناتسأ يف SCO-24 ةمق"),
        ("قمة أستانا (SCO-24)، 2024", "2024 ،(SCO-24) اناتسأ ةمق"),
        ("3–4 يوليو 2024", "2024 ويلوي 4–3"),  # as print has it: the first day stands right, where reading begins
        ("من 3 إلى 4 يوليو 2024", "2024 ويلوي 4 ىلإ 3 نم"),
        ("[أستانا] «شنغهاي» {قمة}", "{ةمق} «ياهغنش» [اناتسأ]"),
        ("أقل ≤ 5", "5 ≥ لقأ"),
        ("نحو 12.5٪ من 2,724,900 كم²", "²مك 2,724,900 نم ٪12.5 وحن"),
        (f"الهاتف: {isolate('+7 7172 74-54-54')}", "+7 7172 74-54-54 :فتاهلا"),
        (f"في {isolate('2025-08-31')}", "2025-08-31 يف"),
        (
            f"الموقع {isolate('https://sana.sy/international/2275671/')}.",
            ".https://sana.sy/international/2275671/ عقوملا",
        ),
        (f"قال {isolate('Tokayev (Kazakhstan)')}: نعم", "معن :Tokayev (Kazakhstan) لاق"),
        (f"قال {isolate('توكايف (SCO)')}: نعم", "معن :(SCO) فياكوت لاق"),
        (f"{isolate('Казахстан')}، {isolate('哈萨克斯坦')}", "哈萨克斯坦 ،Казахстан"),
    ],
)
def test_a_line_of_arabic_stands_as_print_has_it(line, screen):
    assert unjoined(visual(line, rtl=True)) == screen


@pytest.mark.parametrize(
    ("line", "screen"),
    [
        ("Tokayev (توكاييف), 2022", "Tokayev (فيياكوت), 2022"),
        (f"also: {isolate('قازاقستان')} · {isolate('كازخستان')}", "also: ناتسقازاق · ناتسخزاك"),
        (f"seen as {isolate('قمة SCO 2024')}.", "seen as SCO 2024 ةمق."),
    ],
)
def test_arabic_in_a_line_of_english_stands_in_its_place(line, screen):
    assert unjoined(visual(line, rtl=False)) == screen


def written(lang, bidi, write, stream=None):
    stream = stream or Screen()
    write(Console(stream, lang, bidi))
    return stream.getvalue().splitlines()


ROWS = [("قاسم توكاييف", "Kassym-Jomart Tokayev", "SCO-24"), ("شي جين بينغ", "Xi Jinping", "[1, 2]")]


def test_columns_run_from_the_right_and_each_cell_for_itself(sixty_columns):
    shown = [unjoined(line) for line in written("ar", "auto", lambda console: console.table((), ROWS))]

    assert shown == [
        "                 SCO-24  Kassym-Jomart Tokayev  فيياكوت مساق",
        "                 [2 ,1]             Xi Jinping   غنيب نيج يش",
    ]


def test_in_english_they_run_from_the_left(sixty_columns):
    shown = [unjoined(line) for line in written("en", "auto", lambda console: console.table((), ROWS))]

    assert shown == [
        "فيياكوت مساق  Kassym-Jomart Tokayev  SCO-24",
        "غنيب نيج يش   Xi Jinping             [1, 2]",
    ]


def test_a_cell_that_is_too_wide_goes_on_below_in_its_own_column(sixty_columns):
    row = ("الاسم", "ميثاق منظمة شنغهاي للتعاون، وقّعه في سانت بطرسبورغ رؤساء الدول الست في 7 يونيو 2002")

    lines = written("ar", "visual", lambda console: console.table((), [row]))
    first, second = map(unjoined, lines)

    assert first.endswith("غروبسرطب تناس يف هعقّو ،نواعتلل ياهغنش ةمظنم قاثيم   مسالا")
    assert second.endswith(" 2002 وينوي 7 يف تسلا لودلا ءاسؤر       ")
    assert [width(line) for line in lines] == [sixty_columns] * 2


def test_a_paragraph_begins_at_the_top_right_and_its_names_stay_whole(sixty_columns):
    text = f"انعقدت القمة في {isolate('the Palace of Independence, Astana, Kazakhstan')} يومي 3 و4 يوليو 2024"

    first, second = (unjoined(line) for line in written("ar", "auto", lambda console: console.line(text)))

    assert first.strip() == "the Palace of Independence, Astana, يف ةمقلا تدقعنا"
    assert second.strip() == "2024 ويلوي 4و 3 يموي Kazakhstan"
    assert width(first) == width(second) == sixty_columns


def test_a_pipe_gets_logical_text_that_can_be_searched(sixty_columns):
    def write(console):
        console.line(f"قال {isolate('Tokayev')}: نعم")
        console.table((), [("قاسم", isolate("SCO-24"))])

    assert written("ar", "auto", write, StringIO()) == ["قال Tokayev: نعم", "قاسم  SCO-24"]


def test_a_terminal_that_orders_text_itself_gets_logical_text(sixty_columns, monkeypatch):
    monkeypatch.setenv("VTE_VERSION", "7600")

    assert written("ar", "auto", lambda console: console.line("قمة SCO")) == ["قمة SCO"]


@given(text=mixed_text.filter(lambda text: "\u2069" not in text), wide=st.integers(4, 40))
def test_breaking_a_line_loses_no_word(text, wide):
    for within_words in (False, True):
        lines = wrapped(text, wide, within_words=within_words)

        assert "".join(map(bare, lines)).replace(" ", "") == bare(text).replace(" ", "")
        assert not within_words or all(width(line) <= wide for line in lines)


# -- which terminal --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "orders"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "5800"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "5703"}, False),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230804"}, True),
        ({"TERM": "mlterm-256color"}, True),
        ({"TERM": "xterm", "MLTERM": "3.9.3"}, True),
        ({"TERM": "nsterm", "TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.7.0"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.12"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "mintty", "TERM_PROGRAM_VERSION": "3.8.1"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "eterm-color", "INSIDE_EMACS": "30.1,term:0.96"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "a"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, False),
        ({"TERM": "foot"}, False),
        ({"TERM": "alacritty"}, False),
        ({"TERM": "linux"}, False),
        ({}, False),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7600", "TMUX": "/tmp/tmux-0/default,1,0"}, False),
        ({"TERM": "screen.xterm-256color", "KONSOLE_VERSION": "230804", "STY": "1.pts-0"}, False),
    ],
)
def test_terminals_that_order_text_themselves_are_known(environment, orders):
    assert terminal_orders_text(environment) is orders


# -- the program itself, on a terminal -------------------------------------------------------------------------------


def on_a_terminal(*arguments: str, columns: int = 100) -> list[str]:
    """What the program writes to a terminal of that many columns, line by line, without colours."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "ar_EG.UTF-8", "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen(
        [sys.executable, "-m", "sco_reader", *arguments], stdout=theirs, stderr=subprocess.DEVNULL, env=environment
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:  # Linux says so when the other side has closed
        pass
    os.close(ours)
    assert program.wait() == 0
    return COLOURS.sub("", written.decode()).replace("\r\n", "\n").splitlines()


def test_the_look_up_of_a_name_stands_at_the_right_edge():
    (line,) = on_a_terminal("lookup", "توكايف", "--limit", "1")

    assert unjoined(line).endswith("kassym-jomart-tokayev  صخش  Kassym-Jomart Tokayev  فيياكوت تراموج مساق")
    assert width(line) == 100


@pytest.mark.parametrize("arguments", [("delegations", "hsc-2024"), ("show", "kz"), ("states",), ("leaders",)])
def test_no_line_is_torn_and_none_holds_a_control(arguments):
    lines = on_a_terminal(*arguments)

    assert len(lines) > 20
    assert [line for line in lines if bare(line) != line] == []
    assert [line for line in lines if width(line) > 100 and "://" not in line] == []
    assert [line for line in lines if line and width(line) != 100 and "://" not in line] == []


def test_a_card_on_the_terminal_says_its_days_and_addresses_the_right_way_round():
    lines = [unjoined(line) for line in on_a_terminal("show", "hsc-2024")]

    assert any(re.search(r"20\d\d \w+ \d\d? ،", line) for line in lines)
    assert not any(re.search(r"(?<![\d/-])\d\d-\d\d-(19|20)\d\d", line) for line in lines)
    assert not any(re.search(r"/https?://", line) for line in lines)


@pytest.mark.parametrize("arguments", [("leaders",), ("changes", "--from", "hsc-2023", "--to", "hsc-2024")])
def test_no_id_is_torn_and_no_day_parted_from_its_month(arguments):
    lines = [unjoined(line) for line in on_a_terminal(*arguments, "--on", "2024-07-04")]

    assert any("vladimir-putin" in line for line in lines)
    assert any("mohammed-bin-rashid-al-maktoum" in line or "ahmad-abdullah-al-sabah" in line for line in lines)
    assert not any(re.search(r"\s{2}[^\W\d]+ \d\d?(?:\s{2}|$)", line) for line in lines)
