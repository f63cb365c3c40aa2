"""SCO Reader Han from Noto Sans CJK SC Regular: the characters it has already and those of Taiwan, Hong Kong and Japan.

Sources print titles in traditional characters and in Japanese; a sheet and the window show them as they are. Added are
the 5,401 frequent hanzi of Big5, the 2,965 kanji of JIS X 0208 level 1, hiragana and katakana.

Usage: python extend_han.py NotoSansCJK-Regular.ttc SCOReaderHan-Regular.otf   (fontTools; rewrites the second file)
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

SIMPLIFIED_CHINESE = "Noto Sans CJK SC"
FEATURES = ["kern", "vert", "vrt2", "palt", "halt", "ccmp"]
DESCRIPTION = (
    "Subset of Noto Sans CJK SC Regular 2.004: the hanzi of GB 2312, of the Table of General Standard Chinese "
    "Characters (2013) and of Big5 level 1, the kanji of JIS X 0208 level 1, kana, punctuation, ASCII, pinyin vowels."
)


def decoded(codec: str, leads: range, trails: range) -> set[int]:
    """The characters of a double-byte set, by its bytes; gaps of the set give none."""
    found = set()
    for lead in leads:
        for trail in trails:
            text = bytes((lead, trail)).decode(codec, errors="ignore")
            found.update(map(ord, text) if len(text) == 1 else ())
    return found


def extend(collection: Path, target: Path) -> None:
    fonts = TTCollection(collection).fonts
    whole = next(font for font in fonts if font["name"].getDebugName(1) == SIMPLIFIED_CHINESE)
    present = TTFont(target)
    wanted = set(present.getBestCmap())
    wanted |= decoded("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    wanted |= decoded("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF))
    wanted |= set(range(0x3041, 0x3097)) | set(range(0x3099, 0x3100))

    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs, options.name_languages = ["*"], ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(whole)

    whole["name"] = present["name"]
    for record in whole["name"].names:
        if record.nameID == 10:
            record.string = DESCRIPTION
    whole["CFF "].cff.fontNames = present["CFF "].cff.fontNames
    top, named = whole["CFF "].cff.topDictIndex[0], present["CFF "].cff.topDictIndex[0]
    for name in ("FullName", "FamilyName", "Weight", "Notice"):
        if hasattr(named, name):
            setattr(top, name, getattr(named, name))
    whole["head"].created = whole["head"].modified = present["head"].modified
    whole.recalcTimestamp = False
    whole.save(target)


if __name__ == "__main__":
    extend(Path(sys.argv[1]), Path(sys.argv[2]))
