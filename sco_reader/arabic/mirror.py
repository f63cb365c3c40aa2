"""Which characters have a mirror image, and which is it? Rule L4 of UAX #9 turns them in a right-to-left run.

The pairs are those of BidiMirroring.txt 15.0.0, © 2022 Unicode, Inc., under the Unicode License
(https://www.unicode.org/license.txt); a test compares them with the file. unicodedata says that a character is
mirrored and not as what; python-bidi has a table, which its own get_display does not use.
"""

# Most pairs are neighbours: the mirror image is the next code point.
_NEIGHBOURS = (
    "(༺༼᚛‹⁅⁽₍∼≒≔≤≦≨≪≮≰≲≴≶≸≺≼≾⊀⊂⊄⊆⊈⊊⊏⊑⊢⊰⊲⊴⊶⋉⋋⋐⋖⋘⋚⋜⋞⋠⋢⋤⋦⋨⋪⋬⋰⌈⌊〈❨❪❬❮❰❲❴⟃⟅⟈⟕⟝⟢⟤⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦎⦑⦓⦕⦗⦤⦨⦪⦬⦮⧀⧄⧏⧑⧔⧘⧚⧨⧸⧼"
    "⨫⨭⨴⨼⩤⩹⩻⩽⩿⪁⪃⪅⪇⪉⪋⪍⪏⪑⪓⪕⪗⪙⪛⪝⪟⪡⪦⪨⪪⪬⪯⪱⪳⪵⪷⪹⪻⪽⪿⫁⫃⫅⫇⫉⫋⫍⫏⫑⫓⫕⫬⫷⫹⸂⸄⸉⸌⸜⸠⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝﹤（｟｢"
)
_APART = "<>[]{}«»∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮≃⋍≅≌⊘⦸⊦⫞⊨⫤⊩⫣⊫⫥⊸⟜⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⟋⟍⦍⦐＜＞［］｛｝"

MIRROR = {
    **{one: chr(ord(one) + 1) for one in _NEIGHBOURS},
    **{chr(ord(one) + 1): one for one in _NEIGHBOURS},
    **dict(zip(_APART[::2], _APART[1::2], strict=True)),
    **dict(zip(_APART[1::2], _APART[::2], strict=True)),
}
"""Each of the 428 characters, and its mirror image."""
