"""Make SCO Reader Arabic from IBM Plex Sans Arabic: ligatures drawn as two glyphs, so that PDF text keeps every letter,
and no gap between two letters that a reader takes for a space.

Run once when Plex changes: `python split_ligatures.py` in this folder, with fontTools and skia-pathops (not needed by the
program).

Plex draws lam-alef, and 240 other pairs, as one glyph. A PDF then maps one glyph to two letters, and readers disagree
on the order: poppler and PDFium hand out "ال" for "لا". Here the drawing is cut in two at half its width: it looks the
same, and each letter has a glyph of its own in every reader (a blank second glyph was tried: PDFium drops it).

Plex also moves letters apart, kaf from an alef before it by 0.14 of the height: poppler and PDFium then read "أ كتوبر" for
"أكتوبر", poppler "البحر ين" for "البحرين" as well. Here the second letter is itself as much wider, and nothing moves.

Latin letters are left out (Plex Sans has them). "Plex" is a reserved name, hence the new one.
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
SPACE_LIKE = 60
"""Thousandths of the height: poppler reads a gap of 100 as a space, and sizes and places are rounded."""
FAMILY = "SCO Reader Arabic"
KEPT = [*range(0x20, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0xA0, 0xAB, 0xB7, 0xBB, 0xD7, *range(0x600, 0x700),
        *range(0x750, 0x780), *range(0x2010, 0x2027), 0x202F, 0x2039, 0x203A, 0x2066, 0x2067, 0x2068, 0x2069]  # fmt: skip


def main() -> None:
    for weight, value in WEIGHTS.items():
        font = TTFont(f"IBMPlexSansArabic-{weight}.ttf")
        _widen(font, _split(font))
        _subset(font)
        _rename(font, weight, value)
        font.save(Path(f"SCOReaderArabic-{weight}.ttf"))


def _split(font: TTFont) -> dict[str, int]:
    """Each ligature that was cut, and where."""
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
                chains.append(_chain(font, lookups, [(first, f"{drawn}.one"), (second, f"{drawn}.two")]))
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    required.LookupType, required.SubTable, required.SubTableCount = 6, chains, len(chains)
    substitutions.LookupList.LookupCount = len(lookups)
    for lookup in positions.LookupList.Lookup:
        for subtable in lookup.SubTable:
            if isinstance(subtable, ot.MarkLigPos):
                _anchor_halves(subtable, caret, font)
    return caret


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


def _widen(font: TTFont, caret: dict[str, int]) -> None:
    """Behind the letters from which it is moved away, a letter gives way to one with that room in its own width."""
    substitutions, lookups = font["GSUB"].table, font["GSUB"].table.LookupList.Lookup
    before: dict[tuple[str, int], set[str]] = {}
    for (first, second), gap in _gaps(font).items():
        if gap > SPACE_LIKE:
            before.setdefault((second, gap), set()).add(f"{first}.two" if first in caret else first)
    chains, wider = [], {}
    for (letter, gap), firsts in before.items():
        name = wider[f"{letter}.{gap}"] = letter
        width, bearing = font["hmtx"][name]
        font["glyf"][f"{letter}.{gap}"] = font["glyf"][letter]
        font["hmtx"][f"{letter}.{gap}"] = (width + gap, bearing)
        font["GDEF"].table.GlyphClassDef.classDefs[f"{letter}.{gap}"] = 1
        chains.append(_chain(font, lookups, [(letter, f"{letter}.{gap}")], sorted(firsts, key=font.getGlyphID)))
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    lookup = ot.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 6, 9, chains, len(chains)
    lookups.append(lookup)
    substitutions.LookupList.LookupCount = len(lookups)
    for record in substitutions.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":  # the last of all: forms and pairs are settled
            record.Feature.LookupListIndex.append(len(lookups) - 1)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            if isinstance(subtable, ot.MarkBasePos):
                _anchor_wider(subtable, wider, font)


def _gaps(font: TTFont) -> dict[tuple[str, str], int]:
    """How far Plex moves the second of two letters from the first, in Arabic."""
    gaps: dict[tuple[str, str], int] = {}
    settled: set[str] = set()  # a table of classes has the last word on each first letter that it names
    for listed in font["GPOS"].table.LookupList.Lookup[0].SubTable:
        subtable = getattr(listed, "ExtSubTable", listed)
        firsts = subtable.Coverage.glyphs
        if subtable.Format == 1:
            for first, pairs in zip(firsts, subtable.PairSet, strict=True):
                for pair in () if first in settled else pairs.PairValueRecord:
                    gaps.setdefault((first, pair.SecondGlyph), getattr(pair.Value1, "XAdvance", 0))
            continue
        seconds = subtable.ClassDef2.classDefs
        for first in set(firsts) - settled:
            row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)].Class2Record
            for second, kind in seconds.items():
                gaps.setdefault((first, second), getattr(row[kind].Value1, "XAdvance", 0))
        settled.update(firsts)
    return gaps


def _anchor_wider(subtable: ot.MarkBasePos, wider: dict[str, str], font: TTFont) -> None:
    """Vowel marks keep their place: the room is on the right, the drawing where it was."""
    anchored = dict(zip(subtable.BaseCoverage.glyphs, subtable.BaseArray.BaseRecord, strict=True))
    anchored |= {name: anchored[letter] for name, letter in wider.items() if letter in anchored}
    names = sorted(anchored, key=font.getGlyphID)
    subtable.BaseCoverage.glyphs = names
    subtable.BaseArray.BaseRecord = [anchored[name] for name in names]
    subtable.BaseArray.BaseCount = len(names)


def _box(start: int, end: int) -> pathops.Path:
    box = pathops.Path()
    pen = box.getPen()
    pen.moveTo((start, -FAR))
    for corner in ((start, FAR), (end, FAR), (end, -FAR)):
        pen.lineTo(corner)
    pen.closePath()
    return box


def _chain(font: TTFont, lookups: list, changes: list[tuple[str, str]], before: list[str] | None = None):
    """Letters in this order, behind one of `before` if any are given, become what stands beside them."""
    chain = ot.ChainContextSubst()
    chain.Format = 3
    chain.BacktrackCoverage, chain.LookAheadCoverage, chain.InputCoverage, chain.SubstLookupRecord = [], [], [], []
    if before:
        chain.BacktrackCoverage.append(_coverage(before))
    for place, (letter, other) in enumerate(changes):
        chain.InputCoverage.append(_coverage([letter]))
        single = ot.SingleSubst()
        single.mapping = {letter: other}
        lookup = ot.Lookup()
        lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 9, [single], 1
        lookups.append(lookup)
        record = ot.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = place, len(lookups) - 1
        chain.SubstLookupRecord.append(record)
    chain.BacktrackGlyphCount, chain.LookAheadGlyphCount = len(chain.BacktrackCoverage), 0
    chain.InputGlyphCount = chain.SubstCount = len(changes)
    return chain


def _coverage(glyphs: list[str]) -> ot.Coverage:
    coverage = ot.Coverage()
    coverage.glyphs = glyphs
    return coverage


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
