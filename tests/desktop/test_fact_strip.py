"""The strip of facts: every row fills it, and no cell stands alone beside an empty place."""

import pytest

from sco_reader.desktop.fact_strip import rows_of
from tests.desktop.looking import cut
from tests.desktop.views import CARDS, go


@pytest.mark.parametrize(
    ("count", "most", "rows"),
    [(3, 4, [3]), (4, 4, [4]), (5, 4, [3, 2]), (7, 4, [4, 3]), (3, 2, [2, 1]), (6, 3, [3, 3]), (0, 4, [0]), (1, 1, [1])],
)  # fmt: skip
def test_rows_are_as_even_as_can_be(count, most, rows):
    assert rows_of(count, most) == rows


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (700, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_row_fills_the_strip_in_a_small_window_too(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    window.as_of.set_text("hsc-2024")
    for view in ("organisation", *CARDS):
        go(window, view, qtbot)
        for strip in (window.card._names, window.card.facts):
            rows = {}
            for cell in strip.cells:
                rows.setdefault(cell.y(), []).append(cell)
            for row in rows.values():
                left, right = min(cell.x() for cell in row), max(cell.geometry().right() for cell in row)
                assert left == strip.width() - 1 - right <= 2, view
                widths = [cell.width() for cell in row]
                assert max(widths) - min(widths) <= strip.width() / 6, view
            assert cut(strip) == [], view
