"""Random keys and clicks over the whole window, half of them in each language, the same ones every time: two thousand, and
with `--whole` ten thousand."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EVENTS, FEWER, SEED = 5_000, 1_000, 20_240_704


def test_a_monkey_breaks_nothing(tmp_path, whole):
    events = EVENTS if whole else FEWER
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    playing = []
    for lang in ("ar", "en"):
        (tmp_path / lang).mkdir()
        command = [sys.executable, "-m", "tests.monkey", "--events", str(events), "--seed", str(SEED), "--lang", lang]
        playing.append(
            subprocess.Popen(
                command, cwd=tmp_path / lang, env=env | {"TMPDIR": str(tmp_path / lang)},
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
        )  # fmt: skip
    told = [each.communicate(timeout=900)[0] for each in playing]

    assert [each.returncode for each in playing] == [0, 0], "\n".join(told)
    assert [list(folder.iterdir()) for folder in tmp_path.iterdir()] == [[], []]
