"""Opening the reference: one SQLite file, read only, and surely ours."""

import sqlite3
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from sco_reader.errors import NoReference, NotOurFile, OtherVersion

Connection = sqlite3.Connection

_SCHEMA = "6"
_STEPS_BETWEEN_LOOKS = 100_000
_LOOKS_BEFORE_CUT = 400

P = ParamSpec("P")
T = TypeVar("T")

_META = "SELECT value FROM meta WHERE key = :key"


def open_reference(path: Path) -> Connection:
    """The reference at `path`, read only, with rows by name. Raises NoReference, NotOurFile or OtherVersion."""
    if not path.is_file():
        raise NoReference(file=path)
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute("PRAGMA query_only=1")
        db.execute("PRAGMA trusted_schema=0")
        row = db.execute(_META, {"key": "schema"}).fetchone()
    except sqlite3.Error as error:
        raise NotOurFile(file=path) from error
    if row is None or row[0] != _SCHEMA:
        db.close()
        raise OtherVersion(file=path)
    db.row_factory = sqlite3.Row
    _cut_off_runaways(db)
    return db


def meta(db: Connection, key: str) -> str:
    """What the file says of itself: `edition`, `verified_through` (ISO day), `program`, `schema`."""
    row = db.execute(_META, {"key": key}).fetchone()
    return str(row[0]) if row else ""


def kept(most: int) -> Callable[[Callable[P, list[T]]], Callable[P, list[T]]]:
    """Answers of a question, remembered for the last `most` ways of asking it: the card of the next day asks the same.

    The file cannot change while it is open (`immutable=1`), so that an answer stays true for its connection.
    """

    def remember(question: Callable[P, list[T]]) -> Callable[P, list[T]]:
        @lru_cache(maxsize=most)
        def ask(*arguments: P.args, **named: P.kwargs) -> tuple[T, ...]:
            return tuple(question(*arguments, **named))

        @wraps(question)
        def answer(*arguments: P.args, **named: P.kwargs) -> list[T]:
            return list(ask(*arguments, **named))  # type: ignore[arg-type]  # ids and days: all of them hashable

        return answer

    return remember


def _cut_off_runaways(db: Connection) -> None:
    """No question of ours takes 40 million steps of SQLite's machine; one that does is stopped, not waited for."""
    looks = 0

    def look() -> int:
        nonlocal looks
        looks += 1
        return int(looks > _LOOKS_BEFORE_CUT)

    def begin(_statement: str) -> None:
        nonlocal looks
        looks = 0

    db.set_trace_callback(begin)
    db.set_progress_handler(look, _STEPS_BETWEEN_LOOKS)
