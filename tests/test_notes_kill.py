"""Killed while one types, 200 times: the file is whole each time, and what is lost was typed within the last second."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sco_reader.notes.backups import backups, is_good
from sco_reader.notes.opening import open_notes

ROOT = Path(__file__).parent.parent
KILLS, AT_ONCE, LOST = 200, 5, 1.0  # more at once wait for the processor, and lose what no disk has taken

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills and forks as POSIX does")


def typist(*arguments: object) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.notes.typist", *map(str, arguments)], env=env, text=True, stdout=subprocess.PIPE
    )


def lost(text: str, typed: list[float], killed: float) -> float:
    """Seconds between the first word that is lost and the kill; 0 where none is."""
    words = text.split()
    assert words == [str(number) for number in range(len(words))]
    return killed - typed[len(words)] if len(words) < len(typed) else 0.0


def test_killed_two_hundred_times_the_notes_are_whole_and_a_second_at_most_is_lost(tmp_path):
    homes = [tmp_path / str(number) for number in range(AT_ONCE)]
    typists = [typist("store", home, KILLS // AT_ONCE, number) for number, home in enumerate(homes)]
    said = [process.communicate(timeout=300)[0] for process in typists]

    losses = []
    for home, lines in zip(homes, said, strict=True):
        opened = open_notes(home, datetime.now(UTC))
        assert opened.repair is None
        kept = {note.id: note.text for note in opened.store.notes()}
        opened.store.close()
        rounds = [json.loads(line) for line in lines.splitlines()]
        losses += [lost(kept.get(one["note"], ""), one["typed"], one["killed"]) for one in rounds]
        assert all(is_good(backup) for backup in backups(home))
    assert len(losses) == KILLS
    assert max(losses) <= LOST
    assert sum(loss == 0.0 for loss in losses) < KILLS  # the kills fell into the typing


def test_killed_in_the_real_window_the_note_is_there_at_the_next_start(tmp_path):
    homes = [tmp_path / str(number) for number in range(2)]
    typists = [typist("window", home) for home in homes]
    typed: list[list[float]] = [[] for _ in typists]
    for process, moments in zip(typists, typed, strict=True):
        assert process.stdout is not None
        while not moments or moments[-1] - moments[0] < 1.4:
            moments.append(float(process.stdout.readline()))
    killed = []
    for process, moments in zip(typists, typed, strict=True):
        killed.append(time.monotonic())
        process.kill()
        moments += [float(line) for line in process.communicate()[0].splitlines()]

    for home, moments, at in zip(homes, typed, killed, strict=True):
        opened = open_notes(home, datetime.now(UTC))
        assert opened.repair is None
        (note,) = opened.store.notes_on("kz")
        assert lost(note.text, moments, at) <= LOST
        opened.store.close()
