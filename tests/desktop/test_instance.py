"""One window: a later launch, a real process, hands its wish to the window that is open."""

import json
import os
import signal
import socket as sockets
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.desktop.door import Listener
from sco_reader.desktop.instance import LONGEST_QUERY, Wish, socket_name
from sco_reader.paths import built

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user of our own: another home, another folder for sockets."""
    runtime = tmp_path / "run"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("SCO_READER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path / "home"


def launch(*arguments):
    return subprocess.Popen([sys.executable, "-m", "sco_reader", *arguments], stderr=subprocess.PIPE, text=True)


@pytest.fixture
def listener(window, home):
    """The open window with its door, as `start` joins them."""
    made = Listener(socket_name(home, built("sco.sqlite")), window)
    made.wished.connect(window.arrivals.take)
    assert made.listens
    yield made
    made.close()


def launched(qtbot, *arguments):
    """A second launch, waited for while the window goes on; its exit status and what it said."""
    return ended(qtbot, launch(*arguments))


def ended(qtbot, process):
    with process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        return process.returncode, process.stderr.read()


@pytest.mark.parametrize(
    ("arguments", "shown", "day"),
    [
        (("توكايف",), "kassym-jomart-tokayev", "2026-11-23"),
        (("Xi", "Jinping", "--on", "hsc-2024"), "xi-jinping", "2024-07-04"),
        (("sco-reader:country/by?on=2024-07-03",), "by", "2024-07-03"),
        (("--", "Astana summit 2024"), "hsc-2024", "2026-11-23"),
    ],
)
def test_a_second_launch_shows_what_it_asks_for_in_the_open_window(window, listener, qtbot, arguments, shown, day):
    assert launched(qtbot, *arguments) == (0, "")

    qtbot.waitUntil(lambda: window.card.card.id == shown)
    assert window.card.card.on == date.fromisoformat(day)


def test_a_second_launch_without_a_word_brings_the_window_to_the_front(window, listener, qtbot):
    window.showMinimized()
    assert launched(qtbot) == (0, "")

    qtbot.waitUntil(lambda: not window.isMinimized() and window.isActiveWindow())


def test_what_is_not_surely_known_is_looked_up_and_nothing_is_opened(window, listener, qtbot):
    assert launched(qtbot, "رئيس", "غير", "معروف") == (0, "")

    qtbot.waitUntil(lambda: window.lookup.field.text() == "رئيس غير معروف")
    assert window.card.card.id == "sco"


def test_a_popup_is_asked_for_from_outside(window, listener, qtbot):
    from sco_reader.desktop.popup import Popup

    assert launched(qtbot, "--popup", "Tokayev") == (0, "")

    assert popups(Popup) == ["kassym-jomart-tokayev"]
    assert window.card.card.id == "sco"


def popups(kind):
    from PySide6.QtWidgets import QApplication

    return [each.id for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def test_a_bad_day_or_link_is_told_where_it_was_written(window, listener, qtbot):
    for arguments in (("Xi", "--on", "2024-13-40"), ("sco-reader:person/Xi Jinping",), ("sco-reader:?",)):
        status, said = launched(qtbot, *arguments)

        assert status == 2 and len(said.strip().splitlines()) == 1
    assert window.card.card.id == "sco" and window.message.text == ""


def test_a_second_launch_loads_no_widgets(window, listener, qtbot, tmp_path):
    probe = tmp_path / "probe.py"
    probe.write_text(
        "import sys\nfrom sco_reader.cli import run\nstatus = run(['kz'])\n"
        "print(sorted(name for name in sys.modules if name.startswith('PySide6.Qt')), file=sys.stderr)\nsys.exit(status)"
    )
    process = subprocess.Popen([sys.executable, str(probe)], stderr=subprocess.PIPE, text=True)

    assert ended(qtbot, process) == (0, "['PySide6.QtCore', 'PySide6.QtNetwork']\n")


def test_what_a_killed_window_left_behind_is_cleared_away(window, home):
    name = socket_name(home, built("sco.sqlite"))
    left = sockets.socket(sockets.AF_UNIX)
    left.bind(name)
    left.close()  # the file stays, as after SIGKILL

    listener = Listener(name, window)

    assert listener.listens
    assert not Listener(name, window).listens
    listener.close()
    assert not Path(name).exists()


def test_the_socket_is_for_this_user_alone(listener, home):
    found = Path(socket_name(home, built("sco.sqlite"))).stat()

    assert (found.st_uid, found.st_mode & 0o077) == (os.getuid(), 0)


def test_each_home_and_each_reference_has_a_window_of_its_own(tmp_path):
    names = {socket_name(tmp_path / one, tmp_path / other) for one in "ab" for other in "cd"}

    assert len(names) == 4


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"[1]\n",
        b'{"query": 7}\n',
        b"\xff\xfe\n",
        b'{"query": "kz", "on": ["x"]}\n',
        b"[" * 9000 + b"\n",
        b"x" * 60_000,
    ],
)
def test_a_visitor_who_talks_nonsense_is_shown_out(window, listener, home, qtbot, message):
    visitor = sockets.socket(sockets.AF_UNIX)
    visitor.connect(socket_name(home, built("sco.sqlite")))
    visitor.setblocking(False)
    sent = 0

    def gone():
        nonlocal sent
        try:
            sent += visitor.send(message[sent:]) if sent < len(message) else 0
            return visitor.recv(10) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    qtbot.waitUntil(gone)
    visitor.close()
    assert window.card.card.id == "sco"


def test_text_from_outside_is_data(window, listener, qtbot):
    window.arrivals.take(Wish("\u202e<b>kz</b>\x00\n" + "x" * 5000))

    assert "\u202e" not in window.lookup.field.text() and "\n" not in window.lookup.field.text()


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00",
        "٤٤٤٤-٩٩-٩٩",
        "0000",
        "9999-12-31",
        "31 February 2024",
        "x" * 200,
        "قمة",
        "-",
        "\u2067",
        "%s{0}",
    ],
)
def test_no_query_and_no_day_from_outside_harms_the_window(window, text):
    for wish in (Wish(text), Wish("kz", text), Wish(text, text, popup=True), Wish(f"sco-reader:{text}", text)):
        window.arrivals.take(wish)

    assert window.isVisible()
    assert Wish.read(json.dumps({"query": "kz", "token": text + "\n"}).encode()) is None


@given(query=st.text(max_size=3000), on=st.text(max_size=200), popup=st.booleans())
def test_a_wish_arrives_as_it_was_sent(query, on, popup):
    wish = Wish(query, on, popup)

    assert Wish.read(wish.message()) == wish._replace(query=query[:LONGEST_QUERY])


def test_the_longest_query_in_any_letters_fits_into_a_message(window, listener, qtbot):
    assert launched(qtbot, "😀" * 3000) == (0, "")

    qtbot.waitUntil(lambda: window.lookup.field.text().startswith("😀"))


@given(message=st.binary())
def test_no_message_breaks_the_reader_of_wishes(message):
    wish = Wish.read(message)

    assert wish is None or isinstance(wish.query, str)


def test_two_real_launches_and_the_end_by_signal_leave_the_place_for_the_next_start(home, qapp):
    name = socket_name(home, built("sco.sqlite"))
    with launch("--lang", "en") as first:
        wait_for(lambda: Path(name).exists() or first.poll() is not None)
        with launch("sco-reader:person/xi-jinping?on=2024-07-04") as second:
            assert second.wait(20) == 0

        first.send_signal(signal.SIGTERM)

        assert first.wait(20) == 0
    kept = json.loads((home / "settings.json").read_text("utf-8"))
    assert kept["place"] == "sco-reader:person/xi-jinping?on=2024-07-04"
    assert not Path(name).exists()


def wait_for(happened, seconds=30):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        os.sched_yield()
