"""What every test may use: the real reference, a small data folder, the program as a process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="the long walks and games in full: some ten minutes more")


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> bool:
    """True where the long tests are wanted in full."""
    return bool(request.config.getoption("--whole"))


@pytest.fixture(scope="session")
def db() -> Iterator[Any]:
    """The reference as built from the real data."""
    from sco_reader.paths import built
    from sco_reader.store import open_reference

    connection = open_reference(built("sco.sqlite"))
    yield connection
    connection.close()


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`sco-reader ARGS` as a process of its own, in English unless the test says otherwise."""

    def call(*arguments: str, text: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "LANG": "en_GB.UTF-8", "PYTHONPATH": str(ROOT), **environment}
        return subprocess.run(
            [sys.executable, "-m", "sco_reader", *arguments], capture_output=True, text=True, encoding="utf-8",
            input=text, env=env, check=False,
        )  # fmt: skip

    return call


SOURCES = """
page-one: {address: "https://one.example/a", publisher: One, title: A, language: en, read: 2026-11-23, class: press}
page-two: {address: "https://two.example/b", publisher: Two, title: B, language: en, read: 2026-11-23, class: agency}
"""
COUNTRY = """
name: {en: Ruritania, ar: روريتانيا, ru: Руритания, zh: 鲁里坦尼亚}
name_sources: [page-one]
statuses:
  - {status: observer, from: 2005-07-05, to: 2017-06-09, sources: [page-one, page-two]}
  - {status: member, from: 2017-06-09, sources: [page-one, page-two]}
"""
OFFICES = """
- {id: rt-president, kind: head_of_state, name: {en: President, ar: الرئيس}, of: {en: President of Ruritania, ar: رئيس روريتانيا}}
"""
PERSON = """
name: {en: Rudolf Elphberg, ar: رودولف إلفبرغ}
name_sources: [page-two]
gender: m
country: rt
terms:
  - {office: rt-president, from: 2010-01-01, to: 2020-01-01, sources: [page-one]}
"""


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A small folder of valid data, for tests to spoil."""
    folder = tmp_path / "data"
    files = {
        "sources.yaml": SOURCES, "places.yaml": "", "countries/rt.yaml": COUNTRY, "offices/rt.yaml": OFFICES,
        "people/rudolf-elphberg.yaml": PERSON, "about.yaml": "edition: 2026.11\nverified_through: 2025-12-31\n",
    }  # fmt: skip
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def type_text(widget: Any, text: str) -> None:
    """Type into a widget letter by letter; QTest's own key clicks know Latin-1 alone and abort on Arabic."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
