"""A sheet as PDF: plain data go to Typst as JSON, a tagged PDF/UA-1 comes back, set in the fonts we ship."""

import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Literal

from sco_reader.arabic.unbroken import whole_dates
from sco_reader.briefing.context import Plain
from sco_reader.briefing.glyphs import printable
from sco_reader.paths import resource

# Vowel marks, tanwin and shadda: the press leaves them out, and no PDF reader gives them back in their place.
_MARKS = re.compile("[\u064b-\u0652\u0670]")

Picture = Literal["pdf", "svg", "png"]

_PNG_DPI = 144.0


def pdf_of(parts: Sequence[dict[str, Plain]]) -> bytes:
    """One PDF/UA-1 of all parts, each in its language; the same parts give the same bytes."""
    return typeset(
        "briefing.typ",
        {"data": json.dumps([for_print(_with_whole_dates(part)) for part in parts], ensure_ascii=False)},
        "pdf",
    )


def typeset(template: str, inputs: dict[str, str], kind: Picture) -> bytes:
    """Compile a template of resources/sheets with `inputs` as sys.inputs."""
    import typst

    made = typst.compile(
        str(resource(f"sheets/{template}")), root=str(resource("")), font_paths=_fonts(), sys_inputs=inputs,
        format=kind, **_standard(kind),
    )  # fmt: skip
    return made if isinstance(made, bytes) else b"".join(made)


def _standard(kind: Picture) -> dict[str, Any]:
    standards: dict[str, dict[str, Any]] = {"pdf": {"pdf_standards": "ua-1"}, "png": {"ppi": _PNG_DPI}, "svg": {}}
    return standards[kind]


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """The fonts we ship and no other, read once: a sheet looks the same on every machine."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[str(resource("fonts"))])


def for_print(value: Any) -> Any:
    """Plain data with every text in letters that our fonts have and that PDF readers give back in their place."""
    if isinstance(value, str):
        return printable(_MARKS.sub("", value))
    return _within(value, for_print)


def _with_whole_dates(value: Any) -> Any:
    """Plain data with no-break spaces in its dates: the template makes a box of each, with plain spaces in it."""
    return whole_dates(value) if isinstance(value, str) else _within(value, _with_whole_dates)


def _within(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, list):
        return [change(child) for child in value]
    if isinstance(value, dict):
        return {key: change(child) for key, child in value.items()}
    return value
