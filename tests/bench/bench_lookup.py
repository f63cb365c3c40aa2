"""A look-up as a whole process, and one keystroke inside the window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sco_reader.paths import built
from sco_reader.search import lookup
from sco_reader.store import open_reference
from tests.bench.rows import Row, compare

ROOT = Path(__file__).parent.parent.parent
_BARE = "SELECT rowid FROM spelling_fts WHERE spelling_fts MATCH :words LIMIT 300"


def rows() -> Iterator[Row]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def process(*arguments: str) -> object:
        return subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.DEVNULL, check=False)

    def ours() -> object:
        return process("-m", "sco_reader", "lookup", "توكايف")

    def baseline() -> object:
        return process("-c", "import sqlite3")

    yield compare("lookup, whole process ÷ python -c 'import sqlite3'", ours, baseline, times=21)
    db = open_reference(built("sco.sqlite"))
    typed = ["توكايف"[:n] for n in range(1, 7)] + ["tokayev"[:n] for n in range(1, 8)]
    yield compare(
        "search, a keystroke ÷ a bare FTS5 prefix query",
        lambda: [lookup(db, text) for text in typed],
        lambda: [db.execute(_BARE, {"words": f'"{text}"*'}).fetchall() for text in typed],
        times=31,
    )
