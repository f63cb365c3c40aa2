"""The timeline as a picture for print: SVG, PNG or PDF, set by Typst from plain data."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco_reader.dates import Edtf
from sco_reader.errors import UnknownEnding
from sco_reader.files import write_whole
from sco_reader.voice import Voice
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.briefing.typeset import Picture
    from sco_reader.timeline import Item

_KINDS: "dict[str, Picture]" = {".svg": "svg", ".png": "png", ".pdf": "pdf"}
_STATUSES = ("member", "observer", "dialogue_partner", "sco_partner", "shanghai_five")


def draw(
    items: "Sequence[Item]", *, voice: Voice, on: date, horizon: date, target: Path, years: tuple[int, int]
) -> None:
    """Draw memberships and meetings of `years` into `target`, by its ending. Raises UnknownEnding, CannotWrite."""
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        raise UnknownEnding(file=target, known=tuple(_KINDS))
    write_whole(target, drawn(items, voice=voice, on=on, horizon=horizon, kind=kind, years=years))


def drawn(
    items: "Sequence[Item]", *, voice: Voice, on: date, horizon: date, kind: "Picture",
    years: tuple[int, int],
) -> bytes:  # fmt: skip
    """The picture of memberships and meetings, over `years`, first and last."""
    from sco_reader.briefing.typeset import for_print, typeset

    lang = voice.lang
    lanes: dict[str, dict[str, Any]] = {}
    points: list[dict[str, Any]] = []
    for item in items:
        start = _year(Edtf.parse(item.start).earliest)
        if item.lane.startswith("membership"):
            end = _year(Edtf.parse(item.end).latest if item.end else horizon)
            lane = lanes.setdefault(item.lane, {"name": voice.dress(item.label(lang)), "flag": item.id, "bars": []})
            lane["bars"].append({"from": start, "to": end, "status": item.kind})
        elif item.lane.startswith("meetings"):
            points.append({"at": start, "name": voice.dress(item.label(lang)), "video": item.kind == "video"})
    page = {
        "lang": lang, "digits": voice.style.digits if lang == "ar" else "western",
        "title": say("timeline-title", lang), "membership": say("timeline-membership", lang),
        "meetings": say("timeline-meetings", lang), "lanes": list(lanes.values()), "points": points,
        "first": years[0], "last": min(years[1], horizon.year) + 1, "on": _year(min(on, horizon)),
        "as_of": say("sheet-as-of", lang, day=voice.day(on)),
        "horizon": say("sheet-horizon", lang, day=voice.day(horizon)),
        "legend": [{"status": status, "name": voice.say(f"status-{status}")} for status in _STATUSES],
        "meeting_legend": [{"video": video, "name": voice.say(f"timeline-meeting-{key}")}
                           for video, key in ((False, "in-person"), (True, "video"))],
    }  # fmt: skip
    return typeset("timeline.typ", {"data": json.dumps(for_print(page), ensure_ascii=False)}, kind)


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25
