"""Where do things lie? Resources and data in a checkout or in a wheel, the built file, the user's own folders."""

import os
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@lru_cache(maxsize=1)
def _home() -> Path:
    """The folder that holds `resources` and `data`: the package in a wheel, the folder above it in a checkout."""
    return _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


def resource(name: str) -> Path:
    """A file that ships with the program, such as `fonts/Amiri-Bold.ttf`."""
    return _home() / "resources" / name


def data_folder() -> Path:
    """The YAML that the reference is built from."""
    return _home() / "data"


def built(name: str) -> Path:
    """A file that `build` makes: the reference itself and the compiled catalogues."""
    return _PACKAGE / "built" / name


def reference_file() -> Path:
    """The SQLite file to open: SCO_READER_FILE where it is set, otherwise the one that came with the program."""
    named = os.environ.get("SCO_READER_FILE")
    return Path(named) if named else built("sco.sqlite")
