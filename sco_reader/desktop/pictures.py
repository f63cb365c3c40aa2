"""Icons, flags and the marks of a status, sharp at every scale, in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from sco_reader.desktop.theme import Theme
from sco_reader.paths import resource

ICON = 18
FLAG = QSize(20, 15)

# What turns with the direction of reading (the design lists what does not: clock, search, printer, map …).
_TURNING = frozenset({"chevron-left", "chevron-right", "arrow-left", "arrow-right"})

_ICONS = {
    "person": "user",
    "meeting": "landmark",
    "document": "scroll-text",
    "city": "map-pin",
    "organisation": "building-2",
    "country": "flag",
    "council": "users",
    "milestone": "calendar-clock",
    "claim": "circle-help",
    "note": "sticky-note",
    "bookmark": "bookmark",
    "gone": "triangle-alert",
}


def icon_of(kind: str) -> str:
    """The icon by which an entity, a note or a bookmark is known."""
    return _ICONS.get(kind, "info")


@lru_cache(maxsize=256)
def _svg(name: str, colour: str) -> QSvgRenderer:
    text = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


@lru_cache(maxsize=512)
def _icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _svg(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon_pixmap(name: str, colour: QColor, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """A Lucide icon in one colour."""
    return _icon_pixmap(name, colour.name(), size, ratio)


def icon(name: str, colour: QColor, *, rtl: bool = False, size: int = ICON) -> QIcon:
    """The icon for a button, at one and at two device pixels a point; arrows turn with the direction of reading."""
    if rtl and name in _TURNING:
        name = name.replace("left", "RIGHT").replace("right", "left").replace("RIGHT", "right")
    found = QIcon()
    for ratio in (1.0, 2.0):
        found.addPixmap(icon_pixmap(name, colour, size, ratio))
    return found


def app_picture(size: int, ratio: float = 1.0) -> QPixmap:
    """The icon of the program, in its own colours."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(str(resource("icons/sco-reader.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _flag_pixmap(code: str, width: int, ratio: float) -> QPixmap | None:
    path = resource(f"flags/{code}.svg")
    if not path.is_file():
        return None
    height = round(width * 3 / 4)
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(str(path)).render(painter, QRectF(0, 0, width, height))
    if code != "np":
        painter.setPen(QPen(QColor(21, 33, 42, 46), 1))
        painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    painter.end()
    return pixmap


def flag_pixmap(code: str, width: int = FLAG.width(), ratio: float = 1.0) -> QPixmap | None:
    """The flag of a state (or `un`), with a hairline ring; None where we ship none. Flags never mirror."""
    return _flag_pixmap(code, width, ratio)


def draw_focus_frame(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """The ring of the keyboard about something that fills its page: along the inner edge, nothing shows outside it."""
    painter.setOpacity(1.0)
    painter.setPen(
        QPen(theme.colour("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def draw_status_mark(painter: QPainter, theme: Theme, status: str, where: QRectF) -> None:
    """Disc, ring with a dot, diamond, hexagon, dashed ring, full or empty square: shape as well as colour tells."""
    ink, _ = theme.status_colours(status)
    side = min(where.width(), where.height())
    centre = where.center()
    radius = side / 2 - 0.5
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if status == "member":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(centre, radius, radius)
    elif status == "observer":
        painter.setPen(QPen(ink, 1.6))
        painter.drawEllipse(centre, radius - 0.8, radius - 0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(centre, radius * 0.35, radius * 0.35)
    elif status == "dialogue_partner":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(_polygon(centre, radius + 0.5, ((0, -1), (1, 0), (0, 1), (-1, 0))))
    elif status == "sco_partner":
        corners = ((-0.5, -0.87), (0.5, -0.87), (1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0))
        painter.setPen(QPen(ink, 1.4))
        painter.drawPolygon(_polygon(centre, radius - 0.5, corners))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(centre, radius * 0.4, radius * 0.4)
    elif status == "applicant":
        painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DashLine))
        painter.drawEllipse(centre, radius - 0.8, radius - 0.8)
    elif status == "shanghai_five":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRect(QRectF(centre.x() - radius * 0.8, centre.y() - radius * 0.8, radius * 1.6, radius * 1.6))
    else:
        painter.setPen(QPen(ink, 1.2))
        painter.drawRect(QRectF(centre.x() - radius * 0.8, centre.y() - radius * 0.8, radius * 1.6, radius * 1.6))
    painter.restore()


def _polygon(centre: QPointF, radius: float, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * radius, centre.y() + y * radius) for x, y in corners])


def status_pixmap(theme: Theme, status: str, size: int = 10, ratio: float = 2.0) -> QPixmap:
    """The mark of a status as a picture, for labels."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_status_mark(painter, theme, status, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
