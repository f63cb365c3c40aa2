"""The command line: answers, languages, exit status, and one sentence for bad input."""

import json

import pytest

ANSWERS = [
    ("--version",), ("lookup", "توكايف"), ("show", "kz"), ("states",), ("leaders",), ("meetings",),
    ("delegations", "hsc-2024"), ("timeline",), ("coverage",), ("audit", "--sample", "0.01", "--seed", "7"),
    ("changes",), ("claims",),
]  # fmt: skip


def test_a_slip_stands_in_the_order_that_the_terminal_was_said_to_need(run):
    """Without it a terminal that knows no bidi shows the sentence backwards and its letters apart."""
    for arguments in (("show", "atlantis"), ("states", "--on", "1990-01-01"), ("states", "--on", "2026-11-01")):
        done = run(*arguments, "--lang", "ar", "--bidi", "visual")

        assert any("\ufe70" <= letter <= "\ufefc" for letter in done.stderr), arguments
        assert done.stderr.splitlines()[-1].lstrip().startswith("."), done.stderr


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("command", ANSWERS, ids=lambda command: command[0])
def test_every_command_answers_in_text_and_in_json(run, command, lang):
    text = run(*command, "--lang", lang, "--on", "2024-07-04")
    data = run(*command, "--lang", lang, "--on", "2024-07-04", "--json")

    assert (text.returncode, data.returncode) == (0, 0), text.stderr + data.stderr
    assert text.stdout.strip()
    assert json.loads(data.stdout)


def test_states_say_all_that_the_contract_promises(run):
    rows = json.loads(run("states", "--on", "2024-07-04", "--json").stdout)

    assert set(rows[0]) >= {"country", "name_en", "name_ar", "status", "from", "to", "certain", "sources"}
    assert {row["country"] for row in rows if row["status"] == "observer"} == {"mn", "af"}


def test_before_the_founding_nothing_is_found(run):
    done = run("states", "--on", "2001-06-14", "--json")

    assert (done.returncode, json.loads(done.stdout)) == (1, [])


def test_beyond_the_horizon_the_file_says_how_far_it_knows(run):
    done = run("states", "--on", "2026-11-01", "--json")

    assert "31 December 2025" in done.stderr
    assert json.loads(done.stdout)[0]["as_last_known_on"] == "2025-12-31"


def test_a_batch_gives_a_list_a_line_in_its_order(run):
    done = run("lookup", "--batch", "-", "--limit", "1", text="Tokaev\nnothing at all like it 99\nПутин\n")

    lists = [json.loads(line) for line in done.stdout.splitlines()]
    assert [found[0]["id"] if found else None for found in lists] == ["kassym-jomart-tokayev", None, "vladimir-putin"]


BAD = [
    (("show", "atlantis"), 2), (("states", "--on", "2024-13-40"), 2), (("states", "--on", "hsc-1900"), 2),
    (("delegations", "kz"), 2), (("leaders", "--country", "zz"), 2), (("states", "--file", __file__), 2),
    (("states", "--file", "/nowhere/x.sqlite"), 2), (("sheet", "hsc-2024", "-o", "/proc/a.pdf"), 2),
    (("sheet", "hsc-2024", "-o", "a.odt"), 2), (("sheet", "atlantis"), 2), (("timeline", "-o", "/proc/a.svg"), 2),
    (("timeline", "-o", "a.bmp"), 2), (("check", "/nowhere"), 2), (("build", "/nowhere"), 2), (("lokup", "x"), 2), (("sco-reader:person/<b>",), 2),
    (("audit", "--sample", "2"), 2), (("lookup", "--batch", "/nowhere"), 2), (("lookup", "--limit", "0", "x"), 2),
    (("changes", "--from", "yesteryear"), 2), (("show", "changes:soon"), 2), (("show", "compare:zz"), 2), (("changes", "--from", "2013-01-01", "--to", "2013-01-01"), 1),
    (("lookup", "x" * 100_000), 1), (("lookup", "🎉"), 1), (("lookup", "\u202e"), 1), (("lookup",), 2),
    (("lookup", " "), 2), (("Xi", "--on", "2024-13-40"), 2), (("Xi", "--nosuch"), 2), (("--nosuch",), 2),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(("command", "status"), BAD, ids=lambda part: str(part)[:40])
def test_bad_input_ends_in_one_sentence(run, command, status, lang):
    done = run(*command, "--lang", lang)

    assert done.returncode == status, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr and not done.stdout
    assert "\u202e" not in done.stderr


def test_without_a_display_a_sentence_names_the_commands(run):
    done = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")

    assert done.returncode == 2
    assert "lookup" in done.stderr and len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [("nosuch",), ("توكايف",), ("sco-reader:person/xi-jinping",), ("--popup", "Xi")])
def test_words_that_are_no_command_are_for_the_window_and_without_a_display_a_sentence_says_so(run, words):
    done = run(*words, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")

    assert done.returncode == 2
    assert "No window" in done.stderr and len(done.stderr.strip().splitlines()) == 1


def test_a_command_written_wrong_is_told_with_the_right_one(run):
    done = run("lokup", "Xi Jinping")

    assert done.returncode == 2
    assert "sco-reader lookup" in done.stderr and "sco-reader --help" in done.stderr


def test_no_name_of_a_state_or_a_person_is_taken_for_a_command_written_wrong(db):
    from difflib import get_close_matches

    from sco_reader.cli import COMMANDS

    # Not adjectives in other languages, which are no names: Romanian "saudit" is one letter from "audit".
    asked = "SELECT text FROM spelling WHERE kind IN ('country', 'person', 'city') AND form != 'adjective_abroad'"
    names = [row[0] for row in db.execute(asked)]
    words = {word for name in names for word in (name, *name.split())}
    assert len(words) > 1000
    assert [word for word in words if word in COMMANDS or get_close_matches(word, COMMANDS, cutoff=0.85)] == []


def test_a_look_up_of_nothing_says_what_to_write(run):
    done = run("lookup")

    assert done.returncode == 2
    assert "sco-reader lookup Tokaev" in done.stderr and "Nothing goes by" not in done.stderr


def test_an_option_counts_before_the_command_as_after_it(run):
    before, after = run("--file", "/nowhere/x.sqlite", "states"), run("states", "--file", "/nowhere/x.sqlite")

    assert before.returncode == after.returncode == 2
    assert before.stderr == after.stderr


def test_an_unknown_option_points_to_the_help_of_its_own_command(run):
    answer = run("sheet", "hsc-2024", "--out", "x.pdf")

    assert answer.returncode == 2
    assert "sco-reader sheet --help" in answer.stderr
    assert "sco-reader --help" in run("--nosuch").stderr


def test_a_file_made_by_other_hands_is_refused(run, tmp_path):
    import sqlite3

    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t(x)")
    connection.close()

    assert run("states", "--file", str(other)).returncode == 2


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_shell_completes(run, shell):
    assert "lookup" in run("completion", shell).stdout


def test_help_teaches_in_both_languages(run):
    assert "sco-reader lookup" in run("--help").stdout
    arabic = run("sheet", "--help", "--lang", "ar").stdout
    assert "أمثلة" in run("--help", "--lang", "ar").stdout
    assert "الخيارات:" in arabic
    assert not any(words in arabic for words in ("usage:", "options:", "positional arguments:", "show this help"))


def test_help_is_turned_where_the_terminal_does_not_do_it_and_options_stay_at_the_left(run):
    lines = run("sheet", "--help", "--lang", "ar", "--bidi", "visual").stdout.splitlines()

    (line,) = (line for line in lines if line.startswith("  --on DATE"))
    assert "2024-07-04" in line and line.endswith("\ufe8e\ufee4\ufedb")  # كما, shaped, from its end


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("states", "--foo"), "لا يعرف الأمر --foo؛ انظر «sco-reader states --help»."),
        (("show",), "ينقص الأمر ID؛ انظر «sco-reader show --help»."),
        (("lookup", "--limit", "x", "a"), "القيمة x لا تصلح لـ--limit؛ انظر «sco-reader lookup --help»."),
        (("lookup", "--limit", "0", "a"), "القيمة 0 لا تصلح لـ--limit؛ انظر «sco-reader lookup --help»."),
        (
            ("meetings", "--body", "x"),
            "لا يقبل --body القيمة x، بل إحدى القيم hsc، hgc، s5؛ انظر «sco-reader meetings --help».",
        ),
        (("meetings", "--body"), "يلزم --body قيمة بعده؛ انظر «sco-reader meetings --help»."),
    ],
)
def test_a_slip_in_the_arguments_is_explained_in_arabic(run, arguments, said):
    answer = run(*arguments, "--lang", "ar")

    assert answer.returncode == 2
    assert answer.stderr.strip() == said


def test_the_drawing_begins_with_the_year_that_was_asked_for(run, tmp_path):
    from pypdf import PdfReader

    run("timeline", "--from", "2017-01-01", "-o", str(tmp_path / "since.pdf"))
    run("timeline", "-o", str(tmp_path / "all.pdf"))
    since, every = (PdfReader(tmp_path / name).pages[0].extract_text() for name in ("since.pdf", "all.pdf"))

    assert "2017" in since and "2015" not in since
    assert "1996" in every and "2015" in every


def test_where_many_came_on_one_day_none_of_them_is_the_last(run):
    said = run("show", "sco", "--on", "2025-12-01", "--lang", "ar").stdout
    before = run("show", "sco", "--on", "2018-12-01").stdout

    assert "17 · الأحدث منذ 1 سبتمبر 2025" in said
    assert "10 · آخرها بيلاروسيا، 4 يوليو 2024" in said
    assert "8 · latest: India, Pakistan, 9 June 2017" in before
