"""What every command of the command line starts from: the file to open, the printer for people, the one for JSON."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sco_reader.paths import reference_file
from sco_reader.store import Connection, open_reference

if TYPE_CHECKING:
    from sco_reader.arabic.wording import Style
    from sco_reader.console import Console
    from sco_reader.voice import Voice


def opened(options: Namespace) -> Connection:
    """The reference that `--file` names, or the one that came with the program. Raises UserError."""
    return open_reference(Path(options.file) if options.file else reference_file())


def print_json(found: object) -> None:
    """`found` as one line of JSON, Arabic in its own letters."""
    import json

    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def printer(options: Namespace) -> "Console":
    """Writes to standard output in the language and the bidi mode asked for."""
    from sco_reader.console import Console

    return Console(sys.stdout, options.lang, options.bidi)


def voice_for(db: Connection, options: Namespace) -> "Voice":
    """How people are told: in the language of `options`, as the house writes that --house names."""
    from sco_reader.voice import voice_of

    return voice_of(db, options.lang, style_of(options))


def style_of(options: Namespace) -> "Style":
    """The style of the house that --house names."""
    from sco_reader.arabic.wording import Style

    return Style(house=options.house or "")
