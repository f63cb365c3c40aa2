"""Dead objects are looked for in pauses of the window's own, and Python looks again when it is closed."""

import gc
import weakref

from sco_reader.desktop.tidying import Tidier


class _Bound:
    """Something that only the search for cycles can free: it holds itself."""

    def __init__(self) -> None:
        self.me = self
        self.ballast = [[number] for number in range(150_000)]


def test_python_does_not_stop_the_window_in_the_middle_of_a_step(window):
    assert not gc.isenabled()

    window.close()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_is_dead_goes_at_the_next_pause(window):
    bound = _Bound()
    gone = weakref.ref(bound)
    del bound
    assert gone() is not None

    window.findChild(Tidier).tidy()

    assert gone() is None
