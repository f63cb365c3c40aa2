"""The look-up over a million made-up names, beside the real file: what grows with the file, and what does not."""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sco_reader.arabic.fold import fold
from sco_reader.paths import built
from sco_reader.search import lookup
from sco_reader.searchindex import write_index
from sco_reader.store import Connection, open_reference
from tests.bench.rows import Row, compare

_NAMES = 1_000_000
_TYPED = ("tokayev", "توكاييف", "xi jinping", "شي جين بينغ", "putin", "لوكاشينكو")
_SYLLABLES = "ka to ye vo mi ra zhi shan gul ba kov ev ov a lu ren jin pi tar sul bek nur say dar man".split()


def rows() -> Iterator[Row]:
    real = open_reference(built("sco.sqlite"))
    with tempfile.TemporaryDirectory() as folder:
        made = _million(Path(folder) / "million.sqlite")
        typed = [text[:length] for text in _TYPED for length in range(1, len(text) + 1)]
        yield compare(
            "search, a keystroke over 1,000,000 names ÷ over the real file",
            lambda: [lookup(made, text) for text in typed],
            lambda: [lookup(real, text) for text in typed],
            times=15,
        )
        made.close()


def _million(path: Path) -> Connection:
    chance = random.Random(7)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))

    given, family = [word() for _ in range(2000)], [word() for _ in range(4000)]
    names = {f"{chance.choice(given)} {chance.choice(family)}" for _ in range(_NAMES * 2)}
    db = sqlite3.connect(path)
    db.executescript("""
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
        CREATE TABLE spelling(id INTEGER PRIMARY KEY, entity, kind, lang, form, text, folded, joined, weight);
        CREATE TABLE entity(id PRIMARY KEY, name_en, name_ar);
        CREATE TABLE term(person, office, since_earliest, until_latest, acting, since_latest);
        CREATE TABLE office(id, owner, kind, name_en);
        CREATE TABLE meeting(id, body, start, chair_country, chair_person);
    """)
    spellings = [
        {"id": number, "entity": f"x{number}", "kind": "person", "lang": "en", "form": "preferred", "text": name,
         "folded": name, "joined": name.replace(" ", ""), "weight": 0}
        for number, name in enumerate(sorted(names)[:_NAMES], 1)
    ]  # fmt: skip
    assert fold(str(spellings[0]["text"])) == spellings[0]["folded"]
    db.executemany("INSERT INTO spelling VALUES (:id, :entity, :kind, :lang, :form, :text, :folded, :joined, :weight)", spellings)
    db.executemany("INSERT INTO entity VALUES (:entity, :text, :text)", spellings)
    db.execute("CREATE INDEX joined ON spelling(joined)")
    db.commit()
    write_index(db, spellings, {})
    db.row_factory = sqlite3.Row
    return db
