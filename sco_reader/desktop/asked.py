"""What does the reader ask about, by a right click or the Menu key? Each part of the window answers for itself."""

from collections.abc import Callable
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


class Asked(NamedTuple):
    """What stands under the pointer or the keyboard, and where on the screen its menu belongs."""

    where: QPoint
    links: tuple[tuple[str, str], ...] = ()
    """Names and ids of the entities that it opens."""
    sources: tuple[int, ...] = ()
    """Numbers of the sources of the card that it rests on."""
    address: str = ""
    """The page of a source."""
    text: str = ""
    """Its words, for the clipboard."""
    copy: Callable[[], None] | None = None
    """How this part copies it, where it has a way of its own for Ctrl+C."""
    copy_word: str = "offer-copy"
    """What that way is called in the catalogue."""
    fact: bool = False
    """It is a fact of the card on show, which the wishes that copy facts know how to copy."""


@runtime_checkable
class Answers(Protocol):
    """A widget that can be asked."""

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """What stands at a point of the screen, or, with None, under the keyboard; None where nothing does.

        A widget that is asked by the mouse puts its keyboard there first.
        """


def asked_about(widget: QWidget | None, at: QPoint | None) -> Asked | None:
    """The answer of `widget`, or of the nearest one around it that has one."""
    while widget is not None:
        if isinstance(widget, Answers):
            found = widget.asked_about(at)
            if found is not None:
                return found
        widget = widget.parentWidget()
    return None
