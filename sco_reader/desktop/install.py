"""The program on the user's own desktop: an entry of the menu, icons, and the links that open in it (Linux, XDG)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sco_reader.errors import CannotWrite, NotOnThisSystem
from sco_reader.files import write_whole
from sco_reader.paths import resource

ICON_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)

_ENTRY = "sco-reader.desktop"
_SCHEME = "x-scheme-handler/sco-reader"


def install() -> Path:
    """Write everything into the user's data folder (XDG_DATA_HOME), which is returned; to do it again renews it.

    Raises NotOnThisSystem, or CannotWrite.
    """
    folder = _data_folder()
    for name, content in list(_files()):  # all of it is made before any of it is written
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(file=target) from error
        write_whole(target, content)
    if not _tell_the_desktop(folder):
        _run("xdg-mime", "default", _ENTRY, _SCHEME)
    return folder


def uninstall() -> Path | None:
    """Take away what `install` wrote; None where nothing of it is there. Raises NotOnThisSystem, or CannotWrite."""
    folder = _data_folder()
    there = [path for name in _names() if (path := folder / name).is_file()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise CannotWrite(file=path) from error
    if there:
        _forget_default()
        _tell_the_desktop(folder)
    return folder if there else None


def _data_folder() -> Path:
    if sys.platform in ("win32", "darwin"):
        raise NotOnThisSystem
    return _base("XDG_DATA_HOME", ".local/share")


def _base(name: str, otherwise: str) -> Path:
    """A folder of the XDG base directories; one that is not absolute does not count (their specification)."""
    named = Path(os.environ.get(name, ""))
    return named if named.is_absolute() else Path.home() / otherwise


def _names() -> list[str]:
    icons = [f"icons/hicolor/{size}x{size}/apps/sco-reader.png" for size in ICON_SIZES]
    return [
        f"applications/{_ENTRY}", "metainfo/sco-reader.metainfo.xml",
        "icons/hicolor/scalable/apps/sco-reader.svg", *icons,
    ]  # fmt: skip


def _files() -> Iterator[tuple[str, bytes]]:
    entry, metainfo, drawing, *icons = _names()
    template = resource(f"desktop/{_ENTRY}").read_text("utf-8")
    yield entry, template.replace("@exec@", _command()).encode()
    yield metainfo, resource("desktop/sco-reader.metainfo.xml").read_bytes()
    yield drawing, resource("icons/sco-reader.svg").read_bytes()
    for name, size in zip(icons, ICON_SIZES, strict=True):
        yield name, _png(size)


def _png(size: int) -> bytes:
    """The icon as drawn at `size` points."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons/sco-reader.svg"))).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())


def _command() -> str:
    """How the desktop starts us: the command as it was called where that is a program, else by this Python."""
    called = Path(sys.argv[0]).absolute()
    if called.name == "sco-reader" and os.access(called, os.X_OK):
        return _quoted(str(called))
    return f"{_quoted(sys.executable)} -P -m sco_reader"


def _quoted(argument: str) -> str:
    """As the Desktop Entry Specification quotes an argument of Exec; its backslashes count twice."""
    for letter in '\\"`$':
        argument = argument.replace(letter, f"\\{letter}")
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"'


def _tell_the_desktop(folder: Path) -> bool:
    """True where the table of what opens what was made anew."""
    return _run("update-desktop-database", str(folder / "applications"))


def _run(program: str, *arguments: str) -> bool:
    """False where the desktop has no such program, or it did not succeed; the files are good without it."""
    found = shutil.which(program)
    if found is None:
        return False
    try:
        done = subprocess.run([found, *arguments], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _forget_default() -> None:
    """Take our line out of the user's table of programs, where `xdg-mime` wrote one."""
    table = _base("XDG_CONFIG_HOME", ".config") / "mimeapps.list"
    try:
        text = table.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    kept = [line for line in text.splitlines(keepends=True) if line.strip() != f"{_SCHEME}={_ENTRY}"]
    if "".join(kept) != text:
        write_whole(table, "".join(kept).encode())
