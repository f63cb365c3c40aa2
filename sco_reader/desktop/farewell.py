"""When the system asks the program to end, the window closes as by its own button, and nothing is lost."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget


class Farewell(QObject):
    """Ctrl+C in the terminal, and SIGTERM and SIGHUP as at the end of a desktop session."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        if sys.platform == "win32":
            return  # there a closing session sends the window itself its message
        # Python runs its handlers between two steps of Python, and an idle event loop takes none: a pipe wakes it.
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._leave)
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(each) is not signal.SIG_IGN:  # nohup
                signal.signal(each, _wait_for_the_loop)

    def _leave(self) -> None:
        self._notifier.setEnabled(False)
        self._window.close()


def _wait_for_the_loop(_number: int, _frame: object) -> None:
    """The pipe has said it already."""
