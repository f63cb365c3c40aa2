"""A sheet beside a bare Typst compile as long; the build beside the same rows by executemany."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst

from sco_reader import schema
from sco_reader.briefing import pdf_bytes
from sco_reader.build import build_reference
from sco_reader.paths import built, data_folder
from sco_reader.store import open_reference
from tests.bench.rows import Row, compare


def rows() -> Iterator[Row]:
    db = open_reference(built("sco.sqlite"))
    bare = b"#lorem(1100)"
    yield compare(
        "sheet hsc-2024 as PDF/UA ÷ bare Typst, two pages", lambda: pdf_bytes(db, "hsc-2024", lang="ar", on=None),
        lambda: typst.compile(bare), times=5,
    )  # fmt: skip
    tables = {table.name: [tuple(row) for row in db.execute(f"SELECT * FROM {table.name}")] for table in schema.TABLES}

    def plain() -> None:
        with tempfile.TemporaryDirectory() as folder:
            target = sqlite3.connect(Path(folder) / "x.sqlite")
            for table in schema.TABLES:
                columns = ", ".join(f'"{column}"' for column in table.columns)
                target.execute(f"CREATE TABLE {table.name} ({columns})")
                marks = ", ".join("?" for _ in table.columns)
                target.executemany(f"INSERT INTO {table.name} VALUES ({marks})", tables[table.name])
            target.commit()
            target.close()

    def ours() -> None:
        with tempfile.TemporaryDirectory() as folder:
            build_reference(data_folder(), Path(folder) / "x.sqlite")

    yield compare("build of the real data ÷ the same rows by executemany", ours, plain, times=5)
