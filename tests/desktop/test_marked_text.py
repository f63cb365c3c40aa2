"""The numbers of sources in running text: a round box over each, where the pointer finds its link."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument

from sco_reader.desktop.marked_text import MarkedText


def texts(window):
    return [each for each in window.card.findChildren(MarkedText) if each.isVisible() and "source:" in each.text()]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("an_id", ["hsc-2024", "kz"])
def test_every_number_has_a_box_of_its_own_over_its_link(make_window, qtbot, lang, an_id):
    window = make_window(lang)
    window.as_of.set_text("hsc-2024")
    window.open_entity(an_id)
    window.grab()

    for text in texts(window):
        boxes = text._boxes
        assert len(boxes) == text.text().count("source:")
        document = text.findChild(QTextDocument)
        for number, box in enumerate(boxes):
            assert document.documentLayout().anchorAt(box.where.center()).startswith(f"source:{int(box.said)}:")
            assert not any(box.where.intersects(other.where) for other in boxes[number + 1 :])
            assert document.documentLayout().documentSize().width() + 1 >= box.where.right() > box.where.left() >= -1


def test_a_number_under_the_keyboard_is_ringed(window, qtbot):
    window.open_entity("kz")
    lead = texts(window)[0]
    before = lead.grab().toImage()
    lead.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lead, Qt.Key.Key_Tab)
    box = lead._boxes[0]
    top = (lead.contentsRect().height() - lead.findChild(QTextDocument).size().height()) / 2
    edge = (box.where.topLeft() + QPointF(box.where.width() / 2, max(top, 0))).toPoint() + QPoint(0, 0)

    assert lead.grab().toImage().pixelColor(edge) != before.pixelColor(edge)


def test_the_boxes_follow_the_text_to_another_width(window, qtbot):
    window.as_of.set_text("hsc-2024")
    window.open_entity("hsc-2024")
    window.grab()
    lead = texts(window)[0]
    wide = [box.where for box in lead._boxes]
    window.resize(900, 600)
    window.grab()

    assert [box.where for box in lead._boxes] != wide
