"""Every text of the reference file, as tests of letters and glyphs want it."""

from collections.abc import Iterator
from sqlite3 import Connection

from sco_reader.schema import TABLES

HIDDEN = ("abroad", "adjective_abroad", "topic")
"""Names that find and are never shown: CLDR's in some eighty languages, and topics of documents."""


def shown_texts(db: Connection) -> Iterator[tuple[str, str]]:
    """Where it stands, and the text: each string that a reader may see, without spellings for the index."""
    for table in TABLES:
        columns = [name for name, kind in table.columns.items() if kind is str]
        if table.name == "spelling":
            continue
        where = f" WHERE form NOT IN {HIDDEN}" if table.name == "name" else ""
        for row in db.execute(f"SELECT {', '.join(columns)} FROM {table.name}{where}"):
            yield from ((f"{table.name}.{column}", text) for column, text in zip(columns, row, strict=True) if text)


def hidden_texts(db: Connection) -> Iterator[str]:
    """The names that find and are not shown."""
    yield from (text for (text,) in db.execute(f"SELECT text FROM name WHERE form IN {HIDDEN}"))
