"""Backups are whole, thin out by age, and bring the notes back."""

import os
import sqlite3
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from sco_reader.errors import NotesDamaged
from sco_reader.notes.backups import back_up, backups, is_good, kept, let_go, newest_good, put_back
from sco_reader.notes.opening import FILE, Repair, open_notes
from tests.notes.conftest import KZ, NOW

SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def spoil(path):
    """A file as a bad disk leaves it: its beginning stands, a later part is rubbish."""
    content = bytearray(path.read_bytes())
    content[5000:9000] = b"\xa5" * 4000
    path.write_bytes(bytes(content))


def texts(store):
    return sorted(note.text for note in store.notes())


def test_all_of_two_days_then_twelve_days_then_ten_weeks_stay():
    every = [NOW - hours * HOUR for hours in range(0, 24 * 200, 6)]

    stay = sorted(kept(every, NOW), reverse=True)

    of_two_days = [one for one in every if NOW - one <= 2 * DAY]
    assert stay[: len(of_two_days)] == of_two_days
    daily, weekly = stay[len(of_two_days) : len(of_two_days) + 12], stay[len(of_two_days) + 12 :]
    assert len({one.date() for one in daily}) == 12
    assert all(max(other for other in every if other.date() == one.date()) == one for one in daily[1:])
    assert len(weekly) == 10 and len({one.isocalendar()[:2] for one in weekly}) == 10


def test_run_day_by_day_for_a_year_the_ladder_keeps_its_rungs():
    files: set[datetime] = set()
    for hours in range(0, 24 * 365, 8):
        now = NOW + hours * HOUR
        files = kept(files | {now}, now)

    ages = sorted((now - one) / DAY for one in files)
    assert len(ages) == 7 + 12 + 10
    assert ages[6] == 2
    assert all(0.6 <= after - before <= 1.4 for before, after in pairwise(ages[7:19]))
    assert all(5 <= after - before <= 9 for before, after in pairwise(ages[19:]))


def test_whoever_was_away_for_a_year_loses_no_backup_by_coming_back():
    old = [NOW - 365 * DAY - days * DAY for days in range(12)]

    assert kept([NOW, *old], NOW) == {NOW, *old}


def test_a_clock_that_once_ran_ahead_takes_no_backup_away():
    ahead = NOW + 400 * DAY

    assert kept([ahead, NOW, NOW - HOUR], NOW) == {ahead, NOW, NOW - HOUR}


def test_a_backup_holds_what_the_file_held_and_opens_by_itself(home, store):
    store.write("one", KZ, "words", NOW)
    made = back_up(home / FILE, NOW)

    assert made is not None and is_good(made)
    assert [path.name for path in made.path.parent.iterdir()] == ["notes-20261127T030000Z.sqlite"]
    with sqlite3.connect(made.path) as copy:
        assert copy.execute("SELECT text FROM note").fetchall() == [("words",)]
    copy.close()


def test_no_backup_is_made_where_nothing_has_changed(home, store):
    store.write("one", KZ, "words", NOW)

    assert back_up(home / FILE, NOW) is not None
    assert back_up(home / FILE, NOW + DAY) is None
    store.write("one", KZ, "more words", NOW)
    assert back_up(home / FILE, NOW + DAY) is not None


def test_two_backups_of_one_second_both_stay(home, store):
    for text in ("one", "two", "three"):
        store.write("one", KZ, text, NOW)
        back_up(home / FILE, NOW)

    assert [one.made - NOW for one in backups(home)] == [2 * SECOND, SECOND, 0 * SECOND]


def test_none_is_made_from_a_damaged_file(home, store):
    store.write("one", KZ, "words " * 3000, NOW)
    store.close()
    spoil(home / FILE)

    with pytest.raises(NotesDamaged):
        back_up(home / FILE, NOW)
    assert backups(home) == []


def test_what_a_killed_backup_left_behind_is_cleared_away(home, store):
    store.write("one", KZ, "words", NOW)
    back_up(home / FILE, NOW)
    left = home / "notes-backups" / ".notes-left"
    left.write_text("half", "utf-8")
    os.utime(left, (0, 0))
    store.write("one", KZ, "more words", NOW)
    back_up(home / FILE, NOW + HOUR)

    assert not left.exists()
    assert len(backups(home)) == 2


def test_old_backups_are_deleted_and_files_of_others_are_not(home, store):
    for days in range(40):
        store.write("one", KZ, f"day {days}", NOW)
        back_up(home / FILE, NOW + days * DAY)
    stranger = home / "notes-backups" / "notes-mine.sqlite"
    stranger.write_text("mine", "utf-8")
    let_go(home, NOW + 40 * DAY)

    assert 17 <= len(backups(home)) <= 19
    assert stranger.exists()


@pytest.mark.parametrize("damage", ["rubbish", "cut", "empty", "gone", "other"])
def test_a_damaged_file_is_kept_aside_and_the_newest_good_backup_takes_its_place(home, store, damage):
    store.write("one", KZ, "words " * 3000, NOW)
    back_up(home / FILE, NOW)
    store.write("one", KZ, "later words " * 3000, NOW)
    newest = back_up(home / FILE, NOW + HOUR)
    spoil(newest.path)
    store.close()
    notes = home / FILE
    {
        "rubbish": lambda: spoil(notes), "cut": lambda: notes.write_bytes(notes.read_bytes()[:6000]),
        "empty": lambda: notes.write_bytes(b""), "gone": notes.unlink, "other": lambda: notes.write_bytes(b"hello" * 999),
    }[damage]()  # fmt: skip

    opened = open_notes(home, NOW + DAY)

    assert texts(opened.store) == ["words " * 3000]
    assert opened.repair.backup.made == NOW
    aside = [path.name for path in home.iterdir() if path.match("notes-set-aside-*.sqlite")]
    assert aside == ([] if damage == "gone" else ["notes-set-aside-20261128T030000Z.sqlite"])
    assert len(backups(home)) == 2
    opened.store.close()


def test_a_damaged_file_without_a_good_backup_is_kept_and_a_new_one_begun(home, store):
    store.write("one", KZ, "words " * 3000, NOW)
    store.close()
    spoil(home / FILE)
    damaged = (home / FILE).read_bytes()

    opened = open_notes(home, NOW)

    assert opened.repair == Repair(None, home / "notes-set-aside-20261127T030000Z.sqlite")
    assert opened.repair.aside.read_bytes() == damaged
    opened.store.write("two", KZ, "new", NOW)
    assert texts(opened.store) == ["new"]
    opened.store.close()


def test_the_log_of_a_damaged_file_never_meets_the_restored_one(home, store):
    store.write("one", KZ, "words", NOW)
    back_up(home / FILE, NOW)
    store.close()
    (home / FILE).write_bytes(b"rubbish" * 2000)
    (home / f"{FILE}-wal").write_bytes(b"log of another time" * 500)

    opened = open_notes(home, NOW)

    assert texts(opened.store) == ["words"]
    assert (home / "notes-set-aside-20261127T030000Z.sqlite-wal").read_bytes() == b"log of another time" * 500
    opened.store.close()


def test_a_restore_rotates_nothing_out_and_can_itself_be_undone(home, store):
    for minutes in range(30):
        store.write("one", KZ, f"{minutes}", NOW)
        back_up(home / FILE, NOW - 300 * DAY + timedelta(minutes=minutes))
    count = len(backups(home))
    store.write("one", KZ, "of now", NOW)
    back_up(home / FILE, NOW, thin_out=False)
    store.close()
    put_back(backups(home)[-1], home / FILE, NOW)

    assert len(backups(home)) == count + 1
    again = open_notes(home, NOW).store
    assert texts(again) == ["0"]
    again.close()
    put_back(newest_good(home), home / FILE, NOW)
    again = open_notes(home, NOW).store
    assert texts(again) == ["of now"]
    again.close()


def test_a_backup_that_is_spoilt_is_never_put_back(home, store):
    store.write("one", KZ, "words " * 3000, NOW)
    made = back_up(home / FILE, NOW)
    store.close()
    spoil(made.path)

    with pytest.raises(NotesDamaged):
        put_back(made, home / FILE, NOW)
    again = open_notes(home, NOW)
    assert again.repair is None and texts(again.store) == ["words " * 3000]
    again.store.close()


def test_a_first_start_that_was_cut_off_is_no_damage(home):
    home.mkdir()
    (home / FILE).write_bytes(b"")

    opened = open_notes(home, NOW)

    assert opened.repair is None
    opened.store.close()
