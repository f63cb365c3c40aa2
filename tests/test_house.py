"""The house keeps its shape: imports point one way, rooms stay small, words are complete."""

import ast
import json
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "sco_reader").rglob("*.py"))
EVERY = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def room(path: Path) -> str:
    return path.relative_to(ROOT / "sco_reader").parts[0].removesuffix(".py")


def test_qt_is_imported_in_the_desktop_alone():
    assert [
        path
        for path in MODULES
        if room(path) != "desktop" and any(name.startswith("PySide6") for name in imports(path))
    ] == []


def test_no_module_opens_a_socket_but_the_local_one_between_two_launches():
    banned = ("socket", "urllib", "http", "requests", "ssl")
    local = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
    wrong = {
        path.name: found
        for path in MODULES
        if (found := {name for name in imports(path) if name.split(".")[0] in banned or "QtNetwork" in name})
    }
    assert wrong == {"door.py": local}


def test_arrows_point_one_way():
    floors = {"arabic": 0, "errors": 0, "dates": 1, "paths": 1, "model": 2, "words": 2, "store": 2, "evidence": 3, "houses": 4, "voice": 4, "reference": 4,
              "search": 4, "cards": 5, "timeline": 5, "briefing": 6, "launch": 7, "notes": 7, "commands": 7, "cli": 7, "desktop": 8}  # fmt: skip
    wrong = [
        (path.name, name)
        for path in MODULES
        for name in imports(path)
        if name.startswith("sco_reader.") and room(path) in floors
        and floors.get(name.split(".")[1], -1) > floors[room(path)]
        and not (room(path) == "launch" and name.startswith("sco_reader.desktop"))
    ]  # fmt: skip
    assert wrong == []


def test_the_readers_own_notes_and_the_reference_know_nothing_of_each_other():
    known = ("sco_reader.arabic", "sco_reader.errors", "sco_reader.notes")
    ours = {
        name for path in MODULES if room(path) == "notes" for name in imports(path) if name.startswith("sco_reader")
    }

    assert [name for name in ours if not name.startswith(known)] == []


def test_only_the_build_knows_sqlite_utils():
    assert [path.name for path in MODULES if any(name.startswith("sqlite_utils") for name in imports(path))] == [
        "build.py"
    ]


def test_rooms_stay_small():
    assert [(path.name, count) for path in EVERY if (count := len(path.read_text("utf-8").splitlines())) > 400] == []


def catalogue(lang: str):
    with (ROOT / f"resources/i18n/{lang}.po").open("rb") as file:
        return {
            message.id if isinstance(message.id, str) else message.id[0]: message
            for message in read_po(file, locale=lang)
            if message.id
        }


def test_both_catalogues_say_the_same_with_the_same_fields():
    english, arabic = catalogue("en"), catalogue("ar")
    fields = re.compile(r"(?<!{){(\w+)}(?!})")

    def names(message) -> set[str]:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        return {name for text in texts for name in fields.findall(text)} - {"n"}

    assert english.keys() == arabic.keys()
    assert [key for key in english if names(english[key]) != names(arabic[key])] == []
    assert all(len(message.string) == 6 for message in arabic.values() if isinstance(message.string, tuple))


def test_every_word_that_the_code_says_is_in_the_catalogue():
    said = {key for path in MODULES for key in re.findall(r'\bsay\(\s*"([a-z][\w-]+)"', path.read_text("utf-8"))}

    assert said - catalogue("en").keys() == set()


GROUNDS = ("window", "side", "card", "raised")
TEXTS = ("ink", "ink2", "ink3", "accent", "asof")


def tokens_of(look: str) -> dict[str, str]:
    return json.loads((ROOT / "resources/style/tokens.json").read_text("utf-8"))[look]


def too_pale(tokens: dict[str, str], pairs: list[tuple[str, str]], least: float) -> list[tuple[str, str, float]]:
    """Each pair of tokens whose contrast, as WCAG computes it, is less."""

    def luminance(token: str) -> float:
        parts = [int(tokens[token][index : index + 2], 16) / 255 for index in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    found = []
    for one, other in pairs:
        high, low = sorted((luminance(one), luminance(other)), reverse=True)
        if (ratio := (high + 0.05) / (low + 0.05)) < least:
            found.append((one, other, round(ratio, 2)))
    return found


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_is_readable_on_every_ground(mode):
    tokens = tokens_of(mode)
    pairs = [(ink, ground) for ink in (*TEXTS, "off") for ground in GROUNDS]
    pairs += [(name, f"{name}-tint") for name in tokens if f"{name}-tint" in tokens]

    assert too_pale(tokens, pairs, 4.5) == []


@pytest.mark.parametrize("mode", ["light-more", "dark-more"])
def test_with_more_contrast_text_is_darker_still_and_stays_readable_where_a_row_is_selected(mode):
    tokens = tokens_of(mode)
    tinted = [name for name in tokens if f"{name}-tint" in tokens]

    assert {tokens[name] for name in tokens if name.endswith("-tint")} == {tokens["card"]}
    assert too_pale(tokens, [(ink, ground) for ink in (*TEXTS, *tinted) for ground in GROUNDS], 7) == []
    assert too_pale(tokens, [("on-accent", "accent"), ("on-asof", "asof"), ("ink", "select")], 7) == []
    assert too_pale(tokens, [(ink, "select") for ink in tinted], 4.5) == []
    assert too_pale(tokens, [(edge, ground) for edge in ("line", "line-strong", "off") for ground in GROUNDS], 3) == []


def test_every_look_has_every_colour():
    assert {tuple(tokens_of(look)) for look in ("dark", "light-more", "dark-more")} == {tuple(tokens_of("light"))}


def test_every_command_of_the_readme_is_one_of_the_program():
    from sco_reader.cli import COMMANDS

    named = set(re.findall(r"^\./run ([a-z]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named - {"test", "lint", "bench", "shots", "monkey"} <= set(COMMANDS)


def test_the_run_script_knows_every_command_from_a_name_that_the_window_looks_up():
    from sco_reader.cli import COMMANDS

    opens = re.search(r"^opens_the_window\(\).*?^}", (ROOT / "run").read_text("utf-8"), re.MULTILINE | re.DOTALL)[0]
    assert set(re.findall(r"\b[a-z]+\b", re.search(r"lookup \|.*?\)", opens, re.DOTALL)[0])) == set(COMMANDS)
