"""`./run` as somebody meets it who has just cloned the repository and set it up."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(
    not (ROOT / ".venv/.run-base").exists(), reason="./run has not set up this checkout, and would want the network"
)


def run(
    *arguments: str, script: Path = ROOT / "run", folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [script, *arguments],
        cwd=folder,
        env=os.environ | {"LC_ALL": "C.UTF-8"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone of its own, with the packages of this one; its folder's name has a space in it."""
    clone = tmp_path / "SCO Reader"
    shutil.copytree(ROOT / "sco_reader", clone / "sco_reader", ignore=shutil.ignore_patterns("built", "__pycache__"))
    shutil.copytree(ROOT / "data", clone / "data")
    for name in ("i18n", "lookup"):
        shutil.copytree(ROOT / "resources" / name, clone / "resources" / name)
    for name in ("run", "pyproject.toml"):
        shutil.copy2(ROOT / name, clone / name)
    (clone / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (clone / ".venv" / name).symlink_to(ROOT / ".venv" / name)
    (clone / ".venv/.run-base").write_text(f"{clone}\n")
    return clone


def run_in(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(*arguments, script=checkout / "run", PYTHONPATH=str(checkout))


def test_when_everything_is_in_place_then_only_the_program_speaks():
    run("--version")

    again = run("--version")

    assert again.returncode == 0
    assert again.stdout.startswith("SCO Reader ")
    assert again.stderr == ""


def test_when_called_from_another_folder_then_a_file_is_looked_for_in_that_folder(tmp_path):
    (tmp_path / "names.txt").write_text("Kazakhstan\nБеларусь\n", encoding="utf-8")

    answer = run("lookup", "--batch", "names.txt", folder=tmp_path)

    assert [json.loads(line)[0]["id"] for line in answer.stdout.splitlines()] == ["kz", "by"]


def test_when_called_through_links_then_it_finds_its_checkout(tmp_path):
    (tmp_path / "sco-reader").symlink_to(ROOT / "run")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/sco").symlink_to("../sco-reader")

    answer = run("--version", script=tmp_path / "bin/sco", folder=tmp_path)

    assert answer.stdout == run("--version").stdout


def test_when_found_on_the_search_path_then_it_finds_its_checkout(tmp_path):
    (tmp_path / "sco-here").symlink_to(ROOT / "run")

    answer = run("--version", script=Path("sco-here"), folder=Path("/"), PATH=f"{tmp_path}:{os.environ['PATH']}")

    assert answer.stdout == run("--version").stdout


def test_a_python_file_in_the_callers_folder_is_not_taken_for_one_of_ours(tmp_path):
    (tmp_path / "argparse.py").write_text("raise SystemExit('this is not the standard library')\n")

    answer = run("--version", folder=tmp_path)

    assert (answer.returncode, answer.stderr) == (0, "")


def test_an_unknown_command_is_answered_with_one_sentence_and_status_2():
    answer = run("look-up", "tokayev")

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1


def test_the_exit_status_is_that_of_the_program():
    answer = run("lookup", "qqqq xxxx zzzz", "--json")

    assert answer.returncode == 1
    assert json.loads(answer.stdout) == []


def test_when_a_fact_is_edited_then_the_reference_is_built_once_more_and_no_oftener(checkout):
    first = run_in(checkout, "states", "--json")
    unchanged = run_in(checkout, "--version")
    (checkout / "data/countries/kz.yaml").touch()

    edited = run_in(checkout, "--version")
    later = run_in(checkout, "--version")

    building = "run: Building the reference …\n"
    assert first.stderr.startswith(building)
    assert json.loads(first.stdout)
    assert [answer.stderr for answer in (unchanged, edited, later)] == ["", building, ""]


def test_when_a_fact_is_wrong_then_every_question_says_so_and_check_shows_the_line(checkout):
    country = checkout / "data/countries/kz.yaml"
    country.write_text(country.read_text(encoding="utf-8") + "population: 20000000\n", encoding="utf-8")
    last_line = len(country.read_text(encoding="utf-8").splitlines())

    question = run_in(checkout, "states", "--json")
    check = run_in(checkout, "check")

    assert (question.returncode, question.stdout) == (2, "")
    assert question.stderr.splitlines()[-1].startswith("run: ")
    assert "Traceback" not in question.stderr
    assert check.returncode == 1
    assert f"kz.yaml:{last_line}:" in check.stdout + check.stderr


def test_when_an_earlier_call_was_killed_then_the_next_one_takes_over_its_lock(checkout):
    killed = subprocess.Popen(["sleep", "60"])
    killed.kill()
    killed.wait()
    lock = checkout / "sco_reader/built/.lock"
    lock.mkdir(parents=True)
    (lock / "pid").write_text(f"{killed.pid}\n")

    answer = run_in(checkout, "--version")

    assert answer.returncode == 0
    assert not lock.exists()


def test_when_another_call_is_at_work_then_it_waits_and_says_so(checkout):
    lock = checkout / "sco_reader/built/.lock"
    lock.mkdir(parents=True)
    (lock / "pid").write_text(f"{os.getpid()}\n")
    waiting = subprocess.Popen(
        [checkout / "run", "--version"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(checkout)},
    )  # fmt: skip
    assert waiting.stderr is not None
    said = waiting.stderr.readline()

    shutil.rmtree(lock)
    out, _ = waiting.communicate(timeout=60)

    assert said.startswith("run: Another ./run is at work")
    assert out.startswith("SCO Reader ")


def test_two_first_calls_at_once_both_get_their_answer(checkout):
    calls = [
        subprocess.Popen(
            [checkout / "run", "--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(checkout)},
        )
        for _ in range(2)
    ]  # fmt: skip

    answers = [call.communicate(timeout=60) for call in calls]

    assert [out.partition(" 0")[0] for out, _ in answers] == ["SCO Reader"] * 2
    assert "".join(err for _, err in answers).count("Building the reference") == 1


def test_every_module_that_the_reference_is_built_by_is_watched():
    code = "import sys, sco_reader.build; print(*(m.__name__ for m in sys.modules.values()), sep='\\n')"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    ours = [name.removeprefix("sco_reader.") for name in said.splitlines() if name.startswith("sco_reader.")]
    imported = {f"{name}.py" for name in ours if not name.startswith("arabic")} | {"__init__.py"}
    # Where things lie and what errors are called do not change what is built.
    imported -= {"paths.py", "errors.py", "words.py"}

    script = (ROOT / "run").read_text(encoding="utf-8")
    watched = set(re.findall(r"\b[a-z_]+\.py\b", script[script.index("newer=$(find") : script.index("-newer built")]))

    assert watched == imported
    assert "arabic/*.py" in script


def test_the_package_alone_says_that_it_has_not_been_set_up(checkout):
    answer = subprocess.run(
        [sys.executable, "-m", "sco_reader", "lookup", "Tokayev"], cwd=checkout, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(checkout)}, timeout=60, check=False,
    )  # fmt: skip

    assert answer.returncode == 2
    assert "./run" in answer.stderr
    assert "Traceback" not in answer.stderr
