"""A sheet as a web page: one file, nothing loaded from elsewhere, every text escaped, every direction said."""

from collections.abc import Sequence
from html import escape
from typing import Any, cast

from sco_reader.arabic.digits import in_digits
from sco_reader.briefing.context import Plain
from sco_reader.briefing.spans import Span, plain
from sco_reader.words import say

_STYLE = """
body{font:15px/1.7 "IBM Plex Sans","IBM Plex Sans Arabic",sans-serif;color:#15212A;margin:0;background:#fff}
main{max-width:50rem;margin:2rem auto;padding:0 1.5rem}h1{font:bold 2rem/1.4 Amiri,serif;margin:.2em 0}
h2{font-size:1.1rem;color:#0A5878;margin:1.4em 0 .4em}p.kicker,p.foot,small{color:#586670}p.foot b{color:#A5123C}
p.lead{background:#F3F5F5;border-inline-start:3px solid #A5123C;padding:.6em 1em}
table{width:100%;border-collapse:collapse}
th{font-weight:400;color:#586670;text-align:start;border-bottom:1px solid #3E4C55}
td{border-bottom:1px solid #C3CCD0;padding:.3em 0;vertical-align:top}td.group{font-weight:600;padding-top:.8em}
.later{opacity:.5}sup{unicode-bidi:isolate}sup a{color:#0A5878;text-decoration:none}ol{font-size:.85rem}
@media print{main{margin:0}}"""


def page_of(parts: Sequence[dict[str, Plain]]) -> str:
    """All parts as one HTML document in the language of the first."""
    first = parts[0]
    body = "".join(_part(part, f"p{number}") for number, part in enumerate(parts))
    return (
        f'<!doctype html><html lang="{first["lang"]}" dir="{_direction(first)}"><meta charset="utf-8">'
        f"<title>{escape(str(first['document_title']))}</title><style>{_STYLE}</style>{body}</html>\n"
    )


def _direction(part: dict[str, Plain]) -> str:
    return "rtl" if part["lang"] == "ar" else "ltr"


def _part(part: dict[str, Any], tag: str) -> str:
    made = [f'<main lang="{part["lang"]}" dir="{_direction(part)}"><p class="kicker">{_runs(part["kicker"])}</p>']
    made.append(f"<h1>{escape(part['title'])}</h1><p>{_runs(part['subtitle'])}</p>")
    if part["lead"]:
        lead = " ".join(_runs(line["text"]) + _notes(line["notes"], part, tag) for line in part["lead"])
        made.append(f'<p class="lead">{lead}</p>')
    if part["note"]:
        made.append(f"<p><small>{_runs(part['note'])}</small></p>")
    made.append(f"<h2>{escape(part['facts_title'])}</h2><table>")
    for fact in part["facts"]:
        made.append(f"<tr><td>{escape(fact['label'])}<td>{_runs(fact['value'])}{_notes(fact['notes'], part, tag)}")
    made.append("</table>")
    made.extend(_section(section, part, tag) for section in part["sections"])
    if part["disputes"]:
        made.append(f"<h2>{escape(part['disputes_title'])}</h2>")
        for dispute in part["disputes"]:
            said = f"<b>{_runs(dispute['about'])}</b>: {_runs(dispute['text'])}"
            made.append(f"<p>{said}{_notes(dispute['notes'], part, tag)}</p>")
    style = ' style="list-style-type:arabic-indic"' if part["digits"] == "arabic" else ""
    made.append(f"<h2>{escape(part['sources_title'])}</h2><ol{style}>")
    for source in part["sources"]:
        name = plain(source["title"]) or source["domain"]
        title = f'<a href="{escape(source["address"])}" rel="noreferrer"><bdi>{escape(name)}</bdi></a>'
        made.append(f'<li id="{tag}-s{source["number"]}">{title}<br><small>{_runs(source["line"])}</small>')
    made.append(f'</ol><p class="foot"><b>{escape(part["as_of"])}</b> · {escape(part["horizon"])}</p></main>')
    return "".join(made)


def _section(section: dict[str, Any], part: dict[str, Any], tag: str) -> str:
    heads = "".join(f"<th>{escape(column)}" for column in section["columns"])
    made = [f"<h2>{escape(section['title'])}</h2><table><tr>{heads}"]
    for group in section["groups"]:
        if group["title"]:
            made.append(f'<tr><td class="group" colspan="{len(section["columns"])}">{escape(group["title"])}')
        for row in group["rows"]:
            cells = "".join(f"<td>{_cell(cell)}" for cell in row["cells"])
            made.append(f'<tr class="{"later" if row["later"] else ""}">{cells}{_notes(row["notes"], part, tag)}')
        if group["missing"]:
            missing = _runs(group["missing"]["text"]) + _notes(group["missing"]["notes"], part, tag)
            made.append(f'<tr><td colspan="{len(section["columns"])}"><small>{missing}</small>')
    if section["more"]:
        made.append(f'<tr><td colspan="{len(section["columns"])}"><small>{escape(section["more"])}</small>')
    return "".join(made) + "</table>"


def _cell(cell: dict[str, Any]) -> str:
    said = _runs(cell["text"])
    said = f"<b>{said}</b>" if cell["strong"] else said
    tag = f" <small>{escape(cell['tag'])}</small>" if cell["tag"] else ""
    return said + tag + (f"<br><small>{_runs(cell['sub'])}</small>" if cell["sub"] else "")


def _runs(spans: Plain) -> str:
    return "".join(
        f'<bdi dir="{span["dir"]}">{escape(span["text"])}</bdi>' if span["dir"] else escape(span["text"])
        for span in cast(list[Span], spans)
    )


def _notes(numbers: list[int], part: dict[str, Any], tag: str) -> str:
    comma = say("list-comma", part["lang"])
    links = comma.join(f'<a href="#{tag}-s{number}">{in_digits(str(number), part["digits"])}</a>' for number in numbers)
    return f"<sup>{links}</sup>" if links else ""
