"""Make SCO Reader Arabic from IBM Plex Sans Arabic: ligatures drawn as two glyphs, so that PDF text keeps every letter.

Run once when Plex changes: `python split_ligatures.py` in this folder, with fontTools and skia-pathops (not needed by the
program).

Plex draws lam-alef, and 240 other pairs, as one glyph. A PDF then maps one glyph to two letters, and readers disagree
on the order: poppler and PDFium hand out "ال" for "لا". Here the drawing is cut in two at half its width: it looks the
same, and each letter has a glyph of its own in every reader (a blank second glyph was tried: PDFium drops it). Latin letters are left out (Plex Sans has them). "Plex" is a reserved name, hence the new one.
"""

from pathlib import Path

import pathops
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot

WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}
HAIR, FAR = 5, 5000
FAMILY = "SCO Reader Arabic"
KEPT = [*range(0x20, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0xA0, 0xAB, 0xB7, 0xBB, 0xD7, *range(0x600, 0x700),
        *range(0x750, 0x780), *range(0x2010, 0x2027), 0x202F, 0x2039, 0x203A, 0x2066, 0x2067, 0x2068, 0x2069]  # fmt: skip


def main() -> None:
    for weight, value in WEIGHTS.items():
        font = TTFont(f"IBMPlexSansArabic-{weight}.ttf")
        _split(font)
        _subset(font)
        _rename(font, weight, value)
        font.save(Path(f"SCOReaderArabic-{weight}.ttf"))


def _split(font: TTFont) -> None:
    substitutions, positions = font["GSUB"].table, font["GPOS"].table
    feature = next(one.Feature for one in substitutions.FeatureList.FeatureRecord if one.FeatureTag == "rlig")
    lookups = substitutions.LookupList.Lookup
    required = lookups[feature.LookupListIndex[0]]
    chains, caret = [], {}
    for subtable in required.SubTable:
        for first, ligatures in subtable.ligatures.items():
            for ligature in ligatures:
                second, drawn = ligature.Component[0], ligature.LigGlyph
                assert len(ligature.Component) == 1, drawn
                if drawn not in caret:
                    caret[drawn] = _halve(font, drawn)
                chains.append(_chain(font, lookups, (first, second), drawn))
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    required.LookupType, required.SubTable, required.SubTableCount = 6, chains, len(chains)
    substitutions.LookupList.LookupCount = len(lookups)
    for lookup in positions.LookupList.Lookup:
        for subtable in lookup.SubTable:
            if isinstance(subtable, ot.MarkLigPos):
                _anchor_halves(subtable, caret, font)


def _halve(font: TTFont, drawn: str) -> int:
    """Two glyphs of half the width each, cut from the drawing with a hair of overlap: `<name>.one`, `<name>.two`."""
    width = font["hmtx"][drawn][0]
    caret = width // 2
    glyphs = font.getGlyphSet()
    outline = pathops.Path()
    glyphs[drawn].draw(outline.getPen(glyphSet=glyphs))
    for half, start, end, move, advance in (
        ("one", caret - HAIR, FAR, -caret, width - caret),
        ("two", -FAR, caret + HAIR, 0, caret),
    ):
        cut = pathops.op(outline, _box(start, end), pathops.PathOp.INTERSECTION)
        pen = TTGlyphPen(None)
        cut.draw(TransformPen(Cu2QuPen(pen, 1.0, reverse_direction=False), (1, 0, 0, 1, move, 0)))
        name, glyph = f"{drawn}.{half}", pen.glyph()
        assert glyph.numberOfContours, name
        font["glyf"][name] = glyph
        font["hmtx"][name] = (advance, min(x for x, _ in glyph.coordinates))
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    return caret


def _box(start: int, end: int) -> pathops.Path:
    box = pathops.Path()
    pen = box.getPen()
    pen.moveTo((start, -FAR))
    for corner in ((start, FAR), (end, FAR), (end, -FAR)):
        pen.lineTo(corner)
    pen.closePath()
    return box


def _chain(font: TTFont, lookups: list, pair: tuple[str, str], drawn: str):
    """In context `pair`, its letters become the two halves of `drawn`."""
    chain = ot.ChainContextSubst()
    chain.Format = 3
    chain.BacktrackCoverage, chain.LookAheadCoverage, chain.InputCoverage, chain.SubstLookupRecord = [], [], [], []
    for place, (letter, half) in enumerate(zip(pair, ("one", "two"), strict=True)):
        coverage = ot.Coverage()
        coverage.glyphs = [letter]
        chain.InputCoverage.append(coverage)
        single = ot.SingleSubst()
        single.mapping = {letter: f"{drawn}.{half}"}
        lookup = ot.Lookup()
        lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 9, [single], 1
        lookups.append(lookup)
        record = ot.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = place, len(lookups) - 1
        chain.SubstLookupRecord.append(record)
    chain.BacktrackGlyphCount = chain.LookAheadGlyphCount = 0
    chain.InputGlyphCount = chain.SubstCount = 2
    return chain


def _anchor_halves(subtable: ot.MarkLigPos, caret: dict[str, int], font: TTFont) -> None:
    """Vowel marks keep their place over each letter of a pair."""
    anchored = dict(zip(subtable.LigatureCoverage.glyphs, subtable.LigatureArray.LigatureAttach, strict=True))
    for drawn in [name for name in anchored if name in caret]:
        components = anchored[drawn].ComponentRecord
        for half, component, move in (("one", components[0], caret[drawn]), ("two", components[-1], 0)):
            record = ot.ComponentRecord()
            record.LigatureAnchor = [_moved(anchor, move) for anchor in component.LigatureAnchor]
            attach = ot.LigatureAttach()
            attach.ComponentCount, attach.ComponentRecord = 1, [record]
            anchored[f"{drawn}.{half}"] = attach
    names = sorted(anchored, key=font.getGlyphID)
    subtable.LigatureCoverage.glyphs = names
    subtable.LigatureArray.LigatureAttach = [anchored[name] for name in names]
    subtable.LigatureArray.LigatureCount = len(names)


def _moved(anchor, by: int):
    if anchor is None:
        return None
    moved = ot.Anchor()
    moved.Format, moved.XCoordinate, moved.YCoordinate = 1, anchor.XCoordinate - by, anchor.YCoordinate
    return moved


def _subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = ["ccmp", "locl", "init", "medi", "fina", "rlig", "calt", "kern", "mark", "mkmk"]
    options.hinting, options.name_IDs, options.glyph_names = False, ["*"], False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)


def _rename(font: TTFont, weight: str, value: int) -> None:
    names = font["name"]
    said = {
        1: FAMILY,
        2: weight,
        3: f"{FAMILY} {weight} 1.005",
        4: f"{FAMILY} {weight}",
        6: f"SCOReaderArabic-{weight}",
    }
    names.names = [one for one in names.names if one.nameID in (0, 5, 13, 14)]
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = value


if __name__ == "__main__":
    main()
