"""The window needs no network: it works where there is none, and no test of it makes a socket."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def lonely():
    """A command that runs another without a network interface; None where this system lets nobody do so."""
    for each in (["unshare", "-rn"], ["unshare", "-n"], ["sudo", "-n", "unshare", "-n"]):
        if shutil.which(each[0]) and subprocess.run([*each, "true"], capture_output=True, check=False).returncode == 0:
            return each
    return None


def test_the_window_works_where_there_is_no_network(tmp_path):
    command = lonely()
    if command is None:
        pytest.skip("this system lets nobody make a network namespace")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SCO_READER_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.desktop.offline", str(tmp_path)],
        env=env, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["no-network", "looked-up", "cards", "timeline", "matrix", "sheet", "closed"]
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_test_of_the_window_can_make_no_socket():
    import socket

    with pytest.raises(AssertionError, match="network"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()
