"""The ways in which the clipboard cites a source. Settings and look name them; `citation` knows how."""

from typing import Literal, get_args

Manner = Literal["chicago", "apa"]
MANNERS: tuple[Manner, ...] = get_args(Manner)
"""Chicago Manual of Style, 17th and 18th edition, notes; Publication Manual of the APA, 7th edition, references."""
