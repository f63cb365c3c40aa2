"""What python-docx lacks: elements in the order of the schema, fields, and footers that count the pages of a part."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17: Word may refuse a file whose children stand otherwise.
_ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}


def put(parent: Any, name: str, **attributes: str) -> None:
    """Add `name` to `parent`, in its place by the schema; an element of that name is replaced."""
    for found in parent.findall(qn(name)):
        parent.remove(found)
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    parent.append(element)
    kind = f"w:{parent.tag.rpartition('}')[2]}"
    if kind in _ORDER:
        places = {qn(f"w:{child}"): place for place, child in enumerate(_ORDER[kind].split())}
        parent[:] = sorted(parent, key=lambda child: places.get(child.tag, len(places)))


def field(run: Any, instruction: str) -> None:
    """A field that Word fills in, such as PAGE, in the type of `run`, which shows what it comes to."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), instruction)
    run._r.addprevious(element)
    element.append(run._r)
