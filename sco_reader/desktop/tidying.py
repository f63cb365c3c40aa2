"""When Python looks for cycles of dead objects: in a pause of ours, not in the middle of a step that a reader feels.

A search through everything that a window holds takes some 60 ms, two frames of a step by day; by itself it comes after
so many new objects, which is when a card has just been composed. What was made by the start stays to the end and is
left out of the search, and the rest is searched by a clock: a handful of cards, some 10 ms.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_EVERY = 10_000
"""Milliseconds."""

_WORTH_IT = 100_000
"""Objects made and not yet let go of since the last search: below it, nothing of size can be dead."""


class Tidier(QObject):
    """Searches for dead cycles while `window` is open; Python does so again when it closes."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        gc.disable()
        gc.freeze()
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.tidy)
        self._clock.start()
        window.closing.connect(self.stop)

    def tidy(self) -> None:
        """Search, if there may be something to find."""
        if gc.get_count()[0] > _WORTH_IT:
            gc.collect()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._clock.stop()
        gc.unfreeze()
        gc.enable()
