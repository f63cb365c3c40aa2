"""Make `far.json` and `near.json` from Natural Earth: project, thin out, name the states of the reference by their id.

    python make.py WORLD_ATLAS/countries-50m.json GEOPANDAS/datasets/naturalearth_cities/naturalearth_cities

Pure Python; the same input gives the same bytes. README.md beside this file says what the input is and where from.
"""

import heapq
import json
import struct
import sys
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

CENTRE_LONGITUDE, CENTRE_LATITUDE, RADIUS = 70.0, 40.0, 6371.0072
"""Of the projection; the radius, in km, is that of the sphere with the Earth's surface (authalic, WGS 84)."""

STATES = {
    "004": "af", "051": "am", "031": "az", "048": "bh", "112": "by", "156": "cn", "818": "eg", "356": "in", "364": "ir",
    "417": "kg", "116": "kh", "414": "kw", "398": "kz", "418": "la", "144": "lk", "104": "mm", "496": "mn", "462": "mv",
    "524": "np", "586": "pk", "634": "qa", "643": "ru", "682": "sa", "762": "tj", "795": "tm", "792": "tr", "784": "ae",
    "860": "uz",
}  # fmt: skip
PARTS = {"344": "156", "446": "156"}
"""Hong Kong and Macao: special administrative regions of China, which Natural Earth lists apart."""

CAPITALS = {
    "Abu Dhabi": "ae", "Kabul": "af", "Yerevan": "am", "Baku": "az", "Manama": "bh", "Minsk": "by", "Beijing": "cn",
    "Cairo": "eg", "New Delhi": "in", "Tehran": "ir", "Bishkek": "kg", "Phnom Penh": "kh", "Kuwait City": "kw",
    "Nur-Sultan": "kz", "Vientiane": "la", "Colombo": "lk", "Naypyidaw": "mm", "Ulaanbaatar": "mn", "Malé": "mv",
    "Kathmandu": "np", "Islamabad": "pk", "Doha": "qa", "Moscow": "ru", "Riyadh": "sa", "Dushanbe": "tj",
    "Ashgabat": "tm", "Ankara": "tr", "Tashkent": "uz",
}  # fmt: skip

FINENESS = {"far": (8.0, 1200.0, 1.0), "near": (1.6, 4.0, 0.5)}
"""For each file: how far (km) a line may leave the original, the smallest island kept (km²), the step of the grid (km).

The largest piece of a state is kept whatever its size.
"""


def project(longitude: float, latitude: float) -> Point:
    """Lambert's azimuthal equal-area projection of the sphere, in km; y grows to the south, as on a screen."""
    east, north, middle = radians(longitude - CENTRE_LONGITUDE), radians(latitude), radians(CENTRE_LATITUDE)
    towards = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
    stretch = RADIUS * sqrt(2 / (1 + towards))
    x = stretch * cos(north) * sin(east)
    y = stretch * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
    return x, -y


def unproject(x: float, y: float) -> Point:
    """Longitude and latitude of a projected point: what `project` gives back, to the last digits."""
    distance = hypot(x, y)
    if distance == 0:
        return CENTRE_LONGITUDE, CENTRE_LATITUDE
    angle, middle = 2 * asin(distance / (2 * RADIUS)), radians(CENTRE_LATITUDE)
    latitude = asin(cos(angle) * sin(middle) - y * sin(angle) * cos(middle) / distance)
    east = atan2(x * sin(angle), distance * cos(middle) * cos(angle) + y * sin(middle) * sin(angle))
    return CENTRE_LONGITUDE + degrees(east), degrees(latitude)


def read_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a TopoJSON file, projected."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append(project(x * scale_x + move_x, y * scale_y + move_y))
        found.append(arc)
    return found


def thinned(arc: Ring, tolerance: float) -> Ring:
    """`arc` by Douglas and Peucker: no point of it lies farther than `tolerance` from the result; the ends stay."""
    if len(arc) < 3:
        return arc
    kept = {0, len(arc) - 1}
    if arc[0] == arc[-1]:  # a closed line has no chord: cut it where it is farthest from its beginning
        kept.add(max(range(len(arc)), key=lambda place: hypot(arc[place][0] - arc[0][0], arc[place][1] - arc[0][1])))
    ends = sorted(kept)
    open_parts = list(pairwise(ends))
    while open_parts:
        first, last = open_parts.pop()
        far, place = 0.0, first
        for middle in range(first + 1, last):
            away = _from_line(arc[middle], arc[first], arc[last])
            if away > far:
                far, place = away, middle
        if far > tolerance:
            kept.add(place)
            open_parts += [(first, place), (place, last)]
    return [arc[place] for place in sorted(kept)]


def _from_line(point: Point, start: Point, end: Point) -> float:
    """Distance of `point` from the segment."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    if dx == dy == 0:
        return hypot(x - x1, y - y1)
    along = min(max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0.0), 1.0)
    return hypot(x - x1 - along * dx, y - y1 - along * dy)


def area(ring: Ring) -> float:
    """In km²: the projection keeps areas."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def ring_of(arcs: list[Ring], places: list[int]) -> Ring:
    """The ring that a list of arcs makes; ~n is arc n backwards."""
    ring: Ring = []
    for place in places:
        arc = arcs[place] if place >= 0 else arcs[~place][::-1]
        ring += arc[1:] if ring else arc
    return ring


def inside(point: Point, rings: list[Ring]) -> float:
    """Distance of `point` from the nearest edge of a polygon: positive inside, negative outside."""
    x, y = point
    within, nearest = False, float("inf")
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                within = not within
            nearest = min(nearest, _from_line(point, (x1, y1), (x2, y2)))
    return nearest if within else -nearest


def heart(rings: list[Ring], precision: float = 5.0) -> tuple[Point, float]:
    """The point of a polygon that is farthest from its edges, and that distance (the pole of inaccessibility)."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    half = min(max(xs) - min(xs), max(ys) - min(ys)) / 2
    cells: list[tuple[float, float, float, float]] = []

    def look(x: float, y: float, size: float) -> tuple[float, float, float]:
        away = inside((x, y), rings)
        heapq.heappush(cells, (-(away + size * sqrt(2)), x, y, size))
        return away, x, y

    best = look((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, 0.0)
    x = min(xs) + half
    while x < max(xs) + half:
        y = min(ys) + half
        while y < max(ys) + half:
            best = max(best, look(x, y, half))
            y += 2 * half
        x += 2 * half
    while cells:
        hope, x, y, size = heapq.heappop(cells)
        if -hope - best[0] <= precision:
            break
        for side_x in (-0.5, 0.5):
            for side_y in (-0.5, 0.5):
                best = max(best, look(x + side_x * size, y + side_y * size, size / 2))
    return (best[1], best[2]), best[0]


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    found = geometry.get("arcs", [])
    return [found] if geometry["type"] == "Polygon" else found


def read_capitals(named: str) -> dict[str, Point]:
    """Capitals by the id of their state, from the shape file of populated places and its table."""
    table, shapes = Path(f"{named}.dbf").read_bytes(), Path(f"{named}.shp").read_bytes()
    count, head, width = struct.unpack("<IHH", table[4:12])
    found = {}
    for row in range(count):
        name = table[head + row * width + 1 : head + (row + 1) * width].decode("latin-1").strip()
        longitude, latitude = struct.unpack("<dd", shapes[100 + row * 28 + 12 : 100 + row * 28 + 28])
        if name in CAPITALS:
            found[CAPITALS[name]] = project(longitude, latitude)
    return found


def topology_of(source: dict[str, Any], original: list[Ring], capitals: dict[str, Point], file: str) -> dict[str, Any]:
    """A TopoJSON file of the fineness of `file`: outlines, the heart of each state and its width, and its capital."""
    tolerance, smallest, step = FINENESS[file]
    arcs = [thinned(arc, tolerance) for arc in original]
    shapes: dict[str, list[list[list[int]]]] = {}
    names: dict[str, str] = {}
    for number, geometry in enumerate(source["objects"]["countries"]["geometries"]):
        code = PARTS.get(geometry.get("id"), geometry.get("id", f"-{number}"))
        shapes.setdefault(code, []).extend(polygons_of(geometry))
        if geometry.get("id") not in PARTS:
            names.setdefault(code, geometry["properties"]["name"])
    used: dict[int, int] = {}
    made = []
    for code, polygons in sorted(shapes.items()):
        sized = sorted(((area(ring_of(original, polygon[0])), polygon) for polygon in polygons), reverse=True)
        kept = [polygon for place, (size, polygon) in enumerate(sized) if place == 0 or size >= smallest]
        numbered = [
            [[_renumbered(place, used) for place in ring] for ring in polygon if len(ring_of(arcs, ring)) > 3]
            for polygon in kept
        ]
        shape: dict[str, Any] = {
            "type": "MultiPolygon", "arcs": [polygon for polygon in numbered if polygon],
            "properties": {"name": names[code]},
        }  # fmt: skip
        state = STATES.get(code)
        if state is not None:
            middle, reach = heart([ring_of(original, ring) for ring in sized[0][1]])
            shape["id"] = state
            shape["properties"] |= {
                "heart": [round(each) for each in middle], "reach": round(reach),
                "capital": [round(each) for each in capitals[state]],
            }  # fmt: skip
        made.append(shape)
    return {
        "type": "Topology",
        "about": {
            "source": "Natural Earth: Admin 0 countries 4.1.0, 1:50m; capitals of Populated places, 1:110m",
            "licence": "public domain", "projection": "Lambert azimuthal equal-area, kilometres, y to the south",
            "centre": [CENTRE_LONGITUDE, CENTRE_LATITUDE], "radius": RADIUS, "tolerance": tolerance,
        },
        "transform": {"scale": [step, step], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": made}},
        "arcs": [_in_steps(arcs[place], step) for place in used],
    }  # fmt: skip


def _renumbered(place: int, used: dict[int, int]) -> int:
    number = used.setdefault(place if place >= 0 else ~place, len(used))
    return number if place >= 0 else ~number


def _in_steps(arc: Ring, step: float) -> list[list[int]]:
    """On the grid, each point as its step from the one before; a point that does not move is left out."""
    points = [(round(x / step), round(y / step)) for x, y in arc]
    steps = [list(points[0])]
    last = points[0]
    for point in points[1:]:
        if point != last:
            steps.append([point[0] - last[0], point[1] - last[1]])
            last = point
    return steps if len(steps) > 1 else [*steps, [0, 0]]


def main(outlines: str, places: str) -> None:
    """Write both files beside this one."""
    source = json.loads(Path(outlines).read_text("utf-8"))
    original, capitals = read_arcs(source), read_capitals(places)
    for file in FINENESS:
        made = json.dumps(topology_of(source, original, capitals, file), ensure_ascii=False, separators=(",", ":"))
        Path(__file__).with_name(f"{file}.json").write_text(f"{made}\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
