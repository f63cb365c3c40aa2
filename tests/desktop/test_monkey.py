"""Ten thousand random keys and clicks over the whole window, half of them in each language, the same ones every time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EVENTS, SEED = 5_000, 20_240_704


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_monkey_breaks_nothing(tmp_path, lang):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.monkey", "--events", str(EVENTS), "--seed", str(SEED), "--lang", lang],
        cwd=tmp_path, env=env, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []
