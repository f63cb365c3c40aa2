"""YAML in, one SQLite file out: the same data give the same bytes."""

import os
import sqlite3
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sqlite_utils import Database

from sco_reader import schema
from sco_reader.check import problems_of
from sco_reader.dataset import load
from sco_reader.errors import CannotWrite, DataHasProblems
from sco_reader.paths import built, data_folder, resource
from sco_reader.rows import Row, Tables
from sco_reader.searchindex import write_index
from sco_reader.spellings import prominence
from sco_reader.words import LANGUAGES


def build_reference(folder: Path, target: Path) -> None:
    """Write the reference to `target`, whole or not at all. Raises DataHasProblems, NoDataFolder, CannotWrite."""
    dataset = load(folder)
    found = problems_of(dataset)
    if found:
        raise DataHasProblems(n=len(found), folder=folder)
    tables = Tables(dataset).fill()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".sco-", suffix=".sqlite")
    except OSError as error:
        raise CannotWrite(file=target) from error
    os.close(handle)
    temporary = Path(name)
    try:
        _write(temporary, tables)
        temporary.chmod(0o644)
        temporary.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise CannotWrite(file=target) from error
    finally:
        temporary.unlink(missing_ok=True)


def build_catalogues(target: Path) -> None:
    """Compile the catalogues of the languages that are offered (gettext .po to .mo) into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for source in (resource(f"i18n/{lang}.po") for lang in LANGUAGES):
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.stem)
        unfinished = target / f".{source.stem}.{os.getpid()}.mo"  # a reader that runs meanwhile never sees half a file
        with unfinished.open("wb") as compiled:
            write_mo(compiled, catalogue)
        unfinished.replace(target / f"{source.stem}.mo")


def build_all() -> None:
    """What `./run` and the package build need: both catalogues and the reference, in their usual place."""
    build_catalogues(built("").parent / "built")
    build_reference(data_folder(), built("sco.sqlite"))


def _write(path: Path, tables: dict[str, list[Row]]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size=4096")
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA application_id=0x53434F52")
    database = Database(connection)
    for table in schema.TABLES:
        database.table(table.name).create(
            table.columns,
            pk=table.pk,
            foreign_keys=[(column, other, "id") for column, other in table.points_to],
            not_null=[column for column in table.columns if column not in table.may_be_null],
            strict=True,
        )
    connection.execute("BEGIN")
    for table in schema.TABLES:
        columns = ", ".join(f'"{column}"' for column in table.columns)
        marks = ", ".join(f":{column}" for column in table.columns)
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'  # noqa: S608  # names of our own schema
        empty = dict.fromkeys(table.columns)
        connection.executemany(statement, [empty | row for row in tables[table.name]])
    connection.execute("COMMIT")
    for name, columns_of_index in schema.INDEXES:
        database.table(name).create_index(columns_of_index)
    write_index(connection, tables["spelling"], prominence(tables))
    connection.execute("ANALYZE")
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    assert not broken, broken
    connection.execute("VACUUM")
    connection.close()
