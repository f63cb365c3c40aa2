"""What lies where on the timeline: marks in lanes, lanes in rows, and which points and labels find room."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from sco_reader.dates import Edtf
from sco_reader.desktop.timeline_scale import Scale
from sco_reader.timeline import Item

GROUPS = ("meetings", "milestones", "membership", "leaders", "documents")
"""Top to bottom: what is short comes first, so that the first screen shows summits above memberships."""
_SPANS = frozenset({"membership", "leaders"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to draw, in ordinals of days. It holds from `sure_start` to `sure_end`, and outside them perhaps.

    Terms of one holder that follow each other without a gap are one mark, and `joints` are the days between them.
    """

    item: Item
    start: float
    sure_start: float
    sure_end: float
    end: float
    until: str | None
    joints: tuple[float, ...] = ()

    @property
    def middle(self) -> float:
        """Where a point stands: a meeting on its last day, as the whole program counts it."""
        return (self.sure_end + self.end) / 2

    @property
    def is_certain(self) -> bool:
        return self.start == self.sure_start and self.sure_end == self.end

    def covers(self, day: date) -> bool:
        return self.start <= day.toordinal() < self.end

    def begins_after(self, day: date) -> bool:
        return self.start > day.toordinal()


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one row, by start; `reach` is the latest end so far, so that both ends of a view are found fast."""

    key: str
    group: str
    marks: list[Mark]
    starts: list[float] = field(repr=False)
    reach: list[float] = field(repr=False)

    @property
    def name(self) -> str:
        """What comes after the group: a country, an office, a body."""
        return self.key.partition("/")[2]

    @property
    def has_spans(self) -> bool:
        return self.group in _SPANS

    def between(self, first: float, last: float) -> tuple[int, int]:
        """From which mark to which (exclusive) something may be seen between two days."""
        return bisect_right(self.reach, first), bisect_left(self.starts, last)

    def count_between(self, first: float, last: float) -> int:
        """How many marks lie between two days, whole or in part."""
        begin, end = self.between(first, last)
        return sum(mark.end > first for mark in self.marks[begin:end])

    def nearest(self, day: float) -> int:
        """The mark that holds on `day`, or the one nearest to it."""
        at = bisect_right(self.starts, day) - 1
        choices = [index for index in range(at - 1, at + 2) if 0 <= index < len(self.marks)]
        return min(choices or [0], key=lambda index: _distance(self.marks[index], day))


def _distance(mark: Mark, day: float) -> float:
    return max(mark.start - day, 0.0, day - mark.end)


def _lane(key: str, marks: list[Mark]) -> Lane:
    marks.sort(key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    return Lane(key, key.partition("/")[0], marks, starts, list(accumulate((mark.end for mark in marks), max)))


def lanes_of(
    items: Iterable[Item], *, first: date, horizon: date, last: float, order: Callable[[str], object]
) -> list[Lane]:
    """Lanes in the order of the groups and of `order(lane key)`; what ended before `first` is left out."""
    found: dict[str, list[Mark]] = {}
    for item in items:
        mark = _mark(item, horizon, last)
        marks = found.setdefault(item.lane, [])
        if marks and _continues(marks[-1], mark):
            before = marks.pop()
            mark = Mark(before.item, before.start, before.sure_start, mark.sure_end, mark.end, mark.until,
                        (*before.joints, mark.start))  # fmt: skip
        marks.append(mark)
    lanes = [_lane(key, [mark for mark in marks if mark.end > first.toordinal()]) for key, marks in found.items()]
    lanes = [lane for lane in lanes if lane.marks and lane.group in GROUPS]
    return sorted(lanes, key=lambda lane: (GROUPS.index(lane.group), order(lane.key)))


def _mark(item: Item, horizon: date, last: float) -> Mark:
    since = Edtf.parse(item.start)
    start, sure_start = since.earliest.toordinal(), since.latest.toordinal()
    if item.lane.partition("/")[0] not in _SPANS:
        until = Edtf.parse(item.end) if item.end else since
        return Mark(item, start, sure_start, until.earliest.toordinal(), until.latest.toordinal() + 1, item.end)
    if item.end is None:
        end = horizon.toordinal() + 1 if start <= horizon.toordinal() else last
        return Mark(item, start, sure_start, end, end, None)
    until = Edtf.parse(item.end)
    return Mark(item, start, sure_start, until.earliest.toordinal(), until.latest.toordinal(), item.end)


def _continues(before: Mark, mark: Mark) -> bool:
    one, other = before.item, mark.item
    return (
        (one.id, one.kind, one.lane) == (other.id, other.kind, other.lane)
        and one.lane.startswith("leaders")
        and before.until == other.start
        and mark.start == mark.sure_start
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (`lane` None) or a lane, from `top` on in the scrolled content."""

    group: str
    lane: Lane | None
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Heights:
    heading: float
    lane: float
    meetings: float
    documents: float

    def of(self, lane: Lane) -> float:
        return {"meetings": self.meetings, "milestones": self.documents, "documents": self.documents}.get(
            lane.group, self.lane
        )


def rows_of(lanes: Sequence[Lane], folded: Collection[str], heights: Heights, gap: float) -> list[Row]:
    """A heading for each group, and its lanes below unless it is folded."""
    rows: list[Row] = []
    top, group = 0.0, ""
    for lane in lanes:
        if lane.group != group:
            top += gap if group and group not in folded else 0
            group = lane.group
            rows.append(Row(group, None, top, heights.heading))
            top += heights.heading
        if group not in folded:
            rows.append(Row(group, lane, top, heights.of(lane)))
            top += heights.of(lane)
    return rows


def row_at(rows: Sequence[Row], y: float) -> int | None:
    """The row that holds `y` of the content, if any."""
    at = bisect_right(rows, y, key=lambda row: row.top) - 1
    return at if at >= 0 and y < rows[at].top + rows[at].height else None


@dataclass(slots=True)
class Spot:
    """A point of a lane, or several that fall on one place, with the label that found room."""

    along: float
    marks: list[Mark]
    line: int = 0
    label: str = ""
    label_along: float = 0.0
    label_width: float = 0.0


def spots_of(lane: Lane, scale: Scale, apart: float) -> list[Spot]:
    """The points in view, those less than `apart` from each other as one."""
    margin = 200 / scale.per_day
    first, last = lane.between(scale.start - margin, scale.end + margin)
    spots: list[Spot] = []
    along_at, marks = scale.along, lane.marks
    latest = float("-inf")
    for mark in marks[first:last]:
        along = along_at(mark.middle)
        if along - latest < apart:
            spots[-1].marks.append(mark)
        else:
            spots.append(Spot(along, [mark]))
            latest = along
    return spots


Choices = Callable[[Spot], Sequence[str]]
Measure = Callable[[str], float]


def label_below(
    spots: Sequence[Spot],
    scale: Scale,
    choices: Choices,
    measure: Measure,
    *,
    first: Callable[[Spot], bool],
    gap: float,
) -> None:
    """Give each spot the longest of its labels that stands centred below it without touching another or the edge.

    Those for which `first` is true choose before the others. No label is cut.
    """
    taken: list[tuple[float, float]] = []
    for spot in sorted(spots, key=lambda spot: not first(spot)):
        at = bisect_left(taken, (spot.along, spot.along))
        free_from = taken[at - 1][1] if at else -gap
        free_to = taken[at][0] if at < len(taken) else scale.width + gap
        if free_to - free_from < 4 * gap:
            continue
        for text in choices(spot):
            width = measure(text)
            start = spot.along - width / 2
            if start - gap >= free_from and start + width + gap <= free_to:
                spot.label, spot.label_along, spot.label_width = text, start, width
                taken.insert(at, (start, start + width))
                break


def label_beside(
    spots: Sequence[Spot], scale: Scale, choices: Choices, measure: Measure, *, lines: int, glyph: float, gap: float
) -> list[Spot]:
    """Spread spots over `lines`, and give each the longest label that fits between it and the next one on its line.

    A spot that finds no free line joins the one before it. Returns the spots that remain.
    """
    by_line: list[list[Spot]] = [[] for _ in range(lines)]
    for number, spot in enumerate(spots):
        for turn in range(lines):
            line = (number + turn) % lines
            if not by_line[line] or spot.along - by_line[line][-1].along >= glyph + gap:
                spot.line = line
                by_line[line].append(spot)
                break
        else:
            by_line[number % lines][-1].marks.extend(spot.marks)
    for placed in by_line:
        for spot, after in zip(placed, [*placed[1:], None], strict=True):
            free_to = min(scale.width, after.along - glyph / 2 if after is not None else scale.width)
            start = spot.along + glyph / 2 + gap
            for text in choices(spot):
                width = measure(text)
                if start >= gap and start + width + gap <= free_to:
                    spot.label, spot.label_along, spot.label_width = text, start, width
                    break
    return [spot for placed in by_line for spot in placed]
