"""The program on the desktop of a user: what a desktop reads is whole, right, and gone again afterwards."""

import configparser
import os
import shlex
import stat
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from sco_reader.desktop.install import ICON_SIZES

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def here(tmp_path):
    """Folders of a user who has no tool of the desktop on the path."""
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PATH": str(tmp_path)}


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file())


def entry(folder):
    parser = configparser.RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str
    parser.read(Path(folder) / "applications/sco-reader.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_of_the_menu_names_the_program_in_both_languages_and_opens_links(run, here):
    done = run("--install-desktop", **here)
    found = entry(here["XDG_DATA_HOME"])

    assert done.returncode == 0 and here["XDG_DATA_HOME"] in done.stdout, done.stderr
    assert found["Type"] == "Application" and found["Name"] == "SCO Reader"
    assert found["Name[ar]"] and found["Comment"] and found["Comment[ar]"]
    assert found["MimeType"] == "x-scheme-handler/sco-reader;"
    assert found["Exec"].endswith(" %u") and found["Icon"] == "sco-reader"
    assert found["StartupWMClass"] == "sco-reader" and found["Categories"].endswith(";")


def test_the_entry_starts_this_program(run, here, tmp_path):
    import subprocess

    run("--install-desktop", **here)
    command = shlex.split(entry(here["XDG_DATA_HOME"])["Exec"].removesuffix(" %u"))

    assert Path(command[0]) == Path(sys.executable)
    asked = subprocess.run(
        [*command, "--version"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert asked.returncode == 0 and asked.stdout.strip()


def test_a_command_with_odd_letters_in_its_path_is_quoted_as_the_specification_says(tmp_path, monkeypatch):
    from sco_reader.desktop.install import install

    odd = tmp_path / 'a "b" $c `d` 100% \\e'
    odd.mkdir()
    program = odd / "sco-reader"
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PATH", str(tmp_path))
    install()

    value = entry(tmp_path / "data")["Exec"].removesuffix(" %u")
    plain = value.replace("\\\\", "\\")  # the string, then its quoting, then the field codes
    inside = plain[1:-1]
    for letter in '"`$\\':
        inside = inside.replace(f"\\{letter}", letter)
    assert inside.replace("%%", "%") == str(program)


def test_the_metainfo_is_whole_and_agrees_with_the_entry(run, here):
    run("--install-desktop", **here)
    root = ElementTree.parse(Path(here["XDG_DATA_HOME"]) / "metainfo/sco-reader.metainfo.xml").getroot()

    assert root.tag == "component" and root.get("type") == "desktop-application"
    for name in ("id", "metadata_license", "project_license", "content_rating"):
        assert root.find(name) is not None
    for name in ("name", "summary", "description/p"):
        assert {each.get(XML_LANG) for each in root.findall(name)} == {None, "ar"}
    assert root.findtext("launchable") == "sco-reader.desktop"
    assert root.findtext("provides/mediatype") == "x-scheme-handler/sco-reader"
    assert [each.text for each in root.findall("categories/category")] == entry(here["XDG_DATA_HOME"])[
        "Categories"
    ].split(";")[:-1]


def test_the_icon_lies_there_in_every_size_and_is_drawn(run, here):
    run("--install-desktop", **here)
    icons = Path(here["XDG_DATA_HOME"]) / "icons/hicolor"

    for size in ICON_SIZES:
        image = QImage(str(icons / f"{size}x{size}/apps/sco-reader.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() > 0
    assert ElementTree.parse(icons / "scalable/apps/sco-reader.svg").getroot().tag.endswith("svg")
    assert {16, 512} <= set(ICON_SIZES)


def test_it_may_be_done_again_and_leaves_no_part_of_a_file(run, here):
    run("--install-desktop", **here)
    before = files(here["XDG_DATA_HOME"])

    assert run("--install-desktop", **here).returncode == 0
    assert files(here["XDG_DATA_HOME"]) == before
    assert not [name for name in before if Path(name).name.startswith(".")]


def test_uninstalling_takes_away_all_of_it_and_nothing_else(run, here):
    other = Path(here["XDG_DATA_HOME"]) / "applications/other.desktop"
    table = Path(here["XDG_CONFIG_HOME"]) / "mimeapps.list"
    for path, text in (
        (other, "[Desktop Entry]\n"),
        (table, "[Default Applications]\nx-scheme-handler/sco-reader=sco-reader.desktop\ntext/html=other.desktop\n"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    run("--install-desktop", **here)

    assert run("--uninstall-desktop", **here).returncode == 0
    assert files(here["XDG_DATA_HOME"]) == ["applications/other.desktop"]
    assert table.read_text("utf-8") == "[Default Applications]\ntext/html=other.desktop\n"
    again = run("--uninstall-desktop", **here)
    assert again.returncode == 1 and len(again.stderr.strip().splitlines()) == 1


def test_the_tools_of_the_desktop_are_told_where_there_are_any(run, here, tmp_path):
    tool = tmp_path / "update-desktop-database"
    tool.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/told"\n')
    tool.chmod(0o755)
    run("--install-desktop", **here)

    assert (tmp_path / "told").read_text().strip() == str(Path(here["XDG_DATA_HOME"]) / "applications")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_folder_that_cannot_be_written_ends_in_one_sentence(run, here, lang):
    done = run("--install-desktop", "--lang", lang, **here | {"XDG_DATA_HOME": "/proc/nowhere"})

    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1
