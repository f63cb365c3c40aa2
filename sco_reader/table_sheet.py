"""Any table of words as a sheet for print, set by Typst."""

import json
from collections.abc import Sequence
from datetime import date

from sco_reader.arabic.bidi import FSI, isolate_noted
from sco_reader.briefing.spans import spans
from sco_reader.voice import Voice

_SHORTEST, _LONGEST = 5, 44
"""Letters that a column counts for, whatever stands in it."""


def table_pdf(rows: Sequence[Sequence[str]], *, title: str, on: date, horizon: date, voice: Voice) -> bytes:
    """Head and rows as PDF/UA-1, each column as wide as its longer texts ask."""
    from sco_reader.briefing.typeset import for_print, typeset

    lang = voice.lang
    head, *lines = rows
    page = {
        "lang": lang, "digits": voice.style.digits if lang == "ar" else "western", "title": title, "head": list(head),
        "widths": [_weight([line[column] for line in lines], name) for column, name in enumerate(head)],
        "rows": [[spans(text if FSI in text else isolate_noted(text), lang) for text in line] for line in lines],
        "as_of": voice.say("sheet-as-of", day=voice.day(on)),
        "horizon": voice.say("sheet-beyond" if on > horizon else "sheet-horizon", day=voice.day(horizon)),
        "page": voice.say("sheet-page", page="{page}", pages="{pages}"),
    }  # fmt: skip
    return typeset("table.typ", {"data": json.dumps(for_print(page), ensure_ascii=False)}, "pdf")


def _weight(texts: Sequence[str], head: str) -> int:
    """The length of all but the longest tenth of the texts, or of the head where that is longer."""
    lengths = sorted(map(len, texts)) or [0]
    return min(max(lengths[len(lengths) * 9 // 10 if len(lengths) > 9 else -1], len(head), _SHORTEST), _LONGEST)
