"""The look-up over a million made-up names, beside the real file: what grows with the file, and what does not."""

import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sco_reader.arabic.fold import fold
from sco_reader.paths import built
from sco_reader.search import lookup
from sco_reader.searchindex import write_index
from sco_reader.store import Connection, open_reference
from tests.bench.rows import Row, compare

_NAMES = 1_000_000
_SYLLABLES = [
    "ka",
    "to",
    "ye",
    "vo",
    "mi",
    "ra",
    "zhi",
    "shan",
    "gul",
    "ba",
    "kov",
    "ev",
    "ov",
    "a",
    "lu",
    "ren",
    "jin",
    "pi",
    "tar",
    "sul",
    "bek",
    "nur",
    "say",
    "dar",
    "man",
]


def rows() -> Iterator[Row]:
    real, made = open_reference(built("sco.sqlite")), _million(built("million.sqlite"))
    typed = [_as_typed(real), _as_typed(made)]
    yield compare(
        "search, a keystroke over 1,000,000 names ÷ over the real file",
        lambda: [lookup(made, text) for text in typed[1]],
        lambda: [lookup(real, text) for text in typed[0]],
        times=9,
    )
    for where, db, texts in (("the real file", real, typed[0]), ("1,000,000 names", made, typed[1])):
        taken = sorted(_seconds(db, text) for text in texts for _ in range(5))
        yield Row(
            f"search, keystroke p99 over {where} ÷ a frame of 16 ms",
            p99 := taken[len(taken) * 99 // 100] * 1000, 16.0, p99,
        )  # fmt: skip
    made.close()


def _as_typed(db: Connection) -> list[str]:
    """Twelve persons of the file as somebody types them, letter by letter, every third with a slip."""
    chance = random.Random(3)
    names = [
        row[0]
        for row in db.execute("SELECT text FROM spelling WHERE kind = 'person' AND form = 'preferred' AND id % 53 = 5")
    ]
    typed: list[str] = []
    for number, name in enumerate(chance.sample(names, 12)):
        text = name[: len(name) // 2] + name[len(name) // 2 + 1 :] if number % 3 == 0 else name
        typed += [text[:length] for length in range(1, len(text) + 1)]
    return typed


def _seconds(db: Connection, text: str) -> float:
    start = time.perf_counter()
    lookup(db, text)
    return time.perf_counter() - start


def _million(path: Path) -> Connection:
    """Made once and kept: some minutes of work. The names are of two words, from 2,000 given and 4,000 family names."""
    index = Path(write_index.__code__.co_filename)
    if path.is_file() and path.stat().st_mtime > index.stat().st_mtime:
        return _opened(path)
    sys.stderr.write("Making a million names, once; this takes some six minutes …\n")
    path.unlink(missing_ok=True)
    begun = path.with_suffix(".begun")  # cut off in the middle, it is not taken for whole by the next run
    begun.unlink(missing_ok=True)
    chance = random.Random(7)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))

    given, family = [word() for _ in range(2000)], [word() for _ in range(4000)]
    names = {f"{chance.choice(given)} {chance.choice(family)}" for _ in range(_NAMES * 2)}
    db = sqlite3.connect(begun)
    db.executescript("""
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
        CREATE TABLE spelling(id INTEGER PRIMARY KEY, entity, kind, lang, form, text, folded, joined, weight);
        CREATE TABLE entity(id PRIMARY KEY, name_en, name_ar);
        CREATE TABLE term(person, office, since_earliest, until_latest, acting, since_latest);
        CREATE TABLE office(id, owner, kind, name_en);
        CREATE TABLE meeting(id, body, start, chair_country, chair_person);
        CREATE TABLE person(id, country);
    """)
    spellings = [
        {"id": number, "entity": f"x{number}", "kind": "person", "lang": "en", "form": "preferred", "text": name,
         "folded": name, "joined": name.replace(" ", ""), "weight": 0}
        for number, name in enumerate(sorted(names)[:_NAMES], 1)
    ]  # fmt: skip
    assert fold(str(spellings[0]["text"])) == spellings[0]["folded"]
    db.executemany(
        "INSERT INTO spelling VALUES (:id, :entity, :kind, :lang, :form, :text, :folded, :joined, :weight)", spellings
    )
    db.executemany("INSERT INTO entity VALUES (:entity, :text, :text)", spellings)
    db.execute("CREATE INDEX joined ON spelling(joined)")
    db.commit()
    write_index(db, spellings, {})
    db.execute("ANALYZE")
    db.commit()
    db.close()
    begun.replace(path)
    return _opened(path)


def _opened(path: Path) -> Connection:
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    db.row_factory = sqlite3.Row
    return db
