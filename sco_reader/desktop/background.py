"""Work that takes longer than a frame: it runs in a pool, and its result or its error comes back to the window."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from sco_reader.errors import UserError

_LOG = logging.getLogger(__name__)


class Answer(QObject):
    """What a task says when it ends, in the thread of the window."""

    succeeded = Signal(object)
    failed = Signal(object)
    """A UserError, or any other exception: then it is a slip of ours."""


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object], answer: Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        try:
            self._do()
        except RuntimeError:
            _LOG.info("a task ended after the window", exc_info=True)  # its answer is gone, and nobody waits for it

    def _do(self) -> None:
        try:
            found = self._work()
        except UserError as error:
            self._answer.failed.emit(error)
        except BaseException as error:  # noqa: BLE001  # a panic of the typesetter is no Exception; the window tells and logs it
            self._answer.failed.emit(error)
        else:
            self._answer.succeeded.emit(found)


def run_in_background(work: Callable[[], object], answer: Answer) -> None:
    """Start `work` in the pool; `answer` lives in the window's thread and is kept by whoever waits for it."""
    QThreadPool.globalInstance().start(_Task(work, answer))
