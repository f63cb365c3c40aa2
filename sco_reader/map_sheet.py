"""The map as a picture for print: SVG, PNG or PDF, its lands as SVG, its words set by Typst."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sco_reader.atlas import WHOLE_WORLD, Frame, Point, shapes, states
from sco_reader.errors import UnknownEnding
from sco_reader.files import write_whole
from sco_reader.ground_plan import GroundPlan
from sco_reader.labels import Box, Wanted, line_to, place
from sco_reader.standings import NONE, ORDER, Standing
from sco_reader.voice import Voice
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.briefing.typeset import Picture

_KINDS: "dict[str, Picture]" = {".svg": "svg", ".png": "png", ".pdf": "pdf"}

_WIDTH, _HEIGHT = 273.0, 134.0
"""Of the map on an A4 sheet laid across, in mm."""

_UNITS = 20
"""To a millimetre, in the SVG."""

_LETTER, _LINE, _MARK, _DOT = 2.65, 3.6, 2.4, 1.0
"""Letters (7.5 pt), the line they stand on, a mark and the dot of a capital, in mm."""

_NEAR_BELOW = 6500.0
"""Kilometres across: below that the finer outlines are drawn."""

# Those of the light theme (resources/style/tokens.json): paper is light.
_INKS = {"member": "#003973", "observer": "#127456", "dialogue_partner": "#90570A", "sco_partner": "#8951A0"}
_GROUNDS = {"member": "#7F9DC0", "observer": "#DBF0E8", "dialogue_partner": "#F8ECD8", "sco_partner": "#F1E6F5",
            NONE: "#FFFFFF"}  # fmt: skip
_GREY, _GREY_GROUND, _SEA, _LINE_COLOUR, _TIME = "#4D555E", "#C1C6C9", "#E6EAEB", "#C3CCCF", "#A5123C"


def draw(
    found: Sequence[Standing],
    frame: Frame,
    *,
    capitals: Mapping[str, str],
    voice: Voice,
    on: date,
    horizon: date,
    wide: Callable[[str], float],
    target: Path,
) -> None:
    """Draw what `frame` shows into `target`, by its ending. Raises UnknownEnding, CannotWrite."""
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        raise UnknownEnding(file=target, known=tuple(_KINDS))
    content = drawn(found, frame, capitals=capitals, voice=voice, on=on, horizon=horizon, wide=wide, kind=kind)
    write_whole(target, content)


def drawn(
    found: Sequence[Standing],
    frame: Frame,
    *,
    capitals: Mapping[str, str],
    voice: Voice,
    on: date,
    horizon: date,
    wide: Callable[[str], float],
    kind: "Picture",
) -> bytes:
    """The picture of what `frame` shows; `wide` gives the width of a name in heights of its letters."""
    from sco_reader.briefing.typeset import for_print, typeset

    lang, sight = voice.lang, _Sight(frame)
    wanted, texts = _wanted(found, capitals, sight, voice, wide)
    places = place(wanted, Box(0, 0, _WIDTH, _HEIGHT), _plan(sight).strange)
    groups = {status: [row for row in found if row.status == status] for status in ORDER}
    page = {
        "lang": lang, "title": say("action-map", lang),
        "svg": _svg(found, sight, _lines_to(wanted, places)), "width": _WIDTH, "height": _HEIGHT,
        "heading": voice.say("day-panel", day=voice.day(on)),
        "names": list(_names(wanted, texts, places)),
        "groups": [
            {"svg": _swatch(status), "name": voice.say(f"statuses-{status}"), "count": voice.digits(str(len(rows))),
             "states": voice.say("list-comma").join(voice.name(row.name) for row in rows)}
            for status, rows in groups.items() if rows
        ],
        "differs": say("map-differs", lang) if any(row.is_other_today for row in found) else "",
        "ring": _picture(80, 80, _mark("member", (40, 40), 20, differs=True)),
        "notes": [say("map-borders", lang), say("map-projection", lang),
                  say("sheet-horizon", lang, day=voice.day(horizon))],
    }  # fmt: skip
    return typeset("map.typ", {"data": json.dumps(for_print(page), ensure_ascii=False)}, kind)


class _Sight:
    """Kilometres to millimetres: all of the frame, as large as it fits on the sheet."""

    def __init__(self, frame: Frame) -> None:
        self.scale = min(_WIDTH / frame.width, _HEIGHT / frame.height)
        self.frame = Frame(frame.x, frame.y, _WIDTH / self.scale, _HEIGHT / self.scale)

    def point(self, at: Point) -> Point:
        return _WIDTH / 2 + (at[0] - self.frame.x) * self.scale, _HEIGHT / 2 + (at[1] - self.frame.y) * self.scale


def _wanted(
    found: Sequence[Standing], capitals: Mapping[str, str], sight: _Sight, voice: Voice, wide: Callable[[str], float]
) -> tuple[list[Wanted], dict[str, str]]:
    """The names that want a place, members first, and what each says."""
    known = states()
    texts = {row.country: voice.name(row.name) for row in found}
    order = sorted(found, key=lambda row: (row.status != "member", row.status == NONE, -known[row.country].reach))
    wanted = [
        Wanted(row.country, *sight.point(known[row.country].heart), _MARK * 1.6,
               wide(texts[row.country]) * _LETTER + 0.8, _LINE, anywhere=row.status == "member")
        for row in order if _inside(sight.point(known[row.country].heart))
    ]  # fmt: skip
    for country, city in capitals.items():
        if _inside(sight.point(known[country].capital)):
            texts[f"capital:{country}"] = city
            wanted.append(Wanted(f"capital:{country}", *sight.point(known[country].capital), _DOT,
                                 wide(city) * _LETTER + 0.8, _LINE, yields=True))  # fmt: skip
    return wanted, texts


def _names(wanted: Sequence[Wanted], texts: Mapping[str, str], places: Mapping[str, Box]) -> Iterator[dict[str, Any]]:
    """Each name that found a place, and where it stands."""
    at = {one.key: (one.x, one.y) for one in wanted}
    for key, box in places.items():
        is_city = key.startswith("capital:")
        yield {"text": texts[key], "x": box.x, "y": box.y, "width": box.width, "height": box.height,
               "faint": is_city, "dot": at[key] if is_city else None}  # fmt: skip


def _lines_to(wanted: Sequence[Wanted], places: Mapping[str, Box]) -> str:
    """From a mark to its name, where that stands apart from it."""
    lines = (line_to(one, places[one.key]) for one in wanted if one.key in places)
    ends = ((*_in_units(line[0]), *_in_units(line[1])) for line in lines if line is not None)
    return "".join(
        f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{to_x:.0f}" y2="{to_y:.0f}" stroke="{_GREY}" stroke-width="4"/>'
        for x, y, to_x, to_y in ends
    )


def _plan(sight: _Sight) -> GroundPlan:
    """Whose land lies where on the sheet."""
    plan = GroundPlan(_WIDTH, _HEIGHT)
    for shape in shapes("near" if sight.frame.width < _NEAR_BELOW else "far"):
        seen = [ring for ring in shape.rings if sight.frame.meets(ring)]
        points = [[sight.point(at) for at in zip(ring[0::2], ring[1::2], strict=True)] for ring in seen]
        plan.fill(shape.id or "", points)
    return plan


# The lands as SVG


def _picture(width: int, height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<defs>{_pattern('observer', _STRIPE)}{_pattern('dialogue_partner', _DOTS)}</defs>{content}</svg>"
    )


_STRIPE = '<path d="M-5 25L25 -5M15 45L45 15M-5 45L45 -5" stroke="{ink}" stroke-width="3" fill="none"/>'
_DOTS = '<circle cx="10" cy="10" r="4.5" fill="{ink}"/><circle cx="30" cy="30" r="4.5" fill="{ink}"/>'


def _pattern(status: str, drawing: str) -> str:
    content = f'<rect width="40" height="40" fill="{_GROUNDS[status]}"/>{drawing.format(ink=_INKS[status])}'
    return f'<pattern id="{status}" width="40" height="40" patternUnits="userSpaceOnUse">{content}</pattern>'


def _look(status: str) -> str:
    """Ground and border of a land, as attributes."""
    if status in ("observer", "dialogue_partner"):
        return f'fill="url(#{status})" stroke="{_INKS[status]}" stroke-width="5"'
    if status == "member":
        return f'fill="{_GROUNDS[status]}" stroke="#FFFFFF" stroke-width="4"'
    if status == "sco_partner":
        return f'fill="{_GROUNDS[status]}" stroke="{_INKS[status]}" stroke-width="5"'
    if status == NONE:
        return f'fill="{_GROUNDS[NONE]}" stroke="{_LINE_COLOUR}" stroke-width="3"'
    return f'fill="{_GREY_GROUND}" stroke="{_GREY}" stroke-width="5" stroke-dasharray="16 10"'


def _svg(found: Sequence[Standing], sight: _Sight, lines: str) -> str:
    """Sea, lands, `lines` from marks to names, marks; what lies outside the frame is left out or cut off."""
    by_id = {row.country: row for row in found}
    ranks = {status: rank for rank, status in enumerate(reversed(ORDER))}
    lands = []
    for shape in shapes("near" if sight.frame.width < _NEAR_BELOW else "far"):
        row = by_id.get(shape.id or "")
        status = row.status if row else NONE
        drawn_rings = "".join(_line(ring, sight) for ring in shape.rings if sight.frame.meets(ring))
        if drawn_rings:
            lands.append((ranks[status], f'<path d="{drawn_rings}" {_look(status)} fill-rule="evenodd"/>'))
    marks = "".join(
        _mark(row.status, _in_units(at), round(_MARK * _UNITS / 2), differs=row.is_other_today)
        for row in reversed(found)
        if _inside(at := sight.point(states()[row.country].heart))
    )
    x, y = _in_units(sight.point((0, 0)))
    whole = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{round(WHOLE_WORLD * sight.scale * _UNITS)}" fill="{_SEA}"/>'
    drawn = "".join(path for _, path in sorted(lands, key=lambda land: land[0]))
    return _picture(round(_WIDTH * _UNITS), round(_HEIGHT * _UNITS), f"{whole}{drawn}{lines}{marks}")


def _inside(at: Point) -> bool:
    """True where a point, in mm, lies on the sheet."""
    return 0 <= at[0] <= _WIDTH and 0 <= at[1] <= _HEIGHT


def _in_units(at: Point) -> Point:
    return at[0] * _UNITS, at[1] * _UNITS


def _line(ring: Sequence[float], sight: _Sight) -> str:
    """A closed line; a point on the same unit as the one before is left out."""
    left = (_WIDTH / 2 - sight.frame.x * sight.scale) * _UNITS
    top = (_HEIGHT / 2 - sight.frame.y * sight.scale) * _UNITS
    scale = sight.scale * _UNITS
    points = [(round(x * scale + left), round(y * scale + top)) for x, y in zip(ring[0::2], ring[1::2], strict=True)]
    kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def _mark(status: str, at: Point, radius: int, *, differs: bool) -> str:
    """Disc, ring with a dot, diamond, hexagon, dashed ring, full or empty square, on a disc of paper."""
    ink, r, (x, y) = _INKS.get(status, _GREY), radius, (round(at[0]), round(at[1]))
    pen = f'fill="none" stroke="{ink}" stroke-width="{max(r // 3, 1)}"'
    dot = f'<circle cx="{x}" cy="{y}" r="{r * 2 // 5}" fill="{ink}"/>'
    hexagon = f"{x - r // 2} {y - r * 7 // 8},{x + r // 2} {y - r * 7 // 8},{x + r} {y},{x + r // 2} {y + r * 7 // 8},"
    square = f'<rect x="{x - r * 4 // 5}" y="{y - r * 4 // 5}" width="{r * 8 // 5}" height="{r * 8 // 5}"'
    drawn = {
        "member": f'<circle cx="{x}" cy="{y}" r="{r}" fill="{ink}"/>',
        "observer": f'<circle cx="{x}" cy="{y}" r="{r * 5 // 6}" {pen}/>{dot}',
        "dialogue_partner": f'<polygon points="{x} {y - r},{x + r} {y},{x} {y + r},{x - r} {y}" fill="{ink}"/>',
        "sco_partner": f'<polygon points="{hexagon}{x - r // 2} {y + r * 7 // 8},{x - r} {y}" {pen}/>{dot}',
        "shanghai_five": f'{square} fill="{ink}"/>',
        NONE: f"{square} {pen}/>",
    }.get(status, f'<circle cx="{x}" cy="{y}" r="{r * 5 // 6}" {pen} stroke-dasharray="{r // 2 + 1} {r // 3 + 1}"/>')
    paper = f'<circle cx="{x}" cy="{y}" r="{r * 4 // 3}" fill="#FFFFFF"/>'
    ring = (
        f'<circle cx="{x}" cy="{y}" r="{r * 17 // 10}" fill="none" stroke="{_TIME}" stroke-width="{max(r // 4, 1)}"/>'
    )
    return f"{paper}{drawn}{ring if differs else ''}"


def _swatch(status: str) -> str:
    """A piece of land and its mark, for the legend: 8 by 3.2 mm."""
    land = f'<rect x="3" y="3" width="94" height="58" rx="6" {_look(status)}/>'
    return _picture(160, 64, f"{land}{_mark(status, (130, 32), 20, differs=False)}")
